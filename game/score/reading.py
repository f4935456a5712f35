"""What the counts of one exercise mean, in plain words; they bear no measure of skill."""

from dataclasses import dataclass

from game.numerals import number

from .scoring import Score

HONESTY = (
    "One exercise is not a grade. So few people can be found in it that chance plays a large part; only many exercises "
    "together say something about you, and “Past exercises” shows what yours say.",
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
    """The card for these rates: right = H·p / (H·p + F·(1 - p)).

    The rates shown are an example (`docs/scoring.md`), and measured nowhere: kind to the observer, and to the place.
    """
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
    """How many of the trainee's own marks were right, and how many people there were to be right about."""
    right, flagged = score.counts.hits + score.crimes_noticed, len(score.flagged)
    if flagged == 1:
        said = f"The one person you marked was {'rightly' if right else 'not rightly'} marked."
    elif flagged:
        rightly = f"{number(right)} {'was' if right == 1 else 'were'} rightly so"
        said = f"Of the {number(flagged)} people you marked, {rightly}."
    elif any(dealings.suspected for dealings in score.dealings):
        said = "Nobody whom you marked counts for or against you."
    else:
        said = "You marked nobody as suspicious."
    return f"{said} {_there(score)}"


def _there(score: Score) -> str:
    """The base rate of this very scene."""
    mattered = score.counts.signals + score.crimes_noticed + score.crimes_missed
    everyone = mattered + score.counts.noise
    if not mattered:
        return f"Nobody of the {everyone} people there could be found: no mark could have been right."
    return f"Of the {everyone} people there, {number(mattered)} {'was' if mattered == 1 else 'were'} there to be found."
