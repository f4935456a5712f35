"""What can be learnt beside the exercises. What is heavy is named late and made in the background."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from secrets import randbelow
from time import sleep
from typing import TYPE_CHECKING

from game.screens.front.loading import Preparing
from game.screens.navigation import Shelf, Ways
from game.widgets.screen import Screen
from game.widgets.style import Style

from .background import Tell, ToScreen, in_background
from .errors import explain
from .seat import TraineeSeat
from .settings_file import held_out

if TYPE_CHECKING:
    from game.screens.clip_player import Take
    from game.screens.front.progress_screen import Progressing
    from game.screens.guide.book import GuidePlace, OwnExercises

    from .locations import Location
    from .practising import Dealt

SEEDS = 1_000_000
"""A drill's seed is nobody's business but its record's."""

A_WHILE = 0.05
"""Seconds between two looks at whether all scenarios have been read."""


@dataclass
class Filmed:
    """Behaviours as far as they have been played."""

    takes: "dict[str, Take]" = field(default_factory=dict)
    ready: bool = False
    problem: str = ""


class LearningRooms:
    """Makes the screens of the guide and of drills. Places are read when they are first asked for, and kept."""

    def __init__(
        self, style: Style, seat: TraineeSeat, shelf: Callable[[], Shelf],
        revisit: Callable[[Path, str], Screen],
    ) -> None:
        """Of whoever is in the `seat`; `shelf` gives the scenarios being read; `revisit` leads to a record."""
        self._style, self._seat, self._shelf = style, seat, shelf
        self._revisit = revisit
        self.due = 0
        self._known: dict[str, tuple[Location, GuidePlace]] = {}

    def guide(self, name: str = "") -> Screen:
        """The field guide, open at the tell or look-alike of this name."""

        def show(places: "list[GuidePlace]") -> Screen:
            from game.screens.guide.field_guide import FieldGuide

            return FieldGuide(self._style, places, self._film, self.drill, self._look_back(), name)

        return Preparing(self._style, "The field guide", ToScreen(self._read, explain, show))

    def drill(self, names: Sequence[str] = ()) -> Screen:
        """A drill of two minutes; of these tells and look-alikes above all, if any are named."""
        return self._drill(names, lambda: self.drill(names))

    def drill_due(self) -> Screen:
        """Ten minutes of what is due."""
        return self._drill(None, self.drill_due)

    def course(self, ways: Ways) -> Screen:
        """The short course for the public, where the trainee was in it."""

        def show(places: "list[GuidePlace]") -> Screen:
            from game.screens.public.course_screen import PublicCourse

            return PublicCourse(self._style, ways, places, self._film)

        return Preparing(self._style, "For the public", ToScreen(self._read, explain, show))

    def freeze(self) -> Screen:
        """A freeze drill of two minutes."""
        return self._drill((), self.freeze, frozen=True)

    def progress(self) -> Screen:
        """How exercises went one after another, and what to practise."""

        def read(tell: Tell) -> "Progressing":
            from .progressing import reckon

            return reckon(self._seat.trainee, self._read(tell), tell)

        def show(told: "Progressing") -> Screen:
            from game.screens.front.progress_screen import ProgressScreen

            return ProgressScreen(self._style, told, self)

        return Preparing(self._style, "Progress", ToScreen(read, explain, show))

    def _look_back(self) -> "OwnExercises":
        """Begin to read what was shown in the trainee's own exercises."""
        from game.screens.guide.book import OwnExercises

        own, trainee = OwnExercises(self._revisit), self._seat.trainee

        def read() -> None:
            try:
                from .progressing import look_back

                own.moments = look_back(trainee)
            finally:
                own.ready = True

        in_background(read)
        return own

    def look_up(self) -> None:
        """Begin to look up how much is due for whoever sits here now."""
        trainee, self.due = self._seat.trainee, 0

        def count() -> None:
            # As little is named as will do: this is begun with the program, and pictures can wait.
            from game.practice import due_today
            from game.record import read_sortings

            found = len(due_today(read_sortings(trainee.folder), datetime.now().astimezone()) - held_out(trainee.home))
            if self._seat.trainee == trainee:  # nobody else has sat down since
                self.due = found

        in_background(count)

    def _drill(self, names: Sequence[str] | None, again: Callable[[], Screen], *, frozen: bool = False) -> Screen:
        def prepare(tell: Tell) -> "Dealt":
            from .practising import deal_drill

            places = [(self._known[place.key][0], place) for place in self._read(tell)]
            return deal_drill(self._seat.trainee, places, randbelow(SEEDS), names, tell)

        def show(dealt: "Dealt") -> Screen:
            from game.screens.drill.drill_screen import DrillScreen
            from game.screens.drill.freeze_screen import FreezeScreen

            from .practising import begin_dealt

            setup = begin_dealt(dealt, self._seat.trainee, self, again, self.look_up)
            return FreezeScreen(self._style, setup) if frozen else DrillScreen(self._style, setup)

        title = "Freeze" if frozen else "Ten minutes, due today" if names is None else "A drill of two minutes"
        return Preparing(self._style, title, ToScreen(prepare, explain, show))

    def _film(self, place: str, names: Sequence[str]) -> Filmed:
        """Begin to play behaviours in a place, by its key."""
        filmed = Filmed()

        def play() -> None:
            try:
                filmed.takes |= self._known[place][0].take(names)
            except Exception as why:
                filmed.problem = explain(why)
            finally:
                filmed.ready = True

        in_background(play)
        return filmed

    def _read(self, tell: Tell) -> "list[GuidePlace]":
        """A place for each venue, and for each scenario of one's own."""
        from .locations import find_location, one_a_place, without

        shelf = self._shelf()
        while not shelf.ready:
            tell(0.02, "Reading the scenarios")
            sleep(A_WHILE)
        tell(0.05, "Looking for places")
        chosen = one_a_place(shelf.offers)
        for n, offer in enumerate(chosen):
            key = str(offer.path)
            if key not in self._known:
                tell(0.1 + 0.5 * n / len(chosen), f"Reading {offer.place}")
                location = find_location(offer.path)
                self._known[key] = location, location.told(offer)
        held = held_out(self._seat.trainee.home)
        return [without(self._known[str(offer.path)][1], held) for offer in chosen]
