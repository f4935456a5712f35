"""Keeping to someone who moves: following at a distance, slipping through behind, coming near to speak."""

from collections.abc import Callable
from itertools import pairwise

from game.cast import Step
from game.geometry import Point, step_length
from game.scenario.verbs import Verb
from game.view import Pose

from ..bodies import BODY, Bodies
from ..floor.ground import Ground
from .gestures import Gestures
from .player import ComingNear, Player
from .relations import Relations, Whereabouts
from .walking import Going

KEEPS = 5
"""Ticks between looks at how far off the other is."""
FOLLOWS, GAINS = 6.5, 9.0
"""Metres at which a follower stops, and at which they walk on."""
CLOSE, OPENS = 1.0, 1.3
"""The same for one who slips through behind another."""
GIVES_UP = 250
"""Ticks for which one tries to come near a person."""
SLACK = 0.15
"""Metres by which one may stop short: the other may shift a foot in the meantime."""
BEHIND_A_BACK = 0.12
"""Metres from the spot behind somebody's back at which one is there: a hand has to get at what they carry."""
HURRIES_FROM, HURRIES = 4.0, 1.1
"""Metres from somebody whom one goes up to beyond which one steps out, and the factor on the free speed at which one
does."""
FALLS_BACK, REGAINS = 2.0, 1.15
"""Metres beyond `GAINS` at which a follower is about to lose somebody, and the factor on their speed then."""
BY = 1.2
"""Metres at which one is with a person, where the verb says no more."""
GRASP = 0.85
"""Metres from somebody within which a hand can get at what they carry: an arm and a step."""
TOUCHES = 0.03
"""Metres by which one may be farther off where hands have to meet."""
ACROSS, LONG_WAY = (1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0, 2.1), 3.0
"""Metres from somebody at which one may speak to them across a counter; and how long the way round it is at least."""
AT_COUNTER = 0.4
"""Metres from such a spot at which one is there."""
_STANDING = ("nearest bystander", "nearest bag")
_TOUCHING = (Pose.TAKE, Pose.EMBRACE)


