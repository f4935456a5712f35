"""What the panels and the parts of the watching screen have in common."""

from dataclasses import dataclass

from game.exercise import Exercise
from game.widgets.style import Style

from ..keys import Keys
from .actions import Hands
from .board import Board
from .choosing import Choosing
from .dealing.considering import Deciding
from .dealing.items import Handling
from .dealing.telling import ReportDraft
from .lesson import Coach
from .own_figure import OnFloor
from .own_marks import OwnMarks
from .scene_view import Picture
from .speaking import Speaking
from .viewing import Viewing
from .watch_clock import SceneClock
from .watch_setup import Watched
from .watch_sound import Hearing


@dataclass(frozen=True)
class Desk:
    """All that a panel may show or ask. Nothing here knows who is who."""

    style: Style
    watched: Watched
    picture: Picture
    board: Board
    clock: SceneClock
    floor: OnFloor
    hearing: Hearing
    coach: Coach
    hands: Hands
    marks: OwnMarks
    viewing: Viewing
    choosing: Choosing
    deciding: Deciding
    telling: ReportDraft
    speaking: Speaking
    handling: Handling
    keys: Keys

    @property
    def exercise(self) -> Exercise:
        """The exercise that is watched."""
        return self.watched.exercise
