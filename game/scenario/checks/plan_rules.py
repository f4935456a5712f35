"""What can be wrong with what is planned: who subjects and decoys are, and what they are to do with which target."""

from collections.abc import Sequence
from functools import partial

from pydantic import ConfigDict, Field

from ..frozen import Frozen, Name
from ..model import Baseline, Behaviour, Clock, Crowd, WrittenStep
from ..plans import EARLIEST, Decoy, Planned, Subject, find_written_acts
from ..reading.document import Path_
from ..reading.near_names import either, offer
from ..reading.sheets import Items
from ..timed import TimedEvent
from .crowd_rules import check_crowd
from .event_rules import check_events, check_weather
from .kit import Kit, complain_of
from .name_rules import check_carried, check_portal, check_role
from .pool_rules import check_pools
from .step_walk import every, words
from .time_rules import check_baseline, check_room, check_times
from .truth_rules import check_decoy, check_subject


class Cover(Frozen):
    """What may be written of anyone who is staged, to be looked at whatever else is wrong with them."""

    model_config = ConfigDict(extra="ignore")

    role: Name | None = None
    from_: Name | None = Field(default=None, alias="from")
    carries: Name | None = None


def check_plan(kit: Kit) -> None:
    """Note what is wrong with the plan."""
    sheet = kit.draft.sheet
    clock = sheet.find("clock", Clock)
    baseline = sheet.find("baseline", Baseline)
    earliest = max(EARLIEST, baseline.watch if baseline else 0.0)
    if clock and baseline:
        check_baseline(kit, baseline, clock)
    for people, acts, kind in (("subjects", "tells", "tell"), ("decoys", "look_alikes", "look-alike")):
        for path, cover in sheet.each(people, Cover):
            _person(kit, path, cover)
            _acts(kit, sheet.each((*path, acts), Planned), kind)
    for path, subject in sheet.whole("subjects", Subject):
        check_subject(kit, path, subject)
        if clock:
            check_times(kit, path, subject, find_written_acts(subject), clock)
            check_room(kit, path, subject, clock, earliest)
    for path, decoy in sheet.whole("decoys", Decoy):
        check_decoy(kit, path, decoy)
        if clock:
            check_times(kit, path, decoy, find_written_acts(decoy), clock)
    _same(kit)
    check_pools(kit)
    check_events(kit, clock)
    check_weather(kit)
    check_crowd(kit, clock)


def _same(kit: Kit) -> None:
    """Advise on a decoy that is written twice."""
    document = kit.draft.sheet.document
    first: dict[str, Path_] = {}
    for path, data in kit.draft.sheet.raw("decoys"):
        before = first.setdefault(repr(data), path)
        if before != path:
            said = f"This decoy is the same as the one in line {document.spot(before).line}, word for word."
            document.fault("SL418", path, said, "Let them do something else, or take one of the two out.", "advice")


def plays(kit: Kit) -> tuple[list[str], list[str]]:
    """The roles and the behaviours that the scenario names."""
    sheet = kit.draft.sheet
    covers = [(word, cover) for word in ("subjects", "decoys") for cover in sheet.each(word, Cover)]
    roles = [line.role for _, line in sheet.each("crowd", Crowd)] + [
        cover.role for _, (_, cover) in covers if cover.role
    ]
    roles += [event.bring.role for _, event in sheet.each("events", TimedEvent) if event.bring]
    places = [(*path, "tells" if word == "subjects" else "look_alikes") for word, (path, _) in covers]
    return roles, [act.name for place in places for _, act in sheet.each(place, Planned)]


def _person(kit: Kit, path: Path_, cover: Cover) -> None:
    if cover.role:
        check_role(kit, (*path, "role"), cover.role)
    if cover.from_:
        check_portal(kit, (*path, "from"), cover.from_)
    if cover.carries:
        check_carried(kit, (*path, "carries"), cover.carries)


def _acts(kit: Kit, acts: Sequence[tuple[Path_, Planned]], kind: str) -> None:
    behaviours = kit.draft.behaviours
    for path, act in acts:
        behaviour = behaviours.things.get(act.name)
        if behaviour is None and behaviours.whole and act.name not in behaviours.names:
            kit.draft.sheet.document.fault(
                "SL303",
                (*path, "name"),
                f"There is no {kind} `{act.name}`.",
                partial(_offer, act.name, behaviours, kind),
            )
        elif behaviour and behaviour.kind != kind:
            _wrong_kind(kit, (*path, "name"), behaviour, kind)
        elif behaviour:
            _target(kit, path, act, behaviour)


def _of_kind(behaviours: Items[Behaviour], kind: str) -> list[str]:
    """The names of the behaviours of a kind, those with faults too."""
    return [name for name in behaviours.names if getattr(behaviours.things.get(name), "kind", kind) == kind]


def _offer(name: str, behaviours: Items[Behaviour], kind: str) -> str:
    return offer(name, _of_kind(behaviours, kind), f"The {kind}s are")


def _wrong_kind(kit: Kit, path: Path_, behaviour: Behaviour, kind: str) -> None:
    alike = _of_kind(kit.draft.behaviours, kind)
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
            document.fault("SL302", path, message, partial(offer, target, fitting or atlas.kinds, "What fits here is"))
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
