"""What the roles and behaviours on stage speak of, and the venue does not have."""

from collections.abc import Iterable, Iterator

from ..model import Behaviour, Do, Role, WrittenStep
from ..reading.document import Document, Path_
from .atlas import Doubt
from .kit import Kit, complain_of
from .step_walk import every, words


def check_places(kit: Kit, users: Iterable[tuple[str, Role | Behaviour]]) -> None:
    """Note the words for places, in the steps of those on stage, that mean nothing in this venue."""
    for name, user in users:
        key = f"{'role' if isinstance(user, Role) else 'behaviour'} {name}"
        if key not in kit.ground.doubts:
            kit.ground.doubts[key] = list(_doubts(kit, name, user))
        for document, path, doubt in kit.ground.doubts[key]:
            complain_of(kit.page(document), path, doubt)


def _doubts(kit: Kit, name: str, user: Role | Behaviour) -> Iterator[tuple[Document, Path_, Doubt]]:
    kept = kit.draft.roles.places if isinstance(user, Role) else kit.draft.behaviours.places
    document, path = kept[name]
    for where, step in every(user.steps, (*path, "steps")):
        for key, word in words(step) if isinstance(step, WrittenStep) else ():
            doubt = kit.atlas.doubt(word, go=key == "to")
            elsewhere = word.split(" ", 1)[-1].removeprefix("any ")
            if doubt and not (doubt[0] == "SL309" and elsewhere in kit.kinds_elsewhere):
                yield document, (*where, key), doubt
        if isinstance(step, Do) and step.target and (doubt := kit.atlas.doubt(step.target, go=False)):
            yield document, (*where, "target"), doubt


def on_stage(kit: Kit, roles: list[str], behaviours: list[str]) -> Iterator[tuple[str, Role | Behaviour]]:
    """The roles and behaviours named, and the behaviours that these play in turn; each once."""
    todo: list[tuple[str, Role | Behaviour | None]] = [
        (name, kit.draft.roles.things.get(name)) for name in dict.fromkeys(roles)
    ]
    todo += [(name, kit.draft.behaviours.things.get(name)) for name in dict.fromkeys(behaviours)]
    seen = set(behaviours)
    for name, user in todo:  # what these play is added while it is gone through
        if user is None:
            continue
        yield name, user
        for other in kit.plays(name, role=isinstance(user, Role)):
            if other not in seen:
                seen.add(other)
                todo.append((other, kit.draft.behaviours.things.get(other)))
