"""The names of what a body can be seen doing, and of what hands can be seen holding."""

from enum import StrEnum


class Pose(StrEnum):
    """One pose or clip of `assets/poses.toml`. The order is the number in a snapshot; add at the end only."""

    STAND = "stand"
    WALK = "walk"
    SIT = "sit"
    LEAN = "lean"
    PHONE_READ = "phone_read"  # looks down at a phone held at the chest
    PHONE_CALL = "phone_call"  # phone at the ear
    FILM = "film"  # phone or camera raised at eye level, towards the hand direction
    PHOTOGRAPH = "photograph"  # the same, both hands, still
    FILM_LOW = "film_low"  # phone held low at the hip, lens outward
    NOTE = "note"  # writes in a notebook at the chest
    SKETCH = "sketch"  # pad on the forearm, eyes going up and down
    READ = "read"  # map, timetable or newspaper in both hands
    DRINK = "drink"
    EAT = "eat"
    POINT = "point"  # arm out towards the hand direction
    TALK = "talk"  # easy gestures towards the one spoken to
    LISTEN = "listen"
    SIGNAL = "signal"  # a small, short sign with the hand
    WAVE = "wave"
    HAND_OVER = "hand_over"  # forearm out, something passes
    TRY_DOOR = "try_door"  # hand on a handle, a push, a pull
    USE = "use"  # hands at a machine or counter in front
    PUT_DOWN = "put_down"  # bends and sets something on the floor
    PICK_UP = "pick_up"
    CROUCH = "crouch"  # ties a lace, searches a bag
    ADJUST = "adjust"  # hand at the waistband or inside the coat
    FIDGET = "fidget"
    HIDE_FACE = "hide_face"
    CHECK_WATCH = "check_watch"
    COUNT = "count"  # fingers tap against the thigh or nod from one to the next
    ARMS_FOLDED = "arms_folded"
    EMBRACE = "embrace"
    HELP = "help"  # leans towards someone, hand out
    STEP_OUT = "step_out"  # even, long, measured paces, eyes on the floor
    HURRY = "hurry"  # a fast walk, leaning in
    LEASH = "leash"  # walks a dog
    BUSK = "busk"  # plays an instrument
    SWEEP = "sweep"
    HOLD_SIGN = "hold_sign"  # name board at the chest
    CARD = "card"  # shows a ticket or pass at a gate or to someone
    SETTLE = "settle"  # sits down, and played backwards gets up
    PLAY = "play"  # sits with both hands on the keys


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
