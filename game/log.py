"""Every event there is: frozen, in the past tense, made of ticks, ids and numbers, and of what was said.

A record gives back every kind that `Event` names, and refuses values out of the bounds that the fields name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from game.baseline import NormalTold, WatchedFirst
from game.belongings import ItemEvent, PutDown, TakenUp
from game.bounds import MOST_GROUNDS, Level, Metres, Said, Ticks, Topic
from game.duty import Decision, Post, Reason, ReportLine


@dataclass(frozen=True, slots=True)
class Entered:
    """A person came into the venue through a portal."""

    tick: int
    person: int


@dataclass(frozen=True, slots=True)
class Left:
    """A person went out of the venue for good."""

    tick: int
    person: int


@dataclass(frozen=True, slots=True)
class ActBegan:
    """A person began to show act `act` of their own part."""

    tick: int
    person: int
    act: int


@dataclass(frozen=True, slots=True)
class ActEnded:
    """The act is over, after `ran` ticks of showing, of the `planned` ones."""

    tick: int
    person: int
    act: int
    ran: Ticks
    planned: Ticks


@dataclass(frozen=True, slots=True)
class StepBegan:
    """A person began to show one step of act `act`: a `decisive` one is what must be seen of it.

    `aim` is what eyes or hand are turned to (m), and `other` the person whom they are turned to, if they are. Only acts
    of several steps are told so.
    """

    tick: int
    person: int
    act: int
    decisive: bool
    aim: tuple[Metres, Metres, Metres] | None = None
    other: int | None = None


@dataclass(frozen=True, slots=True)
class StepEnded:
    """The step of the act that was shown last is over, or broken off."""

    tick: int
    person: int
    act: int


@dataclass(frozen=True, slots=True)
class Looked:
    """The trainee's main view changed: centre (m), scale (px/m), quarter turn, size (px).

    `panels` are what covers it (left, top, width, height in px), `inspector` the width and height of the inspector's
    picture (px), open or not. Journals from before they were kept have neither.
    """

    tick: int
    x: float
    y: float
    scale: float
    turn: int
    width: int
    height: int
    panels: tuple[tuple[int, int, int, int], ...] = ()
    inspector: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Selected:
    """The trainee opened the inspector on a person, or closed it (None)."""

    tick: int
    person: int | None


@dataclass(frozen=True, slots=True)
class Exposed:
    """Who was in the trainee's view, with a `GLIMPSE` or more of them, every `EXPOSED_EVERY` ticks: parallel tuples.

    Of several viewports the best counts: `height` is the standing height in px, `share` the percentage of the
    body visible, `parts` a mask (1 head, 2 chest, 4 left hand, 8 right hand, 16 feet) · `upon` those of them on whom
    the eyes probably were: in the inspector, or large and near the middle of the view. While the clock is stopped,
    each act of looking adds a sample of its own.
    """

    tick: int
    people: tuple[int, ...]
    height: tuple[int, ...]
    share: tuple[int, ...]
    parts: tuple[int, ...]
    upon: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Observable:
    """Who was `OPEN_TO_VIEW` from a viewpoint of this post, wherever the trainee looked; every `OBSERVABLE_EVERY`."""

    tick: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """The trainee marked a person; `cues` are cue ids such as F2.1."""

    tick: int
    person: int
    level: Level
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cleared:
    """The trainee took the mark back."""

    tick: int
    person: int


@dataclass(frozen=True, slots=True)
class Decided:
    """The trainee, at this `post`, decided what to do about a person, and gave these grounds for it.

    `said` are the letters of GOWISELY in the order in which they were said; empty but for a search.
    """

    tick: int
    person: int
    decision: Decision
    post: Post
    grounds: Annotated[tuple[Reason, ...], Field(max_length=MOST_GROUNDS)] = ()
    said: Annotated[str, Field(max_length=20)] = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """The trainee reported about a person, in these sentences."""

    tick: int
    person: int
    lines: Annotated[tuple[ReportLine, ...], Field(max_length=MOST_GROUNDS)]


@dataclass(frozen=True, slots=True)
class Sighted:
    """Control or a colleague told of a person they were asked to look out for.

    `found` is whom they saw, by a description perhaps somebody else; None if nobody, or if the person has gone.
    """

    tick: int
    person: int
    found: int | None
    by: Literal["control", "colleague"]
    text: Said


@dataclass(frozen=True, slots=True)
class Stood:
    """The trainee's own figure (post officer) is at this point (m), facing that way; logged when it has moved."""

    tick: int
    x: Metres
    y: Metres
    facing_x: Metres
    facing_y: Metres


