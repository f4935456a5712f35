"""A watcher who also speaks with people: asks, lets control check what they answer, and marks by what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.acts import Act, Approach, AskControl, Clear, Mark, Put, Speak, TakeLeave
from game.claims import agrees
from game.view import Landmark
from game.view.heard import Heard
from game.view.sighting import Sightings

from .judge import CONCERN
from .limits import SKILLS
from .watcher import Watcher

SEVERAL = 2
"""Answers that were not so from which somebody is a concern; and that were asked for before somebody is cleared, as all
of them were so. One may be a slip of memory, or luck."""
_PATIENT = 15
"""Ticks that a talker lets pass after an answer before asking on: nobody is hurried."""


@dataclass(frozen=True, slots=True)
class TalkPlan:
    """What a talker asks, in order; whether answers are checked; whether whoever is nearest is spoken with.

    Otherwise those are spoken with whom the watcher in the talker has noted. Who speaks with the nearest, one after
    another, goes by nothing that anybody does, and marks by answers alone.
    """

    topics: tuple[str, ...]
    checks: bool
    nearest: bool = False


ASKS_REASON = TalkPlan(("reason",), checks=False)
ASKS_AND_CHECKS = TalkPlan(("way", "since", "been"), checks=True)
TALKS_TO_NEAREST = TalkPlan(("way", "since", "been"), checks=True, nearest=True)


class Talker:
    """Watches as a skilled trainee does, and weighs whom it has spoken with by what control found.

    Whoever has given two answers that were not so is a concern; whoever has given two or more, all of which were so, is
    nobody's. Such were 95 of 133 who had nothing to hide, and 1 of 17 who had (King Street's morning, seeds 1 to 40).
    Where answers decide nothing, eyes go on deciding; and what is seen after somebody was cleared counts again.
    """

    def __init__(self, landmarks: Sequence[Landmark], plan: TalkPlan) -> None:
        """Nobody has been spoken with."""
        self._watcher = Watcher(landmarks, SKILLS["skilled"])
        self._plan = plan
        self._marked: dict[int, Mark] = {}
        self._spoken: dict[int, int] = {}
        """With whom one has spoken, or gone up to, and when."""
        self._weighed: set[int] = set()
        """Those whose answers have all come back, and been weighed."""
        self._refuted: set[int] = set()
        """Those whose answers were not so: nothing that is seen makes them nobody's again."""
        self._seen: Sightings | None = None

    def watch(self, seen: Sightings) -> list[Act]:
        """Look and mark as one who only watches does; whoever was refuted stays a concern."""
        self._seen = seen
        acts = [act for act in self._watcher.watch(seen) if not self._is_refuted(act)]
        if self._plan.nearest:
            return [act for act in acts if not isinstance(act, Mark | Clear)]
        for act in acts:
            if isinstance(act, Mark):
                self._marked[act.person] = act
            elif isinstance(act, Clear):
                self._marked.pop(act.person, None)
        return acts

    def _is_refuted(self, act: Act) -> bool:
        return isinstance(act, Mark | Clear) and act.person in self._refuted

    def speak(self, heard: Heard) -> list[Act]:
        """What to say now, and what to make of what was heard."""
        marks = [act for person in sorted(self._spoken) for act in self._weigh(person, heard)]
        return marks + self._say(heard)

    def _say(self, heard: Heard) -> list[Act]:
        if heard.person is None:
            return self._approach(heard)
        if heard.met:
            return [Put("help")] if heard.wants else [Speak("explained")]
        if not heard.free or heard.tick - heard.since < _PATIENT:
            return []
        answered = {answer.topic: answer for answer in heard.answers if answer.person == heard.person}
        for topic in self._plan.topics:
            if topic not in answered and (topic, None) in heard.topics:
                return [Put(topic)]
        checks: list[Act] = [
            AskControl(answer.topic, answer.act) for answer in answered.values() if self._plan.checks and answer.claim
        ]
        return [*checks, TakeLeave(thanked=True, explained=True)]

    def _approach(self, heard: Heard) -> list[Act]:
        seen = self._seen
        if seen is None:
            return []
        wanted = self._nearest(seen) if self._plan.nearest else self._find_noted(seen)
        if wanted is None:
            return []
        self._spoken[wanted] = heard.tick
        return [Approach(wanted)]

    def _find_noted(self, seen: Sightings) -> int | None:
        """Whoever was noted first, and has not been spoken with."""
        present = set(seen.ids.tolist())
        return next((person for person in self._marked if person in present and person not in self._spoken), None)

    def _nearest(self, seen: Sightings) -> int | None:
        """The nearest of the public to the own figure, or to the middle of the view."""
        x, y = seen.stands or (seen.viewpoint.x, seen.viewpoint.y)
        far = [
            ((float(seen.position[row][0]) - x) ** 2 + (float(seen.position[row][1]) - y) ** 2, person)
            for row, person in enumerate(seen.ids.tolist())
            if person not in self._spoken and not any(word.endswith(" uniform") for word in seen.looks[row])
        ]
        return min(far)[1] if far else None

    def _weigh(self, person: int, heard: Heard) -> list[Act]:
        """What answers make of somebody, once everything that was asked of control has come back."""
        answers = [answer for answer in heard.answers if answer.person == person and answer.claim]
        checked = [answer for answer in answers if answer.found is not None]
        if person in self._weighed or not checked or len(checked) < len(answers) or heard.person == person:
            return []
        self._weighed.add(person)
        wrong = sum(not agrees(answer.claim, answer.found or "") for answer in checked)
        before = self._marked.get(person)
        if wrong >= SEVERAL:
            self._refuted.add(person)
            return [Mark(person, CONCERN, before.cues if before else ())]
        if wrong == 0 and len(checked) >= SEVERAL and before is not None:
            del self._marked[person]
            return [Clear(person)]
        return []
