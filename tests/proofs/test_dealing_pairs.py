"""Every decision, every kind of person and every post, in pairs, through the real screens by keys and mouse alone.

Each pair of a decision and a kind, of a decision and a post, and of a kind and a post is in at least one play; so every
person is gone up to, spoken with, decided about and told of in the debrief.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pygame
import pytest

from game.duty import DECISIONS, POSTS, Decision, Post
from game.exercise import TalkStage
from game.log import Decided, Met
from game.run import Site, set_stage
from game.scenario import read
from game.screens.watch.dealing.considering import DecisionChosen, DecisionGiven, ReasonToggled
from game.screens.watch.dealing.own_reasons import HUNCH
from game.screens.watch.dialogs import DialogAnswer
from game.screens.watch.speaking import LeaveTaken, OpeningChosen, SpeechAsked, TopicPut
from tests.support.playroom import AT_KING_STREET, SEED, Watching, watch, write

KINDS = ("subject", "decoy", "crowd", "staff")
BRIEFINGS: Mapping[Post, str] = {
    "officer in uniform": "post: officer, deployment: uniform", "officer in plain clothes": "post: officer",
    "control room": "post: control room", "member of staff": "post: staff",
}  # fmt: skip
TELLS = "{name: watches_guard, after: 20 s}, {name: films_security_feature, after: 20 s}, {name: tries_staff_door}"
STAFF = """
  - {role: station staff, present: 2, at: [hall staff, desk staff]}
  - {role: gateline staff, present: 2, at: [gate staff north, gate staff south]}
  - {role: cleaner, present: 2, at: [south hall, west hall]}"""
COMING = ("0-1 s", "40-41 s", "80-81 s", "120-121 s", "180-181 s", "240-241 s", "360-361 s", "480-481 s")
"""When subjects and decoys come, so that there is one for each play."""
SUBJECTS = "\nsubjects:" + "".join(
    f"""
  - role: waiting passenger
    arrive: {coming}
    from: west door
    tells: [{TELLS}]
    account: {{claims: I am waiting for a friend., breaks_on: [the friend]}}"""
    for coming in COMING
)
DECOYS = "\ndecoys:" + "".join(
    f"""
  - role: tourist
    arrive: {coming}
    from: west door
    look_alikes: [{{name: films_departure_board, target: departure board}}]
    account: {{claims: I am on holiday.}}"""
    for coming in COMING
)
PLAYED = (
    AT_KING_STREET[: AT_KING_STREET.index("\ndecoys:")].replace("lasts: 30 s", "lasts: 15 min")
    + STAFF + SUBJECTS + DECOYS
)
ATTEMPTS = 3
"""Somebody may walk off before they are reached; then another is gone up to."""
PLAYS = [
    (decision, KINDS[n % len(KINDS)], post)
    for d, decision in enumerate(DECISIONS) for n, post in enumerate(BRIEFINGS, start=d)
]  # fmt: skip
"""44 plays: each decision at each post, with the kinds going round."""


def test_every_pair_is_in_a_play() -> None:
    """Of decisions and posts, of decisions and kinds, of kinds and posts."""
    assert {(decision, post) for decision, _, post in PLAYS} == {
        (decision, post) for decision in DECISIONS for post in POSTS
    }
    assert {(decision, kind) for decision, kind, _ in PLAYS} == {
        (decision, kind) for decision in DECISIONS for kind in KINDS
    }
    assert {(kind, post) for _, kind, post in PLAYS} == {(kind, post) for kind in KINDS for post in POSTS}


def wait(room: Watching, so: Callable[[], bool], pictures: int = 900) -> bool:
    """Let the scene run until it is so; whether it came to that."""
    for _ in range(pictures):
        if so() or room.exercise.over:
            return so()
        room.pictures(1, 0.1)
    return False


def kinds_of(folder: Path, text: str) -> dict[str, list[int]]:
    """Who is of which kind, by the key of the same staging."""
    production = read(write(folder, text))
    staged = set_stage(production, SEED, site=Site(production))
    parts = {entry.person: str(entry.part) for entry in staged.key.entries}
    found: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for person in staged.cast.people:
        found["staff" if person.staff else parts.get(person.id, "crowd")].append(person.id)
    return found


def choose(room: Watching, people: list[int]) -> int | None:
    """Select one of these who is in sight, by a click, or by Tab and Enter if somebody stands before them."""
    for person in (other for other in room.people_in_view() if other in people and room.exercise.field.has_seen(other)):
        for _ in range(3):
            room.click(room.pixel_of(person))
            if room.exercise.selected == person:
                return person
        room.key(pygame.K_ESCAPE)
    return None


def speak_and_decide(room: Watching, person: int, decision: Decision) -> bool:
    """Go up to them if they can be reached, ask why they are here, and decide; whether it was decided."""
    talking = room.exercise.talking
    assert talking is not None
    if room.shows(SpeechAsked()):
        room.press(SpeechAsked())
        wait(room, lambda: talking.talk is None or talking.talk.stage is TalkStage.MET)
    if talking.talk is not None and talking.talk.stage is TalkStage.MET and room.shows(OpeningChosen("explained")):
        room.press(OpeningChosen("explained"))
        wait(room, lambda: talking.talk is None or talking.talk.stage is TalkStage.LISTENING)
        if room.shows(TopicPut("reason")):
            room.press(TopicPut("reason"))
            wait(room, lambda: talking.talk is None or talking.talk.stage is TalkStage.LISTENING)
    known = len(list(room.exercise.log.of(Decided)))
    room.key(pygame.K_3)
    for event in (DecisionChosen(decision), ReasonToggled(HUNCH), DecisionGiven()):
        if room.shows(event):
            room.press(event)
    decided = list(room.exercise.log.of(Decided))[known:]
    if talking.talk is not None:
        room.key(pygame.K_c)
        if room.shows(LeaveTaken(thanked=True, explained=True)):
            room.press(LeaveTaken(thanked=True, explained=True))
    for _ in range(2):
        if room.exercise.selected is not None:
            room.key(pygame.K_ESCAPE)
    return [(other.person, other.decision) for other in decided] == [(person, decision)]


@pytest.mark.parametrize("post", BRIEFINGS)
def test_the_plays_of_a_post(tmp_path: Path, post: Post) -> None:
    """Eleven talks and decisions in one exercise; all of them are in the log and in the debrief."""
    text = PLAYED.replace("deployment: plain clothes", BRIEFINGS[post])
    people = kinds_of(tmp_path, text)
    room = watch(tmp_path, text)
    room.key(pygame.K_HOME)
    plays = sorted((play for play in PLAYS if play[2] == post), key=lambda play: KINDS.index(play[1]))
    done = []
    for decision, kind, _ in plays:
        found: list[int] = []

        def seen(kind: str = kind, found: list[int] = found) -> bool:
            person = choose(room, people[kind])
            found[:] = [] if person is None else [person]
            return person is not None

        for _ in range(ATTEMPTS):
            wait(room, seen, pictures=600)
            if found and speak_and_decide(room, found[0], decision):
                done.append((decision, kind))
                break
            room.pictures(20, 0.1)
    missing = {(decision, kind) for decision, kind, _ in plays} - set(done)
    assert not missing, f"of {len(PLAYS) // 4} plays these could not be made"
    assert any(True for _ in room.exercise.log.of(Met))
    room.key(pygame.K_ESCAPE)
    room.press(DialogAnswer.END)
    room.wait_for("Debriefing")
    told = room.debriefing.told
    assert [judged.decided.decision for judged in told.score.decisions] == [decision for decision, _ in done]
    room.leave()
