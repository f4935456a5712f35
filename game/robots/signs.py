"""From glimpses to cues: what is worth noticing, by what eyes, hands and feet do, where, and in what order.

Each rule is one that the published cues state in words. It says what was seen, never what it means.
"""

from game.sampling import EXPOSED_EVERY
from game.view import Held, Pose

from .perception import Glimpse
from .regard import PROTECTS
from .track import Track

_FILMING = (Pose.FILM, Pose.PHOTOGRAPH)
_WRITING = (Pose.NOTE, Pose.SKETCH)
_BUSY = (*_FILMING, Pose.FILM_LOW, Pose.TALK, Pose.USE, Pose.CARD)
"""Poses whose own purpose the eyes serve, so that looking is not a cue beside it."""
_WORKERS = ("contractor", "engineer", "cleaner", "platform staff", "station staff")
_RUN = 30
"""Ticks for which eyes must rest on one thing to be more than a passing glance."""
NEAR = {"camera": 12.0, "staff": 14.0, "gates": 10.0, "exit": 10.0, "door": 10.0}
"""How near (m) each sort of thing must be for looks or a lens to be on it, rather than that way."""
_PAUSE = 35
"""Ticks without a glimpse after which a run of looks has ended."""
APART = 4.0
"""How far off (m) another standing spot is."""
CONTINUES = 30
"""Ticks between two glimpses of the same thing, within which it is taken to have gone on."""


def notice(track: Track, now: Glimpse) -> None:
    """Add to a person's track what this glimpse shows."""
    _eyes(track, now)
    if now.pose in _FILMING or now.pose is Pose.FILM_LOW:
        _filming(track, now)
    elif now.pose in _WRITING:
        _writing(track, now)
    elif now.pose is Pose.STEP_OUT:
        track.see("F2.4", now.tick, now.lasted)
    elif now.pose is Pose.CHECK_WATCH:
        _timing(track, now)
    elif now.pose is Pose.COUNT:
        _counting(track, now)
    _access(track, now)
    _staff(track, now)
    _objects(track, now)
    _company(track, now)
    _places(track, now)
    track.posed[now.pose.value] = now.tick


def _protects(now: Glimpse) -> str | None:
    """The sort of protection that eyes rest on, if they do and it is near enough to study."""
    eyes = now.eyes
    return eyes.sort if eyes and eyes.distance < NEAR.get(eyes.sort, 0.0) else None


def _eyes(track: Track, now: Glimpse) -> None:
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


def _filming(track: Track, now: Glimpse) -> None:
    aim = now.hand
    if aim is None or aim.distance > NEAR.get(aim.sort, 0.0):
        return
    if now.held is Held.CAMERA and aim.sort in ("exit", "gates"):
        return  # trains are photographed through whatever stands before them
    if now.pose is Pose.FILM_LOW or track.within(track.posed, Pose.PHONE_CALL, now.tick, 60):
        track.see("F2.2", now.tick, now.lasted)
    elif aim.sort == "staff":
        track.see("F2.5", now.tick, now.lasted)
    else:
        track.see("F2.1", now.tick, now.lasted)


def _writing(track: Track, now: Glimpse) -> None:
    looked = any(
        track.resting.get(sort, 0) >= 15 and track.within(track.lately, sort, now.tick, 80) for sort in PROTECTS
    )
    drawn = now.pose is Pose.SKETCH and now.front is not None and now.front.sort in PROTECTS
    if looked or drawn:
        track.see("F2.3", now.tick, now.lasted)
    if track.within(track.posed, Pose.TALK, now.tick, 120) and track.asked:
        track.see("F5.3", now.tick, now.lasted)


def _timing(track: Track, now: Glimpse) -> None:
    facing = now.front is not None and now.front.sort in ("staff", "gates") and now.front.distance < 14.0
    if facing or any(track.within(track.lately, sort, now.tick, 60) for sort in ("staff", "gates", "camera")):
        track.see("F1.3", now.tick, now.lasted)


def _counting(track: Track, now: Glimpse) -> None:
    if _protects(now) in ("camera", "staff", "gates"):
        track.see("F1.5", now.tick, now.lasted)


def _access(track: Track, now: Glimpse) -> None:
    """Doors that are not for the public, tried by those who do not work there."""
    if now.uniform in _WORKERS:
        return
    if now.pose is Pose.TRY_DOOR:
        track.see("F6.1", now.tick, now.lasted)
    elif now.pose is Pose.CARD:
        track.disprove("F6.1")


def _staff(track: Track, now: Glimpse) -> None:
    """Questions to staff, and what is done as staff come near."""
    if now.pose is Pose.TALK and now.near_staff < 1.8:
        name = now.eyes.name if now.eyes and now.eyes.sort == "staff" else "staff"
        track.asked[name] = track.asked.get(name, 0) + now.lasted
        if sum(track.asked.values()) >= 100:
            track.see("F5.1", now.tick, now.lasted)
    if now.pose is Pose.POINT and now.near_staff < 2.5 and now.hand and now.hand.sort in ("camera", "door", "gates"):
        track.see("F5.2", now.tick, now.lasted)
    if now.pose is Pose.HIDE_FACE:
        track.see("F4.2", now.tick, now.lasted)


def _objects(track: Track, now: Glimpse) -> None:
    if now.pose is Pose.PUT_DOWN:
        track.dropped = (now.x, now.y, now.tick)
    elif now.pose is Pose.PICK_UP:
        track.dropped = None
        track.disprove("F7.1")
    elif track.dropped and not now.bag:
        x, y, _ = track.dropped
        if (now.x - x) ** 2 + (now.y - y) ** 2 > 25.0:
            track.see("F7.1", now.tick, now.lasted)


def _company(track: Track, now: Glimpse) -> None:
    if now.pose is Pose.SIGNAL:
        track.see("F9.1", now.tick, now.lasted)
    elif now.pose is Pose.HAND_OVER and not track.within(track.posed, Pose.TALK, now.tick, 100):
        track.see("F9.2", now.tick, now.lasted)
    elif now.pose in (Pose.EMBRACE, Pose.WAVE):
        track.disprove("F9.2")


def _places(track: Track, now: Glimpse) -> None:
    """Standing spots, and coming back to one from well away."""
    if not now.still:
        return
    spots = track.spots
    if not spots or (now.x - spots[-1][1]) ** 2 + (now.y - spots[-1][2]) ** 2 > APART * APART:
        back = any((now.x - x) ** 2 + (now.y - y) ** 2 < 9.0 for _, x, y in spots[:-1])
        spots.append((now.tick, now.x, now.y))
        if back:
            track.see("F3.2", now.tick, now.lasted)
