"""One scenario of a check's page: what was found, what it came to, and pictures of one staging of it."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.clock import clock
from game.exercise import describe
from game.key import Entry, KeyAct, Lies
from game.log import ActBegan, ActEnded
from game.picture import Annotation, Badge, Instant, Ring, album, jpeg
from game.run import Run, Stage, play, set_stage
from game.scenario import Problem, Production, errors
from game.theme import theme
from game.truth import Nature
from game.view import Snapshot, Viewpoint
from game.view.exposure import Eye
from game.view.viewpoint import span

from ..billing import bill, initials
from ..proof.prove import Proof

WHOLE, CLOSE = (1240, 700), (190, 270)
"""Px of the picture of a place, and of that of a person."""
CLOSE_SCALE = 104.0
"""px/m of a person by themselves."""
MOMENTS = 3
"""Pictures of each act."""
PLAIN = 0.7
"""Share of a body that a picture should show, if some turn does."""
TALL = 4.5
"""Metres above the floor of a venue that are shown with it."""
ROOM = 1.06
"""How much of the picture's width the venue may need, so that none of it is cut off."""


@dataclass(frozen=True)
class Chapter:
    """What is known of one file; `production` and `proof` only as far as the check went."""

    path: Path
    problems: tuple[Problem, ...]
    production: Production | None = None
    proof: Proof | None = None
    seed: int = 1

    @property
    def unsound(self) -> bool:
        """Whether it reads well, and the runs found it not in order."""
        return not errors(self.problems) and self.proof is not None and self.proof.verdict == "broken"

    @property
    def wrong(self) -> int:
        """How much there is that has to be mended."""
        return len(errors(self.problems)) + self.unsound


@dataclass(frozen=True)
class PicturedAct:
    """One act of the staging that is shown: when it began and ended (ticks), and pictures of it in order.

    `lies` says how what it leaves behind lies, if it leaves anything · `differs` what tells it from its counterpart.
    """

    number: int
    title: str
    cue: str
    wording: str
    kind: str
    began: int
    ended: int
    pictures: tuple[str, ...]
    lies: str
    differs: str


@dataclass(frozen=True)
class PicturedPart:
    """One subject or decoy of that staging; `bonus` is what they would do if security came near."""

    title: str
    role: str
    looks: str
    part: str
    nature: Nature
    finds: str
    claims: str
    acts: tuple[PicturedAct, ...]
    bonus: tuple[str, ...]


@dataclass(frozen=True)
class Staging:
    """One staging, played: a picture of the moment at which most is going on, and who does what when."""

    seed: int
    people: int
    lasts: int
    at: str
    picture: str
    rows: tuple[PicturedPart, ...]


def staging(production: Production, seed: int) -> Staging:
    """Stage a scenario, play it, and take the pictures."""
    staged = set_stage(production, seed)
    run = play(staged)
    spans = _spans(staged, run)
    at = _busiest(staged, spans)
    entries = sorted(staged.key.entries, key=lambda entry: (entry.part != "subject", entry.slot))
    shown = [(entry, act) for entry in entries for act in _in_order(entry, spans)]
    eye = Eye(staged.layout.prisms)
    moments = [_whole(staged, run, at)]
    for entry, act in shown:
        moments += _close(staged, run, eye, entry.person, spans[entry.person, act.act])
    looks = [person.looks for person in staged.cast.people]
    starts = production.scenario.clock.starts
    taken = [_data(jpeg(picture)) for picture in album(staged.layout, looks, moments, starts, staged.programme)]
    numbered = {
        (entry.person, act.act): (n + 1, tuple(taken[1 + n * MOMENTS : 1 + (n + 1) * MOMENTS]))
        for n, (entry, act) in enumerate(shown)
    }
    rows = tuple(_row(staged, entry, spans, numbered) for entry in entries)
    return Staging(seed, len(staged.cast.people), staged.lasts, clock(at), taken[0], rows)


Spans = dict[tuple[int, int], tuple[int, int]]


def _spans(staged: Stage, run: Run) -> Spans:
    """When each act of the key that was shown began and ended, from 0:00 on."""
    keyed = {(entry.person, act.act) for entry in staged.key.entries for act in entry.acts}
    spans: Spans = {}
    for events in run.events:
        for event in events:
            if isinstance(event, (ActBegan, ActEnded)) and (event.person, event.act) in keyed:
                began = spans.get((event.person, event.act), (max(0, event.tick), 0))[0]
                ended = event.tick if isinstance(event, ActEnded) else staged.lasts
                spans[event.person, event.act] = began, max(0, ended)
    return {act: span for act, span in spans.items() if span[1] > span[0]}


def _in_order(entry: Entry, spans: Spans) -> list[KeyAct]:
    shown = [act for act in entry.acts if (entry.person, act.act) in spans]
    return sorted(shown, key=lambda act: spans[entry.person, act.act])


