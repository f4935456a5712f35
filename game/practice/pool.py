"""Which behaviours a drill is made of: all of them are played before it begins, each tell with what is taken for it."""

from collections.abc import Collection, Mapping

from game.chance import stream

from .ability import Ability, crowd_for, difficulty
from .exemplar import Exemplar, counterparts

TELLS, ALIKE = 9, 2
"""Tells in a drill, and look-alikes beside each: enough that none comes twice running, few enough to be played soon."""
MOST = 24
"""Tells at the most, where more are due: they are played before it begins, which takes a few seconds."""
AIM = 0.78
"""The share of right answers aimed at: the middle of what teaches most, 70 to 85 %."""
UNRULY = 0.15
"""How far chance may set one behaviour before another, in terms of that share, so that no two drills are the same."""


def deal(
    known: Mapping[str, Exemplar], trainee: Ability, seed: int, wanted: Collection[str] = ()
) -> dict[str, Exemplar]:
    """Tells and their look-alikes for one drill, by name: those `wanted` and what is taken for them first; then those
    of a difficulty that suits the trainee.
    """
    chance = stream(seed, "pool")
    crowd = crowd_for(trainee.level)
    worth: dict[str, float] = {}
    for exemplar in known.values():
        chances = [
            trainee.chance(exemplar.name, difficulty(exemplar.subtlety, distance, crowd)) for distance in range(3)
        ]
        worth[exemplar.name] = min(abs(share - AIM) for share in chances) + UNRULY * float(chance.random())
    dealt: dict[str, Exemplar] = {}
    asked = {name for name in wanted if name in known}
    first = {other.name for name in asked if not known[name].meant for other in counterparts(known[name], known)[:1]}
    tells = [exemplar for exemplar in known.values() if exemplar.meant and counterparts(exemplar, known)]
    tells.sort(key=lambda exemplar: (exemplar.name not in asked and exemplar.name not in first, worth[exemplar.name]))
    due = sum(exemplar.name in asked or exemplar.name in first for exemplar in tells)
    for tell in tells[: max(TELLS, min(due, MOST))]:
        dealt[tell.name] = tell
        alike = sorted(
            counterparts(tell, known), key=lambda exemplar: (exemplar.name not in asked, worth[exemplar.name])
        )
        dealt |= {exemplar.name: exemplar for exemplar in alike[:ALIKE]}
    return dealt
