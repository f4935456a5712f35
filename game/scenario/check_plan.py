"""What can be wrong with what is planned: the crowd, and what subjects and decoys are to do, when, and with what truth."""

from collections.abc import Sequence

from .document import Path_
from .kit import Kit, complain_of, known
from .model import Account, Behaviour, Clock, Crowd, Decoy, Planned, Role, Step, Subject
from .near import either, offer
from .truth import decoy_fault, subject_fault
from .walk import BRISK, every, least, usual, words

_FIRST = 15.0
"""Seconds of everyday behaviour before an act, at the least, where the author does not say."""
_BEFORE = -90.0
MOST_PEOPLE = 400
_PER_METRE = 0.8
"""People on a square metre of floor above which a crowd hardly moves."""


def check_plan(kit: Kit) -> None:
    """Note what is wrong with the plan."""
    sheet = kit.draft.sheet
    clock = sheet.one("clock", Clock)
    for path, subject in sheet.each("subjects", Subject):
        _person(kit, path, subject)
        _acts(kit, (*path, "tells"), subject.tells, "tell")
        _timing(kit, path, subject, subject.tells, "tells", clock)
        _subject_truth(kit, path, subject)
    for path, decoy in sheet.each("decoys", Decoy):
        _person(kit, path, decoy)
        _acts(kit, (*path, "look_alikes"), decoy.look_alikes, "look-alike")
        _timing(kit, path, decoy, decoy.look_alikes, "look_alikes", clock)
        _decoy_truth(kit, path, decoy)
    lines = sheet.each("crowd", Crowd)
    for path, line in lines:
        _line(kit, path, line)
    if clock:
        _numbers(kit, lines, clock)


def plays(kit: Kit) -> tuple[list[str], list[str]]:
    """The roles and the behaviours that the scenario names."""
    sheet = kit.draft.sheet
    subjects, decoys = sheet.each("subjects", Subject), sheet.each("decoys", Decoy)
    roles = [line.role for _, line in sheet.each("crowd", Crowd)]
    roles += [one.role for _, one in subjects if one.role] + [one.role for _, one in decoys if one.role]
    acts = [act.name for _, one in subjects for act in one.tells] + [act.name for _, one in decoys for act in one.look_alikes]
    return roles, acts


def _person(kit: Kit, path: Path_, one: Subject | Decoy) -> None:
    document = kit.draft.sheet.document
    if one.role:
        _role(kit, (*path, "role"), one.role)
    if one.from_:
        _portal(kit, (*path, "from"), one.from_)
    if one.carries and kit.worn("carries") and one.carries not in kit.worn("carries"):
        document.complain(
            "SL308", document.spot((*path, "carries")), f"Nobody can carry `{one.carries}`.",
            offer(one.carries, kit.worn("carries"), "What can be carried is"),
        )


def _role(kit: Kit, path: Path_, name: str) -> None:
    roles, document = kit.draft.roles, kit.draft.sheet.document
    if roles.whole and name not in roles.names:
        document.complain(
            "SL304", document.spot(path), f"There is no role `{name}`.", offer(name, known(roles), "The roles are")
        )


def _portal(kit: Kit, path: Path_, name: str, *, places: bool = False) -> None:
    document, atlas = kit.draft.sheet.document, kit.atlas
    if atlas.whole and name not in atlas.portals and not (places and name in atlas.kinds):
        where = f"{atlas.title} has no way in called `{name}`."
        if name in atlas.kinds:
            where = f"`{name}` is a place, and people come in by a portal."
        document.complain("SL307", document.spot(path), where, offer(name, atlas.portals, "Its portals are"))


def _acts(kit: Kit, path: Path_, acts: Sequence[Planned], kind: str) -> None:
    behaviours, document = kit.draft.behaviours, kit.draft.sheet.document
    for n, act in enumerate(acts):
        spot = document.spot((*path, n, "name"))
        behaviour = behaviours.things.get(act.name)
        alike = [name for name in known(behaviours) if name not in behaviours.things or behaviours.things[name].kind == kind]
        if act.name not in behaviours.names:
            if behaviours.whole:
                document.complain("SL303", spot, f"There is no {kind} `{act.name}`.", offer(act.name, alike, f"The {kind}s are"))
        elif behaviour and behaviour.kind != kind:
            what = "an everyday behaviour" if behaviour.kind == "everyday" else f"a {behaviour.kind}"
            counterparts = [name for name in behaviour.looks_like if name in alike]
            document.complain(
                "SL311", spot, f"`{act.name}` is {what}, and a {kind} is needed here.",
                f"Did you mean {either(counterparts)}?" if counterparts else offer(act.name, alike, f"The {kind}s are"),
            )
        elif behaviour:
            _target(kit, (*path, n), act, behaviour)


