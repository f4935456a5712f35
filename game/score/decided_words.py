"""What is said of a decision: at once in practice, and in the debrief."""

from collections.abc import Iterator, Mapping

from game.duty import DECISIONS, GOWISELY, NEEDS, Decision, Reason, list_needed
from game.numerals import number, say_count
from game.text import uncapitalise

from .decided import Judged, Worth

WORTHS: Mapping[Worth, str] = {
    "exact": "made out by you",
    "family": "another sign of that kind, made out by you",
    "glimpsed": "shown, but too small, too hidden or too brief for you to be sure",
    "resembled": "you saw something like it that has an ordinary reason: enough to ask, no more",
    "invented": "nothing of the kind had been there for you to see",
    "stress": "a sign of stress, which everybody shows alike: it tells nothing",
    "differs": "and it was not so, as you were told",
    "agrees": "and it was so: no reason",
    "unchecked": "not checked against anything: a manner of answering tells nothing",
    "unsaid": "they had not said it",
    "looks": "never a reason, alone or beside others",
    "hunch": "a reason to look again, and no more",
}
"""What a reason is worth, to follow it."""
LUCK = "What you found was luck, and no find: without grounds a search is wrong, whatever is found."


def name_reasons(judged: Judged, wordings: Mapping[str, str]) -> tuple[str, ...]:
    """Each reason given with what it is worth; `wordings` says what each cue is called."""
    return tuple(f"{name_reason(weighed.ground, wordings)}: {WORTHS[weighed.worth]}." for weighed in judged.weighed)


def explain_decision(judged: Judged) -> tuple[str, ...]:
    """Whether the decision was one for this post, and borne, and why that is asked. Nothing of what is true."""
    choice = DECISIONS[judged.decided.decision]
    said = []
    if not judged.is_open:
        said.append(f"{choice.title} is not open to your post. {choice.closed[judged.decided.post]}")
    elif not judged.borne:
        said.append(f"{choice.title}: your grounds do not support it. {NEEDS[choice.needs]} {choice.why}")
    elif choice.needs == "nothing":
        said.append(f"{choice.title}: open to you at any time. {choice.why}")
    else:
        said.append(f"{choice.title}: your grounds support it.")
    return (*said, *_spoken(judged))


def tell_decision(judged: Judged) -> tuple[str, ...]:
    """What is to be said of it in the debrief, where the truth may be told."""
    return (*explain_decision(judged), *_say_settled(judged), *_open_then(judged))


def summarise(decisions: tuple[Judged, ...]) -> Iterator[str]:
    """All decisions of a run in a sentence or two."""
    if not decisions:
        return
    yield _say_borne(decisions)
    if any(judged.resolution == "lucky" and judged.found for judged in decisions):
        yield LUCK
    looks = [judged for judged in decisions if judged.basis.personal]
    if looks:
        yield "How somebody looks was among your reasons. It is never one: behaviour is."


def _say_borne(decisions: tuple[Judged, ...]) -> str:
    """How many were made and how many of them were borne; what needs no ground is not supported by any."""
    made = f"You made {say_count(len(decisions), 'decision', 'decisions')}"
    resting = [judged for judged in decisions if DECISIONS[judged.decided.decision].needs != "nothing"]
    free, fair = len(decisions) - len(resting), sum(judged.proportionate for judged in resting)
    if not resting:
        return f"{made}, which {'needs' if free == 1 else 'need'} no grounds."
    alone = len(resting) == 1
    how_many = f"{number(fair)} {'was' if fair == 1 else 'were'}"
    were = ("was" if fair else "was not both") if alone else how_many
    if free:
        made = f"{made}. {number(free).capitalize()} needed no grounds; {'the other' if alone else 'of the others,'}"
    else:
        made = f"{made}: it" if alone else f"{made}:"
    return f"{made} {were} open to your post and supported by what you had seen."


def name_reason(reason: Reason, wordings: Mapping[str, str]) -> str:
    """What a reason is called."""
    match reason.kind:
        case "sign":
            return f"“{wordings.get(reason.about, reason.about)}”"
        case "account":
            return f"What they said about “{wordings.get(reason.about, reason.about)}”"
        case "looks":
            return "How they look"
        case "hunch":
            return "A feeling"


def _spoken(judged: Judged) -> Iterator[str]:
    match judged.spoken:
        case "complete":
            yield "GOWISELY was said, whole and in order."
        case "out of order":
            yield "GOWISELY was said whole, but out of order."
        case "incomplete":
            left = [
                GOWISELY[letter] for letter in list_needed(judged.decided.post) if letter not in judged.decided.said
            ]
            yield f"Left out of GOWISELY: {'; '.join(left)}."


def _say_settled(judged: Judged) -> Iterator[str]:
    decision = judged.decided.decision
    match judged.resolution:
        case "right":
            yield "It was right."
        case "lucky" if judged.found:
            yield LUCK
        case "lucky":
            yield "It happened to suit what was so, but you could not have known: luck, and no find."
        case "wrong" if decision == "no concern":
            yield "It was wrong: they had something to hide, and went on with it."
        case "wrong":
            yield "It was wrong: it did not suit what they were about."
        case "open":
            yield "It left the matter open."
        case "not judged":
            yield "What they were about cannot be said here, so it is not judged."


def _open_then(judged: Judged) -> Iterator[str]:
    others = [decision for decision in judged.open_then if decision != judged.decided.decision]
    if not judged.proportionate and others:
        yield "By what you had made out, these were open to you: " + ", ".join(map(_title, others)) + "."


def _title(decision: Decision) -> str:
    return uncapitalise(DECISIONS[decision].title)
