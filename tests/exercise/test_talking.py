"""Speaking with people: going up to them, asking, checking, letting them go; and that all of it can be done again."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from game.acts import Act, Approach, AskControl, Finish, Go, Look, Put, Speak, TakeLeave
from game.exercise import Exercise, TalkStage
from game.exercise.askers import BETWEEN
from game.exercise.rapport import CURT, Rapport
from game.log import (
    ActEnded,
    Approached,
    Asked,
    CameUp,
    Checked,
    CheckReturned,
    Event,
    Finished,
    Met,
    Parted,
    Replied,
    Spoke,
    TalkEvent,
)
from game.record import open_journal
from game.run import Site, Sitting, Stage, begin_record, head_record, open_world, play, set_stage, sit_down
from game.run.live import Replay
from game.scenario import Production, read
from game.view import Viewpoint
from tests.support.small_stage import WHEN
from tests.support.stagings import open_filled

QUAY = Path(__file__).parents[1] / "authoring" / "quay" / "quay.yaml"
SEED = 3
CLOSE = Viewpoint(10.0, 7.0, 120.0, 0, 6000, 4000)


@pytest.fixture(scope="session")
def site() -> Site:
    """The quay, worked out once."""
    return Site(read(QUAY))


def _stage(site: Site, post: str, deployment: str = "uniform") -> Stage:
    production = read(QUAY)
    scenario = production.scenario
    briefing = scenario.briefing.model_copy(update={"post": post, "deployment": deployment})
    changed: Production = production.model_copy(update={"scenario": scenario.model_copy(update={"briefing": briefing})})
    return set_stage(changed, SEED, site=site)


def _sit(site: Site, post: str = "officer", deployment: str = "uniform") -> tuple[Stage, Exercise]:
    staged = _stage(site, post, deployment)
    exercise = sit_down(staged, open_filled(staged))
    assert exercise.do(Look(CLOSE)) is None
    for _ in range(60):
        exercise.step()
    return staged, exercise


def _somebody(staged: Stage, exercise: Exercise) -> int:
    """A passer-by whom the trainee has seen and who stays for a while: a subject or decoy, well away from the doors."""
    now = exercise.snapshot()
    inside = {person for person, (x, _) in zip(now.ids.tolist(), now.position, strict=True) if 3 < x < 17}
    there = [entry.person for entry in staged.key.entries if entry.person in inside]
    return max(there, key=lambda person: staged.cast.people[person].part.arrive)


def _until(
    exercise: Exercise, so: Callable[[], bool], ticks: int = 900, step: Callable[[], object] | None = None
) -> None:
    for _ in range(ticks):
        if so() or exercise.over:
            return
        (step or exercise.step)()
    raise AssertionError("it never came")


def _stage_of(exercise: Exercise) -> TalkStage | None:
    assert exercise.talking is not None
    return exercise.talking.talk.stage if exercise.talking.talk else None


def _reach(exercise: Exercise, person: int) -> None:
    assert exercise.do(Approach(person)) is None
    _until(exercise, lambda: _stage_of(exercise) is not TalkStage.COMING)
    assert _stage_of(exercise) is TalkStage.MET


def _listen(exercise: Exercise) -> None:
    _until(exercise, lambda: _stage_of(exercise) in (TalkStage.LISTENING, None))


def _open(exercise: Exercise, person: int) -> None:
    _reach(exercise, person)
    assert exercise.do(Speak("explained")) is None
    _listen(exercise)


def _find_talk(exercise: Exercise) -> list[TalkEvent]:
    return [event for event in exercise.log.events if isinstance(event, TalkEvent)]


def _find_refusal(exercise: Exercise, act: Act) -> str:
    refused = exercise.do(act)
    assert refused is not None
    return refused.code


@pytest.mark.parametrize(("post", "deployment"), [
    ("officer", "uniform"), ("officer", "plain clothes"), ("control room", "plain clothes"),
])  # fmt: skip
def test_one_goes_up_speaks_asks_and_thanks(site: Site, post: str, deployment: str) -> None:
    """At each post: somebody is gone up to, stops, is told why, answers, and is let go; each step is an event."""
    staged, exercise = _sit(site, post, deployment)
    person = _somebody(staged, exercise)
    _open(exercise, person)
    for topic in ("reason", "way"):
        assert exercise.do(Put(topic)) is None
        _listen(exercise)
    assert exercise.do(TakeLeave(thanked=True, explained=True)) is None
    assert exercise.speaking is False
    kinds = [type(event) for event in _find_talk(exercise)]
    assert kinds == [Approached, Met, Spoke, Asked, Replied, Asked, Replied, Replied, Parted]
    parted = next(exercise.log.of(Parted))
    assert (parted.person, parted.why, parted.thanked, parted.explained) == (person, "let go", True, True)
    sent = next(exercise.log.of(Approached)).by
    assert (sent is None) == (post == "officer")
    reason = next(event for event in exercise.log.of(Replied) if event.topic == "reason")
    assert staged.cast.people[person].account.claims in reason.text


def test_whoever_is_spoken_with_stands_and_faces_one(site: Site) -> None:
    """They stop near, look at whoever speaks, and go on once they are let go."""
    staged, exercise = _sit(site)
    person = _somebody(staged, exercise)
    _open(exercise, person)
    now, officer = exercise.snapshot(), exercise.officer
    assert officer is not None
    row = now.ids.tolist().index(person)
    dx, dy = officer.x - now.position[row][0], officer.y - now.position[row][1]
    far = float(np.hypot(dx, dy))
    assert far < 2.0
    assert (now.heading[row][0] * dx + now.heading[row][1] * dy) / far > 0.8
    assert (officer.facing[0] * dx + officer.facing[1] * dy) / far < -0.8
    stood = now.position[row].copy()
    for _ in range(50):
        exercise.step()
    then = exercise.snapshot()
    assert np.abs(then.position[then.ids.tolist().index(person)] - stood).max() < 0.3
    exercise.do(TakeLeave())
    _until(exercise, lambda: _has_moved(exercise, person, stood), 1200)


def _has_moved(exercise: Exercise, person: int, stood: np.ndarray) -> bool:
    now = exercise.snapshot()
    rows = now.ids.tolist()
    return person not in rows or float(np.abs(now.position[rows.index(person)] - stood).max()) > 1.0


def test_two_cannot_be_spoken_with_at_once(site: Site) -> None:
    """Whoever is asked for meanwhile has to wait, and one stays where one is."""
    staged, exercise = _sit(site)
    person = _somebody(staged, exercise)
    _reach(exercise, person)
    other = next(entry.person for entry in staged.key.entries if entry.person != person)
    assert exercise.field.has_seen(other)
    assert _find_refusal(exercise, Approach(other)) == "speaking-already"
    assert _find_refusal(exercise, Go(3.0, 3.0)) == "speaking-already"


def test_what_cannot_be_said_is_refused_in_a_sentence(site: Site) -> None:
    """Before a talk, before the first word, of what nobody saw, and of what nobody answered."""
    staged, exercise = _sit(site)
    person = _somebody(staged, exercise)
    unseen = next(other.id for other in staged.cast.people if not exercise.field.has_seen(other.id))
    assert _find_refusal(exercise, Approach(unseen)) in ("never-seen", "not-present")
    for act in (Speak("blunt"), Put("reason"), TakeLeave()):
        assert _find_refusal(exercise, act) == "nobody-listens"
    _reach(exercise, person)
    assert _find_refusal(exercise, Put("reason")) == "say-why-first"
    assert exercise.do(Speak("blunt")) is None
    assert _find_refusal(exercise, Put("reason")) == "nobody-listens"
    _listen(exercise)
    for act in (Put("the weather"), Put("who"), Put("act", 99)):
        assert _find_refusal(exercise, act) == "not-to-be-asked"
    assert _find_refusal(exercise, AskControl("way")) == "not-answered"


def test_control_answers_after_a_while(site: Site) -> None:
    """What it says is what was so, it takes 20 to 40 s, it comes after the talk too, and only once."""
    staged, exercise = _sit(site)
    person = _somebody(staged, exercise)
    _open(exercise, person)
    exercise.do(Put("way"))
    _listen(exercise)
    assert exercise.do(AskControl("way")) is None
    assert _find_refusal(exercise, AskControl("way")) == "checked-already"
    exercise.do(TakeLeave())
    _until(exercise, lambda: any(isinstance(event, CheckReturned) for event in exercise.log.events))
    (asked,), (back,) = exercise.log.of(Checked), exercise.log.of(CheckReturned)
    assert 200 <= back.tick - asked.tick <= 400
    x, y = staged.cast.people[person].part.enter
    portals = staged.layout.portals.values()
    nearest = min(portals, key=lambda portal: (portal.at[0] - x) ** 2 + (portal.at[1] - y) ** 2)
    if not staged.cast.people[person].part.starts_inside:
        assert back.found == f"the {nearest.portal}"
    assert back.found in back.text


def test_only_what_was_seen_can_be_put(site: Site) -> None:
    """Who watched somebody do something can ask about it; who looked elsewhere cannot."""
    offered = []
    away = Viewpoint(500.0, 500.0, 120.0, 0, 300, 300)
    for view in (CLOSE, away):
        staged = _stage(site, "control room")
        exercise = sit_down(staged, open_filled(staged))
        exercise.do(Look(CLOSE))
        for _ in range(10):
            exercise.step()
        exercise.do(Look(view))
        person, act = next(
            (entry.person, entry.acts[0].act) for entry in staged.key.decoys() if "board" in entry.acts[0].name
        )
        _until(exercise, partial(_has_done, exercise, person, act), 1500)
        exercise.do(Look(CLOSE))
        for _ in range(6):
            exercise.step()
        assert exercise.talking is not None
        _open(exercise, person)
        assert exercise.talking.talk is not None
        offered.append([topic for topic in exercise.talking.talk.choices if topic.topic == "act"])
    seen, unseen = ([topic.short for topic in some] for some in offered)
    assert "photographing the departure board" in seen
    assert "photographing the departure board" not in unseen
    assert all("you " in topic.words.lower() and "{" not in topic.words for topic in offered[0])


def _has_done(exercise: Exercise, person: int, act: int) -> bool:
    return any(isinstance(event, ActEnded) and event.act == act for event in exercise.log.acts_of(person))


def test_who_is_asked_too_much_goes(site: Site) -> None:
    """Blunt, in haste, and again and again: they break it off themselves, and say so."""
    staged, exercise = _sit(site)
    person = _somebody(staged, exercise)
    _reach(exercise, person)
    exercise.do(Speak("blunt"))
    _listen(exercise)
    for _ in range(9):
        if exercise.do(Put("reason")) is not None:
            break
        _listen(exercise)
    parted = next(exercise.log.of(Parted))
    assert (parted.why, parted.thanked) == ("broke off", False)
    assert len(list(exercise.log.of(Asked))) < 6


def test_a_talk_that_the_end_cuts_short_is_kept(site: Site, tmp_path: Path) -> None:
    """Ended in the middle of a sentence: everything up to then is in the journal, as it was."""
    staged = _stage(site, "officer")
    exercise = sit_down(staged, open_filled(staged))
    head = head_record(staged, mode="assess", started=WHEN, program="0.1.0")
    journal = begin_record(staged, head, tmp_path)
    sitting = Sitting(exercise, journal)
    sitting.do(Look(CLOSE))
    for _ in range(60):
        sitting.advance()
    sitting.do(Approach(_somebody(staged, exercise)))
    _until(exercise, lambda: _stage_of(exercise) is not TalkStage.COMING, step=sitting.advance)
    sitting.do(Speak("explained"))
    _until(exercise, lambda: _stage_of(exercise) is TalkStage.LISTENING, step=sitting.advance)
    sitting.do(Put("way"))
    sitting.advance()
    sitting.do(Finish())
    sitting.close()
    assert journal.path is not None
    kept = open_journal(journal.path)
    assert kept.damage == ()
    assert [event for event in kept.log.events if isinstance(event, TalkEvent | Finished)] == [
        event for event in exercise.log.events if isinstance(event, TalkEvent | Finished)
    ]
    assert any(isinstance(event, Asked) for event in kept.log.events)


def test_a_passer_by_comes_up_to_a_uniform(site: Site) -> None:
    """Somebody asks an officer who stands about the way, is helped, and goes; nobody asks a plain coat."""
    _, exercise = _sit(site)
    _until(exercise, lambda: any(isinstance(event, CameUp) for event in exercise.log.events), 1300)
    asker = next(exercise.log.of(CameUp))
    assert "{" not in asker.text
    assert _find_refusal(exercise, Speak("explained")) == "they-ask"
    assert exercise.do(Put("help")) is None
    _until(exercise, lambda: _stage_of(exercise) is None)
    parted = next(exercise.log.of(Parted))
    assert (parted.person, parted.thanked) == (asker.person, True)
    _, plain = _sit(site, deployment="plain clothes")
    while not plain.over:
        plain.step()
    assert not list(plain.log.of(CameUp))


def test_who_asks_in_vain_does_not_go_without_a_word(site: Site) -> None:
    """Kept waiting, or left standing, they say so as they go; and it is they who broke it off, or the trainee."""
    for why in ("broke off", "let go"):
        _, exercise = _sit(site)
        _until(exercise, partial(_is_asked, exercise), 1300)
        if why == "let go":
            assert exercise.do(Go(3.0, 3.0)) is None
        _until(exercise, partial(_is_alone, exercise))
        said, parted = next(exercise.log.of(Replied)), next(exercise.log.of(Parted))
        assert (said.person, said.topic, parted.why) == (parted.person, "", why)
        assert said.text in read(QUAY).speech.lines("gives up asking")


def _is_asked(exercise: Exercise) -> bool:
    return any(exercise.log.of(CameUp))


def _is_alone(exercise: Exercise) -> bool:
    return _stage_of(exercise) is None


def test_few_come_up_to_ask(site: Site) -> None:
    """However many there are who would ask, the next comes up minutes after the last; they walk up in a few seconds."""
    production = read(QUAY)
    briefing = production.scenario.briefing.model_copy(update={"post": "officer", "deployment": "uniform"})
    clock = production.scenario.clock.model_copy(update={"lasts": 480.0})
    scenario = production.scenario.model_copy(update={"briefing": briefing, "clock": clock})
    staged = set_stage(production.model_copy(update={"scenario": scenario}), SEED, site=site)
    exercise = sit_down(staged, open_world(staged))
    while not exercise.over:
        exercise.step()
    came = [event.tick for event in exercise.log.of(CameUp)]
    assert len(came) > 1
    assert all(later - before > BETWEEN - 100 for before, later in pairwise(came))


def test_in_a_run_that_was_played_nobody_can_be_spoken_with(site: Site) -> None:
    """What is past cannot be stopped."""
    staged = _stage(site, "control room")
    exercise = sit_down(staged, Replay(play(staged, 5)))
    assert _find_refusal(exercise, Approach(0)) == "no-talk"


def _wild(site: Site, post: str, seed: int) -> list[Event]:
    """A run with random acts of talking, the same for the same seed."""
    staged = _stage(site, post)
    exercise = sit_down(staged, open_filled(staged))
    exercise.do(Look(CLOSE))
    chance = np.random.default_rng(seed)
    while not exercise.over:
        exercise.step()
        if chance.random() < 0.15:
            exercise.do(_any_act(exercise, chance))
    return list(exercise.log.events)


def _any_act(exercise: Exercise, chance: np.random.Generator) -> Act:
    present = exercise.snapshot().ids.tolist()
    topics = ("reason", "way", "since", "been", "who", "help", "act", "nonsense", "")
    topic = topics[int(chance.integers(len(topics)))]
    acts: tuple[Act, ...] = (
        Approach(int(present[int(chance.integers(len(present)))])), Speak("blunt"), Speak("explained"), Put(topic),
        Put(topic, int(chance.integers(9))), AskControl(topic), TakeLeave(bool(chance.integers(2))), Go(5.0, 5.0),
    )  # fmt: skip
    weights = np.array([6, 4, 4, 12, 2, 4, 1, 2], dtype=float)
    return acts[int(chance.choice(len(acts), p=weights / weights.sum()))]


@pytest.mark.parametrize("post", ["officer", "control room"])
def test_random_talks_run_without_an_error_and_come_again(site: Site, post: str) -> None:
    """Whatever is asked at whatever moment: the run goes on to its end, and the same acts give the same run."""
    first, second = _wild(site, post, 5), _wild(site, post, 5)
    assert first == second
    told = [event for event in first if isinstance(event, TalkEvent)]
    assert sum(isinstance(event, Met) for event in told) >= 2
    assert all("{" not in event.text for event in told if isinstance(event, Replied | Asked | Spoke))


# --- rapport ----------------------------------------------------------------------------------------------------------


def test_who_says_why_is_answered_longer() -> None:
    """An opening that explains is worth some questions, a blunt one costs some."""
    assert Rapport(5).open_talk("explained").left > Rapport(5).left > Rapport(5).open_talk("blunt").left


def test_haste_and_pressing_cost_more_than_asking() -> None:
    """A question too soon, or one that was answered, costs more than one in peace; standing about costs a little."""
    calm = Rapport(5).question(50, again=False).left
    assert calm == 4
    assert Rapport(5).question(2, again=False).left < calm
    assert Rapport(5).question(50, again=True).left < calm
    assert 4 < Rapport(5).wait(100).left < 5
    assert Rapport(CURT).curt
    assert not Rapport(CURT + 1).curt
    assert Rapport(0).spent
