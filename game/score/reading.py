"""What the numbers mean, in plain words."""

from dataclasses import dataclass

from .detection import Interval, Measures
from .scoring import Score

HONESTY = (
    "One exercise is not a grade. So few people can be found in it that chance plays a large part, as the intervals "
    "show; only many exercises together say something about you.",
    "What is measured here is practice on a screen. No study has shown so far that it carries over to the street.",
)
STRESS = (
    "You named signs of stress as a reason. Here, as in real life, honest people show them just as often, so they say "
    "nothing about anyone."
)


@dataclass(frozen=True, slots=True)
class BaseRate:
    """How often a flag is right when `prevalence` of the people are to be found, by Bayes' rule."""

    prevalence: float
    hit: float
    false_alarm: float
    right: float
    sentence: str


def base_rate(prevalence: float = 0.02, hit: float = 0.8, false_alarm: float = 0.1) -> BaseRate:
    """The card for these rates: right = H·p / (H·p + F·(1 - p))."""
    flagged = hit * prevalence + false_alarm * (1 - prevalence)
    right = hit * prevalence / flagged if flagged else 0.0
    return BaseRate(
        prevalence,
        hit,
        false_alarm,
        right,
        f"Someone who finds {hit:.0%} of those who matter and wrongly flags {false_alarm:.0%} of the rest is right in "
        f"only {right:.0%} of their flags where {prevalence:.0%} of the people matter. So most people you speak with "
        "have done nothing wrong: begin as a friendly conversation, explain, and thank them.",
    )


def flags(score: Score) -> str:
    """How many of the trainee's own flags were right."""
    right, wrong = score.counts.hits + score.crimes_noticed, score.false_alarms.total
    if not right + wrong:
        return "You flagged nobody."
    if right + wrong == 1:
        return f"The one person you flagged had {'something' if right else 'nothing'} to hide."
    return f"Of the {number(right + wrong)} people you flagged, {number(right)} had something to hide."


def sensitivity_reading(measures: Measures) -> str:
    """d' with its interval, and what it says."""
    if measures.d_prime is None:
        return "Sensitivity d′ cannot be stated: there was no one to find."
    said = f"Sensitivity d′ is {measures.d_prime:.1f}{_interval(measures.d_prime_interval)}."
    if not measures.counts.hits + measures.counts.false_alarms:
        return f"{said} You flagged nobody, which tells nothing apart."
    if measures.d_prime < 0.5:
        return f"{said} Those you flagged were hardly likelier to be the right ones than anyone else."
    if measures.d_prime < 1.5:
        return f"{said} You told them apart better than chance."
    sure = measures.d_prime_interval is not None and measures.d_prime_interval.low >= 1
    luck = "" if sure else "; with so few to find, luck may have had a part in it"
    return f"{said} You told them apart {'well' if measures.d_prime < 2.5 else 'very well'}{luck}."


def criterion_reading(measures: Measures) -> str:
    """c with its interval: how readily the trainee flags."""
    if measures.criterion is None:
        return "The criterion c cannot be stated: nobody was there to be judged."
    said = f"Criterion c is {measures.criterion:.1f}{_interval(measures.criterion_interval)}"
    if measures.criterion < -0.25:
        return f"{said}: you flag readily, right or wrong."
    if measures.criterion <= 0.25:
        return f"{said}: you neither flag readily nor hold back."
    if measures.rates.hit is not None and measures.rates.hit < 0.5:
        return f"{said}: you hold back, and those who mattered slipped by with the rest."
    return f"{said}: you hold back, as is fitting where hardly anyone has something to hide."


_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(count: int) -> str:
    """A count as it is read: "none", "two", "12"."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else str(count)


def counted(count: int, one: str, many: str) -> str:
    """A count with what is counted: "one person", "no people", "12 people"."""
    return f"{number(count) if count else 'no'} {one if count == 1 else many}"


def _interval(interval: Interval | None) -> str:
    if interval is None:
        return ""
    low, high = (f"{end:.1f}".replace("-", "−") for end in (interval.low, interval.high))
    return f" (95 % sure: {low} to {high})"
