"""Whether a sound scenario teaches: staged a few times, what is planned is held against what a trainee could see."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist
from pathlib import Path
from statistics import mean

from game.cast import Person, Step
from game.clock import TICKS_PER_SECOND, clock
from game.geometry import Point
from game.key import Entry, KeyAct
from game.run import Site, Stage, set_stage
from game.scenario import Finding, Invalid, Problem, Production, Reaches, examine_file
from game.scenario.plans import find_written_acts
from game.scenario.reading.document import Document, Path_
from game.scenario.reading.problems import Severity, put_in_order
from game.text import capitalise

from .outlook import Outlook

SEEDS = range(1, 6)
"""The stagings that are looked at."""
BRIEF = 20
"""Ticks below which most people have not found what they saw the beginning of."""
AT_ONCE, WITHIN = 3, 50
"""So many people who begin a tell within so many ticks are more than anyone can follow."""
LATE = 5.0
"""Seconds by which a way may take longer than twice what is planned: as long as going round a few people."""
FEW_WORDS = 10
"""Words of a baseline below which it hardly says who comes, what they do and how long they stay."""
SELDOM, SOME, MOST = 0.2, 0.3, 0.5
"""Shares of the stagings: of what is drawn, up to SELDOM is left to chance; from SOME on it is worth a word, from MOST
on it is the rule."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One planned act in one staging: whose, when it begins (tick), and where they stand meanwhile for how long.

    `way` are the seconds that are planned for those of its steps that lead somewhere, and those that the way takes.
    """

    staging: int
    person: int
    began: int
    act: KeyAct
    spots: tuple[tuple[Point, int], ...]
    way: tuple[float, float]


Turns = dict[Path_, list[Turn]]
"""The turns of each planned act by where it is written; those of all that is drawn from one entry together."""


def teach(path: Path) -> tuple[Problem, ...]:
    """What would keep a scenario that can be played from teaching. Raises `Invalid` if it cannot be played."""
    return teach_of(examine_file(path, Reaches()))


def teach_of(found: Finding) -> tuple[Problem, ...]:
    """The same for a scenario that was read."""
    production = found.production
    if production is None or found.document is None:
        raise Invalid(found.problems)
    document = found.document.copy()
    document.problems.clear()
    if production.scenario.lesson:
        return ()
    stages = list(_stages(production))
    turns = _turns(stages)
    _in_view(document, stages[0], turns)
    _long_enough(document, turns)
    _as_planned(document, turns)
    _one_at_a_time(document, turns)
    _in_time(document, stages[0].lasts, turns)
    _like_the_crowd(document, stages[0])
    _baseline(document, production)
    return put_in_order(document.problems)


def _stages(production: Production) -> Iterator[Stage]:
    site = Site(production)
    for seed in SEEDS:
        yield set_stage(production, seed, site=site)


def _turns(stages: Sequence[Stage]) -> Turns:
    found: Turns = defaultdict(list)
    for n, staged in enumerate(stages):
        began = {(call.person, act.act): act.tick for call in staged.call_sheet().calls for act in call.acts}
        for entry in staged.key.entries:
            for path, act in _find_written(staged.production, entry):
                tick = began[entry.person, act.act]
                if tick is not None:
                    person = staged.cast.people[entry.person]
                    turn = Turn(n, entry.person, tick, act, _spots(person, act.act), _way(person, act.act))
                    found[path].append(turn)
    return found


def _find_written(production: Production, entry: Entry) -> Iterator[tuple[Path_, KeyAct]]:
    """The acts of a subject or decoy, each with where it is written, or what it is drawn from."""
    at, key = _place(entry), "tells" if entry.part == "subject" else "look_alikes"
    scenario = production.scenario
    people = scenario.subject_entries if entry.part == "subject" else scenario.decoy_entries
    left = list(enumerate(find_written_acts(people[int(at[-1])]))) if len(at) > 1 else []
    for act in sorted(entry.acts, key=lambda act: act.act):
        planned = next(((m, other) for m, other in left if other.name == act.name), None)
        if planned:
            left.remove(planned)
        yield (*at, key, *((planned[0], "name") if planned else ())), act


def _place(entry: Entry) -> Path_:
    """Where a subject or decoy is written."""
    return tuple(int(part) if part.isdecimal() else part for part in entry.entry.split("/"))


def _name_act(acts: Sequence[Turn]) -> str:
    """The act that is spoken of, by name, or all that is drawn from one entry."""
    names = {turn.act.name for turn in acts}
    return f"`{names.pop()}`" if len(names) == 1 else "what is drawn from this"


def _spots(person: Person, act: int) -> tuple[tuple[Point, int], ...]:
    """Where a person stands while an act shows, as far as that is settled before the run, and for how long."""
    here: Point | None = person.part.enter
    found: list[tuple[Point, int]] = []
    for step in person.part.steps:
        here = _goes_on(here, step)
        if step.act == act and step.shows and here is not None:
            found.append((here, max(1, step.ticks)))
    return tuple(found)


def _way(person: Person, act: int) -> tuple[float, float]:
    """Seconds planned for those steps of an act that show in going somewhere, and those that it takes, as the crow
    flies."""
    here: Point | None = person.part.enter
    planned = takes = 0.0
    for step in person.part.steps:
        there = _goes_on(here, step)
        if step.act == act and step.shows and step.ticks and step.verb.meaning.moves and here and there:
            planned += step.ticks / TICKS_PER_SECOND
            takes += dist(here, there) / (person.speed * step.pace)
        here = there
    return planned, takes


def _goes_on(here: Point | None, step: Step) -> Point | None:
    if step.to is None:
        return here
    return step.to.point[:2] if step.to.point else None


def _say(document: Document, code: str, path: Path_, message: str, way_out: str, severity: Severity = "advice") -> None:
    document.complain(code, document.spot(path), message, way_out, severity)


def _in_view(document: Document, staged: Stage, turns: Turns) -> None:
    """Note what is hidden where it is shown: always or mostly, or now and then."""
    outlook = Outlook(staged.site.floor, afoot=staged.production.scenario.briefing.afoot)
    for path, acts in turns.items():
        hidden = [_mostly_hidden(outlook, turn) for turn in acts if turn.spots]
        share = mean(hidden) if hidden else 0.0
        name = _name_act(acts)
        if share >= MOST:
            message = f"Nobody can see {name} here: walls or props hide it in {_of(hidden)} stagings."
            way_out = "Aim it at something in the open, or take away what stands before it in the venue."
            _say(document, "SL601", path, message, way_out, "error")
        elif share > (SELDOM if len({turn.act.name for turn in acts}) > 1 else 0):
            message = f"Walls or props hide {name} in {_of(hidden)} stagings."
            _say(document, "SL602", path, message, "Name a `target` in the open, so that it is seen every time.")


def _mostly_hidden(outlook: Outlook, turn: Turn) -> bool:
    seen = [ticks for spot, ticks in turn.spots if outlook.open_to(spot, turn.act.parts, turn.act.legible_at)]
    return 2 * sum(seen) < sum(ticks for _, ticks in turn.spots)


def _of(said: Sequence[bool]) -> str:
    return f"{sum(said)} of {len(said)}"


def _long_enough(document: Document, turns: Turns) -> None:
    """Note tells that are over before anyone has found them."""
    for path, acts in turns.items():
        long = mean(turn.act.planned for turn in acts)
        if acts[0].act.kind == "tell" and long < BRIEF:
            message = (
                f"{capitalise(_name_act(acts))} shows for {long / 10:.1f} s: it is over before anyone has found it."
            )
            _say(document, "SL603", path, message, "Lengthen its steps to 2 s or more in all, or choose another tell.")


def _as_planned(document: Document, turns: Turns) -> None:
    """Note acts whose way takes much longer than is planned for it, so that all that comes after is late."""
    for path, acts in turns.items():
        planned, takes = (mean(turn.way[n] for turn in acts) for n in (0, 1))
        if takes > 2 * planned + LATE:
            message = (
                f"{capitalise(_name_act(acts))} cannot keep its time: {planned:.0f} s are planned for going somewhere, "
                f"and the way takes {takes:.0f} s. What comes after is late by as much."
            )
            _say(document, "SL609", path, message, "Let it lead somewhere near, or plan as much time as the way takes.")


def _one_at_a_time(document: Document, turns: Turns) -> None:
    """Note tells of several people that begin together, so that nobody could follow them."""
    tells = [(path, turn) for path, acts in turns.items() for turn in acts if turn.act.kind == "tell"]
    stagings = len({turn.staging for _, turn in tells})
    crowded: list[Path_] = []
    for n in range(len(SEEDS)):
        now = sorted((turn.began, turn.person, str(path), path) for path, turn in tells if turn.staging == n)
        crowded += _together(now)
    worst = max(crowded, key=crowded.count, default=None)
    if worst and len(crowded) >= MOST * stagings:
        message = f"{AT_ONCE} tells or more begin within {WITHIN // 10} s in {len(crowded)} of {stagings} stagings."
        _say(
            document,
            "SL604",
            worst,
            message,
            "Spread them with `arrive` and `after`: half a minute from one to the next.",
        )


def _together(starts: Sequence[tuple[int, int, str, Path_]]) -> list[Path_]:
    """The last of so many starts by different people that lie close together, if there are any."""
    for n in range(len(starts)):
        near = [start for start in starts[n:] if start[0] - starts[n][0] <= WITHIN]
        if len({person for _, person, _, _ in near}) >= AT_ONCE:
            return [near[-1][3]]
    return []


def _in_time(document: Document, lasts: int, turns: Turns) -> None:
    """Note what the end of the scene would cut off."""
    for path, acts in turns.items():
        late = [turn.began + turn.act.planned / 2 > lasts for turn in acts]
        if mean(late) >= SOME:
            latest = clock(max(turn.began for turn in acts))
            message = (
                f"{capitalise(_name_act(acts))} comes too late: the scene is over before it in {_of(late)} stagings "
                f"(planned at {latest} at the latest)."
            )
            _say(document, "SL605", path, message, "Shorten what is `after`, plan less, or let the scene last longer.")


def _like_the_crowd(document: Document, staged: Stage) -> None:
    """Note subjects and decoys who carry what nobody else does, or come in where nobody else does."""
    players = {entry.person for entry in staged.key.entries}
    crowd = [person for person in staged.cast.people if person.id not in players and not person.staff]
    carried = {person.looks.carries for person in crowd}
    doors = {_door(staged, person) for person in crowd if not person.part.starts_inside}
    for entry in staged.key.entries:
        at = _place(entry)
        player = staged.cast.people[entry.person]
        if player.looks.carries not in carried:
            message = f"Nobody else carries `{player.looks.carries or 'nothing'}`, so this person stands out."
            _say(
                document,
                "SL606",
                (*at, "carries"),
                message,
                "Add a role to the crowd that may carry it too, or take it out.",
            )
        if doors and not player.part.starts_inside and (door := _door(staged, player)) not in doors:
            message = f"Nobody else comes in by `{door}`, so this person stands out."
            _say(document, "SL607", (*at, "from"), message, "Let some of the crowd come `from` there too.")


def _door(staged: Stage, person: Person) -> str:
    x, y = person.part.enter
    portals = staged.layout.venue.portals
    return min(portals, key=lambda portal: (portal.at[0] - x) ** 2 + (portal.at[1] - y) ** 2).portal


def _baseline(document: Document, production: Production) -> None:
    """Note a briefing that hardly says what is normal."""
    baseline = production.scenario.briefing.baseline or production.venue.baseline
    if len(baseline.split()) < FEW_WORDS:
        message = "The briefing hardly says what is normal here."
        way_out = "Add a `baseline`: who comes, what they do, how long they stay. The rest is told from it."
        _say(document, "SL608", ("briefing", "baseline"), message, way_out)
