"""The guide says in which of one's own exercises something was seen, and leads to the moment."""

from pathlib import Path

from game.screens.front.title import WayIn
from game.screens.guide.book import OwnMoment
from game.screens.guide.field_guide import EntryChosen
from game.screens.watch.dialogs import DialogAnswer
from tests.screens.test_screens_layout import sound
from tests.support.playroom import SCENARIO, watch

TELL, FILMED = "films_security_feature", "films_departure_board"


def test_what_was_seen_in_an_own_exercise_is_a_way_to_its_moment(tmp_path: Path) -> None:
    """A decoy filmed: beside the tell that it is taken for stands the exercise, which opens where they filmed."""
    room = watch(tmp_path, SCENARIO.replace("30 s", "90 s"))
    room.wait_for_the_end()
    room.press(DialogAnswer.DEBRIEF)
    room.wait_for("Debriefing")
    began = next(
        act.showing.began for person in room.debriefing.told.debrief.people for act in person.acts
        if act.showing.act.name == FILMED
    )
    room.show(room.rooms.title())
    room.press(WayIn.GUIDE)
    room.wait_for("FieldGuide")
    room.press(EntryChosen(TELL))
    room.wait_for_one(OwnMoment)
    sound(room, "the guide with own exercises")
    assert "In your own exercises" in room.words()
    room.tab_to(room.first(OwnMoment))
    room.wait_for("Debriefing")
    assert began - 20 <= room.moment <= began + 100
    room.leave()
