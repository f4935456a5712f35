"""What an author wrote, as frozen values: scenario, catalogue, roles. It knows nothing of what becomes of it."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, Discriminator, Field, Tag, field_serializer, model_validator

from game.duty import Post

from .frozen import Family, Frozen, Name, Names, Stimulus, Text
from .leaving import Leaves
from .plans import EARLIEST, Decoy, DecoyPool, Decoys, Subject, SubjectPool, Subjects
from .premises import PropKind, Venue
from .talk import Speech
from .timed import TimedEvent
from .units import Count, Pace, Rate, Seconds, Share, Span, Weight
from .verbs import Verb
from .vocabulary import Vocabulary

# --- behaviour -------------------------------------------------------------------------------------------------------


class WrittenStep(Frozen):
    """One thing done. In YAML a mapping of one key, the verb: `- walk: {to: near target, pause: 1-3 s}`."""

    verb: Verb
    to: Name | None = None
    at: Name | None = None
    facing: Name | None = None
    with_: Name | None = Field(default=None, alias="with")
    for_: Span | None = Field(default=None, alias="for")
    pause: Span | None = None
    pace: Pace | None = None
    held: Name | None = None
    says: Annotated[str, Field(min_length=1, max_length=90)] | None = None
    """What is said, for those who stand near enough to hear it."""
    decisive: bool = False
    """In a behaviour: whether it is made out by this step, and not by what leads up to it."""


class Option(Frozen):
    """One way a choice can go."""

    weight: float = Field(default=1.0, gt=0, le=1000)
    steps: tuple["AnyStep", ...] = ()


class Choose(Frozen):
    """One of the options, drawn by weight at staging: `- choose: [{weight: 2, steps: […]}, …]`."""

    choose: tuple[Option, ...] = Field(min_length=1, max_length=20)


class Repeat(Frozen):
    """The steps over and over: `- repeat: {times: 2-4, steps: […]}`."""

    times: Count
    steps: tuple["AnyStep", ...] = Field(min_length=1)


class Do(Frozen):
    """A behaviour of the catalogue by name: `- do: drinks_coffee`, or with a target: `- do: {do: …, target: …}`."""

    do: str
    target: Name | None = None


def _sort(step: object) -> str:
    """Which of the four a step is, by what only that one has."""
    has = step.keys() if isinstance(step, dict) else type(step).model_fields if isinstance(step, BaseModel) else ()
    return next((f"{word}." for word in ("choose", "times", "do") if word in has), "verb.")


AnyStep = Annotated[
    Annotated[WrittenStep, Tag("verb.")]
    | Annotated[Choose, Tag("choose.")]
    | Annotated[Repeat, Tag("times.")]
    | Annotated[Do, Tag("do.")],
    Discriminator(_sort),
]


class Cue(Frozen):
    """A published indicator. The id is never reused."""

    cue: Annotated[str, Field(pattern=r"^F\d{1,2}\.\d{1,2}$")]
    wording: Text
    """What a trainee reads when choosing it: "Films cameras, exits or staff"."""
    source: Text


class CueFamily(Frozen):
    """A family of cues, F1 to F11."""

    family: Family
    title: Text
    evidence: Text | None = None
    cues: tuple[Cue, ...] = Field(min_length=1)


class Behaviour(Frozen):
    """A named sequence of steps: a tell, a look-alike or an everyday behaviour, by which key names it."""

    kind: Literal["tell", "look-alike", "everyday"]
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{2,50}$")]
    title: Text
    """As the debrief says it, after "they": "filmed a security camera"."""
    cue: str | None = None
    """The cue that a tell shows or a look-alike resembles."""
    subtlety: int | None = Field(default=None, ge=1, le=5)
    why: Text | None = None
    """Why it matters (tell) or why it is innocent (look-alike), in two sentences."""
    differs: Text | None = None
    """What tells it apart from its counterpart."""
    looks_like: Names = ()
    """Names of the counterparts: a tell's look-alikes, a look-alike's tells."""
    targets: Names = ()
    """Kinds of landmark that the target may be: camera, exit, guard post …; empty if it has no target."""
    reacts_to: Stimulus | None = None
    needs: Name | None = None
    """What the person must be carrying: phone (everyone has one), camera, notebook, bag …"""
    partners: int = Field(default=0, ge=0, le=3)
    leaves: Leaves | None = None
    """Of a behaviour that puts a bag or a parcel down for good: how it lies there."""
    steps: tuple[AnyStep, ...] = Field(min_length=1, max_length=60)


GUARDS = ("security guard", "police officer")
"""Uniforms of those who guard the place."""
POSTS = ("guard post", "staff post")
"""Kinds of places where somebody of staff is expected: nothing to look at unless somebody stands there."""


class Role(Frozen):
    """A kind of person at a place: how they walk, what they carry, what they do."""

    role: Name
    title: Text
    staff: bool = False
    officer: bool = False
    uniform: Name | None = None
    pace: Pace = Field(default="0.9-1.1", validate_default=True)
    carries: dict[Name, Weight] = Field(default_factory=lambda: {"nothing": 1.0})
    group: dict[Annotated[int, Field(ge=1, le=8)], Weight] = Field(
        default_factory=lambda: {1: 1.0}, json_schema_extra={"propertyNames": {"pattern": r"^\d+$"}}
    )
    accounts: tuple[Text, ...] = ()
    steps: tuple[AnyStep, ...] = Field(min_length=1, max_length=60)
    """Places here may be names, or `destination` and `exit` as the crowd's line says, or kinds: `any bench`."""


# --- scenario --------------------------------------------------------------------------------------------------------


