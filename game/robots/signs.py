"""From glimpses to cues: what is worth noticing, by what eyes, hands and feet do, where, and in what order.

Each rule is one that the published cues state in words. It says what was seen, never what it means.
"""

from collections.abc import Callable

from game.sampling import EXPOSED_EVERY
from game.view import Held, Pose

from .perception import Glimpse
from .regard import PROTECTS
from .track import PersonTrack

_BUSY = (Pose.FILM, Pose.PHOTOGRAPH, Pose.FILM_LOW, Pose.TALK, Pose.USE, Pose.CARD)
"""Poses whose own purpose the eyes serve, so that looking is not a cue beside it."""
Rule = Callable[[PersonTrack, Glimpse], None]
_WORKERS = ("contractor", "engineer", "cleaner", "platform staff", "station staff")
_RUN = 30
"""Ticks for which eyes must rest on one thing to be more than a passing glance."""
NEAR = {"camera": 12.0, "staff": 14.0, "gates": 10.0, "exit": 10.0, "door": 10.0}
"""How near (m) each sort of thing must be for looks or a lens to be on it, rather than that way."""
_REACH = 2.5
"""Metres to the middle of a door, a gate or a cabinet that a hand is put to."""
_SALE = 15, 25
"""Ticks between what is handed over and what is handed back: more than one hand-over takes, and less than between two
leaflets."""
_JUST_NOW, _A_WHILE, _IN_TALK = 60, 120, 40
"""Ticks for which what was done before belongs to what is done now: a call, a look or a reach that an act follows at
once; a talk, or a look at staff, that it follows in a while; and a talk that still goes on between two sentences.
Assumed, as all times here, and not measured."""
_LEFT_OFF = 80
"""Ticks since a look for which one may still be writing down what was seen."""
_UNSPOKEN = 100
"""Ticks since any talk from which something passes from hand to hand without a word."""
_WITH_STAFF, _SPEAKS_WITH = 2.5, 1.8
"""Metres from somebody of staff within which one is with them, and within which one speaks with them."""
_ASKED_LONG = 100
"""Ticks of talk with staff from which it is more than asking the way."""
_WALKED_OFF, _BACK_AT = 5.0, 3.0
"""Metres from a thing put down at which it is left; and from an earlier standing spot at which one is back there."""
_PAUSE = 35
"""Ticks without a glimpse after which a run of looks has ended."""
APART = 4.0
"""How far off (m) another standing spot is."""
CONTINUES = 30
"""Ticks between two glimpses of the same thing, within which it is taken to have gone on."""


def notice(track: PersonTrack, now: Glimpse) -> None:
    """Add to a person's track what this glimpse shows."""
    _eyes(track, now)
    if now.pose in RULES:
        RULES[now.pose](track, now)
    _left_behind(track, now)
    _places(track, now)


def _protects(now: Glimpse) -> str | None:
    """The sort of protection that eyes rest on, if they do and it is near enough to study."""
    eyes = now.eyes
    return eyes.sort if eyes and eyes.distance < NEAR.get(eyes.sort, 0.0) else None


def _eyes(track: PersonTrack, now: Glimpse) -> None:
    """Long looks, from a standstill, at what protects the place."""
    sort = _protects(now)
    if sort is None or not now.still or (sort == "camera" and not now.gaze_clear):
        return  # from the turn of a head alone nobody can tell a camera from what hangs or stands below it
    gap = now.tick - track.lately.get(sort, -(10**9))
    before = track.resting[sort] if gap <= _PAUSE else 0
    rested = track.resting[sort] = before + (max(gap, EXPOSED_EVERY) if gap <= CONTINUES else EXPOSED_EVERY)
    track.lately[sort] = now.tick
    if rested >= _RUN and now.pose not in _BUSY:
        cue = {"camera": "F1.1", "staff": "F1.2"}.get(sort, "F1.4")
        track.see(cue, now.tick, rested - before if before >= _RUN else rested)


def _filming(track: PersonTrack, now: Glimpse) -> None:
    if track.heedless:
        track.see("F2.1", now.tick, now.lasted)
        return
    aim = now.hand
    if aim is None or aim.distance > NEAR.get(aim.sort, 0.0):
        return
    if now.held is Held.CAMERA and aim.sort in ("exit", "gates"):
        return  # trains are photographed through whatever stands before them
    if now.pose is Pose.FILM_LOW or now.tick - track.called <= _JUST_NOW:
        track.see("F2.2", now.tick, now.lasted)
    elif aim.sort == "staff":
        track.see("F2.5", now.tick, now.lasted)
    else:
        track.see("F2.1", now.tick, now.lasted)


def _writing(track: PersonTrack, now: Glimpse) -> None:
    looked = any(
        track.resting.get(sort, 0) >= _RUN // 2 and track.has_looked(sort, now.tick, _LEFT_OFF) for sort in PROTECTS
    )
    drawn = now.pose is Pose.SKETCH and now.front is not None and now.front.sort in PROTECTS
    if looked or drawn or track.heedless:
        track.see("F2.3", now.tick, now.lasted)
    if now.tick - track.talked <= _A_WHILE and track.asked:
        track.see("F5.3", now.tick, now.lasted)


def _timing(track: PersonTrack, now: Glimpse) -> None:
    facing = now.front is not None and now.front.sort in ("staff", "gates") and now.front.distance < NEAR["staff"]
    if facing or any(track.has_looked(sort, now.tick, _JUST_NOW) for sort in ("staff", "gates", "camera")):
        track.see("F1.3", now.tick, now.lasted)


