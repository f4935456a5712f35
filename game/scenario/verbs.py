"""The verbs of behaviour: one row each, with what an author may say, what a body does and what an onlooker can read.

A verb is added here and nowhere else. Whatever differs between verbs is a field of `Meaning`, so that mypy names what a
new row leaves out; only a thing that hands have never held wants drawing too (`picture/people/held.py`).
"""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import Literal, Self

from game.sampling import HANDS_AT
from game.view import Held, Pose

Reads = Literal["gait", "hands", "gaze"]
LEGIBLE_AT: dict[Reads, int] = {"gait": 25, "hands": HANDS_AT, "gaze": 90}
"""Standing height in px from which each kind of body language can be made out."""
Word = Literal["to", "at", "with", "for", "facing", "held", "pace", "pause", "says", "decisive"]
"""What can be said in a step besides its verb."""
Eyes = Literal["about", "down", "hands", "sweep"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """All there is to say of a verb.

    For the author: `seen` what a person then does, in a line of the manual · `needs`, `may` the words a step must and
    may have · `seconds` least and most of its usual time · `goes` where to, if the going itself is the showing: to a
    place, along with somebody, or out of the venue.
    For the onlooker: `reads` what they must be able to make out.
    For the body: `pose`, and `holding` in its place with such a thing in the hand · `held` unless the step says
    otherwise · `eyes` where the gaze rests if the step names nothing to look at · `points` whether the hand is turned
    to what the step is at · `averts` whether the eyes do not go there · `once` whether the clip is played once over the
    step rather than round and round · `round` seconds of one round · `near` how close to another person it is done
    (m), if it is done with one, `behind` whether at their back, and `answered` how the other takes it if they are free
    to · `turns` the body to the thing that one came for, or the back to it · `seated` whether it can be done without
    getting up.
    """

    seen: str
    _: KW_ONLY
    reads: Reads
    needs: tuple[Word, ...] = ()
    may: tuple[Word, ...] = ()
    seconds: tuple[float, float]
    goes: Literal["there", "with", "out"] | None = None
    pose: Pose
    holding: Mapping[Held, Pose] = field(default_factory=dict)
    held: Held | None = None
    eyes: Eyes = "about"
    points: bool = False
    averts: bool = False
    once: bool = False
    round: float = 2.4
    near: float | None = None
    behind: bool = False
    answered: Pose | None = None
    turns: Literal["to", "away"] | None = None
    seated: bool

    @property
    def takes(self) -> tuple[Word, ...]:
        """Every word that a step with this verb may have."""
        return (*self.needs, *self.may, "decisive")

    @property
    def moves(self) -> bool:
        """Whether the going itself is the showing."""
        return self.goes is not None

    def pose_with(self, held: Held) -> Pose:
        """The pose with this in the hand."""
        return self.holding.get(held, self.pose)


_AT_THE_CHEST = {
    Held.PHONE: Pose.PHONE_READ, Held.NOTEBOOK: Pose.NOTE, Held.PAPER: Pose.READ, Held.CARD: Pose.CARD,
    Held.SIGN: Pose.HOLD_SIGN, Held.BROOM: Pose.SWEEP, Held.INSTRUMENT: Pose.BUSK, Held.CAMERA: Pose.FILM_LOW,
}  # fmt: skip
"""How things are held in front of one; anything else simply hangs from the hand."""
_RAISED = {Held.CAMERA: Pose.PHOTOGRAPH, Held.CARD: Pose.CARD, Held.SIGN: Pose.HOLD_SIGN}
"""How things are raised; anything else as a phone is."""
_MEANWHILE = {held: _AT_THE_CHEST[held] for held in (Held.PHONE, Held.PAPER, Held.SIGN)}
"""What whoever waits busies themselves with; anything else hangs from the hand."""


class Verb(StrEnum):
    """One thing a person can do."""

    meaning: Meaning

    def __new__(cls, word: str, meaning: Meaning) -> Self:
        """A verb by its word."""
        verb = str.__new__(cls, word)
        verb._value_ = word
        verb.meaning = meaning
        return verb

    WALK = "walk", Meaning(
        "Goes there.", reads="gait", needs=("to",), may=("at", "held", "pace", "pause"),
        seconds=(0, 0), goes="there", pose=Pose.WALK, seated=False,
    )
    STEP_OUT = "step out", Meaning(
        "Goes there in even, measured paces, eyes on the floor.", reads="gait", needs=("to",), may=("at", "pace"),
        seconds=(0, 0), goes="there", pose=Pose.STEP_OUT, eyes="down", seated=False,
    )
    FOLLOW = "follow", Meaning(
        "Keeps some metres behind someone.", reads="gait", needs=("with",), may=("at", "for", "pace"),
        seconds=(10, 20), goes="with", pose=Pose.WALK, seated=False,
    )
    ACCOMPANY = "accompany", Meaning(
        "Walks beside someone.", reads="gait", needs=("with",), may=("for",),
        seconds=(10, 20), goes="with", pose=Pose.WALK, seated=False,
    )
    TURN_BACK = "turn back", Meaning(
        "Turns round and goes back.", reads="gait", may=("to", "pace"),
        seconds=(2, 4), goes="there", pose=Pose.WALK, seated=False,
    )
    TAILGATE = "tailgate", Meaning(
        "Goes through close behind someone.", reads="gait", needs=("with",), may=("to", "for", "pace"),
        seconds=(3, 6), goes="with", pose=Pose.WALK, seated=False,
    )
    WAIT = "wait", Meaning(
        "Stands.", reads="gait", may=("to", "at", "for", "facing", "held"),
        seconds=(3, 8), pose=Pose.STAND, holding=_MEANWHILE, round=4, seated=True,
    )
    LEAN = "lean", Meaning(
        "Leans against something.", reads="gait", may=("to", "at", "for", "facing", "held"),
        seconds=(5, 15), pose=Pose.LEAN, round=4, turns="away", seated=False,
    )
    SIT = "sit", Meaning(
        "Sits down.", reads="gait", may=("to", "at", "for", "held"),
        seconds=(20, 60), pose=Pose.SIT, round=4, seated=True,
    )
    QUEUE = "queue", Meaning(
        "Stands in the queue; the time is that at its head.", reads="gait", needs=("to",), may=("for", "held"),
        seconds=(4, 10), pose=Pose.STAND, round=4, turns="to", seated=False,
    )
    LOOK = "look", Meaning(
        "Looks at something.", reads="gaze", needs=("at",), may=("to", "for", "facing"),
        seconds=(2, 4), pose=Pose.STAND, round=4, seated=True,
    )
    GLANCE = "glance", Meaning(
        "Looks for less than a second or so.", reads="gaze", needs=("at",), may=("to", "for", "facing"),
        seconds=(0.6, 1), pose=Pose.STAND, round=4, seated=True,
    )
    SCAN = "scan", Meaning(
        "Lets the eyes go from one side to the other.", reads="gaze", may=("to", "at", "for", "facing"),
        seconds=(3, 6), pose=Pose.STAND, eyes="sweep", round=4, seated=True,
    )
    WATCH = "watch", Meaning(
        "Looks at something for long.", reads="gaze", needs=("at",), may=("to", "for", "facing", "held"),
        seconds=(6, 15), pose=Pose.STAND, round=4, seated=True,
    )
    RAISE = "raise", Meaning(
        "Holds something up.", reads="hands", needs=("held",), may=("to", "at", "for", "facing"),
        seconds=(3, 6), pose=Pose.FILM, holding=_RAISED, held=Held.PHONE, points=True, seated=False,
    )
    HOLD = "hold", Meaning(
        "Holds something at the chest.", reads="hands", needs=("held",), may=("to", "at", "for", "facing"),
        seconds=(3, 6), pose=Pose.STAND, holding=_AT_THE_CHEST, held=Held.PHONE, eyes="hands", points=True,
        seated=False,
    )
    HIDE = "hide", Meaning(
        "Puts something out of sight.", reads="hands", may=("to", "at", "for", "facing", "held"),
        seconds=(1, 2), pose=Pose.ADJUST, held=Held.NOTHING, once=True, seated=False,
    )
    FILM = "film", Meaning(
        "Films with a phone or camera at eye level.", reads="hands", needs=("at",), may=("to", "for", "facing", "held"),
        seconds=(4, 8), pose=Pose.FILM, held=Held.PHONE, points=True, seated=False,
    )
    FILM_LOW = "film low", Meaning(
        "Films with the phone held low.", reads="hands", needs=("at",), may=("to", "for", "facing", "held"),
        seconds=(4, 8), pose=Pose.FILM_LOW, held=Held.PHONE, points=True, averts=True, seated=False,
    )
    PHOTOGRAPH = "photograph", Meaning(
        "Takes a photograph.", reads="hands", needs=("at",), may=("to", "for", "facing", "held"),
        seconds=(2, 4), pose=Pose.PHOTOGRAPH, held=Held.PHONE, points=True, seated=False,
    )
    CALL = "call", Meaning(
        "Has the phone at the ear.", reads="hands", may=("to", "at", "for", "facing"),
        seconds=(10, 40), pose=Pose.PHONE_CALL, held=Held.PHONE, seated=False,
    )
    READ = "read", Meaning(
        "Reads a phone, a paper or a map.", reads="hands", may=("to", "at", "for", "facing", "held"),
        seconds=(5, 20), pose=Pose.READ, held=Held.PAPER, holding={Held.PHONE: Pose.PHONE_READ}, eyes="hands", round=4,
        seated=True,
    )
    NOTE = "note", Meaning(
        "Writes in a notebook.", reads="hands", may=("to", "at", "for", "facing", "held"),
        seconds=(4, 8), pose=Pose.NOTE, held=Held.NOTEBOOK, eyes="hands", seated=False,
    )
    SKETCH = "sketch", Meaning(
        "Draws, the eyes going up and down.", reads="hands", may=("to", "at", "for", "facing", "held"),
        seconds=(15, 40), pose=Pose.SKETCH, held=Held.NOTEBOOK, eyes="hands", seated=False,
    )
    DRINK = "drink", Meaning(
        "Drinks.", reads="hands", may=("to", "at", "for", "facing"),
        seconds=(2, 4), pose=Pose.DRINK, held=Held.CUP, once=True, seated=False,
    )
    EAT = "eat", Meaning(
        "Eats.", reads="hands", may=("to", "at", "for", "facing"),
        seconds=(3, 6), pose=Pose.EAT, held=Held.FOOD, seated=False,
    )
    POINT = "point", Meaning(
        "Points at something.", reads="hands", needs=("at",), may=("to", "for", "facing"),
        seconds=(1.5, 3), pose=Pose.POINT, points=True, once=True, seated=False,
    )
    TALK = "talk", Meaning(
        "Talks with someone.", reads="hands", needs=("with",), may=("to", "at", "for", "says"),
        seconds=(4, 10), pose=Pose.TALK, near=1.15, answered=Pose.LISTEN, seated=False,
    )
    LISTEN = "listen", Meaning(
        "Listens to someone.", reads="gait", needs=("with",), may=("to", "at", "for"),
        seconds=(4, 10), pose=Pose.LISTEN, round=3, near=1.15, answered=Pose.TALK, seated=False,
    )
    SIGNAL = "signal", Meaning(
        "Gives a small sign with the hand.", reads="hands", needs=("at",), may=("to", "for"),
        seconds=(1, 2), pose=Pose.SIGNAL, points=True, once=True, seated=False,
    )
    WAVE = "wave", Meaning(
        "Waves.", reads="hands", needs=("at",), may=("to", "for"),
        seconds=(1.5, 3), pose=Pose.WAVE, points=True, round=1.2, seated=False,
    )
    HAND_OVER = "hand over", Meaning(
        "Passes something to someone.", reads="hands", needs=("with",), may=("to", "for", "held"),
        seconds=(1.5, 3), pose=Pose.HAND_OVER, held=Held.PARCEL, points=True, once=True, near=0.85,
        answered=Pose.TAKE, seated=False,
    )
    TRY_DOOR = "try door", Meaning(
        "Tries the handle of a door.", reads="hands", needs=("to",), may=("at", "for"),
        seconds=(2, 4), pose=Pose.TRY_DOOR, points=True, turns="to", seated=False,
    )
    USE = "use", Meaning(
        "Uses a machine or counter.", reads="hands", needs=("to",), may=("at", "for", "facing", "held"),
        seconds=(8, 25), pose=Pose.USE, eyes="hands", turns="to", seated=False,
    )
    SHOW_CARD = "show card", Meaning(
        "Shows a ticket or pass.", reads="hands", may=("to", "at", "for"),
        seconds=(1, 2), pose=Pose.CARD, held=Held.CARD, points=True, once=True, turns="to", seated=False,
    )
    PUT_DOWN = "put down", Meaning(
        "Sets something on the floor.", reads="hands", may=("to", "for", "held"),
        seconds=(1.5, 2.5), pose=Pose.PUT_DOWN, held=Held.BAG, eyes="down", once=True, seated=False,
    )
    PICK_UP = "pick up", Meaning(
        "Picks it up.", reads="hands", may=("to", "for", "held"),
        seconds=(1.5, 2.5), pose=Pose.PICK_UP, eyes="down", once=True, seated=False,
    )
    CROUCH = "crouch", Meaning(
        "Crouches: ties a lace, searches a bag.", reads="gait", may=("to", "at", "for", "facing"),
        seconds=(4, 8), pose=Pose.CROUCH, eyes="down", seated=False,
    )
    MEASURE = "measure", Meaning(
        "Measures something with both arms.", reads="hands", needs=("at",), may=("to", "for", "facing"),
        seconds=(2, 4), pose=Pose.EMBRACE, points=True, seated=False,
    )
    REACH = "reach", Meaning(
        "Stands close behind someone and puts a hand to what they carry.", reads="hands", needs=("with",),
        may=("to", "for"), seconds=(1.5, 3), pose=Pose.REACH, eyes="down", points=True, once=True, behind=True,
        near=0.5, seated=False,
    )
    ADJUST = "adjust", Meaning(
        "Straightens the coat, a hand at the waist.", reads="hands", may=("to", "at", "for", "facing"),
        seconds=(1.5, 3), pose=Pose.ADJUST, once=True, seated=False,
    )
    FIDGET = "fidget", Meaning(
        "Fidgets. It tells nothing: all do it at the same rate.", reads="hands", may=("to", "at", "for", "facing"),
        seconds=(4, 10), pose=Pose.FIDGET, round=1.6, seated=False,
    )
    HIDE_FACE = "hide face", Meaning(
        "Turns the face away behind a hand.", reads="hands", may=("to", "at", "for", "facing"),
        seconds=(1.5, 3), pose=Pose.HIDE_FACE, once=True, seated=False,
    )
    CHECK_WATCH = "check watch", Meaning(
        "Looks at the watch.", reads="hands", may=("to", "at", "for", "facing"),
        seconds=(1.5, 2.5), pose=Pose.CHECK_WATCH, eyes="hands", once=True, seated=False,
    )
    COUNT = "count", Meaning(
        "Counts, nodding from one to the next.", reads="gaze", needs=("at",), may=("to", "for", "facing"),
        seconds=(5, 10), pose=Pose.COUNT, round=1.6, seated=False,
    )
    ASK = "ask", Meaning(
        "Asks someone something.", reads="hands", needs=("with",), may=("to", "at", "for", "says"),
        seconds=(6, 15), pose=Pose.TALK, near=1.15, answered=Pose.LISTEN, seated=False,
    )
    HELP = "help", Meaning(
        "Helps someone.", reads="hands", needs=("with",), may=("to", "at", "for"),
        seconds=(5, 12), pose=Pose.HELP, points=True, near=1.05, answered=Pose.LISTEN, seated=False,
    )
    EMBRACE = "embrace", Meaning(
        "Embraces someone.", reads="gait", needs=("with",), may=("to", "for"),
        seconds=(2, 5), pose=Pose.EMBRACE, once=True, near=0.5, answered=Pose.EMBRACE, seated=False,
    )
    SWEEP = "sweep", Meaning(
        "Sweeps the floor.", reads="gait", may=("to", "at", "for", "held"),
        seconds=(10, 30), pose=Pose.SWEEP, held=Held.BROOM, eyes="down", seated=False,
    )
    BUSK = "busk", Meaning(
        "Plays an instrument.", reads="hands", may=("to", "at", "for", "facing"),
        seconds=(60, 240), pose=Pose.BUSK, held=Held.INSTRUMENT, seated=False,
    )
    HOLD_SIGN = "hold sign", Meaning(
        "Holds up a board with a name.", reads="hands", may=("to", "at", "for", "facing"),
        seconds=(30, 120), pose=Pose.HOLD_SIGN, held=Held.SIGN, round=4, seated=False,
    )
    BOARD = "board", Meaning(
        "Goes out by a platform or gate.", reads="gait", needs=("to",), may=("pace",),
        seconds=(0, 0), goes="out", pose=Pose.WALK, seated=False,
    )
    LEAVE = "leave", Meaning(
        "Goes out by their exit.", reads="gait", may=("to", "pace"),
        seconds=(0, 0), goes="out", pose=Pose.WALK, seated=False,
    )
