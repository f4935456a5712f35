"""What each verb means for a body: its pose, where the eyes rest, where the hand points, what it holds."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, assert_never

from game.scenario.verbs import Verb
from game.view import Held, Pose

Eyes = Literal["about", "down", "hands", "sweep"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """How a verb is done.

    `held` unless the step says otherwise · `eyes` where the gaze rests if the step names nothing to look at ·
    `points` whether the hand is turned to what the step is at · `averts` whether the eyes do not go there ·
    `once` whether the clip is played once over the step rather than round and round · `seconds` of one round ·
    `near` whether it is done close to another person, and how close (m) · `behind` whether that is behind their back.
    """

    pose: Pose
    held: Held | None = None
    eyes: Eyes = "about"
    points: bool = False
    averts: bool = False
    once: bool = False
    seconds: float = 2.4
    near: float | None = None
    behind: bool = False


@cache
def meaning(verb: Verb) -> Meaning:  # noqa: C901, PLR0911, PLR0912 - one case a verb, so that mypy tells of one left out
    """What the verb means."""
    match verb:
        case Verb.WALK | Verb.TURN_BACK | Verb.BOARD | Verb.LEAVE | Verb.FOLLOW | Verb.ACCOMPANY | Verb.TAILGATE:
            return Meaning(Pose.WALK)
        case Verb.STEP_OUT:
            return Meaning(Pose.STEP_OUT, eyes="down")
        case Verb.WAIT | Verb.QUEUE | Verb.LOOK | Verb.GLANCE | Verb.WATCH:
            return Meaning(Pose.STAND, seconds=4.0)
        case Verb.LEAN:
            return Meaning(Pose.LEAN, seconds=4.0)
        case Verb.SIT:
            return Meaning(Pose.SIT, seconds=4.0)
        case Verb.SCAN:
            return Meaning(Pose.STAND, eyes="sweep", seconds=4.0)
        case Verb.RAISE:
            return Meaning(Pose.FILM, Held.PHONE, points=True)
        case Verb.HOLD:
            return Meaning(Pose.PHONE_READ, Held.PHONE, eyes="hands", points=True)
        case Verb.HIDE:
            return Meaning(Pose.ADJUST, Held.NOTHING, once=True)
        case Verb.FILM:
            return Meaning(Pose.FILM, Held.PHONE, points=True)
        case Verb.FILM_LOW:
            return Meaning(Pose.FILM_LOW, Held.PHONE, points=True, averts=True)
        case Verb.PHOTOGRAPH:
            return Meaning(Pose.PHOTOGRAPH, Held.PHONE, points=True)
        case Verb.CALL:
            return Meaning(Pose.PHONE_CALL, Held.PHONE)
        case Verb.READ:
            return Meaning(Pose.READ, Held.PAPER, eyes="hands", seconds=4.0)
        case Verb.NOTE:
            return Meaning(Pose.NOTE, Held.NOTEBOOK, eyes="hands")
        case Verb.SKETCH:
            return Meaning(Pose.SKETCH, Held.NOTEBOOK, eyes="hands")
        case Verb.DRINK:
            return Meaning(Pose.DRINK, Held.CUP, once=True)
        case Verb.EAT:
            return Meaning(Pose.EAT, Held.FOOD)
        case Verb.POINT:
            return Meaning(Pose.POINT, points=True, once=True)
        case Verb.TALK | Verb.ASK:
            return Meaning(Pose.TALK, near=1.15)
        case Verb.LISTEN:
            return Meaning(Pose.LISTEN, near=1.15, seconds=3.0)
        case Verb.SIGNAL:
            return Meaning(Pose.SIGNAL, points=True, once=True)
        case Verb.WAVE:
            return Meaning(Pose.WAVE, points=True, seconds=1.2)
        case Verb.HAND_OVER:
            return Meaning(Pose.HAND_OVER, Held.PARCEL, points=True, once=True, near=0.75)
        case Verb.TRY_DOOR:
            return Meaning(Pose.TRY_DOOR, points=True)
        case Verb.USE:
            return Meaning(Pose.USE, eyes="hands")
        case Verb.SHOW_CARD:
            return Meaning(Pose.CARD, Held.CARD, points=True, once=True)
        case Verb.PUT_DOWN:
            return Meaning(Pose.PUT_DOWN, Held.BAG, eyes="down", once=True)
        case Verb.PICK_UP:
            return Meaning(Pose.PICK_UP, eyes="down", once=True)
        case Verb.CROUCH:
            return Meaning(Pose.CROUCH, eyes="down")
        case Verb.MEASURE:
            return Meaning(Pose.EMBRACE, points=True)
        case Verb.REACH:
            return Meaning(Pose.TRY_DOOR, points=True, eyes="down", near=0.6, behind=True)
        case Verb.ADJUST:
            return Meaning(Pose.ADJUST, once=True)
        case Verb.FIDGET:
            return Meaning(Pose.FIDGET, seconds=1.6)
        case Verb.HIDE_FACE:
            return Meaning(Pose.HIDE_FACE, once=True)
        case Verb.CHECK_WATCH:
            return Meaning(Pose.CHECK_WATCH, eyes="hands", once=True)
        case Verb.COUNT:
            return Meaning(Pose.COUNT, seconds=1.6)
        case Verb.HELP:
            return Meaning(Pose.HELP, points=True, near=1.05)
        case Verb.EMBRACE:
            return Meaning(Pose.EMBRACE, once=True, near=0.5)
        case Verb.SWEEP:
            return Meaning(Pose.SWEEP, Held.BROOM, eyes="down")
        case Verb.BUSK:
            return Meaning(Pose.BUSK, Held.INSTRUMENT)
        case Verb.HOLD_SIGN:
            return Meaning(Pose.HOLD_SIGN, Held.SIGN, seconds=4.0)
    assert_never(verb)


RAISED = {Held.PHONE: Pose.FILM, Held.CAMERA: Pose.PHOTOGRAPH, Held.CARD: Pose.CARD, Held.SIGN: Pose.HOLD_SIGN}
"""How things are raised; anything else as a phone is."""
CARRIED = {
    Held.PHONE: Pose.PHONE_READ, Held.NOTEBOOK: Pose.NOTE, Held.PAPER: Pose.READ, Held.CARD: Pose.CARD,
    Held.SIGN: Pose.HOLD_SIGN, Held.BROOM: Pose.SWEEP, Held.INSTRUMENT: Pose.BUSK, Held.CAMERA: Pose.FILM_LOW,
}  # fmt: skip
"""How things are held in front of one; anything else simply hangs from the hand."""


def pose_with(verb: Verb, plain: Pose, held: Held) -> Pose:
    """The pose, given what is in the hand."""
    if verb is Verb.RAISE:
        return RAISED.get(held, plain)
    if verb is Verb.HOLD:
        return CARRIED.get(held, Pose.STAND)
    if verb is Verb.WAIT and held in (Held.PHONE, Held.PAPER, Held.SIGN):
        return CARRIED[held]
    if verb is Verb.READ and held is Held.PHONE:
        return Pose.PHONE_READ
    return plain
