"""What would be missing on stage: the guard at a post that is watched, the door where people come in or try one."""

from collections.abc import Iterator

from ..model import POSTS, Behaviour, Crowd, Role, WrittenStep
from ..plans import Planned
from ..premises import Prop, PropKind
from ..reading.document import Path_
from ..reading.near_names import either
from ..reading.sheets import Items
from ..venue.layout import NOT_PUBLIC, Layout, Standing
from ..venue.passages import BUILT, LEAF
from .kit import Kit, VenueGround, find_planned_acts
from .step_walk import every

DOORS = ("staff door", "service door")
WRITTEN_ON = ("board", "sign", "poster", "screen", "machine")
"""Skins that show the text of a prop."""
NEAR_A_DOOR = 1.6
"""Metres from a way in, or from a door that is tried, within which a door must be drawn."""
AT_A_WALL = 1.3
"""Metres within which a way in counts as lying at a wall."""
BEYOND = LEAF + 0.05
"""Metres from the portal on to the middle of its door, whose front is where people stop short of the leaf."""
_TURNS = {(-1.0, 0.0): 90, (0.0, -1.0): 180, (1.0, 0.0): 270}
"""By the way out through a door, the turn that shows its front to the hall."""
_OPEN = ("door", "steps", "train")
"""What the skin of a prop speaks of if people can be thought to come out of it."""


def check_posts(kit: Kit) -> None:
    """Advise on acts that are about staff where there is none."""
    sheet = kit.draft.sheet.value
    if sheet is None or not kit.atlas.whole:
        return
    roles = kit.draft.roles.things
    manned = {name for line in sheet.crowd for name in _find_manned(line)}
    staff = any(line.role not in roles or roles[line.role].staff for line in sheet.crowd)
    for path, act in find_planned_acts(kit):
        _post(kit, path, act, manned, staff=staff)


def _find_manned(line: Crowd) -> tuple[str, ...]:
    """The places at which people of a line stand; those who are fewer than their posts take the first ones."""
    return (*line.at[: line.present or len(line.at)], *line.to)


def _post(kit: Kit, path: Path_, act: Planned, manned: set[str], *, staff: bool) -> None:
    behaviour = kit.draft.behaviours.things.get(act.name)
    if behaviour is None:
        return
    kinds = kit.atlas.kinds
    fitting = [act.target] if act.target else [name for name, kind in kinds.items() if kind in behaviour.targets]
    posts = [name for name in fitting if kinds.get(name) in POSTS]
    document = kit.draft.sheet.document
    if posts and len(posts) == len(fitting) and not manned & set(posts):
        document.fault(
            "SL508",
            (*path, "target") if act.target else (*path, "name"),
            f"`{act.name}` is aimed at `{posts[0]}`, and nobody stands there.",
            f"Add somebody to the crowd: `- {{role: {_role(kit, kinds[posts[0]])}, present: 1, at: {posts[0]}}}`.",
            "advice",
        )
    elif not staff and _speaks_with_staff(behaviour):
        document.fault(
            "SL508",
            (*path, "name"),
            f"`{act.name}` needs somebody of staff to speak with, and the crowd has nobody.",
            f"Add a line to the crowd, such as `- {{role: {_role(kit, 'staff post')}, present: 1}}`.",
            "advice",
        )


def _role(kit: Kit, kind: str) -> str:
    """A role of staff that fits a kind of post."""
    staff = [role for role in kit.draft.roles.things.values() if role.staff]
    word = kind.split(maxsplit=1)[0]
    return next((role.role for role in staff if word in role.role and _stands(role)), staff[0].role if staff else word)


def _stands(role: Role) -> bool:
    return any(isinstance(step, WrittenStep) and step.to == "destination" for _, step in every(role.steps, ()))


def _speaks_with_staff(behaviour: Behaviour) -> bool:
    steps = (step for _, step in every(behaviour.steps, ()))
    return any(isinstance(step, WrittenStep) and step.with_ == "nearest staff" for step in steps)


def check_doors(ground: VenueGround) -> None:
    """Advise on ways in through a wall, and on doors to be tried, where no door is drawn."""
    layout, sheet = ground.layout, ground.sheet
    if layout is None or sheet is None:
        return
    for path, name, at, why in _doorways(layout):
        if name not in ground.troubled and not any(_opens(thing, at) for thing in layout.standing):
            way_out = _way_to_mend(layout, ground.shelf.props, name)
            sheet.document.fault("SL509", path, f"{why}, and no door is to be seen.", way_out, "advice")


