"""What was so: by which way somebody came, since when they are there, where they have been, and what they did."""

from collections.abc import Iterator

import numpy as np

from game.cast import Cast, Step, Target
from game.chance import stream
from game.claims import SEVERAL, agrees, minutes
from game.clock import TICKS_PER_SECOND, minute_of_day
from game.key import Entry, KeyAct
from game.log import ActBegan, Event, Exposed, Log, Paused, Replied, Resumed, StepBegan, StepEnded
from game.scenario import LEGIBLE_AT, Layout
from game.scenario.model import POSTS
from game.scenario.talk import Fact, Speech
from game.score import showings, sight
from game.staging import PARTS
from game.timetable import departures

MINUTE = 60 * TICKS_PER_SECOND
THERE_ALREADY = (2, 12)
"""Minutes for which somebody who is inside as the scene begins has been there before."""
BESIDE = 4.0
"""Metres from a place within which one counts as having been at it."""
NOT_A_PLACE_TO_BE = {
    *POSTS, "patrol post", "camera", "staff door", "service door", "staff sign", "exit", "platform", "bus stand",
    "shop", "column",
}  # fmt: skip
"""Kinds of landmarks at which nobody would say they have been."""
NOBODY_LOOKS_FOR = {
    "shop window", "bench", "seat", "bin", "poster", "corner", "kerb", "rail", "bollards", "clock", "fire point",
    "door", "service cabinet", "service corridor", "corridor mouth", "display", "tunnel mouth", "carriage stop",
    "paid side", "desk end", "piano", "closed desk", "counter", "table", "security arch", "security scanner",
    "busker pitch", "staff doorway", "escalator landing", "escalator foot", "way between levels",
}  # fmt: skip
"""Kinds of landmarks to which nobody would ask the way: they are everywhere, or of no use to them."""
TRAINS = 8
"""Rows of a board."""
_CALLED = {
    "board": "the departure board", "guard post": "the guard", "staff post": "the member of staff",
    "patrol post": "the guard on patrol", "gateline": "the gates", "gate": "the gates", "gate inside": "the gates",
    "way out gate": "the gates", "platform end": "the platforms",
    "exit": "the way out", "seat": "the seats", "bin": "the litter bin",
    "platform side": "the platform", "carriage stop": "the edge of the platform",
    "paid side": "the hall behind the gates", "call point": "the help point", "tunnel mouth": "the tunnel",
    "escalator landing": "the escalator", "escalator foot": "the escalator", "desk end": "the check-in desks",
    "rail": "the railing", "self check-in": "the check-in machines", "corridor mouth": "the service corridor",
}  # fmt: skip
"""What kinds of landmarks are called by people, where that is not simply their kind."""
_CALLED_HERE = {
    ("attraction", "waiting area"): "the square", ("shopping centre", "waiting area"): "the mall",
}  # fmt: skip
"""What kinds of landmarks are called in one kind of venue alone."""
_RELATED = {
    "nearest staff": "the member of staff", "nearest guard": "the guard", "nearest patrol": "the guard on patrol",
    "nearest officer": "the officer", "nearest camera": "the camera", "nearest exit": "the way out",
    "nearest person": "somebody here", "nearest visitor": "somebody here", "nearest bystander": "somebody here",
    "nearest passer-by": "somebody going by", "next at the gates": "somebody at the gates",
    "same person": "somebody here",
}  # fmt: skip


