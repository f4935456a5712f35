"""Trainees who decide: what they do about whom they suspect, and what that is worth."""

from pathlib import Path

import pytest

from game.acts import Decide, Mark
from game.robots.decider import on_looks, on_signs
from game.run import rehearse, set_stage
from game.scenario import Production, read
from game.score import Score

QUAY = Path(__file__).parents[1] / "authoring" / "quay" / "quay.yaml"


@pytest.fixture(scope="module")
def quay() -> Production:
    """Two and a half minutes of a small quay."""
    return read(QUAY)


@pytest.mark.parametrize(
    ("cues", "decision"),
    [
        (("F1.1", "F2.1"), "pass on"), (("F1.1", "F1.2"), "circulate"), (("F12.1",), "tell staff"),
        (("F1.1", "F11.1"), "circulate"),
    ],
)  # fmt: skip
def test_one_decides_by_the_kinds_of_sign(cues: tuple[str, ...], decision: str) -> None:
    """Two kinds are intelligence, one is not; signs of stress are no kind."""
    made = on_signs(Mark(4, 2, cues), 70)
    assert (made.person, made.decision) == (4, decision)
    assert [reason.about for reason in made.grounds] == list(cues)


def _sat(quay: Production, name: str, seeds: range) -> list[Score]:
    return [sat.score for seed in seeds for sat in rehearse(set_stage(quay, seed), [name])[1]]


def test_what_was_seen_bears_what_is_done(quay: Production) -> None:
    """Whoever was found by signs of two kinds is rightly dealt with, by fewer by luck; a decoy wrongly."""
    found: list[tuple[bool, bool]] = []
    wrong: list[bool] = []
    for score in _sat(quay, "decides", range(8)):
        outcomes = {outcome.trial.person: outcome for outcome in score.outcomes}
        for judged in {judged.decided.person: judged for judged in score.decisions}.values():
            outcome = outcomes.get(judged.decided.person)
            if outcome is not None and outcome.result == "hit":
                found.append((outcome.evidence == "founded", judged.resolution == "right"))
            elif outcome is not None and outcome.result == "false alarm":
                wrong.append(judged.proportionate)
    assert {(True, True)} <= {*found} <= {(True, True), (False, False)}
    assert sum(wrong) < len(wrong) or not wrong


def test_looks_bear_nothing(quay: Production) -> None:
    """Who searches for how people look is never proportionate and never right, whoever it was."""
    officer = quay.scenario.briefing.model_copy(update={"post": "officer"})
    afoot = quay.model_copy(update={"scenario": quay.scenario.model_copy(update={"briefing": officer})})
    decisions = [judged for score in _sat(afoot, "searches-on-looks", range(2)) for judged in score.decisions]
    decisions += [judged for score in _sat(quay, "searches-on-looks", range(2)) for judged in score.decisions]
    assert decisions
    assert not [judged for judged in decisions if judged.proportionate or judged.resolution == "right"]


def test_looks_are_given_as_they_are() -> None:
    """The reason is said openly, and everything is said before the search: it makes it no better."""
    assert on_looks(Mark(1, 2), 50) == Decide(1, "search", (("looks", "", 50),), "GOWISELY")  # type: ignore[arg-type]
