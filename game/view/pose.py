"""What a body can be seen doing, and what hands can be seen holding: one row each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True)
class Impression:
    """What a pose leaves with an onlooker.

    `did` how it is told afterwards, to be read after "they" · `striking` whether it is noticed among many even out of
    the corner of an eye.
    """

    did: str
    striking: bool = False


class Pose(StrEnum):
    """One pose or clip of `assets/poses.toml`. The order is the number in a snapshot; add at the end only."""

    impression: Impression

    def __new__(cls, word: str, impression: Impression) -> Self:
        """A pose by its name."""
        pose = str.__new__(cls, word)
        pose._value_ = word
        pose.impression = impression
        return pose

    STAND = "stand", Impression("stood")
    WALK = "walk", Impression("walked")
    SIT = "sit", Impression("sat")
    LEAN = "lean", Impression("leaned against something")
    PHONE_READ = "phone_read", Impression("looked at a phone")  # held at the chest
    PHONE_CALL = "phone_call", Impression("talked on the phone")  # phone at the ear
    FILM = "film", Impression("filmed something", striking=True)  # phone or camera at eye level
    PHOTOGRAPH = "photograph", Impression("took a photograph", striking=True)  # the same, both hands, still
    FILM_LOW = "film_low", Impression("held a phone low", striking=True)  # phone held low at the hip, lens outward
    NOTE = "note", Impression("wrote in a notebook", striking=True)
    SKETCH = "sketch", Impression("drew on a pad", striking=True)  # pad on the forearm, eyes going up and down
    READ = "read", Impression("read a map or a paper")  # map, timetable or newspaper in both hands
    DRINK = "drink", Impression("drank")
    EAT = "eat", Impression("ate")
    POINT = "point", Impression("pointed at something", striking=True)  # arm out towards the hand direction
    TALK = "talk", Impression("talked with someone")  # easy gestures towards the one spoken to
    LISTEN = "listen", Impression("listened to someone")
    SIGNAL = "signal", Impression("gave a small sign with the hand", striking=True)
    WAVE = "wave", Impression("waved")
    HAND_OVER = "hand_over", Impression("passed something to someone", striking=True)  # forearm out, something passes
    TRY_DOOR = "try_door", Impression("tried a door", striking=True)  # hand on a handle, a push, a pull
    USE = "use", Impression("used a machine or a counter")  # hands at a machine or counter in front
    PUT_DOWN = "put_down", Impression("put something down", striking=True)  # bends and sets something on the floor
    PICK_UP = "pick_up", Impression("picked something up")
    CROUCH = "crouch", Impression("crouched down", striking=True)  # ties a lace, searches a bag
    ADJUST = "adjust", Impression("straightened their coat")  # hand at the waistband or inside the coat
    FIDGET = "fidget", Impression("fidgeted")
    HIDE_FACE = "hide_face", Impression("turned their face away", striking=True)
    CHECK_WATCH = "check_watch", Impression("looked at a watch", striking=True)
    COUNT = "count", Impression("counted something", striking=True)  # nods from one to the next
    ARMS_FOLDED = "arms_folded", Impression("stood with their arms folded")
    EMBRACE = "embrace", Impression("hugged someone")
    HELP = "help", Impression("helped someone")  # leans towards someone, hand out
    STEP_OUT = "step_out", Impression("paced evenly", striking=True)  # even, long, measured paces, eyes on the floor
    HURRY = "hurry", Impression("hurried")  # a fast walk, leaning in
    LEASH = "leash", Impression("walked a dog")
    BUSK = "busk", Impression("played an instrument")
    SWEEP = "sweep", Impression("swept the floor")
    HOLD_SIGN = "hold_sign", Impression("held up a sign")  # name board at the chest
    CARD = "card", Impression("showed a ticket or pass")
    SETTLE = "settle", Impression("sat")  # sits down, and played backwards gets up
    PLAY = "play", Impression("played the piano")  # sits with both hands on the keys
    REACH = "reach", Impression("put a hand to somebody's bag", striking=True)  # from behind, low, eyes on the hand
    TAKE = "take", Impression("took something from someone")  # what is handed over, with both hands


class Held(StrEnum):
    """A thing in the hands. Order as in `Pose`: add at the end only."""

    NOTHING = "nothing"
    PHONE = "phone"
    CAMERA = "camera"
    NOTEBOOK = "notebook"
    PAPER = "paper"
    CUP = "cup"
    BAG = "bag"
    PARCEL = "parcel"
    CARD = "card"
    SIGN = "sign"
    TOOL = "tool"
    BROOM = "broom"
    INSTRUMENT = "instrument"
    FOOD = "food"
    LEAD = "lead"
    TAPE = "tape"
    UMBRELLA = "umbrella"


POSES = tuple(Pose)
HELD = tuple(Held)