def _busiest(staged: Stage, spans: Spans) -> int:
    """The moment at which most acts go on; the middle of the scene if there are none."""
    middles = [(began + ended) // 2 for began, ended in spans.values()]
    return max(
        sorted(middles),
        key=lambda tick: sum(began <= tick < ended for began, ended in spans.values()),
        default=staged.lasts // 2,
    )


def _snapshot(run: Run, tick: int) -> Snapshot:
    return run.at(tick)


def _whole(staged: Stage, run: Run, tick: int) -> Instant:
    width, depth = staged.layout.venue.size
    across, up = span(0, (width, depth), TALL)
    scale = min(WHOLE[0] / across, WHOLE[1] / up) / ROOM
    snapshot = _snapshot(run, tick)
    view = Viewpoint(width / 2, depth / 2, scale, 0, *WHOLE)
    return Instant.of(snapshot, view, tuple(_signs(staged, set(snapshot.ids.tolist()))))


def _signs(staged: Stage, present: set[int]) -> Iterator[Annotation]:
    colours = theme()
    for entry in staged.key.entries:
        if entry.person in present:
            subject = entry.part == "subject"
            colour = colours.solid("subject" if subject else "decoy")
            yield Ring(entry.person, colour)
            yield Badge(entry.person, "diamond" if subject else "circle", colour, initials(entry.slot))


def _close(staged: Stage, run: Run, eye: Eye, person: int, span: tuple[int, int]) -> list[Instant]:
    """An act in a few pictures, from the turn that shows the face best among those that show the body."""
    began, ended = span
    seen = [_snapshot(run, began + (ended - began) * (2 * n + 1) // (2 * MOMENTS)) for n in range(MOMENTS)]
    seen = [snapshot for snapshot in seen if person in snapshot.ids] or [
        next(snapshot for snapshot in run.snapshots if person in snapshot.ids)
    ]
    seen += [seen[-1]] * (MOMENTS - len(seen))
    rows = [int(snapshot.ids.searchsorted(person)) for snapshot in seen]
    turn = _turn(staged, eye, seen, rows)
    middle = staged.cast.people[person].looks.stature / 2
    close = Viewpoint(0.0, 0.0, CLOSE_SCALE, turn, *CLOSE)
    spots = [snapshot.position[row].tolist() for snapshot, row in zip(seen, rows, strict=True)]
    views = [close.centre_on(x, y, middle) for x, y in spots]
    return [Instant.of(snapshot, view) for snapshot, view in zip(seen, views, strict=True)]


def _turn(staged: Stage, eye: Eye, seen: Sequence[Snapshot], rows: Sequence[int]) -> int:
    statures = np.array([person.looks.stature for person in staged.cast.people])
    middle, row = seen[len(seen) // 2], rows[len(rows) // 2]

    def away(turn: int) -> float:
        flat = Viewpoint(0.0, 0.0, 1.0, turn, 0, 0)
        return sum(float(flat.direction(snapshot.head[at])[1]) for snapshot, at in zip(seen, rows, strict=True))

    def shown(turn: int) -> float:
        return float(eye.show(turn, middle, statures, np.array([row])).anywhere().share[0])

    return min(range(4), key=lambda turn: (shown(turn) < PLAIN, away(turn)))


def _row(
    staged: Stage, entry: Entry, spans: Spans, numbered: dict[tuple[int, int], tuple[int, tuple[str, ...]]]
) -> PicturedPart:
    person = staged.cast.people[entry.person]
    wordings = staged.production.wordings
    behaviours = staged.production.behaviours
    acts = tuple(
        PicturedAct(
            numbered[entry.person, act.act][0], behaviours[act.name].title, act.cue,
            wordings.get(act.cue, ""), act.kind, *spans[entry.person, act.act], numbered[entry.person, act.act][1],
            _lies(act.leaves) if act.leaves else "", behaviours[act.name].differs or "",
        )
        for act in _in_order(entry, spans)
    )  # fmt: skip
    looks = describe(person.looks, staged.production.looks)
    bonus = tuple(
        behaviours[act.name].title
        for act in entry.acts
        if act.conditional and (entry.person, act.act) not in spans
    )
    return PicturedPart(
        bill(entry.slot), person.role, looks, entry.part, entry.nature, entry.finds, person.account.claims, acts,
        bonus,
    )


def _lies(lies: Lies) -> str:
    """How an item lies by the three signs of one to worry about."""
    return ", ".join((
        "hidden" if lies.hidden else "not hidden",
        "obviously suspicious" if lies.obvious else "not obviously suspicious",
        "typical of what is lost there" if lies.typical else "not typical of what is lost there",
    ))


def _data(picture: bytes) -> str:
    return f"data:image/jpeg;base64,{b64encode(picture).decode('ascii')}"