class Witness:
    """Knows what was so in one staging, by the plan and by what has happened."""

    def __init__(self, layout: Layout, cast: Cast, starts: str, speech: Speech) -> None:
        """`starts` is what the station clock shows at 0:00."""
        self._layout, self._cast, self._starts, self._speech = layout, cast, starts, speech
        self._kind = layout.venue.kind
        self._places = [mark for mark in layout.landmarks if mark.kind not in NOT_A_PLACE_TO_BE]
        self._beside: dict[tuple[float, float], str] = {}
        self._verbs = {name.removeprefix("seen ") for name in speech.phrases if name.startswith("seen ")}

    def way(self, person: int) -> str:
        """By which way somebody came in; whoever was inside already came in by some way or other."""
        part = self._cast.people[person].part
        ways = self._layout.public
        if part.starts_inside:
            return way_called(ways[int(self._before(person).integers(len(ways)))])
        x, y = part.enter
        portals = self._layout.portals.values()
        return way_called(min(portals, key=lambda portal: (portal.at[0] - x) ** 2 + (portal.at[1] - y) ** 2).portal)

    def minutes(self, person: int, tick: int) -> int:
        """For how long somebody has been there."""
        part = self._cast.people[person].part
        before = int(self._before(person).integers(*THERE_ALREADY)) if part.starts_inside else 0
        return before + max(0, round((tick - part.arrive) / MINUTE))

    def _before(self, person: int) -> np.random.Generator:
        return stream(self._cast.seed, "before the scene", str(person))

    def been(self, person: int, log: Log) -> list[str]:
        """The places at which somebody has stopped, the last one first; nothing if they have only come in."""
        begun = {event.act for event in log.acts_of(person) if isinstance(event, ActBegan)}
        at: tuple[float, float] | None = None
        called: dict[str, None] = {}
        for step in self._cast.people[person].part.steps:
            if step.to is not None and step.to.point is not None:
                at = step.to.point[:2]
            if step.act in begun and at is not None and (place := self._place(*at)):
                called.pop(place, None)
                called[place] = None
        return list(called)[::-1]

    def places(self, person: int, log: Log) -> list[str]:
        """What somebody could ask the way to: places and ways out at which they have not been."""
        been = {*self.been(person, log), self.way(person)}
        called = [kind_called(mark.kind, self._kind) for mark in self._places if mark.kind not in NOBODY_LOOKS_FOR]
        called += [way_called(name) for name in self._layout.public]
        return [place for place in dict.fromkeys(called) if place not in been]

    def _place(self, x: float, y: float) -> str:
        """What is beside a point, as people would call it; "" where nothing is. Asked of many people often."""
        if (x, y) not in self._beside:
            far = [((mark.x - x) ** 2 + (mark.y - y) ** 2, n) for n, mark in enumerate(self._places)]
            nearest, n = min(far, default=(BESIDE * BESIDE + 1, 0))
            beside = nearest <= BESIDE * BESIDE
            self._beside[x, y] = kind_called(self._places[n].kind, self._kind) if beside else ""
        return self._beside[x, y]

    def near(self, x: float, y: float) -> str:
        """What is nearest to a point (m), of the ways in and out and of the places at which people stop."""
        known = [(mark.x, mark.y, kind_called(mark.kind, self._kind)) for mark in self._places]
        known += [(*portal.at, way_called(portal.portal)) for portal in self._layout.portals.values()]
        return min(known, key=lambda one: (one[0] - x) ** 2 + (one[1] - y) ** 2)[2]

    # --- acts ---------------------------------------------------------------------------------------------------------

    def target(self, person: int, act: int) -> str:
        """What an act of somebody's was aimed at, as people would call it; "" if it was aimed at nothing."""
        for step in self._shows(person, act):
            for aimed in (step.facing, step.at, step.to):
                if aimed is not None and (called := self._name_aim(aimed)):
                    return called
        return ""

    def _name_aim(self, target: Target) -> str:
        if target.relation is not None:
            return _RELATED.get(target.relation, "")
        if target.person is not None:
            return "somebody here"
        mark = self._layout.landmark(target.name)
        return kind_called(mark.kind, self._kind) if mark else ""

    def verb(self, person: int, act: int) -> str:
        """The verb by which an act is made out."""
        return next((str(step.verb) for step in self._shows(person, act) if str(step.verb) in self._verbs), "")

    def _shows(self, person: int, act: int) -> Iterator[Step]:
        """The steps of an act that show, those that it is made out by first."""
        steps = [step for step in self._cast.people[person].part.steps if step.act == act and step.shows]
        return iter(sorted(steps, key=lambda step: not step.decisive))

    def find_seen(self, person: int, log: Log) -> list[int]:
        """The acts of somebody that the trainee has had in view long enough to make them out, the latest first.

        Only such as one can ask about: there are words for what was done, and for what it was aimed at.
        """
        numbers = {step.act for step in self._cast.people[person].part.steps if step.act is not None and step.shows}
        acts = [n for n in sorted(numbers) if self.verb(person, n) and self.target(person, n)]
        mine = _of_one(log, person)
        entry = Entry(person, "", "decoy", "none", tuple(self._find_in_key(person, n) for n in acts))
        shown = [showing for showing in showings(entry, mine, sight(mine)) if showing.noticed]
        return [showing.act.act for showing in reversed(shown)]

    def _find_in_key(self, person: int, act: int) -> KeyAct:
        """What it takes to make an act out."""
        step = next(step for step in self._shows(person, act) if str(step.verb) in self._verbs)
        reads = step.verb.meaning.reads
        return KeyAct(act, "look-alike", "", "", LEGIBLE_AT[reads], PARTS[reads], step.ticks)

    # --- trains -------------------------------------------------------------------------------------------------------

    def trains(self, tick: int) -> list[str]:
        """The trains on the board of a railway station at a tick; none elsewhere, or where no board hangs."""
        if self._layout.venue.kind != "railway station" or not self._layout.of_kind("board"):
            return []
        minute = minute_of_day(self._starts, tick)
        return [f"{departure.time} to {departure.town}" for departure in departures(minute, TRAINS)]

    # --- claims -------------------------------------------------------------------------------------------------------

    def claim(self, fact: Fact, person: int, act: int | None, log: Log) -> str:
        """What was so of somebody, as they would claim it; "" where there is nothing to claim."""
        tick = log.events[-1].tick if log.events else 0
        if fact == "way":
            return self.way(person)
        if fact == "since":
            return minutes(self.minutes(person, tick))
        if fact == "been":
            return (self.been(person, log) or [self.way(person)])[0]
        return self.target(person, act) if fact == "act" and act is not None else ""

    def false_claim(self, fact: Fact, person: int, act: int | None, log: Log, number: float) -> str:
        """Something else that might as well have been so; `number` from 0 to 1 picks it.

        It is what was so of somebody else here, so that what is claimed tells nothing of whether it is so.
        """
        so, people = self.find(fact, person, act, log), self._cast.people
        for n in range(len(people)):
            other = people[(int(number * len(people)) + n) % len(people)].id
            claim = self.claim(fact, other, self._some_act(other), log)
            if claim and not agrees(claim, so):
                return claim
        return so

    def _some_act(self, person: int) -> int | None:
        """An act of somebody's that one could ask about."""
        acts = (step.act for step in self._cast.people[person].part.steps if step.act is not None and step.shows)
        return next((act for act in acts if self.verb(person, act) and self.target(person, act)), None)

    # --- what control finds -------------------------------------------------------------------------------------------

    def find(self, fact: Fact, person: int, act: int | None, log: Log) -> str:
        """What was so, as claims would put it; "" where nothing tells."""
        if fact == "been":
            return SEVERAL.join(self.been(person, log) or [self.way(person)])
        if fact == "train":
            return SEVERAL.join(self.trains(log.events[-1].tick if log.events else 0))
        return self.claim(fact, person, act, log)

    def so(self, replied: Replied, log: Log) -> str:
        """What was so of the fact that an answer is about, by a log up to then; "" where it is about none."""
        topic = self._speech.topic(replied.topic)
        return self.find(topic.fact, replied.person, replied.act, log) if topic and topic.fact else ""


