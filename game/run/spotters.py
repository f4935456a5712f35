"""The cameras, and the colleagues on the floor: whom they truly see, by the sightlines of the place."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from game.cast import Cast
from game.chance import stream
from game.exercise import Spotted, sightline
from game.geometry import Point
from game.log import Log, Sighted
from game.scenario import Layout
from game.scenario.talk import Speech
from game.view import Snapshot

from .witness import Witness, way_called
from .wording import fresh

CAMERA_REACH = 26.0
"""Metres from which clothing is made out on a camera: 62.5 px to the metre, as EN 62676-4 has it for observing, of a
picture 1,920 px across through a lens of 60 degrees."""
COLLEAGUE_REACH = 20.0
"""Metres from which a colleague makes out clothing: as large as somebody of 65 px on the screen (`view/sightline`)."""
TOO_MANY = 4
"""As many before one's eyes whom a description fits are no find."""


Headed = Sequence[Mapping[str, str]]
"""Everybody by the headings of a description, by person id."""


class Spotters:
    """Eyes that know how everybody looks, by the headings of a description and person id, and nothing else of them."""

    def __init__(self, layout: Layout, cast: Cast, headed: Headed, witness: Witness, speech: Speech) -> None:
        self._layout, self._cast, self._headed, self._witness, self._speech = layout, cast, headed, witness, speech
        self._sightline = sightline(layout)
        self._cameras = [(mark.x, mark.y) for mark in layout.of_kind("camera")]
        self._staff = {person.id for person in cast.people if person.staff or person.officer}

    def on_camera(self, person: int, now: Snapshot, log: Log) -> Spotted | None:
        """A person on whom a camera looks freely."""
        rows = np.flatnonzero(now.ids == person)
        if not len(rows) or not self._see(self._cameras, now.position[rows], CAMERA_REACH).any():
            return None
        return self._spot(person, now, log, "camera finds")

    def camera_looks_at(self, x: float, y: float) -> bool:
        """Whether a camera has a free view of a floor point (m)."""
        return bool(self._see(self._cameras, np.array([(x, y)]), CAMERA_REACH)[0])

    def describe(self, person: int) -> str:
        """A person in a few words, from what they wear and carry."""
        headed = self._headed[person]
        worn = (headed.get(heading, "") for heading in ("Upper clothing", "Lower clothing", "Headgear"))
        return ", ".join(words for words in worn if words and words != "none")

    def find_fitting(self, looks: Sequence[str], now: Snapshot, log: Log) -> Spotted | None:
        """Somebody before a colleague whom a description fits; nobody if it fits many."""
        fits = self._whom_it_fits(looks, now)
        return self._spot(fits[0], now, log, "colleague finds") if 0 < len(fits) < TOO_MANY else None

    def sees_out(self, person: int, at: Point, log: Log) -> str:
        """The words for somebody who has gone out, seen last at this point (m)."""
        return self._say("camera sees out", person, log, self._way_out(at))

    def finds_nobody(self, person: int, looks: Sequence[str] | None, now: Snapshot, log: Log) -> str:
        """The words for having seen nobody, or by a description too many."""
        if looks is None:
            return self._say("camera loses", person, log)
        many = len(self._whom_it_fits(looks, now)) >= TOO_MANY
        return self._say("colleague finds many" if many else "colleague finds nobody", person, log)

    def _whom_it_fits(self, looks: Sequence[str], now: Snapshot) -> list[int]:
        """Who of those before a colleague's eyes is described so, whoever stands nearest to a colleague first."""
        colleagues = [now.position[n].tolist() for n, person in enumerate(now.ids.tolist()) if person in self._staff]
        parts = [line.partition(": ") for line in looks]
        rows = [
            n for n, person in enumerate(now.ids.tolist())
            if person not in self._staff
            and all(self._headed[person].get(heading) == words for heading, _, words in parts)
        ]  # fmt: skip
        seen = self._see([(x, y) for x, y in colleagues], now.position[rows], COLLEAGUE_REACH)
        near = [(_nearest(colleagues, now.position[n]), now.ids.tolist()[n]) for n in np.array(rows, dtype=int)[seen]]
        return [person for _, person in sorted(near)]

    def _see(self, eyes: Sequence[Point], position: NDArray[np.float64], reach: float) -> NDArray[np.bool_]:
        """Which of the points (n, 2) one of the eyes sees within reach (m)."""
        seen = np.zeros(len(position), dtype=bool)
        for x, y in eyes:
            near = ((position - (x, y)) ** 2).sum(axis=1) <= reach * reach
            seen |= near & self._sightline.sees(x, y, position)
        return seen

    def _spot(self, person: int, now: Snapshot, log: Log, phrase: str) -> Spotted:
        x, y = now.position[np.flatnonzero(now.ids == person)[0]].tolist()
        return Spotted(person, (x, y), self._say(phrase, person, log, self._witness.near(x, y)))

    def _way_out(self, at: Point) -> str:
        portals = self._layout.portals.values()
        return way_called(
            min(portals, key=lambda person: (person.at[0] - at[0]) ** 2 + (person.at[1] - at[1]) ** 2).portal
        )

    def _say(self, phrase: str, person: int, log: Log, value: str = "") -> str:
        chance = stream(self._cast.seed, phrase, str(person))
        return fresh(self._speech.lines(phrase), chance, {"value": value}, {event.text for event in log.of(Sighted)})


def _nearest(points: Sequence[Sequence[float]], at: NDArray[np.float64]) -> float:
    return float(min((at[0] - x) ** 2 + (at[1] - y) ** 2 for x, y in points))
