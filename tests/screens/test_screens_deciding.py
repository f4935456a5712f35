"""Deciding what to do about somebody, with mouse and keys alone."""

from collections.abc import Hashable, Iterator
from pathlib import Path

import pygame
import pytest

from game.duty import DECISIONS, GOWISELY, Decision, Reason, ReportLine
from game.log import Decided, Reported, Sighted
from game.screens.watch.actions import CueChosen, LevelChosen
from game.screens.watch.choosing import SightedSought
from game.screens.watch.dealing.considering import (
    DecidingAsked,
    DecisionChosen,
    DecisionGiven,
    LetterSaid,
    ReasonToggled,
)
from game.screens.watch.dealing.own_reasons import HUNCH, LOOKS
from game.screens.watch.dealing.telling import LineToggled, ReportGiven, RestsChosen, TellingAsked
from game.screens.watch.panels.decision_panel import TAKEN_BACK
from game.screens.watch.panels.inspector import CuesAsked, FamilyToggled
from tests.support.playroom import SCENARIO, Watching, watch

KINDS = ("sign", "place", "reason")
AFOOT = SCENARIO.replace("deployment: plain clothes}", "post: officer, deployment: uniform}")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watching]:
    """A practice at the cameras, held still, with somebody selected."""
    room = watch(tmp_path_factory.mktemp("deciding"))
    room.key(pygame.K_SPACE)
    room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    assert room.exercise.selected is not None
    yield room
    room.leave()


def last(room: Watching) -> Decided:
    """The decision made last."""
    return list(room.exercise.log.of(Decided))[-1]


def tick_a_sign(room: Watching) -> Reason:
    """Say that the first sign of the first family was seen, and nothing else; the reason that this makes."""
    room.press(CuesAsked())
    room.key(pygame.K_x)
    if not any(isinstance(event, CueChosen) for event in room.list_offered()):
        room.press(room.first(FamilyToggled))
    room.press(room.first(CueChosen))
    person = room.exercise.selected
    assert person is not None
    (cue,) = room.exercise.marks[person].cues
    return Reason("sign", cue, room.exercise.tick)


def lines_of(room: Watching, kind: str) -> list[LineToggled]:
    """The sentences of a kind that are offered for a report."""
    return [event for event in room.list_offered() if isinstance(event, LineToggled) and event.line.kind == kind]


def test_to_act_is_to_be_asked_what_is_to_be_done(room: Watching) -> None:
    """Key 3 and its button mark, and show what can be done, the keyboard on it; C leads back to what was seen."""
    room.key(pygame.K_3)
    assert all(room.shows(DecisionChosen(decision)) for decision in DECISIONS)
    assert room.page.focus == DecisionChosen("no concern")
    room.key(pygame.K_c)
    assert not room.shows(DecisionChosen("search"))
    room.key(pygame.K_x)
    room.press(LevelChosen(3))
    assert room.shows(DecisionChosen("search"))
    assert [mark.level for mark in room.exercise.marks.values()] == [3]
    room.press(CuesAsked())
    assert not room.shows(DecisionChosen("search"))


def test_a_stray_key_to_act_is_taken_back_by_the_same_key(room: Watching) -> None:
    """The mark is what it was before, the panel shuts, and that is said; once something is decided, the mark stays."""
    person = room.exercise.selected
    assert person is not None
    room.key(pygame.K_x)
    for before in (0, 1, 2):
        if before:
            room.press(LevelChosen(before))
        room.key(pygame.K_3)
        assert room.exercise.marks[person].level == 3
        assert TAKEN_BACK in room.words()
        room.key(pygame.K_3)
        assert [mark.level for mark in room.exercise.marks.values()] == [before] * bool(before)
        assert not room.shows(DecisionChosen("search"))
        assert any(words.startswith("Your mark on them is ") and words.endswith(" again.") for words in room.words())
    room.press(LevelChosen(3))
    for event in (DecisionChosen("pass on"), DecisionGiven(), LevelChosen(3)):
        room.press(event)
    assert room.exercise.marks[person].level == 3
    room.press(CuesAsked())
    room.key(pygame.K_3)
    assert room.shows(DecisionChosen("search"))


def test_to_look_at_what_can_be_done_marks_nobody_and_claims_no_key(room: Watching) -> None:
    """Key 3 is the button “3 Act” and no other."""
    room.press(CuesAsked())
    room.key(pygame.K_x)
    room.press(DecidingAsked())
    assert room.shows(DecisionChosen("search"))
    assert not room.exercise.marks
    assert [words for words in room.words() if "3" in words and ":" not in words] == ["3 Act"]