MOST_STAGED = 1200
"""People in a whole scene, its pre-roll included: a picture of more is not one that can be watched."""


class Crowd(Frozen):
    """Some of the everyday people: `arrive` at a rate, or `present` in a number throughout."""

    role: Name
    arrive: Rate | None = None
    present: int | None = Field(default=None, ge=1, le=400)
    from_: Names = Field(default=(), alias="from")
    to: Names = ()
    at: Names = ()
    """Posts or places to be at, for staff and for those who stay."""
    by: Literal["foot", "train", "bus"] = "foot"
    """Whether they come at any time, or when trains or buses come in at the platforms or stands that they come from."""


class Briefing(Frozen):
    """What the trainee reads before the clock starts."""

    post: Literal["control room", "officer", "staff"] = "control room"
    deployment: Literal["uniform", "plain clothes"] = "plain clothes"
    objective: Text
    text: Text
    baseline: Text | None = None

    @property
    def afoot(self) -> bool:
        """Whether the trainee has a figure of their own on the floor."""
        return self.post != "control room"

    @property
    def duty(self) -> Post:
        """Who the trainee is, by which powers and choices go."""
        if self.post != "officer":
            return "control room" if self.post == "control room" else "member of staff"
        return "officer in uniform" if self.deployment == "uniform" else "officer in plain clothes"


class Clock(Frozen):
    """When the scene starts, as the station clock shows it, and how long it lasts."""

    starts: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
    lasts: Seconds = Field(ge=30, le=1800)


class Baseline(Frozen):
    """A time at the start in which the trainee only watches, and is then asked what is normal here.

    Nothing that the key speaks of begins in it, and nothing in it counts.
    """

    watch: Seconds = Field(ge=20, le=180)


class ReactionOdds(Frozen):
    """With what probability people react to visible security."""

    subjects: Share = Field(default=0.6, ge=0, le=1)
    others: Share = Field(default=0.1, gt=0, le=1)


class Scenario(Frozen):
    """One exercise: who comes to the venue, and what the trainee is asked."""

    scenario: Name
    venue: Name
    summary: Text
    briefing: Briefing
    clock: Clock
    crowd: tuple[Crowd, ...] = Field(min_length=1, max_length=40)
    subjects: Subjects = ()
    decoys: Decoys = ()
    weather: Literal["dry", "rain"] = "dry"
    events: tuple[TimedEvent, ...] = Field(default=(), max_length=20)
    reactions: ReactionOdds = ReactionOdds()
    prevalence: Literal["as written", "none"] = "as written"
    baseline: Baseline | None = None
    lesson: tuple["LessonStep", ...] = Field(default=(), max_length=60)
    """For a guided exercise: what to do, one step after another."""

    @property
    def earliest(self) -> float:
        """Seconds from 0:00 before which no act of the key begins."""
        return max(EARLIEST, self.watches_first)

    @property
    def watches_first(self) -> float:
        """Seconds from 0:00 in which the trainee only watches; 0 where they begin at once."""
        return self.baseline.watch if self.baseline else 0.0

    @property
    def subject_entries(self) -> tuple[Subject, ...]:
        """Every subject that is written, whether in a list or in a pool."""
        return self.subjects.pool if isinstance(self.subjects, SubjectPool) else self.subjects

    @property
    def decoy_entries(self) -> tuple[Decoy, ...]:
        """Every decoy that is written, whether in a list or in a pool."""
        return self.decoys.pool or () if isinstance(self.decoys, DecoyPool) else self.decoys

    def find_written(self, entry: str) -> Subject | Decoy | None:
        """What stands at an entry of the key, such as "subjects/pool/2"; None where nothing was written of anybody."""
        part, *rest = entry.split("/")
        entries = self.subject_entries if part == "subjects" else self.decoy_entries
        return entries[int(rest[-1])] if rest else None


class LessonStep(Frozen):
    """One step of a guided exercise: what to read, and the trainee's act that completes it.

    `whom` the act must be done to: `meant` are the scenario's subjects, `another` is anybody else. `key` and `seen` are
    read, and left by Enter; `hint` waits for one that shows somebody.
    """

    say: Text
    until: Literal[
        "key", "pan", "zoom", "turn", "select", "close", "note", "concern", "cue", "clear", "pause", "follow", "plan",
        "cameras", "help", "hint", "speak", "decide", "seen",
    ]  # fmt: skip
    whom: Literal["anyone", "meant", "another"] = "anyone"
    catch: Text | None = None
    """What is said once the act was done to somebody else; a sentence that fits any lesson if not said."""

    @model_validator(mode="after")
    def _of_somebody(self) -> Self:
        if self.whom != "anyone" and self.until not in ("note", "concern", "cue", "clear"):
            raise ValueError("`whom` goes with `note`, `concern`, `cue` or `clear`")
        return self


class Production(Frozen):
    """All that staging needs, read and checked: the scenario with everything it refers to."""

    id: str
    scenario: Scenario
    venue_id: str
    venue: Venue
    behaviours: dict[str, Behaviour]
    roles: dict[str, Role]
    families: tuple[CueFamily, ...]
    props: dict[str, PropKind]
    looks: Vocabulary
    speech: Speech = Speech()

    @property
    def wordings(self) -> dict[str, str]:
        """What each cue says, and what each topic of a talk is called."""
        cues = {cue.cue: cue.wording for family in self.families for cue in family.cues}
        return cues | {topic.topic: topic.short for topic in self.speech.topics}

    @field_serializer("looks")
    def _keep_as_written(self, looks: Vocabulary) -> dict[str, object]:
        """With the "none" of their file, for a record is also read by earlier versions."""
        return looks.model_dump(mode="json", by_alias=True, exclude_unset=True)