class Keeping:
    """Those who keep to someone. `over` is called when they are near, or the other has gone."""

    def __init__(
        self,
        bodies: Bodies,
        ground: Ground,
        going: Going,
        gestures: Gestures,
        relations: Relations,
        over: Callable[[Player], None],
    ) -> None:
        """Nobody yet."""
        self._bodies, self._ground, self._going = bodies, ground, going
        self._gestures, self._relations, self._over = gestures, relations, over
        self._who: dict[int, Player] = {}

    def join(self, player: Player, tick: int) -> None:
        """Keep to `one.other` from now on."""
        self._who[player.id] = player
        self._look(player, tick)

    def part(self, player: Player) -> None:
        """No longer."""
        self._who.pop(player.id, None)

    def keep_up(self, tick: int) -> None:
        """Let those whose turn it is look again."""
        for player in [player for who, player in self._who.items() if (tick + who) % KEEPS == 0]:
            self._look(player, tick)

    def is_near(self, player: Player, there: Whereabouts) -> bool:
        """Whether one is near enough to the other to do the present step."""
        place, near = self._place(player, there)
        return self._far(player, place) <= near + SLACK

    def grasps_at_nothing(self, player: Player) -> bool:
        """Whether a hand is to go to what somebody carries who is not there, or never stood still for it."""
        if player.step is None or not player.step.verb.meaning.behind:
            return False
        there = self._relations.of(player.other) if player.other is not None else None
        return there is None or self._going.far(player.row, there.x, there.y) > GRASP

    def _near(self, player: Player) -> float:
        means = player.step.verb.meaning if player.step else None
        if means is not None and means.behind:
            return BEHIND_A_BACK
        if means is None or means.near is None:
            return BY + SLACK
        return means.near + (TOUCHES if means.answered in _TOUCHING else SLACK)

    def _place(self, player: Player, there: Whereabouts) -> tuple[Whereabouts, float]:
        """Where to come to, and how near: the other, the spot behind their back, or the counter they stand behind."""
        means, near = player.step.verb.meaning if player.step else None, self._near(player)
        if means is None or means.near is None or there.person is None:
            return there, near
        if means.behind:
            hx, hy = (float(part) for part in self._bodies.turn[:, BODY, self._bodies.row_of[there.person]])
            x, y = there.x - means.near * hx, there.y - means.near * hy
            return (Whereabouts(x, y, there.z, there.person) if self._ground.standable(x, y) else there), near
        if means.answered not in _TOUCHING and (spot := self._find_before_counter(player, there)):
            return Whereabouts(*spot, there.z, there.person), AT_COUNTER
        return there, near

    def _find_before_counter(self, player: Player, there: Whereabouts) -> Point | None:
        """Where one looks over at somebody to whom there is no straight way, and a long one round; None if nowhere."""
        (x, y), end = self._bodies.at(player.row), (there.x, there.y)
        far = step_length(x - there.x, y - there.y) or 1.0
        spots = ((there.x + (x - there.x) * r / far, there.y + (y - there.y) * r / far) for r in ACROSS)
        spot = next((spot for spot in spots if self._ground.standable(*spot)), None)
        if spot is None or self._ground.clear(*spot, *end) or not self._ground.sees(*spot, *end):
            return None
        way = pairwise((spot, *self._going.way(spot, end)))
        return spot if sum(step_length(b[0] - a[0], b[1] - a[1]) for a, b in way) > LONG_WAY else None

    def _far(self, player: Player, place: Whereabouts) -> float:
        return self._going.far(player.row, place.x, place.y)

    def _look(self, player: Player, tick: int) -> None:
        there = self._relations.of(player.other) if player.other is not None else None
        if there is None or player.step is None:
            self._over(player)
            return
        if isinstance(player.stage, ComingNear):
            there = self._still_meant(player, player.step, there)
            self._come_near(player, player.step, there, tick - player.stage.since, tick)
        else:
            self._follow(player, player.step, there, tick)

    def _still_meant(self, player: Player, step: Step, there: Whereabouts) -> Whereabouts:
        """Whom one comes up to: another, where the word is for somebody who stands and this one has walked off."""
        target = next((target for target in (step.at, step.to) if target and target.relation in _STANDING), None)
        if target is None or there.person is None or not self._bodies.walking[self._bodies.row_of[there.person]]:
            return there
        found = self._relations.spot(player.row, target)
        if found is None or found.person is None:
            return there
        player.other = found.person
        return found

    def _come_near(self, player: Player, step: Step, there: Whereabouts, tried: int, tick: int) -> None:
        """Go on towards somebody, for whom one has tried for so many ticks; or be there, or give it up."""
        place, near = self._place(player, there)
        far = self._far(player, place)
        if far <= near or tried > GIVES_UP:
            self._over(player)
        else:
            pace = step.pace if far < HURRIES_FROM else max(step.pace, HURRIES)
            self._walk(player, place, pace, near, tick)

    def _follow(self, player: Player, step: Step, there: Whereabouts, tick: int) -> None:
        far = self._far(player, there)
        stops, gains = (CLOSE, OPENS) if step.verb is Verb.TAILGATE else (FOLLOWS, GAINS)
        if far > gains:
            self._walk(player, there, max(step.pace, REGAINS if far > gains + FALLS_BACK else 1.0), stops, tick)
        elif far < stops and self._bodies.walking[player.row]:
            self._bodies.stop(player.row)
            player.way = []
            self._gestures.watch(player.row, there, body=False)

    def _walk(self, player: Player, there: Whereabouts, pace: float, near: float, tick: int) -> None:
        to = self._ground.snap(there.x, there.y)
        # A little within `near`, or one could stop just short of it and wait there.
        self._going.set_off(player, to, pace, tick, reach=max(near * 0.9, 0.3), stops=True)