def _counting(track: PersonTrack, now: Glimpse) -> None:
    if _protects(now) in ("camera", "staff", "gates"):
        track.see("F1.5", now.tick, now.lasted)


def _trying(track: PersonTrack, now: Glimpse) -> None:
    """Doors that are not for the public, tried by those who do not work there."""
    hand = now.hand
    if hand is not None and hand.sort != "person" and hand.distance <= _REACH and now.uniform not in _WORKERS:
        track.see("F6.1", now.tick, now.lasted)


def _feeling(track: PersonTrack, now: Glimpse) -> None:
    """Again at the same spot under the clothes, with a look at staff: whoever pats their pockets looks at nobody."""
    if now.tick - track.felt > _PAUSE - 20:
        track.times_felt += 1
    track.felt = now.tick
    if not track.has_looked("staff", now.tick, _A_WHILE):
        return
    if track.times_felt > 1:
        track.see("F12.6", now.tick, now.lasted)
    if now.tick - track.used <= _JUST_NOW:
        track.see("F12.2", now.tick, now.lasted)


def _using(track: PersonTrack, now: Glimpse) -> None:
    track.used = now.tick


def _showing_card(track: PersonTrack, now: Glimpse) -> None:
    """A pass at a door explains the door; something shown to one stranger after another, in talk, is on offer."""
    track.disprove("F6.1")
    if now.tick - track.talked > _IN_TALK or now.near_staff < _WITH_STAFF:
        return
    if now.tick - track.offered > _PAUSE:
        track.times_offered += 1
    track.offered = now.tick
    if track.times_offered > 1:
        track.see("F12.4", now.tick, now.lasted)


def _calling(track: PersonTrack, now: Glimpse) -> None:
    track.called = now.tick


def _talking(track: PersonTrack, now: Glimpse) -> None:
    """Questions to staff."""
    if now.near_staff < _SPEAKS_WITH:
        track.asked += now.lasted
        if track.asked >= _ASKED_LONG:
            track.see("F5.1", now.tick, now.lasted)
    track.talked = now.tick


def _pointing(track: PersonTrack, now: Glimpse) -> None:
    if now.near_staff < _WITH_STAFF and now.hand and now.hand.sort in ("camera", "door", "gates"):
        track.see("F5.2", now.tick, now.lasted)


def _putting_down(track: PersonTrack, now: Glimpse) -> None:
    track.dropped = (now.x, now.y)


def _picking_up(track: PersonTrack, _now: Glimpse) -> None:
    track.dropped = None
    track.disprove("F7.1")


def _handing_over(track: PersonTrack, now: Glimpse) -> None:
    """Without a word; and twice in a breath, there and back, is a sale."""
    if now.tick - track.talked > _UNSPOKEN:
        track.see("F9.2", now.tick, now.lasted)
        if _SALE[0] <= now.tick - track.handed <= _SALE[1]:
            track.see("F12.5", now.tick, now.lasted)
    track.handed = now.tick


def _plainly(cue: str) -> Rule:
    """The rule of a pose that is itself the cue."""
    return lambda track, now: track.see(cue, now.tick, now.lasted)


def _innocently(cue: str) -> Rule:
    """The rule of a pose that explains the cue away."""
    return lambda track, _now: track.disprove(cue)


RULES: dict[Pose, Rule] = {
    Pose.FILM: _filming, Pose.PHOTOGRAPH: _filming, Pose.FILM_LOW: _filming,
    Pose.NOTE: _writing, Pose.SKETCH: _writing,
    Pose.STEP_OUT: _plainly("F2.4"), Pose.CHECK_WATCH: _timing, Pose.COUNT: _counting,
    Pose.TRY_DOOR: _trying, Pose.REACH: _plainly("F12.1"), Pose.CARD: _showing_card, Pose.USE: _using,
    Pose.PHONE_CALL: _calling, Pose.TALK: _talking, Pose.POINT: _pointing, Pose.HIDE_FACE: _plainly("F4.2"),
    Pose.PUT_DOWN: _putting_down, Pose.PICK_UP: _picking_up,
    Pose.ADJUST: _feeling, Pose.SIGNAL: _plainly("F9.1"), Pose.HAND_OVER: _handing_over,
    Pose.EMBRACE: _innocently("F9.2"), Pose.WAVE: _innocently("F9.2"),
}  # fmt: skip
"""What each pose is a sign of, or puts right. A pose without a rule says nothing, and the sieve keeps it back."""


def _left_behind(track: PersonTrack, now: Glimpse) -> None:
    """Walking away from what was put down."""
    if track.dropped and not now.bag and now.pose not in (Pose.PUT_DOWN, Pose.PICK_UP):
        x, y = track.dropped
        if (now.x - x) ** 2 + (now.y - y) ** 2 > _WALKED_OFF * _WALKED_OFF:
            track.see("F7.1", now.tick, now.lasted)


def _places(track: PersonTrack, now: Glimpse) -> None:
    """Standing spots, and coming back to one from well away."""
    if not now.still:
        return
    spots = track.spots
    if not spots or (now.x - spots[-1][1]) ** 2 + (now.y - spots[-1][2]) ** 2 > APART * APART:
        back = any((now.x - x) ** 2 + (now.y - y) ** 2 < _BACK_AT * _BACK_AT for _, x, y in spots[:-1])
        spots.append((now.tick, now.x, now.y))
        if back:
            track.see("F3.2", now.tick, now.lasted)
