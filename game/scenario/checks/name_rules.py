"""Whether the roles, portals and things carried that a scenario names are there."""

from functools import partial

from ..reading.document import Path_
from ..reading.near_names import offer
from .kit import Kit, known


def check_role(kit: Kit, path: Path_, name: str) -> None:
    """Note a role that there is not."""
    roles = kit.draft.roles
    if roles.whole and name not in roles.names:
        kit.draft.sheet.document.fault(
            "SL304", path, f"There is no role `{name}`.", partial(offer, name, known(roles), "The roles are")
        )


def check_portal(kit: Kit, path: Path_, name: str, *, or_place: bool = False) -> None:
    """Note a way in that the venue does not have."""
    atlas = kit.atlas
    if not atlas.whole or name in atlas.portals or (or_place and name in atlas.kinds):
        return
    message = f"{atlas.title} has no way in called `{name}`."
    if name in atlas.kinds:
        message = f"`{name}` is a place, and people come in by a portal."
    way_out = partial(offer, name, atlas.portals, "Its portals are")
    kit.draft.sheet.document.fault("SL307", path, message, way_out)


def check_carried(kit: Kit, path: Path_, name: str) -> None:
    """Note a thing that nobody can carry."""
    things = kit.draft.shelf.carried
    if things and name not in things:
        kit.draft.sheet.document.fault(
            "SL308", path, f"Nobody can carry `{name}`.", partial(offer, name, things, "What can be carried is")
        )
