"""What the trainee's views show them, sample after sample, and whom they have seen so far."""

from dataclasses import replace

import numpy as np

from game.acts import Look
from game.log import Event, Stood
from game.sampling import GLIMPSE, OBSERVABLE_EVERY
from game.view import Snapshot
from game.view.sighting import Sightings, sightings

from .gaze import Gaze, best, exposed
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

    def sample(self, snapshot: Snapshot, look: Look, selected: int | None) -> list[Event]:
        """See who is in view, with the inspector open on somebody perhaps; and now and then who could have been."""
        inspected = None if selected is None else self._gaze.inspector(look, snapshot, selected)
        shown = self._gaze.shown(look.viewpoint.turn, snapshot)
        self.snapshot, self._exposure = snapshot, best(shown, look, inspected)
        sees = np.ones(len(snapshot.ids), dtype=bool)
        events: list[Event] = []
        if self._officer:
            sees = self._officer.sees(snapshot)
            self._exposure = self._officer.seen(snapshot, self._exposure, sees)
            events += self._stand(self._officer)
        self._take_in(tuple(snapshot.ids[sees].tolist()))
        events.append(exposed(snapshot, self._exposure, GLIMPSE))
        if snapshot.tick % OBSERVABLE_EVERY == 0:
            events.append(self._gaze.observable(snapshot, shown))
        return events

    def present(self, person: int) -> bool:
        """Whether somebody was there at the last sample."""
        return person in self.snapshot.ids

    def why_unknown(self, person: int) -> Refusal | None:
        """Why nothing can be said of somebody, if nothing can: they are not there, or were never seen."""
        if not self.present(person):
            return NOT_PRESENT
        return None if self.has_seen(person) else NEVER_SEEN

    def has_seen(self, person: int) -> bool:
        """Whether the trainee has had more than a glimpse of a person so far."""
        return bool(self._seen[person])

    def sightings(self, look: Look, selected: int | None) -> Sightings:
        """What the trainee's views showed at the last sample, for who looks so now."""
        stands = (self._officer.x, self._officer.y) if self._officer else None
        return sightings(self.snapshot, self._exposure, look.viewpoint, self._gaze.appearances, selected, stands)

    def _take_in(self, in_sight: tuple[int, ...]) -> None:
        seen = self.snapshot.ids[self._exposure.share >= GLIMPSE]
        self.version += in_sight != self.in_sight or not self._seen[seen].all()
        self.in_sight = in_sight
        self._seen[seen] = True

    def _stand(self, officer: Officer) -> list[Stood]:
        """Where the figure stands, if it has moved; and let people notice it, where it wears a uniform."""
        stood = officer.stood(self.snapshot.tick)
        moved = self._logged_stand is None or replace(stood, tick=0) != replace(self._logged_stand, tick=0)
        self._logged_stand = stood
        officer.be_noticed()
        return [stood] if moved else []
