"""Files that are the user's own alone, each there in full or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex


def make_folder(path: Path) -> None:
    """Have a folder that nobody else can look into, those above it being made too. Raises OSError."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o700)


def write_whole(path: Path, content: bytes) -> None:
    """Write a new file. Raises FileExistsError if there is one of this name, and OSError, with nothing left behind."""
    draft = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        with open(draft, "xb", opener=privately) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _name(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)


def replace_whole(path: Path, content: bytes) -> None:
    """Write a file anew, in full or not at all, also when another program is at it. Raises OSError, leaving nothing."""
    draft = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        with open(draft, "xb", opener=privately) as file:
            file.write(content)
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def privately(path: str, flags: int) -> int:
    """Open a file, which is the user's own if it is made by this; an opener for `open`."""
    return os.open(path, flags, 0o600)


def _name(draft: Path, path: Path) -> None:
    """Give a draft its name, unless that is taken."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no links
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
