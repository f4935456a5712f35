"""A week of practice, ten minutes a day, as a trainee has it: an exercise, drills, and the progress page at its end.

    python -m pytest tests/proofs/test_a_week.py -o addopts= -s

It takes some five minutes, and says where the pictures of the page are: they are for somebody who has never seen it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pygame
import pytest

from game import __version__
from game.app import practising, progressing
from game.app.offers import playable
from game.chance import stream
from game.practice import ability, difficulty, due_today
from game.practice.ability import PAIR_EASE, chance
from game.record import read_sortings, summaries, take_seal
from game.run import Site, Sitting, Trainee, begin_record, group_by_looks, head_record, open_world, set_stage, sit_down
from game.scenario import find, read
from game.score import score, sum_up
from game.screens.drill.drill_screen import DrillAct
from game.screens.drill.timed_drill import SignNamed
from game.screens.front.title import WayIn
from tests.screens.test_screens_layout import SIZES, sound
from tests.support.playroom import Playroom

DAYS, SKILL = 7, 0.6
FIRST = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
PLACES = ("king_street_morning", "marlow_road_late_morning")
ROBOTS = ("novice",) * 3 + ("skilled",) * 4
"""Who watches for the trainee in the exercise of each day: they get better."""
THINKS, READS = 5.0, 3.0
"""Seconds before an answer, and over what is told then."""
KNOWS_SIGN = 0.7
"""How often the sign of a tell is named rightly."""


@dataclass
class Week:
    """A trainee who is no more than a skill, their data folder and the clock on the wall."""

    home: Path
    now: datetime = FIRST
    lasted: list[float] = field(default_factory=list)
    """Seconds of drill on each day."""
    waiting: list[int] = field(default_factory=list)
    """How many signs were due when each day began."""
    met: list[bool] = field(default_factory=list)
    """Whether something of what was due came first on each day on which anything was."""
    chance: np.random.Generator = field(default_factory=lambda: stream(1, "week"))

    def watch(self, robot: str, seed: int) -> None:
        """One exercise, recorded as the trainee's own."""
        production = read(find(PLACES[0]))
        staged = set_stage(production, seed, site=Site(production))
        head = head_record(staged, mode="practice", started=self.now, program=__version__, trainee="")
        exercise = sit_down(staged, open_world(staged))
        journal = begin_record(staged, head, self.home / "records", take_seal(self.home))
        sitting = Sitting(exercise, journal)
        watching = Trainee(robot, staged.layout, exercise, sitting)
        while not exercise.over:
            watching.step()
        people = staged.cast.people
        sitting.close(sum_up(score(staged.key, exercise.log, len(people)), head.occasion, group_by_looks(people)))
        self.now += timedelta(minutes=8)

    def drill(self, room: Playroom, way: WayIn) -> None:
        """One drill from the title, by keys, until the time is up."""
        waiting, before = due_today(read_sortings(self.home), self.now.astimezone()), len(read_sortings(self.home))
        room.press(way)
        room.wait_for("DrillScreen")
        began = self.now
        while not room.shows(DrillAct.ANEW):
            self.answer(room)
        self.lasted.append((self.now - began).total_seconds())
        if waiting:
            first = read_sortings(self.home)[before : before + 4]
            self.met.append(any(name in waiting for answer in first for name in answer.shown))
        room.key(pygame.K_ESCAPE)

    def answer(self, room: Playroom) -> None:
        """One clip: watched, sorted as the skill allows, its sign named, and what is told then read."""
        self.pass_time(room, THINKS)
        prompt = room.prompt()
        names = [exemplar.name for exemplar in prompt.shown]
        paired = len(names) == 2
        hard = difficulty(prompt.subtlety, prompt.distance, prompt.crowd) - PAIR_EASE * paired
        right = self.chance.random() < chance(SKILL, hard)
        meant = names.index(prompt.meant.name) if paired and prompt.meant else int(prompt.meant is not None)
        room.key((pygame.K_1, pygame.K_2)[meant if right else 1 - meant])
        named = [event for event in room.list_offered() if isinstance(event, SignNamed)]
        if named and prompt.meant:
            own = [event.cue for event in named].index(prompt.meant.cue)
            knows = self.chance.random() < KNOWS_SIGN
            room.key(pygame.K_1 + (own if knows else (own + 1) % len(named)))
        self.pass_time(room, READS)
        room.key(pygame.K_RETURN)

    def pass_time(self, room: Playroom, seconds: float) -> None:
        """On the wall and on the screen alike."""
        room.pictures(2, seconds / 2)
        self.now += timedelta(seconds=seconds)


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    """Seven evenings: an exercise each, then what is due, or a drill of two minutes where nothing is."""
    made = Week(tmp_path_factory.mktemp("week"))
    with pytest.MonkeyPatch.context() as patch:
        for room_with_a_clock in (practising, progressing):
            patch.setattr(room_with_a_clock, "now", lambda: made.now)
        room = Playroom(made.home)
        room.put_on_list(*(playable(find(name), made.home) for name in PLACES))
        for day in range(DAYS):
            made.now = FIRST + timedelta(days=day)
            made.watch(ROBOTS[day], day + 1)
            made.waiting.append(len(due_today(read_sortings(made.home), made.now.astimezone())))
            room.rooms.learning.due = made.waiting[-1]
            room.pictures()
            made.drill(room, WayIn.DUE if made.waiting[-1] else WayIn.DRILL)
        room.leave()
        yield made


