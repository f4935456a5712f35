"""The ways from screen to screen. What is heavy is named late and made in the background."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.screens.front.help_screen import Help
from game.screens.front.loading import Preparing
from game.screens.front.title import Title
from game.screens.navigation import Guidance, Kept, Offer, Onward, PlayTerms, ProgressLines, again, first_exercise
from game.screens.preferences import Preferences
from game.widgets.screen import Next, Pop, Push, Replace, Screen
from game.widgets.style import Style

from .background import Tell, ToScreen, in_background
from .errors import explain
from .learning import LearningRooms
from .seat import TraineeSeat
from .settings_file import held_out
from .trainees import Learner

if TYPE_CHECKING:
    from .opening import Begun, Played, Prepared


class Rooms:
    """Makes the screens and hands each what it needs; the trainee's choices are kept here."""

    def __init__(
        self, style: Style, home: Path, preferences: Preferences, own: Sequence[Path] = (), name: str = ""
    ) -> None:
        """`own` are folders and files of scenarios that did not come with the program, `name` is of who sits here."""
        self._style = style
        self.home = home
        self._own = own
        self.seat = TraineeSeat(Learner(home, name), preferences)
        self._shelf = Reading()
        self.learning = LearningRooms(style, self.seat, lambda: self._shelf, self.debrief)
        take_on(self._style, self.preferences)

    @property
    def preferences(self) -> Preferences:
        """What the trainee has chosen."""
        return self.seat.preferences

    @property
    def shelf(self) -> "Reading":
        """The scenarios there are."""
        return self._shelf

    def prefer(self, preferences: Preferences) -> str:
        """Take over what was chosen, and keep it."""
        problem = self.seat.prefer(preferences)
        take_on(self._style, self.preferences)
        return problem

    def sit(self, name: str) -> str:
        """Let somebody of this name sit down."""
        problem = self.seat.take(name)
        take_on(self._style, self.preferences)
        self.learning.look_up()
        return problem

    def who_sits(self) -> Screen:
        """Who is practising."""
        from game.screens.front.who_sits import WhoSits

        return WhoSits(self._style, self)

    def full_screen(self, wish: bool | None) -> bool:
        """Whether the window fills the screen; with a wish, from now on."""
        if wish is not None:
            self.prefer(replace(self.preferences, full_screen=wish))
        return self.preferences.full_screen

    def open(self) -> None:
        """Begin to read the scenarios, and what is due, in the background."""
        self.learning.look_up()
        self._shelf.start(self.home, self._own)

    def title(self) -> Screen:
        """The first screen."""
        return Title(self._style, self)

    def scenarios(self) -> Screen:
        """The list of scenarios."""
        from game.screens.front.scenario_list import Scenarios

        if self._shelf.is_stale(self._own):
            self._shelf = Reading()
            self.open()
        return Scenarios(self._style, self, lambda: PastReading(self.seat.trainee))

    def records(self) -> Screen:
        """The list of past exercises."""
        from game.screens.front.past import PastExercises

        return PastExercises(self._style, self, lambda: PastReading(self.seat.trainee))

    def settings(self) -> Screen:
        """The settings."""
        from game.screens.front.settings import Settings

        return Settings(self._style, self)

    def help(self) -> Screen:
        """The help."""
        return Help(self._style, self.preferences.keys, self.learning.guide)

    def briefing(self, offer: Offer, terms: PlayTerms | None = None) -> Screen:
        """The briefing of a scenario."""
        from game.screens.front.briefing import BriefingScreen

        return BriefingScreen(self._style, self, offer, terms or PlayTerms())

    def play(self, offer: Offer, terms: PlayTerms, step: int = 0) -> Screen:
        """Into a scenario, by way of the screen that shows the preparation; a lesson begins at a step."""

        def prepare(tell: Tell) -> "Prepared":
            from . import opening

            return opening.prepare(offer.path, terms, tell, self._style.size)

        def watch(prepared: "Prepared") -> Screen:
            from . import opening

            begun = opening.begin(prepared, self.seat.trainee)
            if not begun.watched.lesson:
                return self.watch(begun)
            return self.watch(begun, Guidance(step, self._onward(), lambda at: self.play(offer, terms, at)))

        return Preparing(self._style, offer.title, ToScreen(prepare, explain, watch))

    def watch(self, begun: "Begun", guidance: Guidance | None = None, outdated: int = 1) -> Screen:
        """An exercise that has begun; `guidance` through a lesson; `outdated` counts those below it that are read."""
        from game.picture import Plan
        from game.screens.watch.scene_view import Picture
        from game.screens.watch.watch_screen import Watch
        from game.screens.watch.watch_sound import Hearing

        watched = begun.watched
        picture = Picture(self._style, begun.scene, Plan(watched.layout, self._style.theme, begun.stage.programme))
        return Watch(
            self._style, self, watched, picture, Hearing(begun.said), after=lambda: self._after(begun, outdated),
            guidance=guidance,
        )

    def debrief(self, path: Path, act: str = "") -> Screen:
        """The debrief of a past exercise; at what somebody did, by the name of the behaviour, if one is named."""

        def read(tell: Tell) -> "Played":
            from . import opening

            return opening.reopen(path, self.home, tell)

        return self._open_debrief(read, Pop(), act=act)

    def _onward(self) -> Onward | None:
        """The way on from a lesson, which has been taken then."""
        first = first_exercise(self)

        def go() -> Screen:
            self.prefer(replace(self.preferences, lesson_done=True))
            return first.screen() if first else self.scenarios()

        return first and Onward(first.title, go)

    def _after(self, begun: "Begun", outdated: int) -> Screen:
        if begun.watched.lesson:
            self.prefer(replace(self.preferences, lesson_done=True))

        def read(tell: Tell) -> "Played":
            from . import opening

            return opening.finish(begun, tell)

        # Over the list of scenarios, or whatever it was, lies the briefing; that has been read. What was played on from
        # a debrief leads back to it.
        return self._open_debrief(read, Pop() if begun.played_on else Pop(2), outdated + 1)

    def _open_debrief(self, read: Callable[[Tell], "Played"], home: Pop, outdated: int = 1, act: str = "") -> Screen:
        """A debrief over others: `outdated` counts it, and the screens below it that belong to the same exercise."""

        def find(played: "Played") -> Callable[[int], Next]:
            """How to get into its scene again, from a tick on; in place of a debrief that came about so."""
            from . import opening

            recording, anew = played.told.recording, played.told.began_at > 0

            def go(start: int) -> Next:
                screen = Preparing(self._style, "Find it now", ToScreen(
                    lambda tell: opening.prepare_again(recording, start, tell, self._style.size), explain,
                    lambda prepared: self.watch(
                        opening.begin(prepared, self.seat.trainee), outdated=outdated - anew
                    ),
                ))
                return Replace(screen) if anew else Push(screen)

            return go

        def show(played: "Played") -> Screen:
            from game.picture import Plan
            from game.screens.debrief.debrief_screen import Debriefing
            from game.screens.debrief.debrief_setup import DebriefWays
            from game.screens.watch.scene_view import Picture

            from .practising import find_taught

            behaviours = played.told.recording.production.behaviours
            told = replace(played.told, taught=find_taught(behaviours, held_out(self.home)))

            def print_it() -> str:
                from .printing import print_debrief, whose

                trainee = self.seat.trainee
                name = whose(played.record) if played.record else trainee.name
                return print_debrief(told, trainee.folder, name)

            picture = Picture(self._style, played.scene, Plan(told.layout, self._style.theme))
            anew = again(self, told.recording.header.title)
            onward = first_exercise(self) if told.guided else None
            ways = DebriefWays(home, self.learning, find(played), print_it, outdated, anew, onward)
            return Debriefing(self._style, told, picture, ways, act)

        return Preparing(self._style, "The debrief", ToScreen(read, explain, show))


