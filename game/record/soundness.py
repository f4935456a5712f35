"""Whether a record is as it was written: each line names the one before, and the end is signed.

A line begins with the digest of the whole line before it, so that no line can be altered, left out, put in or moved
without all later ones being written anew; and the last bears a signature that only the installation can make. Lines are
held to this byte by byte, before anything in them is understood.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter

from .line import pack, unpack
from .seal import Seal, is_signed

State = Literal["whole", "cut", "changed", "unsealed"]
"""`whole`: as it was written, and signed at its end · `cut`: as it was written, up to where it breaks off · `changed`:
something is not as it was written · `unsealed`: there is nothing to tell it by."""
SEALED_SINCE = 4
"""The first format whose lines name those before them."""
_LINKED = b'{"h":"'
_END = re.compile(rb'(\{"h":.*),"seal":"([0-9a-f]{128})"\}\n', re.DOTALL)
_Public = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Sealing(BaseModel):
    """What the first line says of the seal: None where there was no key to seal with."""

    format: Annotated[int, Field(ge=1)]
    seal: _Public | None = None


_SEALING = TypeAdapter(_Sealing)


@dataclass(frozen=True, slots=True)
class Soundness:
    """How a record stands. `by` is the public key whose seal it bears, if it is whole · `line` the first that is not as
    it was written, or that follows such a one, if it is changed."""

    state: State
    by: str = ""
    line: int = 0


def link(before: bytes, line: Mapping[str, object]) -> bytes:
    """A line that names the one before it, as it stands in the file."""
    return pack({"h": _digest(before), **line})


def close(line: bytes, seal: Seal) -> bytes:
    """The last line, signed."""
    body = line.removesuffix(b"}\n")
    return body + b',"seal":"' + seal.sign(body).encode() + b'"}\n'


def examine(lines: Iterable[bytes]) -> Soundness:
    """How the record in these lines, each with its line end, stands."""
    examining = _Examining()
    for line in lines:
        examining.take(line)
    return examining.outcome()


class _Examining:
    """Goes through the lines in order, and knows what has been found so far."""

    def __init__(self) -> None:
        self._count, self._before = 0, b""
        self._sealing: _Sealing | None = None
        self._linked, self._wrong, self._signed = False, 0, False

    def take(self, line: bytes) -> None:
        """The next line."""
        self._count += 1
        if self._count == 1:
            self._sealing = _sealing(line)
        elif line.endswith(b"\n") or self._signed:  # what is written last may have been broken off; nothing follows
            self._linked = self._linked or line.startswith(_LINKED)
            self._follow(line)
        self._before = line

    def _follow(self, line: bytes) -> None:
        if self._signed or not line.startswith(_LINKED + _digest(self._before).encode() + b'",'):
            self._wrong = self._wrong or self._count
        if end := _END.fullmatch(line):
            self._signed = True
            if not (self._by and is_signed(end[1], end[2].decode(), self._by)):
                self._wrong = self._wrong or self._count

    @property
    def _by(self) -> str:
        return (self._sealing and self._sealing.seal) or ""

    def outcome(self) -> Soundness:
        """How it stands, all lines being taken."""
        if self._sealing and self._sealing.format < SEALED_SINCE and not self._linked:
            return Soundness("unsealed")
        if self._wrong:
            return Soundness("changed", line=self._wrong)
        if self._signed:
            return Soundness("whole", self._by)
        if self._sealing and not self._sealing.seal and self._linked:
            return Soundness("unsealed")
        return Soundness("cut")


def _sealing(line: bytes) -> _Sealing | None:
    try:
        return unpack(line, _SEALING)
    except ValueError:
        return None


def _digest(line: bytes) -> str:
    """16 bytes: nobody finds another line with the same."""
    return blake2b(line, digest_size=16).hexdigest()
