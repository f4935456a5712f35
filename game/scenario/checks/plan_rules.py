"""What can be wrong with what is planned: who subjects and decoys are, and what they are to do with which target."""

from collections.abc import Sequence

from ..model import Behaviour, Clock, Crowd, WrittenStep
from ..plans import Decoy, Planned, Subject, written_acts
from ..reading.document import Path_
from ..reading.near_names import either, offer
from .crowd_rules import check_crowd
from .kit import Kit, complain_of, known
from .name_rules import check_carried, check_portal, check_role
from .pool_rules import check_pools
from .step_walk import every, words
from .time_rules import check_times
from .truth_rules import check_decoy, check_subject


def check_plan(kit: Kit) -> None:
    """Note what is wrong with the plan."""
    sheet = kit.draft.sheet
    clock = sheet.one("clock", Clock)
    for path, subject in sheet.each("subjects", Subject):
        _person(kit, path, subject)
        _acts(kit, (*path, "tells"), written_acts(subject), "tell")
        check_subject(kit, path, subject)
        if clock:
            check_times(kit, path, subject, written_acts(subject), clock)
    for path, decoy in sheet.each("decoys", Decoy):
        _person(kit, path, decoy)
        _acts(kit, (*path, "look_alikes"), written_acts(decoy), "look-alike")
        check_decoy(kit, path, decoy)
        if clock:
            check_times(kit, path, decoy, written_acts(decoy), clock)
    check_pools(kit)
    check_crowd(kit, clock)


def plays(kit: Kit) -> tuple[list[str], list[str]]:
    """The roles and the behaviours that the scenario names."""
    sheet = kit.draft.sheet
    subjects, decoys = sheet.each("subjects", Subject), sheet.each("decoys", Decoy)
    roles = [line.role for _, line in sheet.each("crowd", Crowd)]
    roles += [one.role for _, one in subjects if one.role] + [one.role for _, one in decoys if one.role]
    acts = [act.name for _, one in subjects for act in written_acts(one)]
    return roles, acts + [act.name for _, one in decoys for act in written_acts(one)]


def _person(kit: Kit, path: Path_, one: Subject | Decoy) -> None:
    if one.role:
        check_role(kit, (*path, "role"), one.role)
    if one.from_:
        check_portal(kit, (*path, "from"), one.from_)
    if one.carries:
        check_carried(kit, (*path, "carries"), one.carries)


def _acts(kit: Kit, path: Path_, acts: Sequence[Planned], kind: str) -> None:
    behaviours = kit.draft.behaviours
    alike = [name for name in known(behaviours) if getattr(behaviours.things.get(name), "kind", kind) == kind]
    for n, act in enumerate(acts):
        behaviour = behaviours.things.get(act.name)
        if behaviour is None and behaviours.whole and act.name not in behaviours.names:
            kit.draft.sheet.document.fault(
                "SL303",
                (*path, n, "name"),
                f"There is no {kind} `{act.name}`.",
                offer(act.name, alike, f"The {kind}s are"),
            )
        elif behaviour and behaviour.kind != kind:
            _wrong_kind(kit, (*path, n, "name"), behaviour, kind, alike)
        elif behaviour:
            _target(kit, (*path, n), act, behaviour)


def _wrong_kind(kit: Kit, path: Path_, behaviour: Behaviour, kind: str, alike: list[str]) -> None:
    what = "an everyday behaviour" if behaviour.kind == "everyday" else f"a {behaviour.kind}"
    counterparts = [name for name in behaviour.looks_like if name in alike]
    kit.draft.sheet.document.fault(
        "SL311",
        path,
        f"`{behaviour.name}` is {what}, and a {kind} is needed here.",
        f"Did you mean {either(counterparts)}?" if counterparts else offer(behaviour.name, alike, f"The {kind}s are"),
    )


def aims(behaviour: Behaviour) -> bool:
    """Whether the behaviour is aimed at a target."""
    steps = [step for _, step in every(behaviour.steps, ()) if isinstance(step, WrittenStep)]
    return bool(behaviour.targets) or any("target" in word.split() for step in steps for _, word in words(step))


def _target(kit: Kit, path: Path_, act: Planned, behaviour: Behaviour) -> None:
    if not aims(behaviour):
        if act.target is not None:
            document = kit.draft.sheet.document
            document.complain(
                "SL314",
                document.key((*path, "target")),
                f"`{act.name}` is not aimed at anything.",
                "Take `target` out.",
            )
    elif act.target is None:
        _no_target(kit, path, behaviour)
    else:
        _fits(kit, (*path, "target"), act.target, behaviour)


def _no_target(kit: Kit, path: Path_, behaviour: Behaviour) -> None:
    atlas, name = kit.atlas, behaviour.name
    if not atlas.whole or any(kind in ("", *behaviour.targets) for kind in atlas.kinds.values()):
        return
    if behaviour.targets:
        message = f"`{name}` needs a target of the kind {either(behaviour.targets)}, and {atlas.title} has none."
        way_out = "Choose another one, or add such a place to the venue."
    else:
        message, way_out = f"`{name}` needs a target.", f"Add `target:` with a place. {atlas.places()}"
    kit.draft.sheet.document.fault("SL312", (*path, "name"), message, way_out)


def _fits(kit: Kit, path: Path_, target: str, behaviour: Behaviour) -> None:
    atlas, document = kit.atlas, kit.draft.sheet.document
    if not atlas.whole or target in kit.troubled:
        return
    fitting = [name for name, kind in atlas.kinds.items() if kind in behaviour.targets]
    kind = atlas.kinds.get(target)
    if kind == "":  # a prop of a kind that could not be read
        return
    if kind is None:
        if not target.startswith("any "):
            message = f"{atlas.title} has no place `{target}`."
            document.fault("SL302", path, message, offer(target, fitting or atlas.kinds, "What fits here is"))
            return
        complain_of(document, path, atlas.doubt(target, go=False))
        kind = target.removeprefix("any ")
    if behaviour.targets and kind not in behaviour.targets and kind in atlas.all_kinds():
        here = f": here {either(fitting, 'and', 12)}" if fitting else ""
        document.fault(
            "SL313",
            path,
            f"`{target}` is of the kind `{kind}`, which `{behaviour.name}` is not aimed at.",
            f"It is aimed at {either(behaviour.targets)}{here}.",
        )
