"""What authors write on things can be read on those that are said to show it, and on no others."""

import pytest

from game.authoring import stock
from game.picture.daylight import daylight
from game.picture.place.props import groups, picture
from game.scenario import PropKind, layout
from game.scenario.checks.set_rules import shows_text
from game.scenario.premises import Portal, Prop, Venue
from game.shipped import SCENARIOS
from game.theme import theme

KINDS = {kind.prop: kind for kind in stock(SCENARIOS).props}


def _draw(kind: PropKind, text: str) -> list[bytes]:
    """The prop with the text on it, from its front and its back."""
    venue = Venue(
        venue="A piece of floor", kind="public building", size=(40.0, 40.0), baseline="Nothing happens.",
        portals=(Portal(portal="door", at=(1.0, 1.0)),), props=(Prop(prop=kind.prop, at=(20.0, 20.0), text=text),),
    )  # fmt: skip
    now = daylight("12:00", 0, theme())
    found = [group for turn in (0, 2) for group in groups(layout(venue, {kind.prop: kind}), turn, ())]
    return [picture(group, 60.0, now).surface.get_buffer().raw for group in found]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_text_is_seen_where_it_is_said_to_be(name: str) -> None:
    """A thing with words on it looks another way than without, if its kind shows words, and the same if not."""
    assert (_draw(KINDS[name], "GATE 7") != _draw(KINDS[name], "")) == shows_text(KINDS[name])


def test_a_board_shows_the_rows_that_were_written() -> None:
    """With rows of its own a board shows them, and no trains."""
    board = KINDS["small_board"]
    assert _draw(board, "TODAY / 11:00 Choir") not in (_draw(board, "TODAY"), _draw(board, "TODAY / 12:00 Yoga"))
