"""Storms of events: what a window system, a cat on the keyboard or a broken mouse may send, at any size of a window."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame

from game.app import opening
from game.app.background import Tell
from game.screens.navigation import PlayTerms
from game.widgets.screen import Screen
from tests.support.playroom import SEED, Playroom, offer, write

SIZES = (
    (1280, 720), (1920, 1080), (3840, 1080), (1080, 1920), (1024, 768), (800, 600), (800, 500), (799, 499), (640, 480),
    (500, 400), (400, 500), (360, 640), (320, 240), (480, 240), (700, 240), (1000, 240), (160, 120), (2, 300), (900, 1),
    (1, 1),
)  # fmt: skip
"""Those that once ended the program are among them."""
START = ("title", "list", "briefing", "records", "settings", "help", "watch", "watch", "watch", "debrief")
"""Where a storm begins; most happens on the watching screen."""
KEYS = sorted({getattr(pygame, name) for name in dir(pygame) if name.startswith("K_")} - {pygame.K_F11})
PLACES = sorted({getattr(pygame, name) for name in dir(pygame) if name.startswith("KSCAN_")})
LOUD = (
    pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED, pygame.WINDOWMINIMIZED, pygame.WINDOWRESTORED,
    pygame.WINDOWMAXIMIZED, pygame.WINDOWHIDDEN, pygame.WINDOWSHOWN, pygame.WINDOWEXPOSED, pygame.WINDOWENTER,
    pygame.WINDOWLEAVE, pygame.WINDOWMOVED, pygame.ACTIVEEVENT, pygame.VIDEOEXPOSE, pygame.WINDOWCLOSE,
    pygame.AUDIODEVICEREMOVED, pygame.KEYMAPCHANGED, pygame.CLIPBOARDUPDATE, pygame.USEREVENT,
)  # fmt: skip


class Storm:
    """A window at a size, and chance."""

    def __init__(self, folder: Path, size: tuple[int, int], seed: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.chance = random.Random(seed)
        self.file = write(folder)
        self.room = Playroom(folder / "home", size)
        self.room.put_on_list(offer(self.file))
        pygame.display.set_mode(size, pygame.RESIZABLE)
        self._resize(size)

    def blow(self, start: str, events: int) -> None:
        """Let it blow on a screen, with time passing in between; whatever is raised comes out."""
        self._go_to(start)
        for _ in range(events):
            self._send()
            if self.chance.random() < 0.4:
                self.room.window.turn(self.chance.choice((0.0, 1 / 60, 0.25)))
            if not self.room.window.screens:
                self.room.show(self.room.rooms.title())
        pygame.event.clear()
        self.room.leave()

    def _go_to(self, start: str) -> None:
        rooms = self.room.rooms
        if start in ("watch", "debrief"):
            prepared = opening.prepare(self.file, PlayTerms(seed=SEED), Tell())
            begun = opening.begin(prepared, rooms.seat.trainee)
            if start == "watch":
                self.room.show(rooms.watch(begun))
                return
            path = begun.journal.path
            assert path
            begun.watched.sitting.close()
            self.room.show(rooms.debrief(path))
            self.room.wait_for("Debriefing")
            return
        ways: dict[str, Callable[[], Screen]] = {
            "title": rooms.title, "list": rooms.scenarios, "records": rooms.records, "settings": rooms.settings,
            "help": rooms.help, "briefing": lambda: rooms.briefing(offer(self.file)),
        }
        self.room.show(ways[start]())

    def _send(self) -> None:
        chance = self.chance
        kind = chance.choice(("key", "key", "key", "move", "click", "click", "drag", "wheel", "loud", "resize", "full"))
        match kind:
            case "key":
                key = chance.choice((*KEYS, *range(97, 123), *[pygame.K_TAB, pygame.K_RETURN] * 8, 0x446, 2**31 - 1))
                typed = chance.choice(("", "a", "7", "\0", "й"))
                told = {"key": key, "mod": chance.choice((0, 0, 1, 64, 4096)), "unicode": typed}
                if chance.random() < 0.5:
                    told["scancode"] = chance.choice(PLACES)
                self._post(pygame.KEYDOWN, **told)
                self._post(pygame.KEYUP, **told)
            case "move" | "drag":
                buttons = (int(kind == "drag"), 0, 0)
                self._post(pygame.MOUSEMOTION, pos=self._point(), rel=self._point(), buttons=buttons)
            case "click":
                at, button = self._point(), chance.choice((1, 1, 1, 3, 2, 6, 9))
                for event in chance.choice(((pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP), (pygame.MOUSEBUTTONUP,))):
                    self._post(event, pos=at, button=button)
            case "wheel":
                self._post(pygame.MOUSEWHEEL, x=0, y=chance.choice((-99, -1, 1, 99)), flipped=False)
            case "loud":
                self._post(chance.choice(LOUD), gain=0, state=2, x=0, y=0)
            case "resize":
                size = chance.choice(SIZES)
                pygame.display.set_mode(size, pygame.RESIZABLE)
                self._resize(size)
            case "full":
                self._post(pygame.KEYDOWN, key=pygame.K_F11, mod=0, unicode="")

    def _resize(self, size: tuple[int, int]) -> None:
        self._post(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])

    def _point(self) -> tuple[int, int]:
        wide, high = pygame.display.get_window_size()
        return self.chance.randrange(-50, wide + 50), self.chance.randrange(-50, high + 50)

    @staticmethod
    def _post(kind: int, **told: Any) -> None:
        pygame.event.post(pygame.event.Event(kind, **told))
