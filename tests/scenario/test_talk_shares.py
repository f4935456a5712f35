"""How often people err in talks: what is written can be so, and no answer settles the matter by itself."""

import shutil
from pathlib import Path

import pytest

from game.scenario import Problem, check
from game.scenario.answer_shares import area, form_shares
from game.scenario.talk import GeneralAccount, TalkTopic

ROOT = Path(__file__).parents[2]
OWN = "- account: ours\n  roles: [passenger]\n  lapses: {%s}\n- cover: hidden\n  poses_as: ours\n  slips: {%s}\n"
WAY = TalkTopic(topic="way", short="The way", ask=("Which way?",), fact="way")


def found(good: Path, accounts: str) -> list[Problem]:
    """What is said of accounts beside the good scenario."""
    for shared in ("topics.yaml", "phrases.yaml"):
        shutil.copy(ROOT / "scenarios" / shared, good)
    (good / "accounts.yaml").write_text(accounts)
    return [problem for problem in check([Path("good.yaml")]) if problem.severity == "error"]


def told(good: Path, accounts: str) -> list[tuple[str, str]]:
    """The code of each error, and the text at which it stands."""
    return [(problem.code, problem.excerpt[problem.caret - 1 :]) for problem in found(good, accounts)]


@pytest.mark.parametrize("wrong", [0.0, 0.42, 0.73, 0.95, 1.0])
def test_the_forms_of_an_answer_make_one_whole(wrong: float) -> None:
    """However often an answer is wrong, all forms together are given always, and telling them apart is never surer."""
    shares = form_shares(WAY, wrong)
    assert sum(shares.values()) == pytest.approx(1)
    assert 0 <= area([shares] * 3, [form_shares(WAY, 0.1)] * 3) <= 1


def test_records_may_hold_what_can_no_longer_be_written() -> None:
    """A share above 100 % that an earlier record holds is read."""
    assert GeneralAccount.model_validate({"account": "old", "lapses": {"way": 1.5}}).lapses["way"] == 1.5


def test_an_impossible_share_is_the_only_thing_said(good: Path) -> None:
    """What would follow from shares that cannot be is not reckoned."""
    assert told(good, OWN % ("since: 15", "been: 140%")) == [("SL205", "15}"), ("SL205", "140%}")]


def test_one_fault_with_many_accounts_is_told_once(good: Path) -> None:
    """A cover that settles it beside every account is told of once, and what follows from it not at all."""
    many = "".join(f"- account: a{n}\n  lapses: {{since: {n}%}}\n  roles: [guard]\n" for n in (11, 12, 13))
    assert told(good, f"{many}- cover: hidden\n  slips: {{been: 95%}}\n") == [("SL803", "95%}")]


def test_whoever_is_out_of_the_ordinary_is_blamed(good: Path) -> None:
    """Of an account and a cover, that one is blamed beside which an ordinary other would not be at fault either."""
    assert told(good, OWN % ("way: 4%", "way: 42%")) == [("SL803", "4%}")]
    assert told(good, OWN % ("way: 10%", "way: 60%")) == [("SL803", "60%}")]


def test_too_little_told_by_three_questions_is_said_in_plain_words(good: Path) -> None:
    """How often a cover is told from an honest account is a share of the time, with what would change it."""
    (problem,) = found(good, OWN % ("way: 10%", "way: 15%, since: 15%, been: 15%"))
    assert "of the time: .5 is chance, 1 is always" in problem.message
    assert "Raise the `slips`" in problem.help
