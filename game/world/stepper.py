"""Whose step is over, and what comes next: plays every part, one step after another."""

from collections.abc import Callable

import numpy as np

from ..cast import Cast, Reaction, Step, Target
from ..geometry import Point
from ..log import ActBegan, ActEnded, Entered, Left, WorldEvent
from ..scenario.layout import Layout
from ..scenario.verbs import GRAMMAR, Verb
from .bodies import BODY, Bodies
from .company import Company
from .doors import OUT, Door, doors
from .gestures import Gestures
from .going import NEAR, Going
from .ground import Ground
from .objects import Objects
from .player import Player, Stage, player
from .queues import queues
from .relations import Relations, Spot
from .routes import Routes
from .seats import Seats
from .verbs import meaning

MOST_STEPS_AT_ONCE = 12
SEATED = frozenset({Verb.SIT, Verb.WAIT, Verb.LOOK, Verb.GLANCE, Verb.SCAN, Verb.WATCH, Verb.READ})
"""What can be done without getting up."""
KEEPS = 5
"""Ticks between looks at how far off the one is whom one follows."""
FOLLOWS, GAINS = 6.5, 9.0
"""Metres at which a follower stops, and at which they walk on."""
NEAREST_TRIES = 250
"""Ticks for which one tries to come near a person."""


