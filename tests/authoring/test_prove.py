"""Proving: what many runs of a scene come to, and what they bring to light."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from game.app.commands.play_headless import run as play_headless
from game.authoring import Proof, proof_data, proof_lines, prove
from game.authoring.proof.leaks import UNSEEN
from game.authoring.proof.prove import ROBOTS, attempt, attempt_blind
from game.log import Stood
from game.run import play, rehearse, set_stage, watch_together
from game.scenario import read

QUAY = Path(__file__).parent / "quay" / "quay.yaml"
SEEDS = (1, 2)


@pytest.fixture(scope="module")
def proof() -> Proof:
    """The small scene, run twice."""
    return prove(read(QUAY), SEEDS, jobs=1)


def test_every_planned_act_is_counted(proof: Proof) -> None:
    """Each tell and look-alike was planned once a run; none was shown oftener, nor seen oftener than shown."""
    planned = "films_departure_board films_security_feature takes_wrong_door tries_staff_door watches_for_friend"
    assert sorted(act.name for act in proof.acts) == [*planned.split(), "watches_guard"]
    assert all(act.planned == len(SEEDS) >= act.shown >= 0 and act.planned >= act.seen for act in proof.acts)


def test_every_robot_is_judged_in_every_run(proof: Proof) -> None:
    """Each could have found the one subject of each run. In which order they come out, only many runs can tell."""
    assert [proof.robots[name].of for name in ROBOTS] == [len(SEEDS)] * len(ROBOTS)
    assert all(proof.robots[name].found <= len(SEEDS) for name in ROBOTS)
    assert proof.robots["ideal"].found
    assert proof.worst in SEEDS
    assert 1 <= proof.difficulty.least <= proof.difficulty.level <= proof.difficulty.most <= 5


def test_a_proof_can_be_told(proof: Proof) -> None:
    """In lines that name the scenario, every robot and the seed to play; and as data for other programs."""
    told = "\n".join(proof_lines(proof))
    for word in ("quay: 2 runs", *ROBOTS, f"--seed {proof.worst}"):
        assert word in told
    assert json.loads(json.dumps(proof_data(proof)))["runs"] == len(SEEDS)


def test_a_seed_gives_the_same_again(proof: Proof) -> None:
    """One seed tried alone comes to what it came to among others."""
    again = attempt(read(QUAY), SEEDS[1])
    assert again.scores == proof.trials[1].scores
    assert again.acts == proof.trials[1].acts


def test_nobody_is_told_by_a_way_in_that_nobody_saw(quay: Path) -> None:
    """Whoever is there when the scene begins is compared with others who are, and with none who are seen to come in."""
    text = quay.read_text(encoding="utf-8").replace("arrive: 2-10 s", "arrive: 50-60 s")
    quay.write_text(text.replace("arrive: 2-6 s", "arrive: 40-50 s"), encoding="utf-8")
    production = read(quay)
    trials = [attempt_blind(production, seed) for seed in (1, 2, 3)]
    sets = [matched for trial in trials for matched in trial.matched["players"]]
    unseen = [{person["way in"] == UNSEEN for person in (matched.one, *matched.others)} for matched in sets]
    assert {True} in unseen
    assert {False} in unseen
    assert all(len(some) == 1 for some in unseen)
    came = [person for trial in trials for matched in trial.matched["arrivals"] for person in matched.others]
    assert came
    assert all(person["way in"] != UNSEEN and person["arrival"] for person in came)


def test_watching_together_changes_nothing() -> None:
    """Trainees who share the measuring of a run log and score what each would have alone."""
    staged = set_stage(read(QUAY), 5)
    run = play(staged)
    together = watch_together(staged, run, ROBOTS)
    apart = [sat for name in ROBOTS for sat in watch_together(staged, run, [name])]
    assert [sat.log.events for sat in together] == [sat.log.events for sat in apart]
    assert [sat.score for sat in together] == [sat.score for sat in apart]


def test_a_tell_that_does_not_come_about_is_brought_to_light(quay: Path) -> None:
    """Where the end comes too soon, the act is rare, and the proof says so by name."""
    quay.write_text(quay.read_text().replace("lasts: 2:30", "lasts: 75 s"))
    cut = prove(read(quay), (1,), jobs=1)
    assert cut.share_shown is not None
    assert cut.share_shown < 1
    assert any("RARE" in line and "tries_staff_door" in line for line in proof_lines(cut))
    assert cut.verdict == "broken"
    assert list(proof_lines(cut))[-1].startswith("  in order not")


def test_nothing_is_seen_more_often_than_it_is_shown(proof: Proof) -> None:
    """What was cut short, and glimpsed all the same, is not counted as seen."""
    assert all(act.seen <= act.shown <= act.planned for act in proof.acts)


def test_what_is_passed_on_the_floor_is_no_fault(proof: Proof) -> None:
    """What the ideal trainee seldom makes out is a fault where they may look everywhere, and not on the floor."""
    hidden = tuple(replace(act, seen=0) for act in proof.acts)
    above, afoot = replace(proof, acts=hidden), replace(proof, acts=hidden, afoot=True)
    assert above.verdict == "broken"
    assert afoot.verdict == "open"
    assert any(line.startswith("  HIDDEN") for line in proof_lines(above))
    assert not any(line.startswith("  HIDDEN") for line in proof_lines(afoot))


def test_a_subject_whom_nobody_can_find_is_brought_to_light(quay: Path) -> None:
    """Where a subject shows too little to be judged, they are named and the scene is not in order; crimes apart."""
    text = quay.read_text()
    quay.write_text(text.replace("lasts: 2:30", "lasts: 66 s"))
    short = prove(read(quay), (1, 2), jobs=1)
    assert short.unjudged == {"subjects/0": 2}
    assert short.verdict == "broken"
    assert any("VOID" in line and "Subject 1" in line for line in proof_lines(short))


def _on_the_floor(quay: Path, deployment: str) -> Path:
    quay.write_text(quay.read_text().replace("control room", f"officer\n  deployment: {deployment}"))
    return quay


@pytest.mark.parametrize("deployment", ["uniform", "plain clothes"])
def test_a_post_on_the_floor_is_rehearsed_as_such(quay: Path, deployment: str) -> None:
    """The robot's own figure walks the place, and comes to what it would come to by playing."""
    production = read(_on_the_floor(quay, deployment))
    _, (sat,) = rehearse(set_stage(production, 2), ["skilled"])
    way = [(stood.x, stood.y) for stood in sat.log.of(Stood)]
    assert max(abs(x - way[0][0]) + abs(y - way[0][1]) for x, y in way) > 3.0
    assert all(abs(x - u) + abs(y - v) < 2.0 for (x, y), (u, v) in pairwise(way))
    assert play_headless(production, 2, "skilled", "assess").score == sat.score


def test_what_was_done_before_it_was_stopped_is_summed_up() -> None:
    """Stopped by hand after a run, the proof rests on that one and says so."""

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    cut = prove(read(QUAY), (1, 2, 3), 1, stop)
    assert cut.stopped
    assert [trial.seed for trial in cut.trials] == [1]
    assert "  stopped  after 1 of 3 runs: what follows rests on those that were done" in list(proof_lines(cut))
