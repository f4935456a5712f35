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
NOT_MARKED = Refusal("not-marked", "You have no mark on that person; mark them first, then ask.")
NO_HELP = Refusal("no-help", "In assessment nobody helps: that is for practice.")
NO_UMPIRE = Refusal("no-umpire", "There is nobody in this exercise who could answer that.")
TOO_FAR = Refusal("too-far", "That person is too far off for that; go up to them first.")
DECISION = Refusal("decision", "There is no such decision, or it was given what does not belong to it.")
NOBODY_TO_TELL = Refusal("nobody-to-tell", "First decide to tell somebody of them; then you report.")
NOTHING_REPORTED = Refusal("nothing-reported", "A report says something; choose what.")
BEHAVIOUR_FIRST = Refusal("behaviour-first", "First say what they did; how they look comes after that.")
WHEN_DECIDED = Refusal("when-decided", "That is answered when you decide what to do about somebody.")
NO_TALK = Refusal("no-talk", "Nobody can be spoken with in this exercise.")
SPEAKING_ALREADY = Refusal("speaking-already", "You are with somebody already; let them go first.")
NO_COLLEAGUE = Refusal("no-colleague", "There is no colleague on the floor who could go now.")
NOBODY_LISTENS = Refusal("nobody-listens", "Nobody is listening to you just now.")
SAY_WHY_FIRST = Refusal("say-why-first", "They wait for you to say who you are, or what you want.")
THEY_ASK = Refusal("they-ask", "They have come to ask you something; answer them first.")
NOT_TO_BE_ASKED = Refusal("not-to-be-asked", "That cannot be put to them: you have not seen or heard it.")
NOT_ANSWERED = Refusal("not-answered", "Nobody has told you anything about that which could be checked.")
CHECKED_ALREADY = Refusal("checked-already", "Control has been asked about that already.")
NO_ITEM = Refusal("no-item", "That does not lie there any more.")
ITEM_TOO_FAR = Refusal("item-too-far", "You are too far from it; go nearer first.")
ASKED_ALREADY = Refusal("asked-already", "That has just been asked; wait for the answer.")
WATCH_FIRST = Refusal("watch-first", "For now only watch what is normal here. Marking and acting begin after that.")
NOT_ASKED = Refusal("not-asked", "That is not asked just now.")
STEP_UNDER_WAY = Refusal("step-under-way", "You are still at the last step about it; that takes a moment.")
LEVEL = Refusal("level", "A mark has level 1 note, 2 concern or 3 act.")
VIEWPOINT = Refusal("viewpoint", "From there nothing of the place would be in view.")


def unknown_cue(cue: str) -> Refusal:
    """A cue that the families of this exercise do not have."""
    return Refusal("unknown-cue", f"There is no cue {cue} in the list; choose from the families shown.")
