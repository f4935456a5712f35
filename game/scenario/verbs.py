"""The verbs of behaviour, and what an author may say of each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Reads = Literal["gait", "hands", "gaze"]
LEGIBLE_AT: dict[Reads, int] = {"gait": 25, "hands": 45, "gaze": 90}
"""Standing height in px from which each kind of body language can be made out."""


class Verb(StrEnum):
    """One thing a person can do."""

    WALK = "walk"
    STEP_OUT = "step out"
    FOLLOW = "follow"
    ACCOMPANY = "accompany"
    TURN_BACK = "turn back"
    TAILGATE = "tailgate"
    WAIT = "wait"
    LEAN = "lean"
    SIT = "sit"
    QUEUE = "queue"
    LOOK = "look"
    GLANCE = "glance"
    SCAN = "scan"
    WATCH = "watch"
    RAISE = "raise"
    HOLD = "hold"
    HIDE = "hide"
    FILM = "film"
    FILM_LOW = "film low"
    PHOTOGRAPH = "photograph"
    CALL = "call"
    READ = "read"
    NOTE = "note"
    SKETCH = "sketch"
    DRINK = "drink"
    EAT = "eat"
    POINT = "point"
    TALK = "talk"
    LISTEN = "listen"
    SIGNAL = "signal"
    WAVE = "wave"
    HAND_OVER = "hand over"
    TRY_DOOR = "try door"
    USE = "use"
    SHOW_CARD = "show card"
    PUT_DOWN = "put down"
    PICK_UP = "pick up"
    CROUCH = "crouch"
    MEASURE = "measure"
    REACH = "reach"
    ADJUST = "adjust"
    FIDGET = "fidget"
    HIDE_FACE = "hide face"
    CHECK_WATCH = "check watch"
    COUNT = "count"
    ASK = "ask"
    HELP = "help"
    EMBRACE = "embrace"
    SWEEP = "sweep"
    BUSK = "busk"
    HOLD_SIGN = "hold sign"
    BOARD = "board"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Grammar:
    """What may be said of a verb: `takes` the words it knows, `needs` those it cannot do without.

    `reads` is what an onlooker must be able to make out. `moves` says that the going itself is the showing.
    """

    reads: Reads
    takes: frozenset[str]
    needs: frozenset[str] = frozenset()
    moves: bool = False
    seconds: tuple[float, float] = (1.0, 2.0)


def _verb(
    reads: Reads, takes: str = "", needs: str = "", *, moves: bool = False, seconds: tuple[float, float] = (1.0, 2.0)
) -> Grammar:
    need = frozenset(needs.split())
    return Grammar(reads, frozenset(takes.split()) | need, need, moves, seconds)


GRAMMAR: dict[Verb, Grammar] = {
    Verb.WALK: _verb("gait", "pace at pause held", "to", moves=True, seconds=(0, 0)),
    Verb.STEP_OUT: _verb("gait", "pace at", "to", moves=True, seconds=(0, 0)),
    Verb.FOLLOW: _verb("gait", "pace at for", "with", moves=True, seconds=(10, 20)),
    Verb.ACCOMPANY: _verb("gait", "for", "with", moves=True, seconds=(10, 20)),
    Verb.TURN_BACK: _verb("gait", "pace to", moves=True, seconds=(2, 4)),
    Verb.TAILGATE: _verb("gait", "to pace for", "with", moves=True, seconds=(3, 6)),
    Verb.WAIT: _verb("gait", "at facing for held to", seconds=(3, 8)),
    Verb.LEAN: _verb("gait", "at facing for held to", seconds=(5, 15)),
    Verb.SIT: _verb("gait", "at for held to", seconds=(20, 60)),
    Verb.QUEUE: _verb("gait", "for held", "to", seconds=(4, 10)),
    Verb.LOOK: _verb("gaze", "facing for to", "at", seconds=(2, 4)),
    Verb.GLANCE: _verb("gaze", "facing for to", "at", seconds=(0.6, 1.0)),
    Verb.SCAN: _verb("gaze", "at facing for to", seconds=(3, 6)),
    Verb.WATCH: _verb("gaze", "facing for to held", "at", seconds=(6, 15)),
    Verb.RAISE: _verb("hands", "at facing for to", "held", seconds=(3, 6)),
    Verb.HOLD: _verb("hands", "at facing for to", "held", seconds=(3, 6)),
    Verb.HIDE: _verb("hands", "at facing for held to", seconds=(1, 2)),
    Verb.FILM: _verb("hands", "facing for held to", "at", seconds=(4, 8)),
    Verb.FILM_LOW: _verb("hands", "facing for held to", "at", seconds=(4, 8)),
    Verb.PHOTOGRAPH: _verb("hands", "facing for held to", "at", seconds=(2, 4)),
    Verb.CALL: _verb("hands", "at facing for to", seconds=(10, 40)),
    Verb.READ: _verb("hands", "at facing for held to", seconds=(5, 20)),
    Verb.NOTE: _verb("hands", "at facing for held to", seconds=(4, 8)),
    Verb.SKETCH: _verb("hands", "at facing for held to", seconds=(15, 40)),
    Verb.DRINK: _verb("hands", "at facing for to", seconds=(2, 4)),
    Verb.EAT: _verb("hands", "at facing for to", seconds=(3, 6)),
    Verb.POINT: _verb("hands", "facing for to", "at", seconds=(1.5, 3)),
    Verb.TALK: _verb("hands", "at for to says", "with", seconds=(4, 10)),
    Verb.LISTEN: _verb("gait", "at for to", "with", seconds=(4, 10)),
    Verb.SIGNAL: _verb("hands", "for to", "at", seconds=(1, 2)),
    Verb.WAVE: _verb("hands", "for to", "at", seconds=(1.5, 3)),
    Verb.HAND_OVER: _verb("hands", "held for to", "with", seconds=(1.5, 3)),
    Verb.TRY_DOOR: _verb("hands", "at for", "to", seconds=(2, 4)),
    Verb.USE: _verb("hands", "at facing for held", "to", seconds=(8, 25)),
    Verb.SHOW_CARD: _verb("hands", "at for to", seconds=(1, 2)),
    Verb.PUT_DOWN: _verb("hands", "held to for", seconds=(1.5, 2.5)),
    Verb.PICK_UP: _verb("hands", "held to for", seconds=(1.5, 2.5)),
    Verb.CROUCH: _verb("gait", "at facing for to", seconds=(4, 8)),
    Verb.MEASURE: _verb("hands", "facing for to", "at", seconds=(2, 4)),
    Verb.REACH: _verb("hands", "for to", "with", seconds=(1.5, 3)),
    Verb.ADJUST: _verb("hands", "at facing for to", seconds=(1.5, 3)),
    Verb.FIDGET: _verb("hands", "at facing for to", seconds=(4, 10)),
    Verb.HIDE_FACE: _verb("hands", "at facing for to", seconds=(1.5, 3)),
    Verb.CHECK_WATCH: _verb("hands", "at facing for to", seconds=(1.5, 2.5)),
    Verb.COUNT: _verb("gaze", "facing for to", "at", seconds=(5, 10)),
    Verb.ASK: _verb("hands", "at for to says", "with", seconds=(6, 15)),
    Verb.HELP: _verb("hands", "at for to", "with", seconds=(5, 12)),
    Verb.EMBRACE: _verb("gait", "for to", "with", seconds=(2, 5)),
    Verb.SWEEP: _verb("gait", "at for held to", seconds=(10, 30)),
    Verb.BUSK: _verb("hands", "at facing for to", seconds=(60, 240)),
    Verb.HOLD_SIGN: _verb("hands", "at facing for to", seconds=(30, 120)),
    Verb.BOARD: _verb("gait", "pace", "to", moves=True, seconds=(0, 0)),
    Verb.LEAVE: _verb("gait", "pace to", moves=True, seconds=(0, 0)),
}
