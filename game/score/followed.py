"""What followed from a decision, as the log has it."""

from collections.abc import Iterator

from game.duty import DECISIONS
from game.log import Decided, Finished, Left, Log, Parted, Reported, Sighted

ENDED = "The exercise ended before anything came back."
NOT_DESCRIBED = "You gave no description, so nobody could look out for them."
ANOTHER = "It was somebody else, whom your description fitted as well."


def what_followed(decided: Decided, log: Log) -> Iterator[tuple[int, str]]:
    """What became of the person from a decision on, until the next about them: each with its tick, in order."""
    awaits = decided.post not in DECISIONS[decided.decision].closed and decided.decision in ("ask control", "circulate")
    described = decided.decision != "circulate"
    for event in log.events[log.events.index(decided) + 1 :]:
        if isinstance(event, Finished):
            if awaits:
                yield event.tick, ENDED if described else NOT_DESCRIBED
        elif getattr(event, "person", None) != decided.person:
            continue
        elif isinstance(event, Decided):
            return
        elif isinstance(event, Reported):
            described |= any(line.kind == "look" for line in event.lines)
            yield event.tick, "You reported."
        elif isinstance(event, Sighted):
            awaits = False
            other = event.found not in (None, decided.person)
            yield event.tick, f"“{event.text}” {ANOTHER}" if other else f"“{event.text}”"
        elif isinstance(event, Parted) and event.why == "broke off":
            yield event.tick, "They broke off the talk."
        elif isinstance(event, Left):
            yield event.tick, "They left the place."