def _way_to_mend(layout: Layout, props: Items[PropKind], name: str) -> str:
    """The door that goes there, where it goes; for a way in that is no door for staff or to a shop, only a gap."""
    portal = layout.portals.get(name)
    if portal and portal.kind not in NOT_PUBLIC:
        return f"Leave a gap in the wall there, {portal.width:g} m wide."
    way = layout.threshold(name) if portal else None
    x, y = way.spot(0.0, BEYOND) if way else portal.at if portal else layout.places[name].at
    out = way.out if way else (0.0, 1.0)
    turn = f", turn: {_TURNS[out]}" if _TURNS.get(out) else ""
    door = _door(props, layout.places[name].kind if name in layout.places else "staff door")
    return f"Add a door among the props: `- {{prop: {door}, at: [{x:.4g}, {y:.4g}]{turn}}}`."


def check_texts(ground: VenueGround) -> None:
    """Advise on texts that nobody will read."""
    if ground.sheet is None:
        return
    kinds = ground.shelf.props.things
    for path, prop in ground.sheet.each("props", Prop):
        if prop.text and prop.prop in kinds and not shows_text(kinds[prop.prop]):
            fitting = [name for name, kind in kinds.items() if "sign" in name and shows_text(kind)]
            way_out = f"Take `text` out, or put {either(fitting)} there." if fitting else "Take `text` out."
            message = f"Nothing is written on a `{prop.prop}`: its text will not be seen."
            ground.sheet.document.fault("SL510", (*path, "text"), message, way_out, "advice")


def shows_text(kind: PropKind) -> bool:
    """Whether a prop of this kind shows its text."""
    return any(box.skin in WRITTEN_ON for box in kind.boxes)


def _doorways(layout: Layout) -> Iterator[tuple[Path_, str, tuple[float, float], str]]:
    """Where a door is expected: what it is for in the file, its name, where it is, and why."""
    for n, portal in enumerate(layout.venue.portals):
        if portal.kind == "staff only":
            yield ("portals", n, "portal"), portal.portal, portal.at, f"`{portal.portal}` is a door for staff"
        elif portal.kind not in BUILT and any(_across(portal.at, a, b) for a, b in layout.walls):
            said = f"People come in by `{portal.portal}` through a wall"
            yield ("portals", n, "portal"), portal.portal, portal.at, said
    for n, place in enumerate(layout.venue.places):
        if place.kind in DOORS:
            yield ("places", n, "place"), place.place, place.at, f"`{place.place}` is a {place.kind}"


def _across(at: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether the point lies at the wall from a to b, and not off its end."""
    run = (b[0] - a[0], b[1] - a[1])
    off = (at[0] - a[0], at[1] - a[1])
    square: float = run[0] ** 2 + run[1] ** 2
    if not square:
        return False
    along = (off[0] * run[0] + off[1] * run[1]) / square
    aside = off[0] * run[1] - off[1] * run[0]
    return 0.0 < along < 1.0 and aside * aside < AT_A_WALL**2 * square


def _opens(thing: Standing, at: tuple[float, float]) -> bool:
    """Whether a thing that stands there can be taken for the door at the point."""
    if not _is_door(thing.kind):
        return False
    corners = [thing.place(*corner) for box in thing.kind.boxes for corner in _corners(box.at, box.size)]
    low, high = (tuple(pick(corner[k] for corner in corners) for k in (0, 1)) for pick in (min, max))
    away = [max(low[k] - at[k], at[k] - high[k], 0.0) for k in (0, 1)]
    return away[0] ** 2 + away[1] ** 2 <= NEAR_A_DOOR**2


def _corners(at: tuple[float, float, float], size: tuple[float, float, float]) -> Iterator[tuple[float, float]]:
    for x in (at[0], at[0] + size[0]):
        for y in (at[1], at[1] + size[1]):
            yield x, y


def _is_door(kind: PropKind) -> bool:
    said = [kind.prop, *(box.skin for box in kind.boxes)]
    return any(word in line for line in said for word in _OPEN)


def _door(props: Items[PropKind], kind: str) -> str:
    """The prop that is a door of this kind, or else any door."""
    doors = [name for name in props.things if "door" in name]
    return next((name for name in doors if name.startswith(kind.split(maxsplit=1)[0])), doors[0] if doors else "door")
