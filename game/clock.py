"""Time in ticks. Only ticks enter the state of a run; seconds are for people."""

TICKS_PER_SECOND = 10
TICK = 1 / TICKS_PER_SECOND
"""Seconds that a tick lasts."""
PRE_ROLL = 90 * TICKS_PER_SECOND
"""Ticks played before 0:00, so that the place is alive when the trainee arrives."""


def ticks(seconds: float) -> int:
    """The whole number of ticks nearest to a length of time in seconds."""
    return round(seconds * TICKS_PER_SECOND)


def clock(tick: int) -> str:
    """A tick as a person reads it: 905 is "1:30", -50 is "-0:05"."""
    minutes, seconds = divmod(abs(tick) // TICKS_PER_SECOND, 60)
    return f"{'-' if tick < 0 else ''}{minutes}:{seconds:02d}"


def minute_of_day(starts: str, tick: int) -> int:
    """The minute of the day at a tick of a scene whose station clock shows `starts` ("HH:MM") at tick 0."""
    hours, minutes = map(int, starts.split(":"))
    return (hours * 60 + minutes + tick // TICKS_PER_SECOND // 60) % (24 * 60)


def hour(minute: int) -> str:
    """A minute of the day as a station clock shows it: 485 is "08:05"; past midnight it begins again."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
