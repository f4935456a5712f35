"""What can go wrong with a record, as values with a sentence for people."""

import errno
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the record is not on disk at present. The exercise goes on; the record is kept in memory meanwhile."""

    cause: str

    def __str__(self) -> str:
        """What to say of it while the exercise goes on."""
        return f"This exercise cannot be saved just now: {self.cause}. Carry on; it is kept in memory until it can."

    @property
    def lost(self) -> str:
        """What to say of it when there is nothing more to come."""
        return f"The record of this exercise could not be saved: {self.cause}."


class UnreadableError(Exception):
    """A file that cannot be opened as a record; its text is one sentence for people."""


_CAUSES = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file may not grow any further",
    errno.EACCES: "the folder may not be written to",
    errno.EPERM: "the folder may not be written to",
    errno.EROFS: "the disk is read-only",
    errno.ENOENT: "the folder is gone",
    errno.EIO: "the disk does not answer",
}


def cause(error: OSError) -> str:
    """What an error of the operating system comes from, within a sentence."""
    return _CAUSES.get(error.errno or 0, (error.strerror or "the disk refused").lower())


def trouble(error: OSError) -> Trouble:
    """The trouble behind an error of the operating system."""
    return Trouble(cause(error))
