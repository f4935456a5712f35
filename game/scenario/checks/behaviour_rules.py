"""What can be wrong with the catalogue and with roles, whatever the venue."""

from collections.abc import Iterator, Sequence
from functools import partial

from pydantic import TypeAdapter

from game.view.pose import Held

from ..frozen import HAPPENING
from ..model import AnyStep, Behaviour, Do, Role, WrittenStep
from ..reading.document import Document, Path_
from ..reading.near_names import near, offer
from ..reading.sheets import Items, partly, sound_steps
from ..reading.shelf import SharedShelf
from ..verbs import Verb
from .kit import find_played, known, order_of
from .step_walk import StepCounts, every

MOST_STEPS = 400
"""Steps of a part, all played and repeated: no scene lasts long enough for more."""
DEEPEST = 12
"""Behaviours that play behaviours that play behaviours: nobody would find out what is done."""
_OTHER = {"tell": "look-alike", "look-alike": "tell"}
_STEP: TypeAdapter[AnyStep] = TypeAdapter(AnyStep)


def check_behaviours(shelf: SharedShelf) -> None:
    """Note what is wrong with the catalogue."""
    behaviours = shelf.behaviours
    cues = {cue.cue: None for family in shelf.families.things.values() for cue in family.cues}
    known_cues = cues if shelf.families.whole and shelf.families.names.keys() == shelf.families.things.keys() else {}
    for name, behaviour in behaviours.things.items():
        document, path = behaviours.places[name]
        _complete(document, path, behaviour)
        _happens(document, path, behaviour)
        _note_left(document, path, behaviour)
        _words(shelf, document, path, behaviour, list(known_cues))
        _counterparts(document, path, behaviour, behaviours)
        _steps(shelf, document, every(behaviour.steps, (*path, "steps")))
    for document, path, data in behaviours.faulty:
        part = partly(Behaviour, {"title": "?", **data, "steps": [{"verb": "wait"}]})
        if part:
            _words(shelf, document, path, part, list(known_cues))
            _counterparts(document, path, part, behaviours)
        _steps(shelf, document, _sound_steps(data, path))
    _endless(behaviours)


def check_roles(shelf: SharedShelf) -> None:
    """Note what is wrong with the roles."""
    counts = _counts(shelf.behaviours)
    for name, role in shelf.roles.things.items():
        document, path = shelf.roles.places[name]
        _steps(shelf, document, every(role.steps, (*path, "steps")))
        _note_worn(shelf, document, path, role)
        if max((counts.steps.get(played, 0) for played in find_played(role)), default=0) <= MOST_STEPS:
            _too_much(document, (*path, "steps"), name, counts.of(role.steps), counts.below(role.steps))
    for document, path, data in shelf.roles.faulty:
        part = partly(Role, {"title": "?", **data, "steps": [{"verb": "wait"}]})
        if part:
            _note_worn(shelf, document, path, part)
        _steps(shelf, document, _sound_steps(data, path))


def _happens(document: Document, path: Path_, behaviour: Behaviour) -> None:
    if behaviour.reacts_to and behaviour.reacts_to not in HAPPENING:
        words = ", ".join(f"`{word}`" for word in HAPPENING)
        document.fault(
            "SL511",
            (*path, "reacts_to"),
            f"Nothing makes `{behaviour.reacts_to}` happen yet, so nobody will ever be seen doing `{behaviour.name}`.",
            f"What people can react to today is {words}.",
            "advice",
        )


def _note_left(document: Document, path: Path_, behaviour: Behaviour) -> None:
    """Note what is said to be left behind and is not: never put down, or picked up again."""
    done = [step.verb for _, step in every(behaviour.steps, ()) if isinstance(step, WrittenStep)]
    hands = [verb for verb in done if verb in (Verb.PUT_DOWN, Verb.PICK_UP)]
    if behaviour.leaves is not None and (not hands or hands[-1] is not Verb.PUT_DOWN):
        document.fault(
            "SL420",
            (*path, "leaves"),
            f"`{behaviour.name}` leaves nothing behind: nothing is put down, or it is picked up again.",
            "End with a step `put down:`, or take `leaves` out.",
        )


def _sound_steps(data: object, path: Path_) -> Iterator[tuple[Path_, WrittenStep | Do]]:
    listed = data.get("steps") if isinstance(data, dict) else None
    for where, step in sound_steps(listed, _STEP, (*path, "steps")):
        for (_, *rest), inner in every((step,), ()):
            yield (*where, *rest), inner


def _words(shelf: SharedShelf, document: Document, path: Path_, behaviour: Behaviour, cues: Sequence[str]) -> None:
    """Note a cue that there is not, and a need that nobody can fill."""
    if behaviour.cue and cues and behaviour.cue not in cues:
        way_out = partial(offer, behaviour.cue, sorted(cues), "The cues are")
        document.fault("SL305", (*path, "cue"), f"There is no cue `{behaviour.cue}`.", way_out)
    carried = (*shelf.carried, *Held)
    if behaviour.needs and shelf.carried and behaviour.needs not in carried:
        way_out = partial(offer, behaviour.needs, carried, "What can be carried is")
        document.fault("SL308", (*path, "needs"), f"Nobody can carry `{behaviour.needs}`.", way_out)


