"""What the debrief shows and how it is worked: its words, its two columns, the way to play again."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pygame
import pytest

from game.app.commands.class_marks import class_marks
from game.app.commands.class_results import each_counted
from game.app.errors import Wrong
from game.log import Marked
from game.picture import EyeLine
from game.record import LONGEST, CommentBook, Soundness, known_seal, summary
from game.screens.debrief.aims import signs
from game.screens.debrief.debrief_page import debrief_page
from game.screens.debrief.debrief_screen import Elsewhere, StoryChosen
from game.screens.debrief.debrief_words import say_suspected
from game.screens.debrief.moments import CommentChosen
from game.screens.debrief.replay import Playback
from game.screens.debrief.story import mark_words
from game.screens.front.past import RecordChosen
from game.screens.front.title import WayIn
from game.screens.navigation import again
from game.screens.watch.actions import CueChosen, LevelChosen
from game.screens.watch.dialogs import DialogAnswer
from game.screens.watch.panels.inspector import FamilyToggled
from game.screens.watch.pointing import row_of
from tests.support.outline import check_page
from tests.support.playroom import Playroom, watch
from tests.support.small_stage import WHEN


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playroom]:
    """The debrief of an exercise ended early, with one of the crowd wrongly marked and another noted."""
    folder: Path = tmp_path_factory.mktemp("debrief")
    made = watch(folder)
    made.pictures(6, 0.25)
    for person, level in zip(made.people_in_view()[:2], (2, 1), strict=True):
        made.click(made.pixel_of(person))
        for event in (LevelChosen(level), FamilyToggled("F1"), CueChosen("F1.1")):
            made.press(event)
        made.key(pygame.K_ESCAPE)
    assert sorted(mark.level for mark in made.exercise.marks.values()) == [1, 2]
    made.key(pygame.K_ESCAPE)
    made.press(DialogAnswer.END)
    made.wait_for("Debriefing")
    yield made
    made.leave()


def test_an_early_end_is_said_first(room: Playroom) -> None:
    """Who ended it, and when, comes before everything else."""
    assert room.headings()[0].startswith("You ended it early, at 0:0")


def test_one_exercise_is_told_in_plain_counts(room: Playroom) -> None:
    """What was found, decoys and passers-by marked, people noted; no measure of skill anywhere."""
    said = room.words()
    for words in ("found", "decoys marked", "person only noted", "What the counts mean"):
        assert words in said
    assert any(line.startswith("passers-by marked per 100") for line in said)
    assert not any("d′" in line or "aution (c)" in line for line in said)


def test_who_was_marked_wrongly_or_noted_is_told_what_they_did(room: Playroom) -> None:
    """Each has a line with when, and what they were doing before the mark; ticking a sign makes no second mark."""
    marked = [person for person in room.debriefing.told.debrief.people if person.marks]
    assert len(marked) == 2
    for person in marked:
        room.press(StoryChosen(person.person))
        said = room.words()
        assert sum("Your mark: " in line for line in said) == 1
        if not person.acts:
            assert any(line.startswith("In the half minute before your mark at 0:0") for line in said)
    assert any("noted only, at 0:0" in line for line in room.words())


def test_signs_ticked_later_belong_to_the_mark(room: Playroom) -> None:
    """It has one sign on the paper's line of time, where it was set, and its line says by when they were ticked."""
    told = room.debriefing.told
    assert debrief_page(told, "").count('class="mark"') == 1
    marked = Marked(200, 0, 2, ("F1.1",))
    assert mark_words(told, 100, marked).startswith("0:10  Your mark: Concern. Ticked by 0:20: ")
    assert mark_words(told, 200, marked).startswith("0:20  Your mark: Concern. Ticked: ")


def test_a_debrief_can_be_had_on_paper(room: Playroom) -> None:
    """The key writes the page, and where it is, is said; it tells what the screen tells, and works offline."""
    room.key(pygame.K_p)
    said = next(line for line in room.words() if line.startswith("Written: "))
    path = Path(said.removeprefix("Written: ").partition(".html")[0] + ".html")
    page = unescape(path.read_text(encoding="utf-8"))
    check_page(page)
    for told in room.debriefing.told.debrief.people:
        if told.marks:
            assert room.debriefing.told.descriptions[told.person] in page
    assert room.headings()[0] in page
    assert room.shows(Elsewhere.PAPER)


