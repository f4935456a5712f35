"""The panels over the scene: clock and place, the inspector, the trainee's own marks."""

from collections.abc import Callable, Collection, Sequence

import pygame

from game.clock import clock
from game.log import Marked
from game.scenario import CueFamily
from game.widgets.boxes import Card, Column, Flow, Grid, Row
from game.widgets.press import Button, Chip, Press
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Gap, Label, Progress, Widget

from .watch_setup import Watched

Painter = Callable[[pygame.Surface, pygame.Rect], None]
LEVELS = ((1, "Note", "note"), (2, "Concern", "concern"), (3, "Act", "act"))


def top_panel(watched: Watched, tick: int, lasts: int, *, paused: bool, trouble: str) -> Widget:
    """Where we are, what the clock shows, how much is left."""
    left = max(0, lasts - tick)
    lines: list[Widget] = [
        Label(watched.place, "strong", most=1),
        Row([Label(watched.hour(tick), "title"), Label(f"{clock(left)} left", "small", "text_soft", grow=1)], gap=12),
        Progress(tick / lasts if lasts else 0.0),
    ]
    if paused:
        lines.append(Label("Paused. Press Space to carry on.", "small", "concern"))
    if trouble:
        lines.append(Label(trouble, "small", "act"))
    return Card(Column(lines, gap=4), pad=12, fill="panel_over")


def inspector(
    watched: Watched, person: int, mark: Marked | None, opened: str, paint: Painter, offsets: dict[str, int],
    *, follows: bool, picture: float, sees: bool = True, knows: bool = True, heard: str = "",
) -> Widget:
    """The selected person close, and what is to be said of them."""
    cues = mark.cues if mark else ()
    levels = [
        Chip(f"{level} {word}", bool(mark and mark.level == level), tint, tick=False, key=f"level/{level}", grow=1)
        for level, word, tint in LEVELS
    ]
    shown = {cue.cue for family in watched.families if family.family == opened for cue in family.cues}
    seen = [
        Chip(watched.wordings[cue], on=True, key=f"seen/{cue}")
        for cue in cues if cue in watched.wordings and cue not in shown
    ]
    families = Column([_family(family, cues, opened == family.family) for family in watched.families], gap=4)
    body: list[Widget] = [
        Row([
            Label(watched.descriptions[person] if knows else "Someone you have not seen yet", "strong", most=2, grow=1),
            Button("×", "quiet", key="close", tip="Close (Esc)"),
        ], gap=6),
        Drawing(paint, height=picture),
        *([] if sees else [Label("Out of your sight. Walk to where you can see them.", "small", "concern")]),
        *([Label(f"You hear: “{heard}”", "small", most=2)] if heard else []),
        Row(levels, gap=6),
        Row([
            Chip("Follow (F)", follows, key="follow", grow=1),
            Chip("Take back (X)", enabled=mark is not None, tick=False, key="clear", grow=1),
        ], gap=6),
        Label("What did you see? (C)", "small", "text_soft"),
        Scroll(Column([*([Flow(seen, gap=5)] if seen else []), families], gap=8), offsets, "cues", grow=1),
    ]
    return Card(Column(body, gap=8), pad=12, fill="panel_over", grow=1)


def _family(family: CueFamily, cues: Collection[str], opened: bool) -> Widget:
    chosen = sum(cue.cue in cues for cue in family.cues)
    title = Row([
        Label(family.title, "small", grow=1, most=2),
        Label(f"{chosen} ✓" if chosen else ("–" if opened else "+"), "small", "accent" if chosen else "text_soft"),
    ], gap=6)
    head = Press(title, pad=7, key=f"family/{family.family}", fill="raised_down", chosen=False)
    if not opened:
        return head
    chips = [Chip(cue.wording, cue.cue in cues, key=f"cue/{cue.cue}", most=3, listed=True) for cue in family.cues]
    return Column([head, Grid(chips, least=220, gap=4, most=1), Gap(2)], gap=4)


def marks_panel(
    style: Style, rows: Sequence[Widget], plan: Widget | None, ways: Widget, offsets: dict[str, int],
    room: tuple[int, int], *, folded: bool,
) -> Widget:
    """The trainee's own marks, the small plan, and the keys, in so much room; folded, only how many marks there are."""
    rim = 2 * style.px(10)
    width = room[0] - rim
    title = f"Your marks ({len(rows)}){' · P opens them' if folded else ''}"
    head = [Label(title, "small", "text_soft")] if rows else []
    below = [*([plan] if plan is not None and not folded else []), ways]
    if folded or not rows:
        return Card(Column([*head, *below], gap=8), pad=10, fill="panel_over")
    least = max(row.tall(style, width) for row in rows)
    left = room[1] - rim - Column([*head, *below, Gap()], gap=8).tall(style, width)
    if left < least:
        left += below.pop(0).tall(style, width) + style.px(8) if len(below) > 1 else 0
    listed = Scroll(Column(rows, gap=4), offsets, "marks", most=max(least, min(0.26 * style.size[1], left)), whole=True)
    return Card(Column([*head, listed, *below], gap=8), pad=10, fill="panel_over")


def caption_panel(caption: str) -> Widget:
    """What the loudspeakers are saying."""
    return Card(Label(caption, "strong", align=0.5), pad=12, fill="panel_over") if caption else Gap()


def mark_row(style: Style, watched: Watched, mark: Marked, first: int, *, present: bool, chosen: bool) -> Widget:
    """One mark: its sign as it stands over the person's head, who, and when it was first made."""
    says = watched.descriptions[mark.person] + ("" if present else " (gone)")
    words = f"{watched.hour(first)} · {LEVELS[mark.level - 1][1]}"
    return Press(Row([
        Drawing(lambda surface, rect: sign(style, surface, rect, mark.level), width=22, height=22),
        Column([Label(says, "small", most=2), Label(words, "small", "text_soft", most=1)], gap=0, grow=1),
    ], gap=8), pad=6, key=f"go/{mark.person}", fill="raised_down", chosen=chosen)


def row_under(key: str) -> int | None:
    """The person whose line in the list this is, if it is one."""
    what, _, which = key.partition("/")
    return int(which) if what == "go" else None


def sign(style: Style, surface: pygame.Surface, rect: pygame.Rect, level: int) -> None:
    """The shape of a level with its letter, as over the heads of the marked."""
    _, word, tint = LEVELS[level - 1]
    shape(surface, rect, level, style.colour(tint)[:3])
    letter = style.words(word[0], "small", style.colour("ink"))
    box = letter.get_rect(center=rect.center)
    surface.blit(letter, box.move(0, rect.h // 7 if level == 2 else 0))


def shape(surface: pygame.Surface, rect: pygame.Rect, level: int, tint: tuple[int, ...]) -> None:
    """The sign of a level: a dot for a note, a triangle for concern, a square on its corner for act."""
    r = min(rect.w, rect.h) // 2 - 1
    x, y = rect.center
    if level == 1:
        pygame.draw.circle(surface, tint, (x, y), r)
    elif level == 2:
        pygame.draw.polygon(surface, tint, [(x, y - r), (x + r, y + r), (x - r, y + r)])
    else:
        pygame.draw.polygon(surface, tint, [(x, y - r), (x + r, y), (x, y + r), (x - r, y)])
