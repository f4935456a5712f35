"""When an act cannot be done, and what is said then."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act was not done, in a sentence for the trainee; `code` for programs."""

    code: str
    sentence: str

    def __str__(self) -> str:
        """The sentence."""
        return self.sentence


OVER = Refusal("over", "The exercise is over; nothing more can be changed.")
NO_PAUSE = Refusal("no-pause", "There is no pause in assessment: the place does not wait either.")
NOT_PAUSED = Refusal("not-paused", "The clock is running already.")
PAUSED_ALREADY = Refusal("paused-already", "The clock is stopped already.")
NOT_PRESENT = Refusal("not-present", "That person is not here any more.")
NEVER_SEEN = Refusal("never-seen", "You have not seen that person yet; look first, then mark.")
NO_MARK = Refusal("no-mark", "You have no mark on that person to clear.")
NOT_ON_THE_FLOOR = Refusal("not-on-the-floor", "At this post you watch by camera; you have no figure on the floor.")
TOO_FAR = Refusal("too-far", "That person is too far off to hear you; go closer first.")
NOT_MARKED = Refusal("not-marked", "You have no mark on that person; mark them first, then ask.")
NO_HELP = Refusal("no-help", "In assessment nobody helps: that is for practice.")
NO_TOPICS = Refusal("no-topics", "In assessment people can be asked why they are here, and nothing more.")
NO_UMPIRE = Refusal("no-umpire", "There is nobody in this exercise who could answer that.")
DECISION = Refusal("decision", "There is no such decision, or it was given what does not belong to it.")
WHEN_DECIDED = Refusal("when-decided", "That is answered when you decide what to do about somebody.")
LEVEL = Refusal("level", "A mark has level 1 note, 2 concern or 3 act.")
VIEWPOINT = Refusal("viewpoint", "From there nothing of the place would be in view.")


def unknown_cue(cue: str) -> Refusal:
    """A cue that the families of this exercise do not have."""
    return Refusal("unknown-cue", f"There is no cue {cue} in the list; choose from the families shown.")