def test_an_instructor_comments_on_moments(room: Playroom) -> None:
    """By keys alone: kept beside the record, which stays whole; shown here, again when it is opened, and on paper."""
    room.key(pygame.K_c)
    assert room.on == "CommentScreen"
    assert not room.strangers()
    room.type("look here")
    room.key(pygame.K_RETURN)
    assert room.on == "Debriefing"
    assert "Comments" in room.words()
    chosen = room.first(CommentChosen)
    room.press(chosen)
    room.key(pygame.K_p)
    said = next(line for line in room.words() if line.startswith("Written: "))
    page = Path(said.removeprefix("Written: ").partition(".html")[0] + ".html").read_text(encoding="utf-8")
    assert "look here" in page
    (record,) = (room.rooms.home / "records").glob("*.jsonl")
    assert summary(record).soundness == Soundness("whole", known_seal(room.rooms.home))
    again = CommentBook(record, lambda: WHEN)
    assert [remark.words for remark in again.comments] == ["look here"]
    assert again.add(3, "x" * 1000) == ""
    assert [len(remark.words) for remark in CommentBook(record, lambda: WHEN).comments] in ([LONGEST, 9], [9, LONGEST])


def test_the_marks_of_a_class_are_laid_over_each_other(room: Playroom, tmp_path: Path) -> None:
    """Each first suspicion, by whom it was on, on the plan and in its half minute; a scenario nobody sat is refused."""
    home, page = room.rooms.home, tmp_path / "marks.html"
    assert class_marks(each_counted([home]), "short_watch", page, "today") == 0
    told = page.read_text(encoding="utf-8")
    check_page(told)
    parts = [person.part for person in room.debriefing.told.debrief.people if say_suspected(person)]
    assert len(parts) == 1
    assert told.count(f'class="{parts[0]}"/>') == 2, "one in the key, one on the plan"
    assert "0:00 – 0:30" in told
    with pytest.raises(Wrong, match="Nobody in these folders"):
        class_marks(each_counted([home]), "another", page, "today")


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((1280, 720), 150), ((1101, 619), 100)])
def test_the_story_has_room(room: Playroom, size: tuple[int, int], text: int) -> None:
    """At least five lines of it can be read, at every size of window and of text."""
    room.resize(size, text)
    assert room.lists()[1].rect.h >= 5 * room.style.line_height("body")
    room.resize((1280, 720), 100)


@pytest.mark.parametrize("over", [0, 1])
def test_the_wheel_moves_only_what_lies_under_the_pointer(room: Playroom, over: int) -> None:
    """However far one column is turned, the other stays where it is."""
    room.resize((1000, 640), 150)
    under, other = room.lists()[over], room.lists()[1 - over]
    before = room.page.offsets[other.name]
    room.wheel(under.rect.center, -1, -60, -60, 60, 60, -60)
    assert (room.page.offsets[under.name] > 0) is (under.inside.rect.h > under.rect.h)
    assert room.page.offsets[other.name] == before
    room.resize((1280, 720), 100)


def test_the_same_scenario_can_be_played_again_from_its_debrief(room: Playroom) -> None:
    """The way leads to its briefing, and Back from there to the list; a scenario that is gone offers none."""
    assert again(room.rooms, "A scenario that is gone") is None
    room.press(Elsewhere.AGAIN)
    assert room.on == "BriefingScreen"
    room.key(pygame.K_ESCAPE)
    assert room.on == "Scenarios"
    offers = room.rooms.shelf.offers[:]
    room.put_on_list()
    room.key(pygame.K_ESCAPE)
    room.press(WayIn.RECORDS)
    room.wait_for_one(RecordChosen)
    room.press(room.first(RecordChosen))
    room.wait_for("Debriefing")
    assert not room.shows(Elsewhere.AGAIN)
    room.put_on_list(*offers)


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playroom]:
    """The debrief of an exercise that ran to its end, in which a decoy films the departure board."""
    made = watch(tmp_path_factory.mktemp("ended"))
    made.wait_for_the_end()
    made.press(DialogAnswer.DEBRIEF)
    made.wait_for("Debriefing")
    yield made
    made.leave()