def _of_one(log: Log, person: int) -> Log:
    """What of a log is about one person: to go through the whole of a long one would hold up a talk."""
    kept: list[Event] = [log.events[0], *log.acts_of(person)]
    for event in log.events:
        if isinstance(event, Exposed):
            if person in event.people:
                n = event.people.index(person)
                upon = (person,) if person in event.upon else ()
                only = (event.height[n],), (event.share[n],), (event.parts[n],)
                kept.append(Exposed(event.tick, (person,), *only, upon))
        elif isinstance(event, Paused | Resumed | StepBegan | StepEnded) and getattr(event, "person", person) == person:
            kept.append(event)
    return Log([*sorted(kept, key=lambda event: event.tick), log.events[-1]])


def way_called(name: str) -> str:
    """A way in as people call it: "the west door", "the way to the trains", but "platform 3" and "Market Square"."""
    if name.startswith("to "):
        return f"the way {name}"
    last = name.rsplit(maxsplit=1)[-1]
    has_number = last[-1].isdigit() or (len(last) == 1 and last.isupper())
    return name if has_number or name[0].isupper() or name in ("arrivals", "departures") else f"the {name}"


def kind_called(kind: str, venue: str) -> str:
    """A landmark of a kind as people call it in this kind of venue."""
    return _CALLED_HERE.get((venue, kind)) or _CALLED.get(kind, f"the {kind}")
