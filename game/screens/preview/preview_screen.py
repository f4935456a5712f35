"""The preview for authors: the scene with the truth shown, at any moment, and anew whenever the file is saved."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path
from typing import assert_never

import pygame

from game.authoring import Ahead, StagedScene
from game.clock import TICKS_PER_SECOND, clock
from game.invocation import command
from game.picture import USUAL, Instant
from game.scenario import Problem
from game.view import Viewpoint
from game.widgets.boxes import Card, Column, Flow, Narrow, Row
from game.widgets.press import Button
from game.widgets.screen import Back, Next, PageScreen, Quit
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Drawing, Gap, Label, Widget

from ..keys import Keys
from ..watch.scene_view import Picture
from ..watch.view_control import Looking
from ..watch.watch_keys import TURN_KEYS, ZOOM_KEYS
from .call_sheet_panel import CallTimeline, Followed, happening, show_call
from .interview_panel import InterviewPart, QuestionPut
from .preview_truth import truth

LOOK_EVERY = 0.4
RATES = (0.5, 1.0, 2.0, 4.0, 8.0)
BEFORE = 20
"""Ticks by which one comes early to the beginning of an act."""
NAMES = "What places, ways in, cameras and things are called: the words that a scenario uses."
TALK = "Speak with the person followed: what they answer, beside what is so."
SIDE = 330
"""Width of the list of people, in px at 720."""
PAN_KEYS = {pygame.K_a: (-1, 0), pygame.K_d: (1, 0), pygame.K_w: (0, -1), pygame.K_s: (0, 1)}


class Control(Enum):
    """What an author can press."""

    PLAY = auto()
    RATE = auto()
    SEED = auto()
    CAMERAS = auto()
    NAMES = auto()
    ACT = auto()
    """Go to the next act."""
    PERSON = auto()
    """Follow the next person."""
    TALK = auto()
    """Speak with the person followed, or no longer."""


class Preview(PageScreen[Control | Followed | QuestionPut]):
    """Who is who, what they do now and next, where cameras look, the call sheet as a timeline."""

    def __init__(
        self, style: Style, ahead: Ahead, paint: Callable[[StagedScene], Picture], at: float = 0.0, tell: str = "",
        keys: Keys | None = None,
    ) -> None:
        super().__init__(style)
        self._keys = keys or Keys()
        self._ahead, self._paint, self._tell = ahead, paint, tell
        self._tick, self._rate, self._playing = at, 1.0, not at
        self._picture: Picture | None = None
        self._looking: Looking | None = None
        self._timeline = CallTimeline(style)
        self._followed: int | None = None
        self._talk = InterviewPart()
        self._free = pygame.Rect((0, 0), style.size)
        self._whole = True
        self._cameras = True
        self._names: bool | None = None
        self._scrubbing = False
        self._since = LOOK_EVERY
        self._told: tuple[object, ...] = ()

    def build(self) -> Widget:
        """Problems at the top if there are any; the call sheet at the right; the timeline along the bottom."""
        scene = self._ahead.scene
        top = [self._problems()] if self._ahead.problems else []
        if scene is None:
            waiting = "" if self._ahead.problems else "Reading and staging the scene…"
            return Column([*top, Label(waiting, "heading", "text_soft"), Gap(grow=1)], gap=12)
        people = Column(
            [
                show_call(scene, entry, int(self._tick), followed=entry.person == self._followed)
                for entry in scene.people
            ],
            gap=2,
        )
        bottom = self._bottom(scene)
        room, gap = self.room(), self.style.px(10)
        above, below = (sum(widget.tall(self.style, room.w) + gap for widget in part) for part in (top, [bottom]))
        card = Card(Scroll(people, self.page.offsets, most=room.h - above - below - self.style.px(28)), pad=8)
        most = room.h - above - below - self.style.px(28)
        talk = [
            Narrow(widget, SIDE, 0.0) for widget in self._talk.widgets(scene, self._followed, self.page.offsets, most)
        ]
        side = [Row([*talk, Gap(grow=1), Narrow(card, SIDE, 1.0)], gap=0, centred=False)] if scene.people else []
        aside = round(SIDE * self.style.scale) + gap if side else 0
        self._free = pygame.Rect(room.x, room.y + above, room.w - aside, room.h - above - below)
        return Column([*top, *side, Gap(grow=1), bottom], gap=10)

    def _bottom(self, scene: StagedScene) -> Widget:
        """What can be done, over the call sheet as lanes."""
        going = f" · going to {self._tell}" if self._tell else ""
        title = f"{self._ahead.path.name} · seed {self._ahead.seed} · {clock(int(self._tick))}{going}"
        named = self._keys.name_keys
        followers = (
            Button("Next act", hint=named("{t}"), yields=Control.ACT, tip="Go to the next tell or look-alike."),
            Button("Next person", hint=named("{m}"), yields=Control.PERSON, tip="Follow the next subject or decoy."),
            Button("Talk", hint=named("{i}"), enabled=self._followed is not None, yields=Control.TALK, tip=TALK),
        )
        controls = Row(
            [
                Button("Leave", "quiet", "Esc", yields=Back()),
                Label(title, "strong", grow=1, most=1),
                Flow(
                    [
                        Button("Hold" if self._playing else "Play", "primary", "Space", yields=Control.PLAY),
                        Button(f"{self._rate:g}×", yields=Control.RATE, tip="How fast the scene goes."),
                        *(followers if scene.people else ()),
                        Button("Next seed", yields=Control.SEED, tip="Stage the same file with other people."),
                        Button("Cameras", "primary" if self._cameras else "plain", yields=Control.CAMERAS),
                        Button(
                            "Names", "primary" if self._shows_names(scene) else "plain", yields=Control.NAMES, tip=NAMES
                        ),
                    ]
                ),
            ],
            gap=10,
        )

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            self._timeline.paint(surface, rect, scene, self._tick, self._followed)

        lanes = Drawing(paint, height=self._timeline.height(scene))
        told = happening(scene, int(self._tick))
        events = [Label(told, "small", "text_soft", 2)] if told else []
        return Card(Column([controls, *events, lanes], gap=8), pad=12)

    def _problems(self) -> Widget:
        some = self._ahead.problems[:3]
        more = len(self._ahead.problems) - len(some)
        goes_on = "the last good scene goes on" if self._ahead.scene else "mend them and save"
        lines: list[Widget] = [Label(f"The file as saved has problems; {goes_on}.", "strong")]
        lines += [_show_problem(problem) for problem in some]
        lines += [Label(f"and {more} more: see “{command()} check”.", "small", "text_soft")] if more else []
        return Card(Column(lines, gap=8), pad=14, fill="panel", edge="miss")

    def respond(self, event: Control | Followed | QuestionPut) -> Next | None:
        """Hold, go on, go elsewhere, other seed, other signs, a question."""
        match event:
            case Followed(person):
                self._followed = None if person == self._followed else person
            case QuestionPut(question):
                self._talk.ask(question)
            case _:
                self._control(event, self._ahead.scene)
        return None

    def _control(self, control: Control, scene: StagedScene | None) -> None:
        match control:
            case Control.PLAY:
                self._playing = not self._playing
            case Control.RATE:
                self._rate = RATES[(RATES.index(self._rate) + 1) % len(RATES)]
            case Control.SEED:
                self._ahead.restage(self._ahead.seed + 1)
            case Control.CAMERAS:
                self._cameras = not self._cameras
            case Control.NAMES:
                self._names = not self._shows_names(scene)
            case Control.ACT:
                self._next_act(scene)
            case Control.PERSON:
                self._next_person(scene)
            case Control.TALK:
                self._playing &= not self._talk.toggle(scene, self._followed, int(self._tick))
            case _:
                assert_never(control)

    def back(self) -> Next | None:
        """Esc leaves."""
        return Quit()

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Space holds, arrows scrub, + and − zoom, Q and E turn, W A S D pan, T next act, M next person, I talks."""
        if event.type == pygame.KEYDOWN and not (self.page.ringed and self.page.focus) and self._key(event.key):
            self.renew()
            return None
        if event.type == pygame.MOUSEWHEEL and self._looking and not self.page.over(self.page.pointer):
            self._whole = False
            self._looking.zoom(max(-2, min(2, event.y)), self.page.pointer)
            return None
        if self._scrub(event):
            self.renew()
            return None
        if event.type == pygame.MOUSEMOTION and event.buttons[0] and self._looking and not self.page.over(event.pos):
            self._followed, self._whole = None, False
            self._looking.drag(*event.rel)
        return super().handle(event)

    def _scrub(self, event: pygame.event.Event) -> bool:
        """Whether the pointer, pressed on the call sheet's lanes, goes along them."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and self._timeline.over(event.pos):
            self._scrubbing = True
            self._followed = self._timeline.person_at(event.pos[1], self._followed)
        elif event.type == pygame.MOUSEBUTTONUP and self._scrubbing:
            self._scrubbing = False
            return True
        if self._scrubbing and event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION):
            self._tick = self._timeline.tick_at(event.pos[0])
        return self._scrubbing

    def _key(self, key: int) -> bool:
        scene = self._ahead.scene
        if key == pygame.K_SPACE:
            self._playing = not self._playing
        elif key in (pygame.K_LEFT, pygame.K_RIGHT):
            self._tick += (1 if key == pygame.K_RIGHT else -1) * 5 * TICKS_PER_SECOND
        elif key in ZOOM_KEYS and self._looking:
            self._whole = False
            self._looking.zoom(ZOOM_KEYS[key])
        elif key in TURN_KEYS and self._looking:
            self._looking.turn(TURN_KEYS[key])
        elif key in PAN_KEYS and self._looking:
            self._followed, self._whole = None, False
            self._looking.pan(PAN_KEYS[key][0] * 80, PAN_KEYS[key][1] * 80)
        elif key == pygame.K_m:
            self._next_person(scene)
        elif key == pygame.K_t:
            self._next_act(scene)
        elif key == pygame.K_i:
            self._control(Control.TALK, scene)
        elif key == pygame.K_HOME and self._looking:
            self._followed, self._whole = None, True
        else:
            return False
        return True

    def _shows_names(self, scene: StagedScene | None) -> bool:
        """Whether places have their names on them: if not said, where there is nobody to watch."""
        return not (scene and scene.people) if self._names is None else self._names

    def _next_person(self, scene: StagedScene | None) -> None:
        """Follow the next subject or decoy who is there."""
        if scene is None:
            return
        here = set(scene.at(int(self._tick)).ids.tolist())
        people = [entry.person for entry in scene.people if entry.person in here]
        at = people.index(self._followed) + 1 if self._followed in people else 0
        self._followed = people[at % len(people)] if people else None

    def _next_act(self, scene: StagedScene | None) -> None:
        """Go to shortly before somebody's next act, and follow them."""
        if scene and (found := scene.next_act(int(self._tick) + BEFORE)):
            self._tick, self._followed = float(found[0] - BEFORE), found[1]

    def update(self, seconds: float) -> Next | None:
        """Look for a newer file, let time pass, keep the followed person in the middle."""
        self._since += seconds
        if self._since >= LOOK_EVERY or self._ahead.scene is None:
            self._since = 0.0
            if self._ahead.look(self._tick):
                self._take_on()
        scene = self._ahead.scene
        if scene:
            if self._tell:
                self._go_to(scene, self._tell)
            self._tick += seconds * TICKS_PER_SECOND * self._rate if self._playing else 0.0
            self._tick = max(float(scene.first), min(self._tick, float(min(scene.last, scene.staged.lasts)) - 1))
            self._follow(scene)
        told = (int(self._tick) // 5, self._ahead.problems, self._ahead.scene, scene and scene.last // 100)
        if told != self._told:
            self._told = told
            self.renew()
        if self._looking:
            self._looking.resize(self.style.size)
            if self._whole and self._followed is None:
                self.lay()
                self._looking.all_within(self._free)
            self._looking.update(seconds)
        return super().update(seconds)

    def leave(self) -> None:
        """Play no further."""
        self._ahead.close()

    def draw(self, surface: pygame.Surface) -> None:
        """The scene with its truth, and the panels over it."""
        scene, picture, looking = self._ahead.scene, self._picture, self._looking
        if scene is None or picture is None or looking is None:
            super().draw(surface)
            return
        self.lay()
        whole = int(self._tick // 1)
        signs = truth(
            self.style, scene, whole, looking.viewpoint, cameras=self._cameras, names=self._shows_names(scene)
        )
        now, following = scene.at(whole), scene.at(whole + 1)
        picture.draw(surface, Instant(now, following, self._tick - whole, looking.viewpoint, signs))
        self.page.draw(surface)

    def _take_on(self) -> None:
        scene = self._ahead.scene
        if scene is None:
            return
        self._picture = self._paint(scene)
        if self._looking is None:
            width, height = scene.staged.layout.venue.size
            self._looking = Looking(Viewpoint(width / 2, height / 2, USUAL, 0, *self.style.size), (width, height))
            self.renew()
            self.lay()
            self._looking.all_within(self._free)
            self._looking.leap()

    def _go_to(self, scene: StagedScene, tell: str) -> None:
        """Go to where a tell of this name begins, once the scene has been played so far."""
        begins = scene.begins(tell)
        if begins is not None and scene.last > begins[0]:
            self._tick, self._followed, self._tell = float(begins[0] - BEFORE), begins[1], ""
        elif scene.whole:
            self._tell = ""

    def _follow(self, scene: StagedScene) -> None:
        if self._followed is None or self._looking is None:
            return
        if self._whole:
            self._whole = False
            self._looking.come_close()
        snapshot = scene.at(int(self._tick))
        rows = snapshot.ids.tolist()
        if self._followed in rows:
            x, y = snapshot.position[rows.index(self._followed)].tolist()
            aside = (round(SIDE * self.style.scale) // 2, self.style.px(self._timeline.height(scene) + 60) // 2)
            view = replace(self._looking.bound, x=x, y=y)
            self._looking.go(*view.floor_at(view.width / 2 + aside[0], view.height / 2 + aside[1]))


def _show_problem(problem: Problem) -> Widget:
    """A problem without its caret, which needs letters of one width."""
    where = f"{Path(problem.file).name}, line {problem.line}: {problem.excerpt.strip()}"
    return Column(
        [
            Label(f"{problem.message} [{problem.code}]", "body"),
            Label(where, "small", "text_soft"),
            *([Label(problem.help, "small", "accent")] if problem.help else []),
        ],
        gap=2,
    )
