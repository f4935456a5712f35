"""The whole run in a few sentences."""

from collections import Counter
from collections.abc import Iterator

from .reading import STRESS, counted, number
from .scoring import Score

_MISSED = {
    "search": "not on your screen, or too small or hidden, while it mattered. Look around, and come closer",
    "recognition": "in view, and you passed on. Watch what hands and eyes are turned to",
    "decision": "noticed, and let go. Come back to those whom you have noted",
}


def headline(score: Score) -> str:
    """How it went, in one sentence."""
    there, wrong = score.counts.signals + score.unfounded, score.false_alarms.total
    troubled = f"marked {counted(wrong, 'person', 'people')} with nothing to hide"
    if not there:
        nobody = "Nobody was there" if not score.subjects else "Nobody showed enough to be found"
        return f"{nobody}. You {troubled}." if wrong else f"{nobody}, and you were right."
    found = _found(score.counts.hits, there)
    if wrong:
        return f"{found}, and {troubled}."
    return f"{found}, and troubled nobody else." if score.counts.hits else f"{found}, and marked nobody wrongly."


def _found(hits: int, of: int) -> str:
    if hits == of:
        all_ = {1: "the one who mattered", 2: "both who mattered"}
        return f"You found {all_.get(of, f'all {number(of)} who mattered')}"
    if of == 1:
        return "You did not find the one who mattered"
    return f"You found {number(hits) if hits else 'none'} of the {number(of)} who mattered"


def summary(score: Score) -> tuple[str, ...]:
    """What happened, and what to do about it next time."""
    return (*_missed(score), *_wrongly_marked(score), *_grounds(score), *_not_counted(score))


def _missed(score: Score) -> Iterator[str]:
    missed = Counter(one.miss for one in score.outcomes if one.result == "miss")
    for kind, said in _MISSED.items():
        if count := sum(times for miss, times in missed.items() if miss == kind):
            yield f"{_people(count)} you missed {'was' if count == 1 else 'were'} {said}."


def _wrongly_marked(score: Score) -> Iterator[str]:
    if count := score.false_alarms.decoys:
        yield f"{_people(count)} you marked did something that resembles a tell. Compare the two, side by side."
    if count := score.false_alarms.crowd:
        yield f"{_people(count)} you marked belonged to the crowd. Ask what they did, at what, and how often."


def _grounds(score: Score) -> Iterator[str]:
    if score.unfounded:
        marks = counted(score.unfounded, "mark", "marks").capitalize()
        yield f"{marks} came before anything was shown, without grounds."
    if score.cues_named:
        cues, seen = counted(score.cues_named, "cue", "cues"), number(score.cues_borne_out)
        yield f"Of {cues} that you named, {seen} had been there to see."
    if any(named.cue.startswith("F11.") for one in score.outcomes for named in one.named):
        yield STRESS


def _not_counted(score: Score) -> Iterator[str]:
    if crimes := score.crimes_noticed + score.crimes_missed:
        yield f"Of {counted(crimes, 'crime', 'crimes')} besides, you noticed {number(score.crimes_noticed)}."
    if lost := score.void + score.hidden:
        yield f"{counted(lost, 'person', 'people').capitalize()} on stage could not show enough this time: not counted."


def _people(count: int) -> str:
    return f"{counted(count, 'person', 'people').capitalize()} whom"
