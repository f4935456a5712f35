"""What can be wrong with the catalogue and with roles, whatever the venue; and what a venue does not have for them."""

from collections.abc import Iterable, Iterator

from game.view.pose import Held

from ..frozen import HAPPENING
from ..model import AnyStep, Behaviour, Do, Role, WrittenStep
from ..reading.document import Document, Path_
from ..reading.drafts import Items
from ..reading.near_names import near, offer
from .kit import Kit, complain_of, known
from .step_walk import every, words

_OTHER = {"tell": "look-alike", "look-alike": "tell"}


def check_behaviours(kit: Kit) -> None:
    """Note what is wrong with the catalogue."""
    behaviours = kit.draft.behaviours
    families = kit.draft.families
    cues = {cue.cue for family in families.things.values() for cue in family.cues}
    all_known = families.whole and set(families.names) == set(families.things)
    for name, behaviour in behaviours.things.items():
        document, path = behaviours.places[name]
        _complete(document, path, behaviour)
        if behaviour.cue and cues and all_known and behaviour.cue not in cues:
            document.fault(
                "SL305",
                (*path, "cue"),
                f"There is no cue `{behaviour.cue}`.",
                offer(behaviour.cue, sorted(cues), "The cues are"),
            )
        _counterparts(document, path, behaviour, behaviours)
        _happens(document, path, behaviour)
        _steps(kit, document, (*path, "steps"), behaviour.steps)
        if behaviour.needs:
            carried = [*kit.draft.worn("carries"), *Held]
            if kit.draft.worn("carries") and behaviour.needs not in carried:
                document.fault(
                    "SL308",
                    (*path, "needs"),
                    f"Nobody can carry `{behaviour.needs}`.",
                    offer(behaviour.needs, carried, "What can be carried is"),
                )
    _circles(behaviours)


def check_roles(kit: Kit) -> None:
    """Note what is wrong with the roles."""
    for name, role in kit.draft.roles.things.items():
        document, path = kit.draft.roles.places[name]
        _steps(kit, document, (*path, "steps"), role.steps)
        for word in role.carries:
            if kit.draft.worn("carries") and word not in kit.draft.worn("carries"):
                document.complain(
                    "SL308",
                    document.key((*path, "carries", word)),
                    f"Nobody can carry `{word}`.",
                    offer(word, kit.draft.worn("carries"), "What can be carried is"),
                )
        if role.uniform and kit.draft.worn("uniform") and role.uniform not in kit.draft.worn("uniform"):
            document.fault(
                "SL320",
                (*path, "uniform"),
                f"There is no uniform `{role.uniform}`.",
                offer(role.uniform, kit.draft.worn("uniform"), "The uniforms are"),
            )
        for field, odds in (("carries", role.carries), ("group", role.group)):
            if any(weight < 0 for weight in odds.values()) or not sum(odds.values()) > 0:
                document.fault(
                    "SL205",
                    (*path, field),
                    f"The weights of `{field}` cannot be drawn by.",
                    "Write 0 or more for each, and more than 0 for at least one.",
                )


def check_places(kit: Kit, users: Iterable[tuple[str, Role | Behaviour]]) -> None:
    """Note the words for places, in the steps of those on stage, that mean nothing in this venue."""
    for name, user in users:
        kept = kit.draft.roles.places if isinstance(user, Role) else kit.draft.behaviours.places
        document, path = kept[name]
        for where, step in every(user.steps, (*path, "steps")):
            for key, word in words(step) if isinstance(step, WrittenStep) else ():
                doubt = kit.atlas.doubt(word, go=key == "to")
                if doubt and not (
                    doubt[0] == "SL309" and word.split(" ", 1)[-1].removeprefix("any ") in kit.kinds_elsewhere
                ):
                    complain_of(document, (*where, key), doubt)
            if isinstance(step, Do) and step.target:
                complain_of(document, (*where, "target"), kit.atlas.doubt(step.target, go=False))


def on_stage(kit: Kit, roles: list[str], behaviours: list[str]) -> Iterator[tuple[str, Role | Behaviour]]:
    """The roles and behaviours named, and the behaviours that these play in turn; each once."""
    todo: list[tuple[str, Role | Behaviour | None]] = [
        (name, kit.draft.roles.things.get(name)) for name in dict.fromkeys(roles)
    ]
    todo += [(name, kit.draft.behaviours.things.get(name)) for name in dict.fromkeys(behaviours)]
    seen = set(behaviours)
    while todo:
        name, user = todo.pop(0)
        if user is None:
            continue
        yield name, user
        for other in played(user):
            if other not in seen:
                seen.add(other)
                todo.append((other, kit.draft.behaviours.things.get(other)))


def played(user: Role | Behaviour) -> Iterator[str]:
    """The behaviours that the steps name."""
    return (step.do for _, step in every(user.steps, ()) if isinstance(step, Do))


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
                document.complain(
                    "SL303",
                    spot,
                    f"There is no behaviour `{name}`.",
                    offer(name, known(behaviours), "The behaviours are"),
                )
        elif other.kind != _OTHER.get(behaviour.kind):
            document.complain(
                "SL311",
                spot,
                f"`{name}` is no counterpart: it is {_a(other.kind)}, as this is {_a(behaviour.kind)}.",
                "A tell names its look-alikes, and a look-alike its tells.",
            )
        elif behaviour.name not in other.looks_like and all(one in behaviours.names for one in other.looks_like):
            document.complain(
                "SL316",
                spot,
                f"`{name}` does not name `{behaviour.name}` in return.",
                f"Add `{behaviour.name}` to `looks_like` of `{name}`, or take it out here.",
            )


def _a(kind: str) -> str:
    return "an everyday behaviour" if kind == "everyday" else f"a {kind}"


def _steps(kit: Kit, document: Document, path: Path_, steps: tuple[AnyStep, ...]) -> None:
    behaviours = kit.draft.behaviours
    for where, step in every(steps, path):
        if isinstance(step, Do):
            if behaviours.whole and step.do not in behaviours.names:
                document.fault(
                    "SL303",
                    (*where, "do"),
                    f"There is no behaviour `{step.do}`.",
                    offer(step.do, known(behaviours), "The behaviours are"),
                )
        elif step.held is not None and step.held not in list(Held):
            document.fault(
                "SL308",
                (*where, "held"),
                f"`{step.held}` is nothing that can be held.",
                near(step.held, Held) or offer(step.held, Held, "What can be held is"),
            )


def _circles(behaviours: Items[Behaviour]) -> None:
    plays = {
        name: [
            (where, step.do)
            for where, step in every(one.steps, (*behaviours.places[name][1], "steps"))
            if isinstance(step, Do)
        ]
        for name, one in behaviours.things.items()
    }
    for name, others in plays.items():
        for where, other in others:
            if _leads(other, name, plays):
                document = behaviours.places[name][0]
                document.fault(
                    "SL409",
                    (*where, "do"),
                    f"`{name}` would play itself without end.",
                    f"Take out `do: {other}`, or write its steps here.",
                )


def _leads(start: str, end: str, plays: dict[str, list[tuple[Path_, str]]]) -> bool:
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        if here == end:
            return True
        fresh = [other for _, other in plays.get(here, ()) if other not in seen]
        seen.update(fresh)
        todo += fresh
    return False
