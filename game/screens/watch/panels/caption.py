"""What cannot be done and why, or else what the loudspeakers say, or who is too far away to be judged."""

from game.widgets.boxes import Card
from game.widgets.widget import Label, Widget

from ..desk import Desk
from ..legibility import from_floor, in_picture, too_far_for


class Caption:
    """The hands' message comes first, then the loudspeakers, then what there is to say of who is outlined."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._changes = 0
        self._said = ""

    @property
    def version(self) -> int:
        """Grows as what is said of who is outlined changes; all else is counted where it comes from."""
        said = self._too_far()
        self._changes += said != self._said
        self._said = said
        return self._changes

    def widget(self) -> Widget | None:
        """One line, if there is anything to say."""
        if says := self._desk.hands.message or self._desk.hearing.caption:
            return Card(Label(says, "strong", align=0.5), pad=12, fill="panel_over")
        far = self._too_far()
        return Card(Label(far, "small", align=0.5), pad=8, fill="panel_over") if far else None

    def _too_far(self) -> str:
        """Whether whoever is outlined is too small to be judged as they are seen here, and what to do about it."""
        desk, person = self._desk, self._desk.choosing.outlined.person
        if person is None or person == desk.exercise.selected or not desk.floor.sees(person):
            return ""
        here = from_floor(desk.floor, desk.clock.now, person)
        if here is not None and (what := too_far_for(here)):
            return f"Too far from you to judge {what}. Walk closer."
        what = too_far_for(in_picture(desk.watched.looks[person].stature, desk.viewing.viewpoint))
        return f"Too small here to judge {what}. Click, or press Enter, for the closer look." if what else ""
