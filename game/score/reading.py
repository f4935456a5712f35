"""What the numbers mean, in plain words."""

from dataclasses import dataclass

from game.numerals import number

from .detection import Interval, Measures
from .scoring import Score

FEW = 10
"""With fewer people to find than this, the two measures are given and not read: chance has too large a part in them."""
HONESTY = (
    "One exercise is not a grade. So few people can be found in it that chance plays a large part; only many exercises "
    "together say something about you.",
    "What is measured here is practice on a screen. No study has shown so far that it carries over to the street.",
)
STRESS = (
    "You ticked signs of stress. Here, as in real life, honest people show them just as often, so they say nothing "
    "about anyone."
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
        f"Say {prevalence:.0%} of the people matter. Someone who finds {hit:.0%} of them, and wrongly marks "
        f"{false_alarm:.0%} of the rest, is right in only {right:.0%} of their marks. So most people you speak with "
        "have done nothing wrong: begin as a friendly conversation, explain, and thank them.",
    )


def flags(score: Score) -> str:
    """How many of the trainee's own marks were right."""
    right, wrong = score.counts.hits + score.crimes_noticed, score.false_alarms.total
    if right + wrong == 1:
        return f"The one person you marked had {'something' if right else 'nothing'} to hide."
    if right + wrong:
        return f"Of the {number(right + wrong)} people you marked, {number(right)} had something to hide."
    if any(one.suspected for one in score.dealings):
        return "Nobody whom you marked counts for or against you."
    return "You marked nobody as suspicious."


def sensitivity_reading(measures: Measures) -> str:
    """d' with its interval, and what it says."""
    if measures.d_prime is None:
        return (
            "Telling them apart (d′) has no value this time: it takes someone who showed enough to be found, and "
            "someone to leave alone."
        )
    said = f"Telling them apart (d′): {signed(measures.d_prime)}{_interval(measures.d_prime_interval)}"
    if measures.counts.signals < FEW:
        return f"{said}. With so few people to find, this says little."
    if not measures.counts.hits + measures.counts.false_alarms:
        return f"{said}. You marked nobody, which tells nothing apart."
    if measures.d_prime < 0.5:
        return f"{said}. Those you marked were hardly likelier to be the right ones than anyone else."
    if measures.d_prime < 1.5:
        return f"{said}. You told them apart better than chance."
    sure = measures.d_prime_interval is not None and measures.d_prime_interval.low >= 1
    luck = "" if sure else "; luck may have had a part in it"
    return f"{said}. You told them apart {'well' if measures.d_prime < 2.5 else 'very well'}{luck}."


def criterion_reading(measures: Measures) -> str:
    """c with its interval: how readily the trainee marks."""
    if measures.criterion is None:
        return "Caution (c) has no value this time: there was nobody to judge."
    said = f"Caution (c): {signed(measures.criterion)}{_interval(measures.criterion_interval)}"
    if measures.counts.signals < FEW:
        return f"{said}. Above 0 means slow to mark, below 0 quick to mark; with so few people, this says little."
    return f"{said}. {_leaning(measures, measures.criterion)}"


def _leaning(measures: Measures, criterion: float) -> str:
    if criterion < -0.25:
        return "You are quick to mark, right or wrong."
    if criterion <= 0.25:
        return "You are neither quick nor slow to mark."
    if measures.rates.hit is not None and measures.rates.hit < 0.5:
        return "You are slow to mark, and those who mattered slipped by with the rest."
    if measures.counts.false_alarms > measures.counts.hits:
        return "You are slow to mark, and still most of those you marked had nothing to hide."
    return "You are slow to mark, as is fitting where hardly anyone has something to hide."


def signed(value: float) -> str:
    """A measure as it is read: "−0.4"."""
    return f"{value:.1f}".replace("-", "−")


def ends(interval: Interval) -> str:
    """From where to where: "0.4 to 2.1"."""
    return f"{signed(interval.low)} to {signed(interval.high)}"


def _interval(interval: Interval | None) -> str:
    return f" (95 % sure: {ends(interval)})" if interval else ""
