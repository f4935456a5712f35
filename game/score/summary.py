"""The whole run in a few sentences."""

from collections import Counter
from collections.abc import Iterator

from game.numerals import number, say_count

from .decided_words import summarise
from .items_words import summarise_items
from .manner import manner_told
from .outcomes import Outcome
from .reading import STRESS
from .scoring import Score

_MISSED = {
    "search": "not on your screen while it mattered, or too small, hidden or brief. Look around, and come closer",
    "recognition": "in view, and you did nothing about it. Watch where hands and eyes are turned",
    "decision": "noticed, and then let go. Come back to those you have noted",
}


def summary(score: Score) -> tuple[str, ...]:
    """What happened, and what to do about it next time."""
    told = manner_told(score)
    return (
        *([told] if told else []), *_say_missed(score), *_wrongly_marked(score), *_grounds(score), *_say_noted(score),
        *summarise(score.decisions), *summarise_items(score.items), *_not_counted(score),
        *_normal(score),
    )  # fmt: skip


def _say_missed(score: Score) -> Iterator[str]:
    missed = Counter(outcome.miss for outcome in score.outcomes if outcome.result == "miss")
    for kind, said in _MISSED.items():
        if count := sum(times for miss, times in missed.items() if miss == kind):
            yield f"{_people(count)} you missed {'was' if count == 1 else 'were'} {said}."


def _wrongly_marked(score: Score) -> Iterator[str]:
    decoys = [
        outcome for outcome in score.outcomes if outcome.result == "false alarm" and outcome.trial.kind == "decoy"
    ]
    resembled = [outcome for outcome in decoys if outcome.before_mark]
    if resembled:
        compare = " Compare them with the subject who showed the real one." if _compare(score, resembled) else ""
        yield f"{_people(len(resembled))} you marked did something that resembles a tell.{compare}"
    if count := len(decoys) - len(resembled):
        yield f"{_people(count)} you marked had done nothing out of the ordinary by then. Wait for what someone does."
    if count := score.false_alarms.crowd:
        yield f"{_people(count)} you marked belonged to the crowd. Ask what they did, at what, and how often."


def _compare(score: Score, resembled: list[Outcome]) -> bool:
    """Whether somebody showed in earnest what one of these only resembled."""
    real = {showing.act.cue for out in score.outcomes for showing in out.trial.shown if showing.act.kind == "tell"}
    return any(showing.act.cue in real for out in resembled for showing in out.before_mark)


def _grounds(score: Score) -> Iterator[str]:
    if count := score.resting_on("unfounded"):
        yield f"{_marks(count)} on the right person came before they had shown anything: not a find."
    if count := score.resting_on("lucky"):
        yield f"{_marks(count)} on the right person rested on nothing that you had made out: luck, not a find."
    if count := score.resting_on("early"):
        yield f"{_marks(count)} that found somebody rested on signs of one kind: right, and early."
    if score.cues_named:
        yield f"{_signs(score.cues_named, score.cues_borne_out)}."
    if any(named.cue.startswith("F11.") for outcome in score.outcomes for named in outcome.named):
        yield STRESS


def _say_noted(score: Score) -> Iterator[str]:
    if score.noted:
        noted = say_count(score.noted, "person", "people")
        yield f"You noted {noted}, and left it at that. A note accuses nobody, and does not count as finding anybody."


def _marks(count: int) -> str:
    return say_count(count, "mark", "marks").capitalize()


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
        yield f"You {did} {say_count(crimes, f'{other} crime'.strip(), f'{other} crimes'.strip())}."
    if score.void:
        when = "did not show enough this time" if score.early is None else "had not shown enough by then"
        yield f"{_subjects(score.void)} {when}: not counted."
    if score.hidden:
        yield f"{_subjects(score.hidden)} could hardly be seen from anywhere open to you: not counted."


def _normal(score: Score) -> Iterator[str]:
    """What was made of the time of watching, and how it truly was wherever that was not seen."""
    told = score.normal
    if told:
        right = sum(normal_told.right for normal_told in told)
        so = " ".join(normal_told.text for normal_told in told if not normal_told.right)
        yield (
            f"Asked what is normal here, you gave {say_count(right, 'right answer', 'right answers')} of "
            f"{number(len(told))}.{f' It was so: {so}' if so else ''}"
        )


def _subjects(count: int) -> str:
    return say_count(count, "subject", "subjects").capitalize()


def _people(count: int) -> str:
    return say_count(count, "person", "people").capitalize()
