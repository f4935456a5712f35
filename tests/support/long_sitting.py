"""A program that sits through a long stroll until it is killed, saying each tick that has been written."""

import sys
from pathlib import Path
from time import sleep

from game.acts import Mark
from game.record import begin
from game.run import Sitting
from tests.support.recorded_crowds import Stroll
from tests.support.small_stage import WHEN, opening

if __name__ == "__main__":
    stroll = Stroll(people=120, lasts=100_000)
    print("begins", flush=True)
    journal = begin(Path(sys.argv[1]), opening(stroll.people), WHEN)
    sitting = Sitting(stroll, journal)
    while not stroll.over:
        sitting.advance()
        if stroll.tick % 10 == 0:
            sitting.do(Mark(stroll.tick % 100, 2))
        print(stroll.tick, flush=True)
        sleep(0.002)
