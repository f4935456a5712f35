"""What a drill says: the question, the answer with its reason, and what it came to."""

from collections.abc import Mapping, Sequence

from game.practice import Drill, Prompt, Sorting
from game.scenario.model import Behaviour

NO, YES = "No", "Yes"
SIDES = ("The left one", "The right one")
SINGLE = "Is the person in the ring worth a second look?"
BOTH = "You took these two for one another. Which is worth a second look?"
NO_HURRY = "Take the time you need over each clip."
HALF = f"Half of the clips show a tell. {NO_HURRY}"
WHICH = "Yes. Which sign is it?"
AIM = (
    "Clips come easier or harder by how you answer, so that about four in five are right: what is always right teaches "
    "little. How many were right is therefore no measure of you."
)


def say_left(seconds: float) -> str:
    """For how long new clips come; the last may be looked at for as long as anybody likes."""
    return f"new clips for about {round(seconds / 60)} min more" if seconds > 60 else "new clips for less than a minute"


def verdict(prompt: Prompt, answer: Sorting) -> tuple[str, str]:
    """Whether it was sorted rightly, in a few words, and their colour."""
    if answer.paired:
        side = SIDES[[exemplar.meant for exemplar in prompt.shown].index(True)].lower()
        return (f"Right: {side}.", "hit") if answer.right else (f"It was {side}.", "miss")
    if prompt.meant:
        return ("Right: worth a second look.", "hit") if answer.right else ("This was worth a second look.", "miss")
    return ("Right: nothing to it.", "hit") if answer.right else ("There was nothing to it.", "false_alarm")


def reasons(prompt: Prompt, answer: Sorting, behaviours: Mapping[str, Behaviour], cues: Mapping[str, str]) -> list[str]:
    """What was shown, the sign, and what tells it apart, in sentences; of two, of the tell and then of the other."""
    said: list[str] = []
    for exemplar in sorted(prompt.shown, key=lambda exemplar: not exemplar.meant):
        behaviour = behaviours[exemplar.name]
        said.append(f"They {behaviour.title}.")
        if exemplar.meant:
            own = f"The sign: {cues[exemplar.cue]}."
            said.append(own if answer.sign in ("", exemplar.cue) else f"{own} Not: {cues[answer.sign]}.")
        for text in (behaviour.differs, behaviour.why):
            if text:
                said.append(text)
                break
    return said


def sum_up(drill: Drill) -> list[str]:
    """What the drill came to, in sentences."""
    answers = drill.answers
    if not answers:
        return ["Nothing was answered."]
    tells = [sorting for sorting in answers if sorting.meant and not sorting.paired]
    others = [sorting for sorting in answers if not sorting.meant]
    named = [sorting for sorting in tells if sorting.right]
    lines = [f"You sorted {sum(sorting.right for sorting in answers)} of {len(answers)} rightly."]
    if tells and others:
        lines.append(
            f"Of {len(tells)} tells you passed over {sum(not sorting.right for sorting in tells)}; of {len(others)} "
            f"look-alikes you took {sum(not sorting.right for sorting in others)} for tells."
        )
    if named:
        lines.append(
            f"You named the sign of {sum(sorting.sign == sorting.cue for sorting in named)} of {len(named)} tells."
        )
    return lines


def to_look_at(answers: Sequence[Sorting]) -> list[str]:
    """The names of what was sorted wrongly, each once, in order."""
    return list(dict.fromkeys(name for sorting in answers if not sorting.right for name in sorting.shown))
