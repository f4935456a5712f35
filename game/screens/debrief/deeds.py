"""What a person could be seen doing before a moment, from the pictures of the record: the ordinary reason, perhaps."""

from game.record import Recording
from game.view import POSES, Pose

from ..watch.pointing import row_of

BEFORE, EVERY = 300, 5
"""Ticks that are looked back, and between two looks."""
MOST = 5
DID = {
    Pose.STAND: "stood", Pose.WALK: "walked", Pose.SIT: "sat", Pose.LEAN: "leaned against something",
    Pose.PHONE_READ: "looked at a phone", Pose.PHONE_CALL: "talked on the phone", Pose.FILM: "filmed something",
    Pose.PHOTOGRAPH: "took a photograph", Pose.FILM_LOW: "held a phone low", Pose.NOTE: "wrote in a notebook",
    Pose.SKETCH: "drew on a pad", Pose.READ: "read a map or a paper", Pose.DRINK: "drank", Pose.EAT: "ate",
    Pose.POINT: "pointed at something", Pose.TALK: "talked with someone", Pose.LISTEN: "listened to someone",
    Pose.SIGNAL: "gave a small sign with the hand", Pose.WAVE: "waved", Pose.HAND_OVER: "passed something to someone",
    Pose.TRY_DOOR: "tried a door", Pose.USE: "used a machine or a counter", Pose.PUT_DOWN: "put something down",
    Pose.PICK_UP: "picked something up", Pose.CROUCH: "crouched down", Pose.ADJUST: "straightened their coat",
    Pose.FIDGET: "fidgeted", Pose.HIDE_FACE: "turned their face away", Pose.CHECK_WATCH: "looked at a watch",
    Pose.COUNT: "counted something", Pose.ARMS_FOLDED: "stood with their arms folded", Pose.EMBRACE: "hugged someone",
    Pose.HELP: "helped someone", Pose.STEP_OUT: "paced evenly", Pose.HURRY: "hurried", Pose.LEASH: "walked a dog",
    Pose.BUSK: "played an instrument", Pose.SWEEP: "swept the floor", Pose.HOLD_SIGN: "held up a sign",
    Pose.CARD: "showed a ticket or pass", Pose.SETTLE: "sat", Pose.PLAY: "played the piano",
}


def deeds(recording: Recording, person: int, tick: int) -> str:
    """What they did in the half minute before a tick, in the order of first doing it, to be read after "they"."""
    done: dict[str, None] = {}
    for moment in range(max(0, tick - BEFORE), tick + 1, EVERY):
        snapshot = recording.snapshot(moment)
        if (row := row_of(snapshot, person)) is not None:
            done[DID[POSES[int(snapshot.pose[row])]]] = None
    said = list(done)[-MOST:]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}" if said else ""