def test_a_week_leaves_all_that_was_done_in_whole_records(week: Week) -> None:
    """An exercise and a drill a day, sealed: two minutes on the first day, and on all others the ten of what is due."""
    assert len(list((week.home / "drills").iterdir())) == DAYS
    records = list(summaries(week.home / "records"))
    assert [record.soundness.state for record in records if record.soundness] == ["whole"] * DAYS
    assert week.waiting[0] == 0
    assert all(week.waiting[1:])
    for waiting, lasted in zip(week.waiting, week.lasted, strict=True):
        assert 0 <= lasted - (600 if waiting else 120) <= THINKS + READS
    assert all(week.met)


def test_a_week_comes_to_the_level_of_the_skill_with_about_four_in_five_right(week: Week) -> None:
    """Over the last hundred answers, within what a hundred can say; the level on the mean of the last two hundred."""
    answers = read_sortings(week.home)
    share = np.mean([answer.right for answer in answers[-100:]])
    slack = 3 * np.sqrt(0.78 * 0.22 / 100)
    assert 0.70 - slack < share < 0.85 + slack
    levels = [ability(answers[:n]).level for n in range(len(answers) - 200, len(answers), 10)]
    assert abs(np.mean(levels) - SKILL) < 0.5  # at a single answer it wanders by as much


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_the_progress_page_says_each_figure_in_a_sentence(
    week: Week, size: tuple[int, int], text: int, tmp_path: Path
) -> None:
    """Every card has one; nothing overlaps or is cut off; the page is kept as a picture for somebody to look at."""
    room = Playroom(week.home, size, text)
    room.put_on_list(*(playable(find(name), week.home) for name in PLACES))
    room.press(WayIn.PROGRESS)
    room.wait_for("ProgressScreen")
    sound(room, "progress after a week")
    said = room.words()
    for heading, after in zip(room.headings(), [*room.headings()[1:], ""], strict=True):
        card = said[said.index(heading) + 1 : said.index(after) if after else None]
        assert any(words.endswith(".") for words in card), heading
    assert "You last did drills today, and did some on seven of the last seven days." in " ".join(said)
    for n in range(6):
        room.pictures()
        shown = pygame.display.get_surface()
        assert shown
        pygame.image.save(shown, tmp_path / f"progress-{size[0]}-{text}-{n}.png")
        before = dict(room.page.offsets)
        room.key(pygame.K_PAGEDOWN)
        if room.page.offsets == before:
            break
    print(f"\nLook at {tmp_path}", end="")
    room.leave()