@dataclass(frozen=True, slots=True)
class Answered:
    """The umpire answered one of the trainee's questions; all but the tick and the person are short codes.

    - "meant": "yes" or "no"
    - "hint": "look", `about` what to watch (gaze, hands or gait), or with no person "nobody", or in a lesson "gone"
    - "mark": what it rests on in the debrief's words (exact, family, glimpsed, resembled, invented), `about` the cue
    - "reply": in records from before people could be spoken with: "said" or "silent", `about` the topic
    - "search": "found" or "nothing"
    - "decision": "borne", "closed" to this post, or "unborne", `about` the decision
    """

    tick: int
    question: Literal["meant", "hint", "mark", "reply", "search", "decision"]
    person: int | None
    answer: str
    about: str


@dataclass(frozen=True, slots=True)
class Approached:
    """The trainee set off towards a person to speak with them, or sent the colleague `by`."""

    tick: int
    person: int
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """The person stands before whoever came up to them, and listens."""

    tick: int
    person: int


@dataclass(frozen=True, slots=True)
class Spoke:
    """The trainee, or the colleague, began to speak; the person's first words."""

    tick: int
    person: int
    opening: Literal["explained", "blunt"]
    text: Said


@dataclass(frozen=True, slots=True)
class Asked:
    """A topic was put to a person: in these words, about this act of theirs if it is about one."""

    tick: int
    person: int
    topic: Topic
    act: int | None
    text: Said


@dataclass(frozen=True, slots=True)
class Replied:
    """The person's answer. `claim` is what it says of a fact that can be checked, "" where it says nothing of one."""

    tick: int
    person: int
    topic: Topic
    act: int | None
    text: Said
    claim: Said


@dataclass(frozen=True, slots=True)
class Checked:
    """Control was asked what the cameras say of a topic."""

    tick: int
    person: int
    topic: Topic
    act: int | None


@dataclass(frozen=True, slots=True)
class CheckReturned:
    """Control's answer. `found` is what was so, in the words of a claim; "" where the cameras do not tell."""

    tick: int
    person: int
    topic: Topic
    act: int | None
    text: Said
    found: Said


@dataclass(frozen=True, slots=True)
class Parted:
    """The talk, or the going up to somebody, is over.

    `why`: the trainee let them go ("let go"), they broke it off ("broke off"), they left before anybody came up to them
    ("gone"), or they could not be reached ("not reached").
    """

    tick: int
    person: int
    why: Literal["let go", "broke off", "gone", "not reached"]
    thanked: bool
    explained: bool


@dataclass(frozen=True, slots=True)
class CameUp:
    """A passer-by came up to the trainee's own figure, and wants something, in these words."""

    tick: int
    person: int
    topic: Topic
    text: Said


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock was stopped (practice only)."""

    tick: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock went on."""

    tick: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The exercise is over: the clock ran out, or the trainee ended it (`early`)."""

    tick: int
    early: bool


WorldEvent = Entered | Left | ActBegan | ActEnded | StepBegan | StepEnded | PutDown | TakenUp
TalkEvent = Approached | Met | Spoke | Asked | Replied | Checked | CheckReturned | Parted | CameUp
TraineeEvent = (
    Looked | Selected | Exposed | Observable | Marked | Cleared | Decided | Reported | Sighted | Stood | Answered
    | TalkEvent | ItemEvent | WatchedFirst | NormalTold
    | Paused | Resumed | Finished
)  # fmt: skip
Event = WorldEvent | TraineeEvent
E = TypeVar("E", bound=Event)


@dataclass(frozen=True)
class Log:
    """The events of one run, in the order in which they happened."""

    events: Sequence[Event] = field(default_factory=tuple)

    def of(self, kind: type[E]) -> Iterator[E]:
        """The events of one kind, in order."""
        return (event for event in self.events if isinstance(event, kind))

    @cached_property
    def counts_from(self) -> int:
        """The tick before which nothing counts: 0, or where the trainee watched first, when that was over."""
        first = next(self.of(WatchedFirst), None)
        return first.tick + first.lasts + 1 if first else 0

    def acts_of(self, person: int) -> Sequence[ActBegan | ActEnded]:
        """When the acts of one person's part began and ended, in order."""
        return self._acts.get(person, ())

    def steps_of(self, person: int, act: int) -> Sequence[StepBegan | StepEnded]:
        """When the steps of one act of a person began and ended, in order."""
        return self._steps.get((person, act), ())

    @cached_property
    def _steps(self) -> Mapping[tuple[int, int], Sequence[StepBegan | StepEnded]]:
        steps: dict[tuple[int, int], list[StepBegan | StepEnded]] = {}
        for event in self.events:
            if isinstance(event, (StepBegan, StepEnded)):
                steps.setdefault((event.person, event.act), []).append(event)
        return steps

    @cached_property
    def _acts(self) -> Mapping[int, Sequence[ActBegan | ActEnded]]:
        acts: dict[int, list[ActBegan | ActEnded]] = {}
        for event in self.events:
            if isinstance(event, (ActBegan, ActEnded)):
                acts.setdefault(event.person, []).append(event)
        return acts