def test_a_mark_that_a_decision_lowers_is_said_to_be_lowered(room: Watching) -> None:
    """Before it is given and after; nothing is said where the mark stays as it is."""
    lowers: list[tuple[int, Decision, str]] = [
        (3, "keep watching", "“1\u00a0Note”"), (2, "no concern", "cleared"), (2, "pass on", ""),
    ]
    for level, decision, told in lowers:
        room.press(LevelChosen(level))
        room.press(DecidingAsked())
        room.press(DecisionChosen(decision))
        said = [words for words in room.words() if words.startswith("Your mark on them will then be")]
        assert said == ([f"Your mark on them will then be {told}."] if told else [])
        room.press(DecisionGiven())
        room.pictures(2)
        assert (f"Your mark on them is now {told}." in room.words()) is bool(told)
        room.pictures(20, 0.25)


def test_a_double_click_decides_once(room: Watching) -> None:
    """What comes to lie under the pointer is not pressed by its second click, and is by one that comes later."""
    room.press(DecidingAsked())
    room.press(DecisionChosen("no concern"))
    at = room.widget(DecisionGiven()).rect.center
    room.move(at)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) * 2:
        room.button(kind, at)
    assert last(room).decision == "no concern"
    assert all(room.shows(DecisionChosen(decision)) for decision in DECISIONS)


def test_space_stops_the_clock_wherever_the_keyboard_is(room: Watching) -> None:
    """On a box to tick it lets the clock go on, and stops it again, as the sign says; Enter ticks the box."""
    sign = tick_a_sign(room)
    room.key(pygame.K_c)
    while room.page.focus != CueChosen(sign.about):
        room.key(pygame.K_TAB)
    stands = [room.exercise.paused]
    for _ in range(2):
        room.key(pygame.K_SPACE)
        stands.append(room.exercise.paused)
    assert stands == [True, False, True]
    assert any("Press Space to carry on." in words for words in room.words())
    person = room.exercise.selected
    assert person is not None
    assert room.exercise.marks[person].cues == (sign.about,)
    room.key(pygame.K_RETURN)
    assert room.exercise.marks[person].cues == ()
    room.key(pygame.K_ESCAPE)


@pytest.mark.parametrize("decision", list(DECISIONS))
def test_every_decision_is_made_by_keys_alone(room: Watching, decision: Decision) -> None:
    """3, Tab to it, Enter, Enter on the first reason, Tab to the button, Enter; and one is told at once."""
    room.key(pygame.K_3)
    room.tab_to(DecisionChosen(decision))
    room.key(pygame.K_RETURN)
    room.tab_to(DecisionGiven())
    made = last(room)
    assert (made.decision, made.post, len(made.grounds)) == (decision, "control room", 1)
    weighed = room.exercise.decisions[made.person].weighed
    assert weighed is not None
    assert weighed.words in room.words()
    room.key(pygame.K_ESCAPE)


@pytest.mark.parametrize("decision", list(DECISIONS))
def test_every_decision_is_made_by_mouse_alone(room: Watching, decision: Decision) -> None:
    """With every reason there is, given and one taken back."""
    room.press(DecidingAsked())
    room.press(DecisionChosen(decision))
    for reason in (LOOKS, HUNCH, LOOKS):
        room.press(ReasonToggled(reason))
    room.press(DecisionGiven())
    assert (last(room).decision, last(room).grounds) == (decision, (HUNCH,))


def test_ones_own_signs_are_offered_with_their_time_and_nothing_else(room: Watching) -> None:
    """What was ticked of this person; of another nobody has ticked anything yet, and it says so."""
    sign = tick_a_sign(room)
    room.press(DecidingAsked())
    room.press(DecisionChosen("ask control"))
    offered = [event.reason for event in room.list_offered() if isinstance(event, ReasonToggled)]
    assert offered == [sign, LOOKS, HUNCH]
    room.press(ReasonToggled(sign))
    room.press(DecisionGiven())
    assert last(room).grounds == (sign,)


def standing_off(folder: Path, metres: float) -> Watching:
    """Afoot, the clock held, with somebody selected, and one's own figure so far to the east of them."""
    room = watch(folder, AFOOT)
    for key in (pygame.K_SPACE, pygame.K_TAB, pygame.K_RETURN):
        room.key(key)
    exercise = room.exercise
    person, now = exercise.selected, exercise.snapshot()
    assert person is not None
    assert exercise.officer is not None
    x, y = now.position[now.ids.tolist().index(person)].tolist()
    exercise.officer.x, exercise.officer.y = x + metres, y
    return room