def aims(behaviour: Behaviour) -> bool:
    """Whether the steps speak of a target."""
    said = [word for _, step in every(behaviour.steps, ()) if isinstance(step, Step) for _, word in words(step)]
    return bool(behaviour.targets) or any("target" in word.split() for word in said)


def _target(kit: Kit, path: Path_, act: Planned, behaviour: Behaviour) -> None:
    document, atlas = kit.draft.sheet.document, kit.atlas
    fitting = [name for name, kind in atlas.kinds.items() if kind in behaviour.targets]
    if act.target is None:
        if not aims(behaviour) or fitting or not atlas.whole:
            return
        kinds = f" of the kind {either(behaviour.targets)}" if behaviour.targets else ""
        said = f"`{act.name}` needs a target{kinds}"
        document.complain(
            "SL312", document.spot((*path, "name")), f"{said}, and {atlas.title} has none." if kinds else f"{said}.",
            "Choose another tell, or add such a place to the venue." if kinds else f"Write `{{tell: {act.name}, target: …}}`. {atlas.places()}",
        )
        return
    if not aims(behaviour):
        document.complain(
            "SL314", document.key((*path, "target")), f"`{act.name}` is not aimed at anything.", "Take `target` out."
        )
        return
    if atlas.whole and act.target not in atlas.kinds and not act.target.startswith("any "):
        document.complain(
            "SL302", document.spot((*path, "target")), f"{atlas.title} has no place `{act.target}`.",
            offer(act.target, fitting or atlas.kinds, "Fitting targets here are"),
        )
        return
    complain_of(document, (*path, "target"), atlas.doubt(act.target, go=False))
    kind = atlas.kinds.get(act.target) or act.target.removeprefix("any ")
    if atlas.whole and behaviour.targets and kind not in behaviour.targets and kind in atlas.all_kinds():
        document.complain(
            "SL313", document.spot((*path, "target")), f"`{act.target}` is of the kind `{kind}`, which `{act.name}` is not aimed at.",
            f"It is aimed at {either(behaviour.targets)}" + (f": here {either(fitting, 'and', 12)}." if fitting else "."),
        )


def _timing(kit: Kit, path: Path_, one: Subject | Decoy, acts: Sequence[Planned], key: str, clock: Clock | None) -> None:
    if clock is None:
        return
    document, behaviours = kit.draft.sheet.document, kit.draft.behaviours.things
    start = one.arrive.low if one.arrive else _BEFORE
    if start >= clock.lasts:
        document.complain(
            "SL408", document.spot((*path, "arrive")), f"They would arrive after the end: the scene lasts {_clock(clock.lasts)}.",
            "Let them arrive earlier, or let the scene last longer.",
        )
        return
    here = None
    for n, act in enumerate(acts):
        behaviour = behaviours.get(act.name)
        if behaviour is None or behaviour.reacts_to:
            continue
        start += act.after.low if act.after else _FIRST
        there = _where(kit, act.target)
        start += _metres(here, there) / BRISK
        here = there or here
        if start >= clock.lasts:
            spot = document.spot((*path, key, n, "after" if act.after else "name"))
            document.complain(
                "SL401", spot, f"`{act.name}` cannot begin before the end: {_clock(start)} at the earliest, "
                f"and the scene lasts {_clock(clock.lasts)}.",
                "Shorten the waits (`after`) before it, let them arrive earlier, or let the scene last longer.",
            )
            return
        start += least(behaviour.steps, behaviours)


def _where(kit: Kit, name: str | None) -> tuple[float, float] | None:
    mark = kit.layout.landmark(name) if kit.layout and name else None
    return (mark.x, mark.y) if mark else None


def _metres(here: tuple[float, float] | None, there: tuple[float, float] | None) -> float:
    if here is None or there is None:
        return 0.0
    return float(max(0.0, ((here[0] - there[0]) ** 2 + (here[1] - there[1]) ** 2) ** 0.5 - 14.0))


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _subject_truth(kit: Kit, path: Path_, subject: Subject) -> None:
    document = kit.draft.sheet.document
    if not subject.account.breaks_on:
        _account(kit, path, "A subject's account fails when asked, and this one breaks on nothing.", "Add `breaks_on: [a word they are asked about]`.")
    cues = _cues(kit, subject.tells, "tell")
    if cues is None or subject.nature != "reconnaissance":
        return
    if fault := subject_fault(cues):
        document.complain("SL411", document.key((*path, "tells")), f"This is not enough to be suspicious: {fault}.",
            "A subject shows at least three cues from two families, one of them from F1, F2, F5 or F6; reactions do not count.")


