"""The trainee's own figure where a place has two levels."""

from game.exercise import Officer
from game.scenario import Layout, Place, Portal, Venue, layout
from game.scenario.premises import Void
from game.view import Snapshot
from tests.support.drawn_halls import crowd
from tests.support.drawn_venues import cast
from tests.support.stagings import open_world

TAKES = 8.0


def _two_levels(surroundings: str = "earth") -> Layout:
    made = Venue(
        venue="Two levels", kind="tube station", size=(20.0, 30.0), baseline="none", surroundings=surroundings,
        voids=(Void(at=(0.0, 12.0), size=(20.0, 4.0)),),
        places=(Place(place="post", kind="patrol post", at=(10.0, 4.0)),),
        portals=(
            Portal(portal="street", at=(0.8, 4.0)),
            Portal(portal="down", at=(10.0, 8.0), kind="stairs", towards=(0, 1), leads_to="up", takes=TAKES),
            Portal(portal="up", at=(10.0, 21.0), kind="stairs", towards=(0, -1), leads_to="down", takes=TAKES),
        ),
    )  # fmt: skip
    return layout(made, {})


def test_it_goes_to_another_level_by_the_stairs() -> None:
    """Sent to the other level it walks to the stairs, is out of the way for as long as they take, and walks on."""
    where = _two_levels()
    officer = Officer(where, open_world(where, cast()), uniform=False)
    officer.send(10.0, 27.0)
    path: list[tuple[float, float]] = []
    while officer.walking and len(path) < 1000:
        officer.step()
        path.append((officer.x, officer.y))
    assert abs(officer.y - 27.0) < 0.3
    assert not any(8.5 < y < 20.5 for _, y in path)
    stands = max(sum(at == spot for at in path) for spot in path)
    assert abs(stands - TAKES * 10) <= 2


def test_nobody_sees_through_earth() -> None:
    """Somebody on the other level is out of sight where the two are apart in the earth, and in sight over a well."""
    other: Snapshot = crowd([(10.0, 27.0)])
    seen = {}
    for around in ("earth", "street"):
        where = _two_levels(around)
        seen[around] = bool(Officer(where, open_world(where, cast()), uniform=False).sees(other)[0])
    assert seen == {"earth": False, "street": True}
