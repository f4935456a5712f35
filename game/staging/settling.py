"""A scenario's events with their times drawn: the programme of one seed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.chance import stream
from game.clock import PRE_ROLL, clock, ticks
from game.programme import Called, Late, Programme, Pulse, Shut
from game.scenario import Production, Venue
from game.scenario.timed import TimedEvent
from game.scenario.units import Range


@dataclass(frozen=True, slots=True)
class Timed:
    """One thing that happens of itself, for whoever explains a scene: from when until when, and what."""

    begins: int
    ends: int
    words: str


def programme(production: Production, seed: int) -> Programme:
    """What happens of itself with this seed. Each event has a stream of its own, so that none moves another."""
    lasts = ticks(production.scenario.clock.lasts)
    some = [
        happening
        for n, event in enumerate(production.scenario.events)
        for happening in _settle(n, event, production.venue, stream(seed, "event", str(n)), lasts)
    ]
    return Programme(
        called=tuple(one for one in some if isinstance(one, Called)),
        shut=tuple(one for one in some if isinstance(one, Shut)),
        late=tuple(one for one in some if isinstance(one, Late)),
        pulses=tuple(one for one in some if isinstance(one, Pulse)),
        rain=production.scenario.weather == "rain",
    )


def _settle(
    n: int, event: TimedEvent, venue: Venue, chance: np.random.Generator, lasts: int
) -> Iterator[Called | Shut | Late | Pulse]:
    tick = _draw(event.at, chance) if event.at else -PRE_ROLL
    if event.announce:
        yield Called(tick, event.announce)
    ends = tick + _draw(event.for_, chance) if event.for_ else lasts
    for portal in _with_other_ends(event.close, venue):
        yield Shut(portal, tick, ends)
    by = _draw(event.by, chance) if event.by else 0
    for platform in event.delay:
        yield Late(platform, tick, by)
    if event.bring:
        low, high = event.bring.how_many
        yield Pulse(n, tick, tick + ticks(event.bring.within), int(chance.integers(int(low), int(high) + 1)))


def _with_other_ends(names: Sequence[str], venue: Venue) -> Iterable[str]:
    """The portals named, and where they lead to another level the other ends: nobody shall come up to an open one."""
    pairs = [(portal.portal, portal.leads_to) for portal in venue.portals if portal.leads_to]
    ends = [end for name in names for pair in pairs if name in pair for end in pair if end]
    return dict.fromkeys((*names, *ends))


def _draw(span: Range, chance: np.random.Generator) -> int:
    return ticks(float(chance.uniform(*span)))


def list_timed(production: Production, drawn: Programme) -> tuple[Timed, ...]:
    """All that happens of itself, in order, in words for whoever explains a scene."""
    return tuple(sorted(_tell(production, drawn), key=lambda timed: timed.begins))


def _tell(production: Production, drawn: Programme) -> Iterable[Timed]:
    for called in drawn.called:
        yield Timed(called.tick, called.tick, f"“{called.words}”")
    for shut in drawn.shut:
        yield Timed(shut.begins, shut.ends, f"{shut.portal} is shut")
    stands = {portal.portal for portal in production.venue.portals if portal.kind == "bus"}
    for late in drawn.late:
        what = "bus" if late.platform in stands else "train"
        words = f"the next {what} at {late.platform} is {clock(late.by)} late"
        yield Timed(late.tick, late.tick, words)
    for pulse in drawn.pulses:
        bring = production.scenario.events[pulse.event].bring
        if bring:
            yield Timed(
                pulse.begins, pulse.ends, f"{pulse.people} come by {', '.join(bring.from_)} ({bring.role})"
            )
