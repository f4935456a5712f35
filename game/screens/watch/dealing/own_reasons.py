"""What the trainee can give as a reason: what they ticked and heard, and as anybody might, looks or a hunch."""

from dataclasses import dataclass

from game.duty import Reason
from game.exercise import Exercise
from game.log import CheckReturned, Cleared, Marked, Replied

LOOKS, HUNCH = Reason("looks"), Reason("hunch")


@dataclass(slots=True)
class GivenAnswer:
    """What somebody said to a topic, and what was then told about it, if anything was."""

    reason: Reason
    act: int | None
    said: str
    told: str = ""


class OwnReasons:
    """Reads on in the log each time it is asked, so that it costs nothing that nothing has happened."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._read = 0
        self._ticked: dict[int, dict[str, int]] = {}
        self._heard: dict[int, list[GivenAnswer]] = {}

    def signs(self, person: int) -> list[Reason]:
        """The cues named of somebody by the mark that stands, each with when it was first named."""
        self._read_on()
        mark = self._exercise.marks.get(person)
        ticked = self._ticked.get(person, {})
        return [Reason("sign", cue, ticked[cue]) for cue in (mark.cues if mark else ())]

    def answers(self, person: int) -> list[GivenAnswer]:
        """What somebody has answered, in order."""
        self._read_on()
        return self._heard.get(person, [])

    def _read_on(self) -> None:
        events = self._exercise.log.events
        for event in events[self._read :]:
            if isinstance(event, Marked):
                ticked = self._ticked.setdefault(event.person, {})
                self._ticked[event.person] = {cue: ticked.get(cue, event.tick) for cue in event.cues}
            elif isinstance(event, Cleared):
                self._ticked.pop(event.person, None)
            elif isinstance(event, Replied) and event.topic:  # words at parting answer nothing
                reason = Reason("account", event.topic, event.tick)
                self._heard.setdefault(event.person, []).append(GivenAnswer(reason, event.act, event.text))
            elif isinstance(event, CheckReturned):
                for answer in self._heard.get(event.person, []):
                    if (answer.reason.about, answer.act) == (event.topic, event.act):
                        answer.told = event.text
        self._read = len(events)
