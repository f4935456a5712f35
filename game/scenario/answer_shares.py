"""How often each form of answer is given, by an honest person and by a cover: what is drawn by, and what is checked."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod
from typing import Literal

from .talk import GeneralAccount, TalkTopic

AnswerForm = Literal["fits", "off", "vague", "declined"]
"""An answer that agrees with what was so, one that does not, one that says nothing of it, and none."""
Shares = dict[AnswerForm, float]
VAGUE, DECLINED = 0.2, 0.07
"""Shares of answers to what can be checked: the same for all, so that neither clears nor convicts anybody."""
LAPSE, SLIP, BREAKS = 0.1, 0.42, 0.5
"""How often what is said is wrong where nothing else is written: of an honest person, and of a cover; and of a cover
at a topic that its author lets it break on. Three checked topics tell .42 from .10 with an area of .84; .50 is five
times .10, and no single answer may count for more."""
MOST_WEIGHT, LEAST_WEIGHT = 5.0, 1 / 3
"""Bounds of a likelihood ratio: an answer that counted for more would settle the matter by itself."""


def account_for(accounts: Sequence[GeneralAccount], role: str) -> GeneralAccount | None:
    """The account of a role: its own, or else anybody's."""
    honest = [account for account in accounts if not account.hides]
    own = next((account for account in honest if role in account.roles), None)
    return own or next((account for account in honest if not account.roles), None)


def cover_for(accounts: Sequence[GeneralAccount], account: GeneralAccount | None) -> GeneralAccount | None:
    """The cover that goes with an account: one of its own, or else the first that goes with any."""
    name = account.account if account else None
    covers = sorted((other for other in accounts if other.hides), key=lambda other: other.poses_as is None)
    return next((other for other in covers if other.poses_as in (name, None)), None)


def lapse(account: GeneralAccount | None, topic: str) -> float:
    """How often an honest person errs about a topic."""
    return account.lapses.get(topic, LAPSE) if account else LAPSE


def slip(cover: GeneralAccount | None, topic: str, *, breaks: bool = False) -> float:
    """How often a cover is wrong about a topic; `breaks` if its author lets it break just there."""
    if breaks:
        return BREAKS
    return cover.slips.get(topic, SLIP) if cover else SLIP


def form_shares(topic: TalkTopic, wrong: float) -> Shares:
    """How often each form of answer is given to a topic, where what is said of it is wrong so often.

    Where that leaves no room for the vague and the declined, no answer fits, and the others share the whole.
    """
    if topic.fact is None:
        return {"fits": 1.0, "off": 0.0, "vague": 0.0, "declined": 0.0}
    fits = max(0.0, 1 - VAGUE - DECLINED - wrong)
    whole = 1.0 if fits else VAGUE + DECLINED + wrong
    return {"fits": fits, "off": wrong / whole, "vague": VAGUE / whole, "declined": DECLINED / whole}


def weights(cover: Shares, honest: Shares) -> Iterator[tuple[AnswerForm, float]]:
    """The likelihood ratio of each form of answer that there is."""
    for form, share in cover.items():
        if share or honest[form]:
            yield form, share / honest[form] if honest[form] else float("inf")


def area(covers: Sequence[Shares], honest: Sequence[Shares]) -> float:
    """How well answers to several topics tell a cover from an honest account: the area under the curve, .5 for not."""
    outcomes = [
        (prod(cover[form] for cover, form in zip(covers, forms, strict=True)),
         prod(fair[form] for fair, form in zip(honest, forms, strict=True)))
        for forms in product(*covers)
    ]  # fmt: skip
    outcomes.sort(key=lambda pair: pair[0] / pair[1] if pair[1] else float("inf"))
    found, below = 0.0, 0.0
    for ratio in sorted({_ratio(pair) for pair in outcomes}):
        alike = [pair for pair in outcomes if _ratio(pair) == ratio]
        p_cover, p_honest = sum(pair[0] for pair in alike), sum(pair[1] for pair in alike)
        found += p_cover * (below + p_honest / 2)
        below += p_honest
    return found


def _ratio(pair: tuple[float, float]) -> float:
    return round(pair[0] / pair[1], 9) if pair[1] else float("inf")
