"""A program that plays one exercise in a window again and again, each time in a process that it kills in the middle.

`python -m tests.support.killed_windows HOME KILLS real|fast SEED` prepares once, begins a record each time, and prints
the last tick that had been shown when the process was killed.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import NoReturn

from game.app import opening
from game.app.background import Tell
from game.screens.navigation import PlayTerms
from tests.support.playroom import SCENARIO, SEED, Playroom, write

LASTS = ("lasts: 30 s", "lasts: 10 min")
"""Longer than anybody is let live."""
LONGEST_LIFE = 4.0
"""Seconds; a few times as long as what may be lost."""
LONGEST_STEP = 0.25
"""Seconds that a picture may count for at most: with its clock driven fast, each counts for as much."""


def play(room: Playroom, prepared: opening.Prepared, told: int, *, fast: bool) -> NoReturn:
    """Watch until the end comes, telling each tick that has been shown."""
    room.show(room.rooms.watch(opening.begin(prepared, room.rooms.seat.trainee)))
    exercise, before = prepared.exercise, time.monotonic()
    while True:
        now = time.monotonic()
        room.window.turn(LONGEST_STEP if fast else min(LONGEST_STEP, now - before))
        before = now
        os.write(told, f"{exercise.tick}\n".encode())
        if not fast:
            time.sleep(1 / 60)


def kill_one(room: Playroom, prepared: opening.Prepared, life: float, *, fast: bool) -> int:
    """The last tick that was shown by a process that was let live for so many seconds."""
    hears, tells = os.pipe()
    child = os.fork()
    if not child:
        os.close(hears)
        play(room, prepared, tells, fast=fast)
    os.close(tells)
    with os.fdopen(hears) as heard:
        first = heard.readline()
        time.sleep(life)
        os.kill(child, signal.SIGKILL)
        ticks = [first, *heard.read().splitlines()]
    os.waitpid(child, 0)
    return int(ticks[-1])


def main() -> None:
    """As often as was asked for."""
    home, kills, speed, seed = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    chance = random.Random(seed)
    room = Playroom(home)
    prepared = opening.prepare(write(home, SCENARIO.replace(*LASTS)), PlayTerms(seed=SEED), Tell())
    for _ in range(kills):
        print(kill_one(room, prepared, chance.uniform(0, LONGEST_LIFE), fast=speed == "fast"), flush=True)


if __name__ == "__main__":
    main()