def _choose_decoy(room: Playroom) -> int:
    """Let the replay show the decoy, paused."""
    person = next(person.person for person in room.debriefing.told.debrief.people if person.acts)
    room.press(StoryChosen(person))
    if room.replay.playing:
        room.press(Playback.TOGGLE)
    return person


def test_a_moment_is_played_again_by_keys_and_buttons(ended: Playroom) -> None:
    """Back and forth, closer and farther, faster and round to the slowest, and to where the line of time is pressed."""
    _choose_decoy(ended)
    ended.key(pygame.K_PERIOD)
    later = ended.moment
    ended.key(pygame.K_COMMA)
    assert ended.moment < later
    scale = ended.replay.view.scale
    ended.key(pygame.K_MINUS)
    ended.pictures(60, 0.1)
    assert ended.replay.view.scale < scale
    rates = []
    for _ in range(4):
        ended.press(Playback.FASTER)
        rates.append(ended.replay.rate)
    assert sorted(rates) == [0.5, 1.0, 2.0, 4.0]
    line = ended.widget(Playback.SEEK).rect
    ended.click((line.right - 12, line.centery))
    assert ended.moment > 0.8 * ended.replay.last
    ended.press(Playback.TOGGLE)
    ended.pictures(80, 0.25)
    assert ended.moment == ended.replay.last
    assert not ended.replay.playing
    ended.press(Playback.TOGGLE)
    assert ended.moment < ended.replay.last


def test_space_plays_and_pauses_wherever_the_keyboard_is(ended: Playroom) -> None:
    """On a button, too, it does what is written of it; Enter presses the button."""
    _choose_decoy(ended)
    rate = ended.replay.rate
    while ended.page.focus != Playback.FASTER or not ended.page.ringed:
        ended.key(pygame.K_TAB)
    ended.key(pygame.K_SPACE)
    assert (ended.replay.playing, ended.replay.rate) == (True, rate)
    ended.key(pygame.K_SPACE)
    ended.key(pygame.K_RETURN)
    assert not ended.replay.playing
    assert ended.replay.rate != rate


def test_what_an_act_is_aimed_at_is_shown(ended: Playroom) -> None:
    """While the decoy films the board a line leads from their eyes to it, with its name; before and after, none."""
    told, person = ended.debriefing.told, _choose_decoy(ended)
    (act,) = told.told(person).acts
    drawn = {
        tick: signs(told, person, told.recording.snapshot(tick), (255, 255, 255))
        for tick in (act.showing.began - 20, act.showing.ended - 2, act.showing.ended + 20)
    }
    before, during, after = drawn.values()
    assert not before
    assert not after
    (line,) = during
    assert isinstance(line, EyeLine)
    assert line.text == "departure board"


def test_whoever_is_shown_again_is_wholly_in_the_picture(ended: Playroom) -> None:
    """From head to feet in pictures of any size, from every side, all through an act however far off its aim is."""
    told, person, replay = ended.debriefing.told, _choose_decoy(ended), ended.replay
    (act,) = told.told(person).acts
    for size in ((640, 360), (360, 190), (250, 130)):
        for turn in range(4):
            replay.fit(size)
            replay.show(person, act.showing.began)
            for _ in range(40):
                replay.update(0.05)
                now = replay.around()[0]
                feet = now.position[row_of(now, person)]
                for high in (0.0, 1.9):
                    right, down = replay.view.project(feet, high).tolist()
                    assert 0 < right < size[0], (size, turn)
                    assert 0 < down < size[1], (size, turn)
            replay.key(pygame.K_e)
    replay.playing = False


def test_nothing_moves_as_a_moment_is_paused_or_goes_faster(ended: Playroom) -> None:
    """The buttons beside “Play” lie where they lay, whatever it and the speed say."""
    _choose_decoy(ended)
    places = set()
    for event in (Playback.TOGGLE, *[Playback.FASTER] * 4):
        ended.press(event)
        places.add(tuple(ended.widget(Elsewhere.LARGER).rect))
    assert len(places) == 1
