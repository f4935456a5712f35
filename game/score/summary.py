"""The whole run in a few sentences."""

import re
from collections import Counter
from collections.abc import Iterator

from game.clock import clock

from .outcomes import Outcome
from .reading import STRESS, counted, number
from .scoring import Score

_MISSED = {
    "search": "not on your screen, or too small or hidden, while it mattered. Look around, and come closer",
    "recognition": "in view, and you moved on. Watch where hands and eyes are turned",
    "decision": "noticed, and then let go. Come back to those you have noted",
}

_COUNT = re.compile(r"found (\w+) of the (\w+) who mattered")
_WRONG = re.compile(r"marked (\w+) (?:person|people) with nothing to hide")
_SHORT = (
    ("nobody to find", "Nobody to find"), ("Nobody was there", "Nobody to find"), ("enough", "Too little shown"),
    ("found the one", "1 of 1 found"), ("found both", "2 of 2 found"), ("found all", "All found"),
    ("did not find the one", "0 of 1 found"), ("too soon", "Marked too soon"),
)
"""How each headline is told in short, by words of it."""


def headline(score: Score) -> str:
    """How it went, in a sentence; before it, when the trainee ended it, if that was early."""
    return f"{_ended(score)}{_result(score)}"


def _ended(score: Score) -> str:
    return "" if score.early is None else f"You ended it early, at {clock(score.early)}. "


def _result(score: Score) -> str:
    there, wrong = score.counts.signals + score.unfounded, score.false_alarms.total
    troubled = f"marked {counted(wrong, 'person', 'people')} with nothing to hide"
    if not there:
        return f"{_nobody(score)}. You {troubled}." if wrong else f"{_nobody(score)}, and you {_left_alone(score)}."
    found = _found(score, there)
    if wrong:
        return f"{found}, and {troubled}."
    return f"{found}, and troubled nobody else." if score.counts.hits else f"{found}, and marked nobody wrongly."


def _nobody(score: Score) -> str:
    if not score.subjects:
        return "There was nobody to find"
    return "Nobody showed enough to be found" if score.early is None else "Nobody had shown enough by then to be found"


def _left_alone(score: Score) -> str:
    return "were right" if not score.subjects and score.early is None else "marked nobody wrongly"


def _found(score: Score, of: int) -> str:
    hits = score.counts.hits
    if hits == of:
        all_ = {1: "the one who mattered", 2: "both who mattered"}
        return f"You found {all_.get(of, f'all {number(of)} who mattered')}"
    if of == 1 and score.unfounded:
        return "You marked the one who mattered too soon, before they had shown anything"
    if of == 1:
        return "You did not find the one who mattered"
    return f"You found {number(hits) if hits else 'none'} of the {number(of)} who mattered"


def in_short(headline: str) -> str:
    """A headline in a word or two, for a list: "1 of 2 found, 1 wrong". Empty where it says nothing of the kind."""
    found, wrong = _COUNT.search(headline), _WRONG.search(headline)
    short = next((short for words, short in _SHORT if words in headline), "")
    if found:
        short = f"{_figure(found[1])} of {_figure(found[2])} found"
    return f"{short}, {_figure(wrong[1])}\u00a0wrong" if short and wrong else short


def _figure(word: str) -> str:
    return next((str(count) for count in range(10) if number(count) == word), word)


def summary(score: Score) -> tuple[str, ...]:
    """What happened, and what to do about it next time."""
    return (*_missed(score), *_wrongly_marked(score), *_grounds(score), *_not_counted(score))


def _missed(score: Score) -> Iterator[str]:
    missed = Counter(one.miss for one in score.outcomes if one.result == "miss")
    for kind, said in _MISSED.items():
        if count := sum(times for miss, times in missed.items() if miss == kind):
            yield f"{_people(count)} you missed {'was' if count == 1 else 'were'} {said}."


def _wrongly_marked(score: Score) -> Iterator[str]:
    decoys = [one for one in score.outcomes if one.result == "false alarm" and one.trial.kind == "decoy"]
    resembled = [one for one in decoys if one.before_mark]
    if resembled:
        compare = " Compare them with the subject who showed the real one." if _compared(score, resembled) else ""
        yield f"{_people(len(resembled))} you marked did something that resembles a tell.{compare}"
    if count := len(decoys) - len(resembled):
        yield f"{_people(count)} you marked had done nothing out of the ordinary by then. Wait for what someone does."
    if count := score.false_alarms.crowd:
        yield f"{_people(count)} you marked belonged to the crowd. Ask what they did, at what, and how often."


def _compared(score: Score, resembled: list[Outcome]) -> bool:
    """Whether somebody showed in earnest what one of these only resembled."""
    real = {one.act.cue for out in score.outcomes for one in out.trial.shown if one.act.kind == "tell"}
    return any(one.act.cue in real for out in resembled for one in out.before_mark)


def _grounds(score: Score) -> Iterator[str]:
    if count := score.unfounded:
        yield f"{counted(count, 'mark', 'marks').capitalize()} came before that person had shown anything."
    if score.cues_named:
        yield f"{_signs(score.cues_named, score.cues_borne_out)}."
    if any(named.cue.startswith("F11.") for one in score.outcomes for named in one.named):
        yield STRESS


def _signs(ticked: int, seen: int) -> str:
    if ticked == 1:
        return f"The one sign you ticked had {'' if seen else 'not '}happened where you could see it"
    if seen and seen < ticked:
        which = f"Of the {number(ticked)} signs you ticked, {number(seen)}"
    elif ticked == 2:
        which = "Both signs you ticked" if seen else "Neither of the two signs you ticked"
    else:
        which = f"{'All' if seen else 'None of the'} {number(ticked)} signs you ticked"
    return f"{which} had happened where you could see {'it' if seen == 1 or (ticked, seen) == (2, 0) else 'them'}"


def _not_counted(score: Score) -> Iterator[str]:
    crimes = score.crimes_noticed + score.crimes_missed
    other = " other" if score.subjects > crimes else ""
    if score.crimes_noticed and score.crimes_missed:
        yield f"Of {number(crimes)}{other} crimes you noticed {number(score.crimes_noticed)}."
    elif crimes:
        did = "noticed" if score.crimes_noticed else "missed"
        yield f"You {did} {counted(crimes, f'{other} crime'.strip(), f'{other} crimes'.strip())}."
    if score.void:
        when = "did not show enough this time" if score.early is None else "had not shown enough by then"
        yield f"{_subjects(score.void)} {when}: not counted."
    if score.hidden:
        yield f"{_subjects(score.hidden)} could not be seen from anywhere open to you: not counted."


def _subjects(count: int) -> str:
    return counted(count, "subject", "subjects").capitalize()


def _people(count: int) -> str:
    return counted(count, "person", "people").capitalize()