def _note_worn(shelf: SharedShelf, document: Document, path: Path_, role: Role) -> None:
    """Note what a role carries or wears that there is not, and odds that nothing can be drawn by."""
    for word in role.carries:
        if shelf.carried and word not in shelf.carried:
            way_out = partial(offer, word, shelf.carried, "What can be carried is")
            document.complain("SL308", document.key((*path, "carries", word)), f"Nobody can carry `{word}`.", way_out)
    if role.uniform and shelf.uniforms and role.uniform not in shelf.uniforms:
        way_out = partial(offer, role.uniform, shelf.uniforms, "The uniforms are")
        document.fault("SL320", (*path, "uniform"), f"There is no uniform `{role.uniform}`.", way_out)
    for field, odds in (("carries", role.carries), ("group", role.group)):
        if not any(odds.values()):
            document.fault(
                "SL205",
                (*path, field),
                f"The weights of `{field}` cannot be drawn by.",
                "Write more than 0 for at least one.",
            )




def _complete(document: Document, path: Path_, behaviour: Behaviour) -> None:
    wanted = {"tell": ("cue", "why"), "look-alike": ("cue", "why", "differs"), "everyday": ()}[behaviour.kind]
    for field in wanted:
        if getattr(behaviour, field) is None:
            document.fault(
                "SL317",
                (*path, "name"),
                f"The {behaviour.kind} `{behaviour.name}` has no `{field}`.",
                _WANTED[field],
            )


_WANTED = {
    "cue": "Add `cue:` with the id of a cue, such as F2.1: what it shows, or what it resembles.",
    "why": "Add `why:` in a sentence or two: why it matters, or why it is innocent.",
    "differs": "Add `differs:` and say what tells it apart.",
}


def _counterparts(document: Document, path: Path_, behaviour: Behaviour, behaviours: Items[Behaviour]) -> None:
    for n, name in enumerate(behaviour.looks_like):
        spot = document.spot((*path, "looks_like", n))
        other = behaviours.things.get(name)
        if other is None:
            if name not in behaviours.names:
                way_out = partial(offer, name, known(behaviours), "The behaviours are")
                document.complain("SL303", spot, f"There is no behaviour `{name}`.", way_out)
        elif other.kind != _OTHER.get(behaviour.kind):
            document.complain(
                "SL311",
                spot,
                f"`{name}` is no counterpart: it is {_a(other.kind)}, as this is {_a(behaviour.kind)}.",
                "A tell names its look-alikes, and a look-alike its tells.",
            )
        elif behaviour.name not in other.looks_like and all(name in behaviours.names for name in other.looks_like):
            document.complain(
                "SL316",
                spot,
                f"`{name}` does not name `{behaviour.name}` in return.",
                f"Add `{behaviour.name}` to `looks_like` of `{name}`, or take it out here.",
            )


def _a(kind: str) -> str:
    return "an everyday behaviour" if kind == "everyday" else f"a {kind}"


def _steps(shelf: SharedShelf, document: Document, steps: Iterator[tuple[Path_, WrittenStep | Do]]) -> None:
    behaviours = shelf.behaviours
    for where, step in steps:
        if isinstance(step, Do):
            if behaviours.whole and step.do not in behaviours.names:
                way_out = partial(offer, step.do, known(behaviours), "The behaviours are")
                document.fault("SL303", (*where, "do"), f"There is no behaviour `{step.do}`.", way_out)
        elif step.held is not None and step.held not in list(Held):
            said = f"`{step.held}` is nothing that can be held."
            document.fault("SL308", (*where, "held"), said, partial(_held, step.held))


def _held(word: str) -> str:
    return near(word, Held) or offer(word, Held, "What can be held is")


def _counts(behaviours: Items[Behaviour]) -> StepCounts:
    counts = StepCounts(behaviours.things)
    for name in order_of(behaviours)[0]:
        counts.add(name)
    return counts


def _endless(behaviours: Items[Behaviour]) -> None:
    """Note behaviours that play themselves, in rings of any number, and those that come to more steps than a scene."""
    order, rings = order_of(behaviours)
    written = {name: n for n, name in enumerate(behaviours.things)}
    for ring in rings:
        first = min(ring, key=written.__getitem__)
        document, path = behaviours.places[first]
        after = ring[(ring.index(first) + 1) % len(ring)]
        where = next(
            where
            for where, step in every(behaviours.things[first].steps, (*path, "steps"))
            if isinstance(step, Do) and step.do == after
        )
        way = " plays ".join(f"`{name}`" for name in [*ring[ring.index(first) :], *ring[: ring.index(first)], first])
        said = f"`{first}` would play itself without end" + (f": {way}." if len(ring) > 1 else ".")
        document.fault("SL409", (*where, "do"), said, f"Take out `do: {after}`, or write its steps here.")
    counts = _counts(behaviours)
    for name in order:
        document, path = behaviours.places[name]
        parts = find_played(behaviours.things[name])
        below = [(counts.steps.get(part, 0), counts.depth.get(part, 0)) for part in parts]
        if all(steps <= MOST_STEPS and depth <= DEEPEST for steps, depth in below):
            _too_much(document, (*path, "steps"), name, counts.steps[name], counts.depth[name])


def _too_much(document: Document, path: Path_, name: str, steps: int, depth: int) -> None:
    if steps > MOST_STEPS:
        number = f"{steps}" if steps < 1_000_000 else "a million or more"
        said = f"`{name}` comes to {number} steps, with all that it plays and repeats, and {MOST_STEPS} is the most."
        way_out = "Repeat less (`times`), or play fewer behaviours that play others."
        document.complain("SL415", document.key(path), said, way_out)
    elif depth > DEEPEST:
        said = f"`{name}` plays behaviours that play behaviours, {depth} deep, and {DEEPEST} is the most."
        document.complain("SL415", document.key(path), said, "Write the steps of some of them here instead.")