class Stepper:
    """Plays the parts of the cast on the bodies."""

    def __init__(self, layout: Layout, cast: Cast, bodies: Bodies, ground: Ground, start: int) -> None:
        """Everyone waits outside for their time."""
        self.tick = start
        self.objects = Objects()
        self.relations = Relations(layout, cast.people, bodies, self.objects, ground)
        self._bodies, self._ground, self._layout = bodies, ground, layout
        self.players = [player(person) for person in cast.people]
        self.going = Going(bodies, ground, Routes(ground))
        self._gestures = Gestures(bodies, self.relations)
        self.company = Company(bodies, self._gestures, ground)
        self._queues = queues(layout, ground)
        self._seats = Seats(layout, ground)
        self._doors = doors(layout, ground)
        self._outside = sorted((one.person.part.arrive, one.id) for one in self.players)[::-1]
        self._due: dict[int, list[int]] = {}
        self._slides: dict[int, tuple[Point, Callable[[Player], None] | None]] = {}
        self._keepers: list[int] = []
        self.events: list[WorldEvent] = []
        self.came_or_went = False

    # --- a tick -------------------------------------------------------------------------------------------------------

    def decide(self, tick: int) -> None:
        """Everything that is decided in this tick."""
        self.tick = tick
        self._enter()
        for who in self._due.pop(tick, ()):
            one = self.players[who]
            if one.stage is Stage.DOING and one.until == tick:
                self._finish(one)
        self._arrivals()
        self._slide()
        for who in self.company.lost():
            self._finish(self.players[who])
        self.company.keep_up(tick)
        for who in [who for who in self._keepers if (tick + who) % KEEPS == 0]:
            self._keep(self.players[who])
        self._patience()

    def _enter(self) -> None:
        late: list[tuple[int, int]] = []
        while self._outside and self._outside[-1][0] <= self.tick:
            arrive, who = self._outside.pop()
            if not self._come_in(self.players[who]):
                late.append((self.tick + 3, who))
        if late:
            self._outside = sorted([*self._outside, *late])[::-1]

    def _come_in(self, one: Player) -> bool:
        part = one.person.part
        door = None if part.starts_inside else self._door_near(part.enter)
        spot = self._way_in(one, door)
        if spot is None:
            return False
        self._bodies.place(one.id, *spot)
        self._bodies.present[one.id] = True
        facing = door.inward if door else ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[one.id % 4]
        self._bodies.face(one.id, *facing)
        self.came_or_went = True
        self.events.append(Entered(self.tick, one.id))
        self._next(one)
        return True

    def _way_in(self, one: Player, door: Door | None) -> Point | None:
        if door is None:
            return self.going.berth(one.id, *one.person.part.enter)
        share = (one.id * 37 % 101) / 50.0 - 1.0
        for turn in range(5):
            x, y = door.spot(((share + 0.45 * turn + 1.0) % 2.0) - 1.0, self._ground)
            here = self._bodies.present.nonzero()[0]
            dx, dy = self._bodies.position[0, here] - x, self._bodies.position[1, here] - y
            if not len(here) or float((dx * dx + dy * dy).min()) > 0.25:
                return x, y
        return None

    def _door_near(self, at: Point) -> Door | None:
        for door in self._doors.values():
            dx, dy = at[0] - door.at[0], at[1] - door.at[1]
            if dx * dx + dy * dy < (door.half + 0.6) * (door.half + 0.6):
                return door
        return None

    def _arrivals(self) -> None:
        for who in self.going.there(self.tick):
            one = self.players[who]
            if one.way and self.going.sees_on(one) and not self.going.bend(one, self.tick, stops=self._stops(one)):
                self._arrived(one)

    def _patience(self) -> None:
        for who in self.going.blocked(self.tick):
            one = self.players[who]
            if not one.way:
                continue
            near = self.going.far(who, *one.way[0])
            if (near < 1.5 and self._stops(one)) or (one.detours >= 2 and near < 4.0) or one.detours > 8:
                self.going.stuck += 1
                self._arrived(one)
            else:
                self.going.find_a_way(one, self.tick, stops=self._stops(one))

    def _stops(self, one: Player) -> bool:
        return one.step is None or one.step.verb not in (Verb.LEAVE, Verb.BOARD)

    # --- steps --------------------------------------------------------------------------------------------------------

    def _next(self, one: Player) -> None:
        """Go on to the step that comes next, and over those that take no time."""
        for _ in range(MOST_STEPS_AT_ONCE):
            one.number += 1
            if one.number < len(one.steps):
                one.step = one.steps[one.number]
            elif one.paused:
                one.steps, one.number, one.left = one.paused
                one.paused = None
                one.step = one.steps[one.number] if one.number < len(one.steps) else _OUT
            else:
                one.step = _OUT
            if self._begin(one):
                return
        self._hold(one, 1)

    def _begin(self, one: Player) -> bool:
        """Begin the present step; false if it is over already."""
        step = one.step
        assert step is not None
        one.other = self._with(one, step)
        if one.seat is not None and (step.to is not None or step.verb not in SEATED):
            self._rise(one)
            return True
        if step.verb in (Verb.LEAVE, Verb.BOARD):
            return self._leave(one, step)
        if step.verb in (Verb.FOLLOW, Verb.ACCOMPANY, Verb.TAILGATE):
            return self._begin_keeping(one, step)
        if step.verb is Verb.QUEUE and step.to and (step.to.queue or step.to.name) in self._queues:
            return self._join_queue(one, step.to.queue or step.to.name)
        if step.verb is Verb.SIT and one.seat is None and self._sit(one, step):
            return True
        if step.verb is Verb.TURN_BACK and step.to is None:
            return self._go(one, self._behind(one), NEAR)
        spot = self.relations.spot(one.id, step.to) if step.to else None
        if spot is None and one.other is not None and meaning(step.verb).near is not None:
            spot = self.relations.of(one.other)
        if spot is None:
            return self._do(one)
        if spot.person is not None:
            one.other = spot.person if one.other is None else one.other
            return self._approach(one, spot.person)
        return self._go(one, self.going.berth(one.id, spot.x, spot.y), NEAR)

    def _with(self, one: Player, step: Step) -> int | None:
        """The other person of a step of two."""
        if meaning(step.verb).near is None and step.verb not in (Verb.FOLLOW, Verb.ACCOMPANY, Verb.TAILGATE):
            return None
        for target in (step.at, step.to):
            if target is not None and (target.person is not None or target.relation is not None):
                spot = self.relations.spot(one.id, target)
                return spot.person if spot else None
        return None

    def _go(self, one: Player, to: Point, reach: float) -> bool:
        step = one.step
        assert step is not None
        if self.going.far(one.id, *to) <= reach + 0.05:
            return self._do(one)
        one.stage = Stage.GOING
        self._gestures.go(one.id, step)
        self.going.set_off(one, to, step.pace, self.tick, reach=reach, stops=self._stops(one))
        if self._stops(one):
            self.going.keep(one.id, *to)
        if GRAMMAR[step.verb].moves:
            self._show(one)
        return True

    def _arrived(self, one: Player) -> None:
        """At the end of a way."""
        one.way = []
        if one.stage is Stage.QUEUING:
            self._in_line(one)
        elif one.stage is Stage.KEEPING:
            self._bodies.stop(one.id)
        elif one.seat is not None:
            self._bodies.stop(one.id)
            seat = self._layout.seats[one.seat]
            self._slides[one.id] = (seat.at, self._seated)
            self._gestures.face_point(one.id, seat.at[0] + 3 * seat.facing[0], seat.at[1] + 3 * seat.facing[1])
        elif one.step is not None and one.step.verb in (Verb.LEAVE, Verb.BOARD):
            self._out(one)
        elif not self._do(one):
            self._next(one)

    def _do(self, one: Player) -> bool:
        """Do the step where one is; false if it takes no time."""
        step = one.step
        assert step is not None
        self._bodies.stop(one.id)
        ticks = step.ticks if one.left is None else one.left
        one.left = None
        if ticks <= 0 or (GRAMMAR[step.verb].moves and step.verb is not Verb.WALK):
            self._hide(one)
            return False
        x, y = self._bodies.at(one.id)
        if one.seat is None:
            self.going.keep(one.id, x, y)
        self._gestures.do(one.id, step, one.other, ticks, seated=one.seat is not None)
        self._face_place(one, step)
        self._handle(one, step)
        self._show(one)
        self._hold(one, ticks)
        return True

    def _hold(self, one: Player, ticks: int) -> None:
        one.stage = Stage.DOING
        one.since = self.tick
        one.until = self.tick + max(1, ticks)
        self._due.setdefault(one.until, []).append(one.id)

    def _finish(self, one: Player) -> None:
        """The present step is over."""
        self._hide(one)
        if one.queue is not None:
            self._leave_queue(one)
        self._keepers = [who for who in self._keepers if who != one.id]
        self.company.part(one.id)
        self._next(one)

    def _face_place(self, one: Player, step: Step) -> None:
        """Turn to what a place faces, or to the thing that one came for."""
        if step.to is None or step.to.point is None or one.seat is not None:
            return
        place = self._layout.places.get(step.to.name)
        x, y = self._bodies.at(one.id)
        if place is not None and place.faces is not None:
            self._gestures.face_point(one.id, x + 3 * place.faces[0], y + 3 * place.faces[1])
            return
        mark = self._layout.landmark(step.to.name)
        if mark is not None and step.verb in (Verb.USE, Verb.TRY_DOOR, Verb.SHOW_CARD, Verb.QUEUE):
            self._gestures.face_point(one.id, mark.x, mark.y)

    def _handle(self, one: Player, step: Step) -> None:
        """Put things on the floor and take them up."""
        x, y = self._bodies.at(one.id)
        looks = one.person.looks
        hx, hy = float(self._bodies.turn[0, BODY, one.id]), float(self._bodies.turn[1, BODY, one.id])
        if step.verb is Verb.PUT_DOWN:
            bag = step.held in ("nothing", "bag", looks.carries)
            kind = looks.carries if bag and looks.carries != "nothing" else "bag" if bag else step.held
            self.objects.put_down(one.id, kind, x + 0.45 * hx - 0.25 * hy, y + 0.45 * hy + 0.25 * hx, bag=bag)
            if bag:
                self._bodies.bag[one.id] = 0
        elif step.verb is Verb.PICK_UP:
            taken = self.objects.pick_up(one.id, x, y)
            if taken is not None and taken.bag:
                self._bodies.bag[one.id] = 1

    # --- acts ---------------------------------------------------------------------------------------------------------

    def _show(self, one: Player) -> None:
        step = one.step
        if step is None or not step.shows or step.act is None or one.shows_since is not None:
            return
        act = one.acts[step.act]
        one.shows_since = self.tick
        if not act.began:
            act.began = True
            self.events.append(ActBegan(self.tick, one.id, step.act))

    def _hide(self, one: Player, *, over: bool = True) -> None:
        """The present step no longer shows; if it was the last of its act, the act ends."""
        step = one.step
        if step is None or not step.shows or step.act is None:
            return
        act = one.acts[step.act]
        ran = self.tick - one.shows_since if one.shows_since is not None else 0
        one.shows_since = None
        act.ran += ran
        if not over:
            return
        act.planned += ran if GRAMMAR[step.verb].moves else step.ticks
        act.steps -= 1
        if act.steps == 0 and act.began:
            self.events.append(ActEnded(self.tick, one.id, step.act, act.ran, act.planned))

    def _end_acts(self, one: Player) -> None:
        """Whoever leaves shows nothing more."""
        for number, act in one.acts.items():
            if act.began and act.steps > 0:
                left = sum(
                    step.ticks for step in one.steps[one.number + 1 :] if step.shows and step.act == number
                )
                self.events.append(ActEnded(self.tick, one.id, number, act.ran, act.planned + left))
                act.steps = 0

    # --- going out ----------------------------------------------------------------------------------------------------

    def _leave(self, one: Player, step: Step) -> bool:
        door = self._doors.get(step.to.name) if step.to else None
        if door is None:
            door = self._nearest_door(one, step.to)
        self.going.leave_berth(one.id)
        if door is None:
            self._out(one)
            return True
        x, y = self._bodies.at(one.id)
        across = (x - door.at[0]) * door.along[0] + (y - door.at[1]) * door.along[1]
        half = max(door.half - 0.4, 0.1)
        share = min(max(across / half * 0.5 + ((one.id * 53 % 101) / 50.0 - 1.0) * 0.5, -1.0), 1.0)
        to = door.spot(share, self._ground)
        if not self._go(one, to, OUT):
            self._out(one)
        return True

    def _nearest_door(self, one: Player, target: Target | None) -> Door | None:
        x, y = target.point[:2] if target and target.point else self._bodies.at(one.id)
        ways = [door for door in self._doors.values() if not door.staff_only] or list(self._doors.values())
        shops = {name for name, portal in self._layout.portals.items() if portal.kind == "shop"}
        ways = [door for door in ways if door.name not in shops] or ways
        return min(ways, key=lambda d: (d.at[0] - x) * (d.at[0] - x) + (d.at[1] - y) * (d.at[1] - y), default=None)

    def _out(self, one: Player) -> None:
        self._hide(one)
        self._end_acts(one)
        self._bodies.stop(one.id)
        self._bodies.present[one.id] = False
        self._bodies.place(one.id, -1000.0, -1000.0)
        self._gestures.relax(one.id)
        self.going.leave_berth(one.id)
        one.stage, one.step, one.way = Stage.GONE, None, []
        self.came_or_went = True
        self.events.append(Left(self.tick, one.id))

    # --- seats --------------------------------------------------------------------------------------------------------

    def _sit(self, one: Player, step: Step) -> bool:
        if step.to is None:
            return False
        near = step.to.point[:2] if step.to.point else self._bodies.at(one.id)
        one.seat = self._seats.take(one.id, step.to, near)
        if one.seat is None:
            return False
        front = self._seats.front(one.seat)
        self.going.leave_berth(one.id)
        one.stage = Stage.GOING
        self._gestures.go(one.id, step)
        self.going.set_off(one, front, step.pace, self.tick, reach=NEAR, stops=True)
        return True

    def _seated(self, one: Player) -> None:
        if not self._do(one):
            self._next(one)
            return
        seat = self._layout.seats[one.seat or 0]
        self._gestures.face_point(one.id, seat.at[0] + 3 * seat.facing[0], seat.at[1] + 3 * seat.facing[1])

    def _rise(self, one: Player) -> None:
        assert one.seat is not None
        self._slides[one.id] = (self._seats.front(one.seat), self._risen)
        one.stage = Stage.GOING

    def _risen(self, one: Player) -> None:
        self._seats.free(one.seat or 0)
        one.seat = None
        if not self._begin(one):
            self._next(one)

    def _slide(self) -> None:
        """Move those who sit down or get up."""
        for who, (to, then) in sorted(self._slides.items()):
            x, y = self._bodies.at(who)
            dx, dy = to[0] - x, to[1] - y
            far = (dx * dx + dy * dy) ** 0.5
            if far > 0.12:
                self._bodies.place(who, x + dx * 0.12 / far, y + dy * 0.12 / far)
                continue
            self._bodies.place(who, *to)
            del self._slides[who]
            if then is not None:
                then(self.players[who])

    # --- queues -------------------------------------------------------------------------------------------------------

    def _join_queue(self, one: Player, name: str) -> bool:
        queue = self._queues[name]
        queue.ids.append(one.id)
        one.queue = name
        self._stand_in_line(one, len(queue.ids) - 1)
        return True

    def _stand_in_line(self, one: Player, n: int) -> None:
        assert one.queue is not None
        assert one.step is not None
        spot = self._queues[one.queue].spot(n)
        one.stage = Stage.QUEUING
        self.going.keep(one.id, *spot)
        if self.going.far(one.id, *spot) <= NEAR:
            self._in_line(one)
            return
        if not self._bodies.walking[one.id]:
            self._gestures.go(one.id, one.step)
        self.going.set_off(one, spot, one.step.pace, self.tick, reach=0.2, stops=True)

    def _in_line(self, one: Player) -> None:
        """In one's place in the queue: at the head one is served, elsewhere one waits."""
        assert one.queue is not None
        assert one.step is not None
        queue = self._queues[one.queue]
        self._bodies.stop(one.id)
        if queue.ids[0] == one.id:
            if not self._do(one):
                self._finish(one)
            return
        before = self.relations.of(queue.ids[queue.ids.index(one.id) - 1])
        self._gestures.do(one.id, _STANDING, None, 40)
        if before is not None:
            self._gestures.face_point(one.id, before.x, before.y)

    def _leave_queue(self, one: Player) -> None:
        assert one.queue is not None
        queue = self._queues[one.queue]
        place = queue.ids.index(one.id)
        queue.ids.remove(one.id)
        one.queue = None
        for n in range(place, len(queue.ids)):
            other = self.players[queue.ids[n]]
            if other.stage is Stage.QUEUING:
                self._stand_in_line(other, n)

    # --- with someone -------------------------------------------------------------------------------------------------

    def _behind(self, one: Player) -> Point:
        """Back where one came from, as far as the step lasts."""
        step = one.step
        x, y = self._bodies.at(one.id)
        hx, hy = float(self._bodies.turn[0, BODY, one.id]), float(self._bodies.turn[1, BODY, one.id])
        reach = max((step.ticks if step else 0) * 0.1 * one.person.speed, 2.0)
        for share in (1.0, 0.7, 0.4):
            u, v = x - hx * reach * share, y - hy * reach * share
            if self._ground.standable(u, v):
                return u, v
        return self._ground.snap(x - hx * 1.5, y - hy * 1.5)

    def _begin_keeping(self, one: Player, step: Step) -> bool:
        if one.other is None or not self._bodies.present[one.other]:
            if step.verb is Verb.TAILGATE and step.to is not None and step.to.point is not None:
                return self._go(one, self.going.berth(one.id, *step.to.point[:2]), NEAR)
            return False
        self.going.leave_berth(one.id)
        self._gestures.go(one.id, step)
        self._show(one)
        ticks = step.ticks if one.left is None else one.left
        one.left = None
        self._hold(one, ticks)
        if step.verb is Verb.ACCOMPANY:
            self.company.join(one.id, one.other)
        else:
            self._keepers.append(one.id)
        return True

    def _approach(self, one: Player, other: int) -> bool:
        """Come near a person, who may be moving."""
        step = one.step
        assert step is not None
        near = meaning(step.verb).near or 1.2
        if self.going.far(one.id, *self._bodies.at(other)) <= near + 0.3:
            return self._do(one)
        one.stage, one.since = Stage.KEEPING, self.tick
        one.other = other
        self.going.leave_berth(one.id)
        self._gestures.go(one.id, step)
        self._keepers.append(one.id)
        if GRAMMAR[step.verb].moves:
            self._show(one)
        self._keep(one)
        return True

    def _keep(self, one: Player) -> None:
        """Look again where the other is, and walk or stop."""
        step, other = one.step, one.other
        assert step is not None
        there = self.relations.of(other) if other is not None else None
        if there is None:
            self._stop_keeping(one)
            return
        far = self.going.far(one.id, there.x, there.y)
        if one.stage is Stage.KEEPING:
            near = (meaning(step.verb).near or 1.2) + 0.15
            if far <= near or self.tick - one.since > NEAREST_TRIES:
                self._stop_keeping(one)
            else:
                self._walk_towards(one, there, step.pace if far < 4 else max(step.pace, 1.1), near)
            return
        stops, gains = (1.0, 1.3) if step.verb is Verb.TAILGATE else (FOLLOWS, GAINS)
        if far > gains:
            self._walk_towards(one, there, max(step.pace, 1.1 if far > gains + 2 else 1.0), stops)
        elif far < stops:
            self._bodies.stop(one.id)
            one.way = []
            self._gestures.watch(one.id, there.person or 0, body=False)

    def _walk_towards(self, one: Player, there: Spot, pace: float, near: float) -> None:
        stage = one.stage
        to = self._ground.snap(there.x, there.y)
        self.going.set_off(one, to, pace, self.tick, reach=max(near * 0.9, 0.3), stops=True)
        one.stage = stage

    def _stop_keeping(self, one: Player) -> None:
        self._keepers = [who for who in self._keepers if who != one.id]
        one.way = []
        if one.stage is Stage.DOING:
            self._bodies.stop(one.id)
            self._finish(one)
        elif not self._do(one):
            self._next(one)

    # --- reactions ----------------------------------------------------------------------------------------------------

    def interrupt(self, one: Player, reaction: Reaction) -> None:
        """Drop what one does, react, and resume later at the same step."""
        one.reactions.remove(reaction)
        step = one.step
        if step is None or one.paused is not None or not reaction.steps:
            return
        if one.stage is Stage.DOING:
            one.left = max(one.until - self.tick, 5)
        self._hide(one, over=False)
        if one.queue is not None:
            self._leave_queue(one)
        self._keepers = [who for who in self._keepers if who != one.id]
        self.company.part(one.id)
        one.until = -1_000_000
        one.way = []
        self._bodies.stop(one.id)
        one.paused = (one.steps, one.number, one.left)
        one.left = None
        one.steps, one.number = reaction.steps, -1
        self._next(one)


_OUT = Step(Verb.LEAVE)
_STANDING = Step(Verb.WAIT, 40)