def test_a_search_is_spoken_in_the_order_in_which_it_is_chosen(tmp_path: Path) -> None:
    """Afoot and in uniform: each letter once, taken back by choosing it again; what is found is told."""
    room = standing_off(tmp_path, 0.0)
    room.press(LevelChosen(3))
    room.press(DecisionChosen("search"))
    for letter in ("L", *GOWISELY):
        room.press(LetterSaid(letter))
    room.press(DecisionGiven())
    assert (last(room).said, last(room).post) == ("GOWISEY", "officer in uniform")
    assert "Found: nothing." in room.words()
    room.leave()


def test_what_cannot_be_done_from_here_is_said_and_stays_thought_of(tmp_path: Path) -> None:
    """Far off, a search is refused in a sentence, and the reasons chosen are kept."""
    room = standing_off(tmp_path, 8.0)
    room.press(LevelChosen(3))
    for event in (DecisionChosen("search"), ReasonToggled(HUNCH), DecisionGiven()):
        room.press(event)
    assert not list(room.exercise.log.of(Decided))
    assert "That person is too far off for that; go up to them first." in room.words()
    assert room.shows(DecisionGiven())
    room.leave()


def test_a_report_is_made_by_keys_alone(room: Watching) -> None:
    """From the decision to the report: what they did, on what it rests, then who; and a reply comes back."""
    sign = tick_a_sign(room)
    room.key(pygame.K_3)
    room.tab_to(DecisionChosen("circulate"))
    room.tab_to(DecisionGiven())
    focus: Hashable = room.page.focus
    assert focus == TellingAsked()
    room.key(pygame.K_RETURN)
    line = ReportLine("sign", sign.about, sign.tick)
    focus = room.page.focus
    assert focus == LineToggled(line)
    assert not lines_of(room, "look")
    room.key(pygame.K_RETURN)
    room.tab_to(RestsChosen(line, "inferred"))
    looks = lines_of(room, "look")
    room.tab_to(looks[0])
    room.tab_to(ReportGiven())
    reported = list(room.exercise.log.of(Reported))[-1]
    assert reported.lines == (line._replace(rests="inferred"), looks[0].line)
    assert "Received, thank you. Where was that?" in room.words()
    room.key(pygame.K_ESCAPE)


def test_a_report_is_made_by_mouse_alone(room: Watching) -> None:
    """One place and one reason at a time; leaving out what they did leaves out how they look, too."""
    tick_a_sign(room)
    room.press(DecidingAsked())
    room.press(DecisionChosen("pass on"))
    room.press(DecisionGiven())
    room.press(TellingAsked())
    offered = {kind: lines_of(room, kind) for kind in KINDS}
    for event in (offered["sign"][0], *offered["place"][:2], *offered["reason"][:2]):
        room.press(event)
    room.press(lines_of(room, "look")[0])
    room.press(offered["sign"][0])
    room.press(ReportGiven())
    lines = list(room.exercise.log.of(Reported))[-1].lines
    assert lines == (offered["place"][1].line, offered["reason"][1].line)
    assert "Received. But what did they do? How somebody looks is nothing we can act on." in room.words()


def test_what_is_told_back_is_said_and_leads_to_whom_was_seen(tmp_path: Path) -> None:
    """Control is asked to follow somebody: its words are shown, stay with the decision, and “Go there” goes there."""
    room = watch(tmp_path, AFOOT.replace("lasts: 30 s", "lasts: 2 min"))
    room.key(pygame.K_TAB)
    room.key(pygame.K_RETURN)
    person = room.exercise.selected
    assert person is not None
    room.press(LevelChosen(3))
    room.press(DecisionChosen("ask control"))
    room.press(DecisionGiven())
    while not any(True for _ in room.exercise.log.of(Sighted)):
        assert not room.exercise.over
        room.pictures(1, 0.1)
    told = next(room.exercise.log.of(Sighted))
    room.pictures(2)
    assert told.text in room.words()
    room.key(pygame.K_ESCAPE)
    room.key(pygame.K_m)
    room.key(pygame.K_3)
    assert any(told.text in words for words in room.words())
    assert told.found == person
    room.key(pygame.K_RIGHT)
    view = room.view
    room.tab_to(SightedSought(person))
    room.pictures(30, 0.1)
    assert room.exercise.selected == person
    assert room.view != view
    room.leave()
