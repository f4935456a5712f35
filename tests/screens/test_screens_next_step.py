"""What a debrief says is to be done next about each person, and that it can be found anew at once."""

from pathlib import Path

import pygame
import pytest

from game.record import open_journal
from game.score import PersonTold, debrief
from game.screens.debrief.debrief_screen import Elsewhere, StoryChosen
from game.screens.debrief.moments import LearnChosen
from game.screens.debrief.next_step import (
    ALONE,
    EARLY,
    KEPT,
    KINDS,
    LUCKY,
    TAKEN,
    UNSEEN,
    Taught,
    next_step,
    play_from,
    say_kinds,
)
from game.screens.watch.dialogs import DialogAnswer
from tests.support.hand_made_runs import Run, decoy, subject
from tests.support.playroom import SCENARIO, Watching, watch

SUBJECT = """subjects:
  - arrive: 0-1 s
    role: waiting passenger
    tells:
      - {tell: films_security_feature, target: board camera, after: 1-2 s}
      - {tell: notes_security, target: gate camera, after: 2-3 s}
      - {tell: tries_staff_door, target: staff door, after: 2-3 s}
    account: {claims: I am waiting., details: {which train: The next one.}, breaks_on: [which train]}
"""


def told(run: Run) -> PersonTold:
    """The first person of the debrief of a run."""
    return debrief({}, run.key(), run.log(), run.judge()).people[0]


def one_subject() -> Run:
    """A run with a subject who performs."""
    return Run((subject(0),)).performs(0)


@pytest.mark.parametrize(
    ("run", "kind", "does"),
    [
        (one_subject(), KINDS["search"], "find"),
        (one_subject().watches(0), KINDS["recognition"], "drill"),
        (one_subject().watches(0).marks(300, 0, 1), KINDS["decision"], "guide"),
        (one_subject().marks(300, 0), LUCKY, "find"),
        (Run((decoy(0),)).performs(0).watches(0).marks(300, 0), TAKEN, "drill"),
        (Run((decoy(0),)).performs(0).marks(300, 0), UNSEEN, "find"),
    ],
)
def test_each_kind_of_miss_has_one_thing_to_do_next(run: Run, kind: str, does: str) -> None:
    """By why they were missed; it is about something that was shown."""
    person = told(run)
    step = next_step(person, Taught())
    assert step is not None
    assert (step.kind, step.does) == (kind, does)
    assert person.acts[step.number].showing.shown


@pytest.mark.parametrize(
    "run",
    [
        one_subject().watches(0),
        one_subject().watches(0).marks(300, 0, 1),
        one_subject().watches(0).marks(300, 0),
        Run((decoy(0),)).performs(0).watches(0).marks(300, 0),
    ],
)
def test_what_is_kept_for_tests_or_has_no_drill_is_played_again_in_its_scene(run: Run) -> None:
    """Why is said; of what has nothing beside it for a drill the guide is still open."""
    person = told(run)
    plain = next_step(person, Taught())
    assert plain is not None
    name = frozenset({person.acts[plain.number].showing.act.name})
    held, alone = next_step(person, Taught(held=name)), next_step(person, Taught(alone=name))
    assert held is not None
    assert alone is not None
    assert (held.kind, held.does, held.number) == (plain.kind, "find", plain.number)
    assert held.words.startswith(KEPT)
    assert alone == plain if plain.does == "guide" else alone.words.startswith(ALONE)


def test_an_early_find_leads_to_the_sign_of_another_kind() -> None:
    """Which had not been made out; with signs of two kinds nothing is left to be done."""
    early, founded = (told(one_subject().watches(0).marks(tick, 0)) for tick in (300, 900))
    step = next_step(early, Taught())
    assert step is not None
    assert (early.evidence, step.kind, step.does) == ("early", EARLY, "guide")
    assert founded.evidence == "founded"
    assert next_step(founded, Taught()) is None
    assert next_step(told(Run((decoy(0),)).performs(0).watches(0)), Taught()) is None


def test_misses_are_counted_by_kind() -> None:
    """In a line; nothing where nobody was missed."""
    assert say_kinds(["search", "decision", "search"]) == "Missed: 2 in searching, 1 in deciding."
    assert say_kinds([]) == ""


def test_a_scene_is_played_again_from_a_while_before_an_act() -> None:
    """From a moment after 0:00 at which a picture is kept."""
    for act in told(one_subject()).acts:
        start = play_from(act)
        assert 0 < start <= max(30, act.showing.began - 200)
        assert start % 30 == 0


def test_who_was_missed_can_be_found_now_in_a_record_that_counts_for_nothing(tmp_path: Path) -> None:
    """Everybody does what they did; marked this time, they are found; and Back leads to the debrief of before."""
    room = watch(tmp_path, SCENARIO.replace("lasts: 30 s", "lasts: 100 s").replace("decoys:", f"{SUBJECT}decoys:"))
    room.key(pygame.K_HOME)
    room.wait_for_the_end()
    room.press(DialogAnswer.DEBRIEF)
    room.wait_for("Debriefing")
    missed = next(person for person in room.debriefing.told.debrief.people if person.part == "subject")
    assert (missed.result, missed.miss) == ("miss", "search")
    assert "Missed: 1 in searching." in room.words()
    room.press(StoryChosen(missed.person))
    room.press(find_now(room))
    room.wait_for("Watch")
    began = room.exercise.tick
    assert 0 < began == play_from(missed.acts[next_of(missed)])
    room.key(pygame.K_HOME)
    while room.exercise.tick < missed.acts[-1].showing.ended - 20:
        room.pictures(1, 0.25)
    room.click(room.pixel_of(missed.person))
    room.key(pygame.K_2)
    room.wait_for_the_end()
    room.press(DialogAnswer.DEBRIEF)
    room.wait_for("Debriefing")
    assert room.headings()[0].startswith("Played on from ")
    assert room.debriefing.told.told(missed.person).marks
    assert "found" not in room.words()
    room.key(pygame.K_ESCAPE)
    assert "Missed: 1 in searching." in room.words()
    room.press(find_now(room))
    room.wait_for("Watch")
    room.key(pygame.K_ESCAPE)
    room.press(DialogAnswer.END)
    room.wait_for("Debriefing")
    room.press(Elsewhere.AGAIN)
    room.key(pygame.K_ESCAPE)
    assert room.on == "Scenarios", "one played again takes the place of both debriefs"
    home = tmp_path / "home"
    assert [len(list((home / name).iterdir())) for name in ("records", "played_on")] == [1, 2]
    again = open_journal(min((home / "played_on").iterdir()))
    assert (again.first, again.complete, again.damage) == (began, True, ())
    room.leave()


def find_now(room: Watching) -> LearnChosen:
    """The button that leads into the scene again."""
    return next(event for event in room.list_offered() if isinstance(event, LearnChosen) and event.does == "find")


def next_of(person: PersonTold) -> int:
    """The number of the act that is to be found."""
    step = next_step(person, Taught())
    assert step is not None
    return step.number
