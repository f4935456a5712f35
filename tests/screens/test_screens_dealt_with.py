"""The debrief of somebody spoken with and decided about: the talk and the decision are told, and seen again."""

from collections.abc import Iterator

import pygame
import pytest

from game.exercise import TalkStage
from game.log import Asked, Decided, Parted
from game.screens.debrief.debrief_screen import StoryChosen
from game.screens.debrief.moments import MarkChosen, SaidChosen
from game.screens.watch.actions import LevelChosen
from game.screens.watch.dealing.considering import DecisionChosen, DecisionGiven
from game.screens.watch.dialogs import DialogAnswer
from game.screens.watch.speaking import LeaveTaken, OpeningChosen, SpeechAsked, TopicPut
from tests.support.playroom import SCENARIO, Watching, watch

LONGER = SCENARIO.replace("lasts: 30 s", "lasts: 3 min")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watching]:
    """The debrief of an exercise in which somebody was spoken with, by a colleague, and then let go as no concern."""
    room = watch(tmp_path_factory.mktemp("dealt_with"), LONGER)
    room.pictures(20, 0.1)
    room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    talking = room.exercise.talking
    assert talking is not None
    room.press(SpeechAsked())
    room.run_until(lambda: talking.talk is not None and talking.talk.stage is TalkStage.MET)
    room.press(OpeningChosen("explained"))
    for topic in ("reason", "way"):
        room.run_until(lambda: talking.talk is not None and talking.talk.stage is TalkStage.LISTENING)
        room.press(TopicPut(topic))
    room.run_until(lambda: talking.talk is not None and talking.talk.stage is TalkStage.LISTENING)
    room.press(LeaveTaken(thanked=True, explained=True))
    room.press(LevelChosen(3))
    room.press(DecisionChosen("no concern"))
    room.press(DecisionGiven())
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_ESCAPE)
    room.press(DialogAnswer.END)
    room.wait_for("Debriefing")
    yield room
    room.leave()


def person(room: Watching) -> int:
    """Who was spoken with."""
    return next(room.debriefing.told.recording.log.of(Parted)).person


def test_talk_and_decision_are_told_with_what_was_so(room: Watching) -> None:
    """Who was only spoken with and let go is in the list; the answer that could be checked stands beside the truth."""
    room.press(StoryChosen(person(room)))
    said = "\n".join(room.words())
    for words in ("A colleague spoke with them for you.", "You let them go with thanks", "You decided: No concern."):
        assert words in said
    asked = list(room.debriefing.told.recording.log.of(Asked))
    assert all(f"“{event.text}”" in said for event in asked)
    assert "Control could have told you, and was not asked." in said
    assert "they would have said" not in said, "they were asked, and did say"


def test_each_of_them_can_be_seen_again(room: Watching) -> None:
    """A press on a talk, on a question or on a decision goes to its moment."""
    room.press(StoryChosen(person(room)))
    log = room.debriefing.told.recording.log
    decided = next(log.of(Decided)).tick
    asked = [event.tick for event in log.of(Asked)]
    chosen = [event for event in room.list_offered() if isinstance(event, SaidChosen)]
    assert [event.began for event in chosen][1:] == asked
    for event, tick in [
        (MarkChosen(decided, decided=True), decided),
        *((said_chosen, said_chosen.began) for said_chosen in chosen),
    ]:
        room.press(event)
        assert abs(room.moment - tick) <= 30


def test_marks_talks_and_decisions_stand_in_order_of_time(room: Watching) -> None:
    """The mark that was set after the talk is told after it, and the decision last."""
    room.press(StoryChosen(person(room)))
    told = [event for event in room.list_offered() if isinstance(event, SaidChosen | MarkChosen)]
    ticks = [event.began if isinstance(event, SaidChosen) else event.tick for event in told]
    assert ticks == sorted(ticks)
    assert isinstance(told[0], SaidChosen)
    assert sum(isinstance(event, MarkChosen) for event in told) >= 2


def test_keys_alone_go_to_what_was_said(room: Watching) -> None:
    """Tab comes to each question, and Enter plays it."""
    room.press(StoryChosen(person(room)))
    chosen = [event for event in room.list_offered() if isinstance(event, SaidChosen)]
    room.tab_to(chosen[-1])
    assert abs(room.moment - chosen[-1].began) <= 30


def test_the_timeline_has_a_lane_for_talks_and_one_for_decisions(room: Watching) -> None:
    """What lies on them can be pressed to go there, at every size of window."""
    room.press(StoryChosen(person(room)))
    assert room.lanes() == ["They did", "On screen", "You spoke", "You marked", "You decided"]
