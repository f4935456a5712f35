"""Plays the game for a minute with nobody at it, at 1080p, and prints what its frames took and what memory it holds.

    python -m tests.benchmarks.played [seconds] [scenario]
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pygame

from game.app.memory import one_heap
from game.app.navigator import Rooms
from game.app.window import Window, open_window
from game.scenario import find
from game.screens.navigation import Offer, PlayTerms
from game.screens.preferences import Preferences
from game.widgets.screen import Push
from game.widgets.style import Style

SIZE = (1920, 1080)
DOES: Mapping[float, int] = {0.3: pygame.K_e, 0.45: pygame.K_PLUS, 0.6: pygame.K_MINUS, 0.75: pygame.K_q}
"""The keys pressed at shares of the time: a turn, closer, farther, and back."""
PANS = ((0.15, 12), (0.88, -12))
"""From these shares of the time on, for a second and a half, the view moves by so many px a frame."""


def main(seconds: float, scenario: str) -> None:
    """Play, and print one line of JSON."""
    one_heap()
    surface = open_window(SIZE, full=False)
    style = Style(surface.get_size())
    with tempfile.TemporaryDirectory() as home:
        rooms = Rooms(style, Path(home), Preferences())
        window = Window(style, surface, rooms.title(), rooms.full_screen)
        window.turn(0.0)
        told = {"title": memory()}
        path = find(scenario)
        window.take(Push(rooms.play(Offer(id=path.stem, title=path.stem, path=path), PlayTerms(seed=7))))
        while type(window.top).__name__ != "Watch":
            window.turn(0.05)
            time.sleep(0.02)
        told["ready"] = memory()
        took = [frame(window, n, round(seconds * 60)) for n in range(round(seconds * 60))]
        told["end"] = memory()
        while window.screens:
            window.screens.pop().leave()
    print(json.dumps({"memory MB": told, "frame ms": spread(took)}))


def frame(window: Window, n: int, of: int) -> float:
    """The next sixtieth of a second; the ms of processor time that it took."""
    for share, key in DOES.items():
        if n == round(share * of):
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    for share, step in PANS:
        if 0 <= n - round(share * of) < 90:
            _drag(n - round(share * of), step)
    began = time.thread_time()
    window.turn(1 / 60)
    return (time.thread_time() - began) * 1000


def _drag(n: int, step: int) -> None:
    """Hold the left button and move the pointer so far."""
    at = (960 - n * step // 2, 540)
    if n == 0:
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    buttons = (1, 0, 0)
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(-step, 0), buttons=buttons))
    if n == 89:
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))


def memory() -> int:
    """MB of this process in memory (VmRSS); 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS")) // 1024


def spread(took: Sequence[float]) -> dict[str, float]:
    """What is usual and what is not."""
    ordered = sorted(took)
    return {
        "median": round(ordered[len(ordered) // 2], 1), "p99": round(ordered[len(ordered) * 99 // 100], 1),
        "longest": round(ordered[-1], 1), "over 16": sum(one > 16 for one in ordered),
    }


if __name__ == "__main__":
    os.environ.update({"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"})
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0, sys.argv[2] if len(sys.argv) > 2 else "king_street_morning")