def _decoy_truth(kit: Kit, path: Path_, decoy: Decoy) -> None:
    document = kit.draft.sheet.document
    if decoy.account.breaks_on:
        _account(kit, path, "A decoy's account checks out, and this one breaks.", "Take `breaks_on` out.")
    cues = _cues(kit, decoy.look_alikes, "look-alike")
    if cues is not None and (fault := decoy_fault(cues)):
        document.complain("SL412", document.key((*path, "look_alikes")), f"This is too much for an innocent person: {fault}.",
            "A decoy resembles at most two cues, or cues of a single family.")


def _account(kit: Kit, path: Path_, message: str, way_out: str) -> None:
    document = kit.draft.sheet.document
    at = (*path, "account", "breaks_on")
    document.complain("SL413", document.key(at if at in document.keys else at[:-1]), message, way_out)


def _cues(kit: Kit, acts: Sequence[Planned], kind: str) -> list[str] | None:
    """The cues of the acts that happen whatever the trainee does; None if some act is not known."""
    found = [kit.draft.behaviours.things.get(act.name) for act in acts]
    if any(one is None or one.kind != kind or one.cue is None for one in found):
        return None
    return [one.cue for one in found if one and one.cue and not (kind == "tell" and one.reacts_to)]


def _line(kit: Kit, path: Path_, line: Crowd) -> None:
    document, atlas = kit.draft.sheet.document, kit.atlas
    _role(kit, (*path, "role"), line.role)
    if (line.arrive is None) == (line.present is None):
        twice = line.arrive is not None
        document.complain(
            "SL403", document.key((*path, "present")) if twice else document.spot((*path, "role")),
            "This line says both how many come and how many are there." if twice else f"This line does not say how many of `{line.role}` there are.",
            "Keep `arrive` or `present`, and make the other a line of its own." if twice else "Add `arrive: 10 per minute` (they come and go) or `present: 5` (they are there).",
        )
    for n, name in enumerate(line.from_):
        _portal(kit, (*path, "from", n), name, places=True)
    for key, names in (("to", line.to), ("at", line.at)):
        for n, name in enumerate(names):
            complain_of(document, (*path, key, n), atlas.doubt(name, go=True, mine=()))
            _reachable(kit, (*path, key, n), name)


def _reachable(kit: Kit, path: Path_, name: str) -> None:
    floor, place = kit.floor, kit.layout.places.get(name) if kit.layout else None
    document = kit.draft.sheet.document
    if floor and floor.main and place and not floor.reaches(place.at, (place.size[0] / 2, place.size[1] / 2)):
        document.complain(
            "SL402", document.spot(path), f"`{name}` cannot be reached: walls or props close it off.",
            "Choose another place, or open a way of at least 1 m in the venue.",
        )


def _numbers(kit: Kit, lines: list[tuple[Path_, Crowd]], clock: Clock) -> None:
    document = kit.draft.sheet.document
    if not lines or kit.layout is None or kit.floor is None:
        return
    at_once = sum(_at_once(kit, line, clock) for _, line in lines)
    area = kit.floor.area()
    biggest = max(lines, key=lambda entry: _at_once(kit, entry[1], clock))
    path = biggest[0]
    spot = document.spot((*path, "arrive" if biggest[1].arrive is not None else "present"))
    if at_once > MOST_PEOPLE:
        document.complain(
            "SL405", spot, f"About {at_once:.0f} people would be here at once, and {MOST_PEOPLE} is the most.",
            "Lower `arrive` or `present`; this line brings the most.",
        )
    elif area and at_once / area > _PER_METRE:
        document.complain(
            "SL404", spot, f"About {at_once:.0f} people would be here at once on {area:.0f} m² of floor: nobody could move.",
            f"Lower `arrive` or `present` to at most {area * _PER_METRE:.0f} in all; this line brings the most.",
        )


def _at_once(kit: Kit, line: Crowd, clock: Clock) -> float:
    role = kit.draft.roles.things.get(line.role)
    if line.present is not None:
        return float(line.present)
    if role is None or kit.layout is None or line.arrive is None:
        return 0.0
    width, depth = kit.layout.venue.size
    stay = usual(role.steps, kit.draft.behaviours.things, 0.45 * (width + depth) / 1.3)
    return line.arrive * _together(role) * min(stay, clock.lasts - _BEFORE)


def _together(role: Role) -> float:
    total = sum(role.group.values())
    return sum(size * weight for size, weight in role.group.items()) / total if total > 0 else 1.0

