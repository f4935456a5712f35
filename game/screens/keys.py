"""Which letter does what: as it is made, and as the trainee has put it elsewhere.

Letters are those of an English keyboard, and mean the key at that place: on a French one A is where Q is written, on a
Russian one Ф. What screens know is the letter that a command is made with.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_lowercase
from typing import TypeGuard

import pygame

DIGITS: Mapping[int, int] = {
    getattr(pygame, f"K_{pad}{digit}"): digit for pad in ("", "KP") for digit in range(1, 10)
}
"""Which number from 1 to 9 each key gives, those of the number pad too: by them a screen's choices are counted."""
COMMANDS: Mapping[str, str] = {
    "w": "Move the view up", "s": "Move the view down", "a": "Move the view left", "d": "Move the view right",
    "q": "Turn the view left", "e": "Turn the view right", "f": "Follow", "c": "Say what you saw",
    "x": "Clear the mark", "m": "Go to the next mark", "p": "Fold the panels", "v": "CCTV pictures", "i": "A hint",
    "t": "Speak with somebody", "h": "Help",
}
"""What can be put on another letter, by the letter that it is made with."""
MADE = "".join(COMMANDS)
_BRACED = re.compile(rf"{{([{MADE}])}}")
"""A letter in braces. The words may be an author's, in whose braces anything may stand."""
_PLACES = {
    **{getattr(pygame, f"KSCAN_{letter.upper()}"): ord(letter) for letter in ascii_lowercase},
    **{getattr(pygame, f"KSCAN_{digit}"): ord(digit) for digit in "0123456789"},
}
"""The key that is written on each place of an English keyboard. French ones have other signs on the digits' places."""


def are_letters(letters: object) -> TypeGuard[str]:
    """Whether these can be the letters of all commands, each its own."""
    return (
        isinstance(letters, str)
        and len(letters) == len(set(letters)) == len(MADE)
        and set(letters) <= set(ascii_lowercase)
    )


@dataclass(frozen=True, slots=True)
class Keys:
    """The letter of each command, in the order of `COMMANDS`."""

    letters: str = MADE

    def letter(self, made: str) -> str:
        """The letter that now does what is made on this one."""
        return self.letters[MADE.index(made)]

    def name_keys(self, words: str) -> str:
        """The words with each letter in braces, such as {f}, as the one that does it now; other braces stay."""
        return _BRACED.sub(lambda found: self.letter(found[1]).upper(), words)

    def put(self, made: str, letter: str) -> "Keys":
        """The keys with a command on this letter; whatever was there takes the letter that becomes free."""
        now = self.letter(made)
        swapped = {now: letter, letter: now}
        return Keys("".join(swapped.get(now_on, now_on) for now_on in self.letters))

    def find_meant(self, event: pygame.event.Event) -> int:
        """The key that screens know for what was pressed: by its place first, then by what is written on it.

        A letter whose command has gone elsewhere means nothing.
        """
        at = place(event)
        for key in (at, event.key):
            if _letter(key) in self.letters and _letter(key):
                return ord(MADE[self.letters.index(_letter(key))])
        return pygame.K_UNKNOWN if _letter(at) in MADE and _letter(at) else at

    def is_held(self, made: str) -> bool:
        """Whether the key of a command is down: asked by its place, where pygame would ask by what is written on it."""
        letter = self.letter(made)
        return bool(tuple.__getitem__(pygame.key.get_pressed(), getattr(pygame, f"KSCAN_{letter.upper()}")))


def place(event: pygame.event.Event) -> int:
    """The key that an English keyboard has where this one was pressed; of other places, what is written there."""
    written: int = event.key
    return _PLACES.get(getattr(event, "scancode", -1), written)


def _letter(key: int) -> str:
    return chr(key) if 0 < key < 128 and chr(key) in ascii_lowercase else ""
