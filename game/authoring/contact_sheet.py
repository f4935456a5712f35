"""What one behaviour looks like: played for real in an empty venue, and told in a strip of moments."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..clock import clock
from ..log import ActBegan, ActEnded
from ..picture import Shot, png, strip
from ..scenario import Production
from ..scenario.model import Account, Crowd, Decoy, Planned
from ..view import Snapshot
from .rehearsal import Run, Stage, play, set_stage

MOMENTS = 6
LASTS = 150
WIDE_SCALE = 62.0


class NotPlayed(RuntimeError):
    """The behaviour did not come to be shown, with these words as the reason."""


@dataclass(frozen=True)
class Played:
    """A behaviour as it went: the run, who played it, and the ticks between which it was shown."""

    staged: Stage
    run: Run
    person: int
    began: int
    ended: int

    def snapshot(self, tick: int) -> Snapshot:
        """What an eye could see at a tick."""
        return self.run.snapshots[tick - self.run.first]

    def row(self, tick: int) -> int:
        """The player's row in the snapshot of a tick."""
        return int(np.searchsorted(self.snapshot(tick).ids, self.person))


def alone(production: Production, name: str) -> Production:
    """The scenario with nobody but its staff and one person who plays the behaviour, soon after 0:00."""
    behaviour = production.behaviours[name].model_copy(update={"reacts_to": None})
    staff = tuple(line for line in production.scenario.crowd if production.roles[line.role].staff)
    cover = next(line for line in production.scenario.crowd if not production.roles[line.role].staff)
    visitors = Crowd.model_validate({"role": cover.role, "arrive": "0.1 per minute", "from": cover.from_})
    player = Decoy(
        role=cover.role,
        arrive=(-30.0, -28.0),
        carries="nothing" if behaviour.needs is None else behaviour.needs,
        look_alikes=(Planned(name=name, after=(1.0, 2.0)),),
        account=Account(claims="I am only passing through."),
    )
    scenario = production.scenario.model_copy(
        update={
            "subjects": (),
            "decoys": (player,),
            "crowd": (*staff, visitors),
            "clock": production.scenario.clock.model_copy(update={"lasts": float(LASTS)}),
        }
    )
    behaviours = production.behaviours | {name: behaviour}
    return production.model_copy(update={"scenario": scenario, "behaviours": behaviours})


def perform(production: Production, name: str, seed: int = 1) -> Played:
    """Play a behaviour of the catalogue."""
    staged = set_stage(alone(production, name), seed)
    run = play(staged)
    entry = next(entry for entry in staged.key.entries if entry.slot == "decoys/0")
    act = entry.acts[0].act
    began = ended = None
    for events in run.events:
        for event in events:
            if isinstance(event, (ActBegan, ActEnded)) and (event.person, event.act) == (entry.person, act):
                began = event.tick if isinstance(event, ActBegan) else began
                ended = event.tick if isinstance(event, ActEnded) else ended
    if began is None:
        raise NotPlayed(f"{name} was not shown within {LASTS} seconds.")
    return Played(staged, run, entry.person, began, ended or staged.lasts)


def contact_sheet(production: Production, name: str, out: Path, seed: int = 1, moments: int = MOMENTS) -> Played:
    """Save the strip of a behaviour. It does not say which behaviour it is."""
    played = perform(production, name, seed)
    looks = [person.looks for person in played.staged.cast.people]
    ticks = telling(played, moments)
    turn = _facing_turn([played.snapshot(tick).head[played.row(tick)].tolist() for tick in ticks])
    shots = [_shot(played, tick, turn) for tick in ticks]
    png(strip(played.staged.layout, looks, shots, production.scenario.clock.starts), out)
    return played


def telling(played: Played, moments: int) -> list[int]:
    """The ticks to show: the middle of each thing done while there are few, or evenly spread."""
    spans: list[tuple[int, int, tuple[int, ...]]] = []
    for tick in range(played.began, played.ended):
        snapshot, row = played.snapshot(tick), played.row(tick)
        look = (round(3 * value) for value in snapshot.gaze[row].tolist())
        state = (int(snapshot.pose[row]), int(snapshot.held[row]), *look)
        if spans and spans[-1][2] == state:
            spans[-1] = (spans[-1][0], tick, state)
        else:
            spans.append((tick, tick, state))
    held = sorted(sorted(spans, key=lambda span: span[0] - span[1])[:moments])
    if len(held) == moments:
        return [(first + last) // 2 for first, last, _ in held]
    return [played.began + round((played.ended - played.began) * (n + 0.5) / moments) for n in range(moments)]


def _shot(played: Played, tick: int, turn: int) -> Shot:
    snapshot, row = played.snapshot(tick), played.row(tick)
    x, y = snapshot.position[row].tolist()
    east, north = snapshot.gaze[row].tolist()
    return Shot(
        snapshot, played.person, (x + 1.6 * east, y + 1.6 * north), WIDE_SCALE, turn, clock(tick - played.began)
    )


def _facing_turn(heads: Sequence[Sequence[float]]) -> int:
    """The quarter turn from which faces are seen best, so that a strip does not show a back."""
    away = [(-0.28, 0.96), (-0.96, -0.28), (0.28, -0.96), (0.96, 0.28)]
    return min(range(4), key=lambda turn: sum(x * away[turn][0] + y * away[turn][1] for x, y in heads))
