"""What people do when they do nothing in particular: shifts of staff, and the time between one act and the next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game import cast
from game.scenario.model import AnyStep, Behaviour, Choose, Do, Option, Repeat, Role, WrittenStep
from game.scenario.units import Range
from game.scenario.verbs import Verb

from .script import MOST_STEPS, Script
from .spots import Bearings

SHORTEST = 30
"""Ticks to which a stop between two acts may be cut, no further: nobody rushes about without a reason."""
ATTEMPTS, TOO_LATE = 6, 100
"""How often to draw everyday steps that fit, and by how many ticks they may last too long."""
_BOUND = ("destination", "exit", "any gate", "any way out gate")
_STAND_AND_WAIT: tuple[AnyStep, ...] = (
    WrittenStep(verb=Verb.WALK, to="somewhere"),
    Choose(
        choose=(
            Option(weight=3, steps=(WrittenStep(verb=Verb.READ, held="phone", for_=Range(8, 20)),)),
            Option(weight=2, steps=(WrittenStep(verb=Verb.WAIT, for_=Range(6, 18)),)),
            Option(weight=1, steps=(WrittenStep(verb=Verb.SCAN, for_=Range(3, 6)),)),
        )
    ),
)


def shift(script: Script, role: Role, bearings: Bearings, lasts: int, speed: float) -> None:
    """A member of staff's steps over and over for `lasts` ticks."""
    start = (0.0, 0.0)
    for _ in range(MOST_STEPS):
        if script.spots.walks.duration(script.steps, start, speed) >= lasts or len(script.steps) >= MOST_STEPS:
            return
        before = len(script.steps)
        script.role_steps(without_leaving(role.steps), bearings)
        if len(script.steps) == before:
            return


def pass_time(
    script: Script, role: Role, bearings: Bearings, lasts: int, speed: float, enter: tuple[float, float]
) -> None:
    """About `lasts` ticks of the role's everyday steps, without leaving; `enter` is where an empty part begins."""
    first, start = len(script.steps), _last_spot(script, enter)
    stays = _stay(role.steps) or _STAND_AND_WAIT
    for _ in range(ATTEMPTS):
        _fill(script, stays, bearings, first, start, lasts, speed)
        if script.spots.walks.duration(script.steps[first:], start, speed) <= lasts + TOO_LATE:
            return
        del script.steps[first:]
    script.role_steps(_STAND_AND_WAIT[1:], bearings)
    # Two seconds at the least, or it would be seen as a stumble.
    script.steps[-1] = replace(script.steps[-1], ticks=max(20, lasts))


def _fill(
    script: Script,
    stays: tuple[AnyStep, ...],
    bearings: Bearings,
    first: int,
    start: tuple[float, float],
    lasts: int,
    speed: float,
) -> None:
    # As many rounds as fill any stay; steps that take no time would otherwise go on for ever.
    for _ in range(30):
        if script.spots.walks.duration(script.steps[first:], start, speed) >= lasts:
            break
        script.role_steps(stays, bearings)
        stays = stays if any(step.ticks for step in script.steps[first:]) else _STAND_AND_WAIT
    _drop_later_acts(script, first, start, speed, lasts)
    _trim(script.steps, first, script.spots.walks.duration(script.steps[first:], start, speed) - lasts)


def leave(script: Script, bearings: Bearings) -> None:
    """Out by the exit."""
    portal = script.spots.layout.portals[bearings.exit]
    script.steps.append(cast.Step(Verb.LEAVE, to=cast.Target(portal.portal, point=(*portal.at, 0.0))))


def without_leaving(steps: Sequence[AnyStep]) -> tuple[AnyStep, ...]:
    """The steps without those that end the stay."""
    return _keep(steps, bound=True)


def lingers(role: Role, behaviours: Mapping[str, Behaviour]) -> float:
    """Seconds for which someone of this role is held up by what they do on the way, on average."""
    return _expect(_stay(role.steps), behaviours)


def _expect(steps: Sequence[AnyStep], behaviours: Mapping[str, Behaviour]) -> float:
    total = 0.0
    for step in steps:
        if isinstance(step, Choose):
            weights = sum(option.weight for option in step.choose)
            total += sum(option.weight * _expect(option.steps, behaviours) for option in step.choose) / weights
        elif isinstance(step, Repeat):
            total += sum(step.times) / 2 * _expect(step.steps, behaviours)
        elif isinstance(step, Do):
            total += _expect(behaviours[step.do].steps, behaviours)
        else:
            total += sum(step.for_ or step.verb.meaning.seconds) / 2 + sum(step.pause or (0.0, 0.0)) / 2
    return total


def _stay(steps: Sequence[AnyStep]) -> tuple[AnyStep, ...]:
    return _keep(steps, bound=False)


def _keep(steps: Sequence[AnyStep], *, bound: bool) -> tuple[AnyStep, ...]:
    kept: list[AnyStep] = []
    for step in steps:
        if isinstance(step, Choose):
            options = [option.model_copy(update={"steps": _keep(option.steps, bound=bound)}) for option in step.choose]
            kept.append(step.model_copy(update={"choose": tuple(options)}))
        elif isinstance(step, Repeat):
            if inner := _keep(step.steps, bound=bound):
                kept.append(step.model_copy(update={"steps": inner}))
        elif isinstance(step, Do) or (step.verb.meaning.goes != "out" and (bound or step.to not in _BOUND)):
            kept.append(step)
    return tuple(kept)


def _last_spot(script: Script, enter: tuple[float, float]) -> tuple[float, float]:
    points = [step.to.point for step in script.steps if step.to and step.to.point]
    return (points[-1][0], points[-1][1]) if points else enter


def _drop_later_acts(script: Script, first: int, start: tuple[float, float], speed: float, lasts: int) -> None:
    """Leave out what would come after the time is up: whole acts, so that nobody puts down a bag for good."""
    steps = script.steps
    while len(steps) > first:
        begins = len(steps) - 1
        while begins > first and steps[begins - 1].act == steps[-1].act:
            begins -= 1
        if begins == first or script.spots.walks.duration(steps[first:begins], start, speed) < lasts:
            return
        del steps[begins:]


def _trim(steps: list[cast.Step], first: int, surplus: int) -> None:
    for n in range(len(steps) - 1, first - 1, -1):
        cut = min(max(0, surplus), max(0, steps[n].ticks - SHORTEST))
        steps[n] = replace(steps[n], ticks=steps[n].ticks - cut)
        surplus -= cut
