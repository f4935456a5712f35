"""What the trainee's views show them, sample after sample, and whom they have seen so far."""

from dataclasses import replace

import numpy as np

from game.acts import Look
from game.log import Event, Exposed, Stood
from game.sampling import GLIMPSE, OBSERVABLE_EVERY
from game.view import Snapshot
from game.view.sighting import Sightings, sightings

from .gaze import Gaze, record_exposure, upon
from .officer import Officer
from .refusal import NEVER_SEEN, NOT_PRESENT, Refusal


class FieldOfView:
    """What of a scene is in view; with an `officer`, what that figure's own eyes can see of it.

    `version` grows whenever somebody is seen for the first time, or comes into or goes out of sight.
    """

    def __init__(self, gaze: Gaze, officer: Officer | None) -> None:
        self.in_sight: tuple[int, ...] = ()
        """Whose body language can be seen at all: from the control room everyone's, on the floor not all of them."""
        self.version = 0
        self.snapshot: Snapshot
        """What was there at the last sample."""
        self._gaze, self._officer = gaze, officer
        self._seen = np.zeros(len(gaze.appearances), dtype=bool)
        self._logged_stand: Stood | None = None
        self.side = 0
        """The quarter turn from which the inspector shows the person in it."""
        self._inspected: int | None = None

    def sample(self, snapshot: Snapshot, look: Look, selected: int | None) -> list[Event]:
        """See who is in view, with the inspector open on somebody perhaps; and now and then who could have been."""
        events: list[Event] = []
        if self._officer:
            events += self._stand(self._officer, snapshot.tick)
        events.append(self.see(snapshot, look, selected))
        if self._officer:
            self._officer.look_at(selected if selected in self.in_sight else None, snapshot.tick)
        if snapshot.tick % OBSERVABLE_EVERY == 0:
            events.append(self._gaze.observable(snapshot, self._gaze.show(look.viewpoint.turn, snapshot)))
        return events

    def see(self, snapshot: Snapshot, look: Look, selected: int | None) -> Exposed:
        """See who is in view, whether or not time goes on."""
        self.find_side(snapshot, look, selected)
        exposure = self._gaze.show(look.viewpoint.turn, snapshot).within(look.viewpoint, look.panels)
        inspected = None if selected is None else self._gaze.inspector(look, snapshot, selected, self.side)
        if inspected is not None:
            exposure = exposure.best(self._gaze.show(self.side, snapshot).within(inspected))
        sees = np.ones(len(snapshot.ids), dtype=bool)
        if self._officer:
            sees = self._officer.sees(snapshot)
            exposure = self._officer.restrict(snapshot, exposure, sees)
        self.snapshot, self._exposure = snapshot, exposure
        self._take_in(tuple(snapshot.ids[sees].tolist()))
        return record_exposure(snapshot, exposure, GLIMPSE, upon(snapshot, exposure, look, selected))

    def find_side(self, snapshot: Snapshot, look: Look, selected: int | None) -> None:
        """Turn the inspector to a side from which the person in it is not hidden."""
        turn = look.viewpoint.turn
        if selected != self._inspected:
            self.side = turn
        self._inspected = selected
        self.side = turn if selected is None else self._gaze.side(turn, snapshot, selected, self.side)

    def present(self, person: int) -> bool:
        """Whether somebody was there at the last sample."""
        return person in self.snapshot.ids

    def why_unknown(self, person: int) -> Refusal | None:
        """Why nothing can be said of somebody: they were never seen, or never there. Of who has left, it can."""
        if self.has_seen(person):
            return None
        return NEVER_SEEN if self.present(person) else NOT_PRESENT

    def has_seen(self, person: int) -> bool:
        """Whether the trainee has had more than a glimpse of a person so far."""
        return 0 <= person < len(self._seen) and bool(self._seen[person])

    def sightings(self, look: Look, selected: int | None) -> Sightings:
        """What the trainee's views showed at the last sample, for who looks so now."""
        stands = (self._officer.x, self._officer.y) if self._officer else None
        return sightings(self.snapshot, self._exposure, look.viewpoint, self._gaze.appearances, selected, stands)

    def _take_in(self, in_sight: tuple[int, ...]) -> None:
        seen = self.snapshot.ids[self._exposure.share >= GLIMPSE]
        self.version += in_sight != self.in_sight or not self._seen[seen].all()
        self.in_sight = in_sight
        self._seen[seen] = True

    def _stand(self, officer: Officer, tick: int) -> list[Stood]:
        """Where the figure stands, if it has moved; and let people notice it, where it wears a uniform."""
        stood = officer.record_stand(tick)
        moved = self._logged_stand is None or replace(stood, tick=0) != replace(self._logged_stand, tick=0)
        self._logged_stand = stood
        officer.be_noticed()
        return [stood] if moved else []