def take_on(style: Style, preferences: Preferences) -> None:
    """Let what is drawn be as it was chosen."""
    style.set(text=preferences.text, contrast=preferences.contrast)


class Reading:
    """The scenarios, being read in a thread."""

    def __init__(self) -> None:
        self.offers: list[Offer] = []
        self.ready = False
        self._stamps: Stamps | None = None

    def start(self, home: Path, own: Sequence[Path]) -> None:
        """Begin."""
        in_background(lambda: self._read(home, own))

    def is_stale(self, own: Sequence[Path]) -> bool:
        """Whether an author has changed a file since: what is mended shall not go on being called broken."""
        return self.ready and self._stamps is not None and self._stamps != _stamps(own)

    def _read(self, home: Path, own: Sequence[Path]) -> None:
        try:
            from .offers import each_offer

            self._stamps = _stamps(own)
            for offer in each_offer(home, own):
                self.offers.append(offer)
        finally:
            self.ready = True


Stamps = list[tuple[str, int, int]]
"""Files with the time of their last change (ns) and their size."""


def _stamps(own: Sequence[Path]) -> Stamps:
    from game.scenario import files_of

    found: Stamps = []
    for path in files_of(list(own)) if own else ():
        with suppress(OSError):
            now = path.stat()
            found.append((str(path), now.st_mtime_ns, now.st_size))
    return sorted(found)


class PastReading:
    """The past exercises, being read in a thread, the newest first."""

    def __init__(self, trainee: Learner) -> None:
        self.ready = False
        self.together: Sequence[ProgressLines] = ()
        self._kept: list[Kept] = []
        in_background(lambda: self._read(trainee))

    @property
    def kept(self) -> Sequence[Kept]:
        """Those read so far."""
        return self._kept

    def _read(self, trainee: Learner) -> None:
        try:
            from .archive import each_kept, together

            for kept in each_kept(trainee):
                self._kept.append(kept)
            self.together = together(kept.result for kept in self._kept if kept.result)
        finally:
            self.ready = True
