"""The panels over the scene: clock and place, the inspector, the trainee's own marks."""

from collections.abc import Callable, Collection, Mapping, Sequence

import pygame

from ..clock import clock
from ..log import Marked
from ..scenario import CueFamily
from .style import Style
from .watched import Watched
from .widgets import Drawing, Gap, Label, Progress, Widget
from .widgets_layout import Card, Column, Flow, Grid, Row
from .widgets_press import Button, Chip, Press
from .widgets_scroll import Scroll

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
        lines.append(Label("The clock stands still. Space lets it go on.", "small", "concern"))
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
    style: Style, watched: Watched, marks: Mapping[int, Marked], here: Collection[int], offsets: dict[str, int],
    plan: Widget | None, ways: Widget,
) -> Widget:
    """The small plan, the trainee's own marks, the latest first, and the keys."""
    order: Sequence[Marked] = sorted(marks.values(), key=lambda mark: -mark.tick)
    rows: list[Widget] = [_mark(style, watched, mark, mark.person in here) for mark in order]
    inside: list[Widget] = []
    if rows:
        inside += [Label(f"Your marks ({len(rows)})", "small", "text_soft"),
                   Scroll(Column(rows, gap=4), offsets, "marks", most=0.26 * style.size[1])]
    if plan is not None:
        inside.append(plan)
    inside.append(ways)
    return Card(Column(inside, gap=8), pad=10, fill="panel_over")


def caption_panel(caption: str) -> Widget:
    """What the loudspeakers are saying."""
    return Card(Label(caption, "strong", align=0.5), pad=12, fill="panel_over") if caption else Gap()


def _mark(style: Style, watched: Watched, mark: Marked, present: bool) -> Widget:
    _, word, tint = LEVELS[mark.level - 1]
    says = watched.descriptions[mark.person] + ("" if present else " (gone)")
    return Press(Row([
        Drawing(lambda surface, rect: shape(surface, rect, mark.level, style.colour(tint)[:3]), width=16, height=16),
        Column([
            Label(says, "small", most=2), Label(f"{watched.hour(mark.tick)} · {word}", "small", "text_soft", most=1),
        ], gap=0, grow=1),
    ], gap=8), pad=6, key=f"go/{mark.person}", fill="raised_down")


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
