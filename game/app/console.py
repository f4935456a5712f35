"""All that the command line says: to whatever terminal or file it goes, and whoever wrote the words."""

import codecs
import io
import json
import re
import sys

from game.text import on_one_line, printable, stand_in

_STAND_INS = "second-look.stand-ins"
_PLAIN = "second_look_ascii"
"""ASCII by another name: the library that writes `--help` takes ASCII for a mistake and writes UTF-8 instead."""


def prepare() -> None:
    """Let standard output and standard error take any character: where the encoding lacks one, a stand-in."""
    codecs.register_error(_STAND_INS, _stand_in)
    codecs.register(_plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not if there is none, or if somebody put their own in its place
            plain = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding=_PLAIN if plain else None, errors=_STAND_INS)


def say(*lines: str) -> None:
    """Lines on standard output, each of them one whatever is in it."""
    print("\n".join(on_one_line(line) for line in lines), flush=True)


def answer(data: object) -> None:
    """What other programs are to read, on standard output: JSON in ASCII, so that no encoding can spoil it."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    print(json.dumps(json.loads(re.sub("[\ud800-\udfff]", "\ufffd", text)), indent=2), flush=True)


def complain(sentence: str) -> None:
    """A sentence on standard error; if that is closed, there is nobody to tell."""
    try:
        print(printable(sentence), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return


def show_progress(share: float | None) -> None:
    """How far something has got, on standard error in the same line again; None takes it away."""
    said = "      \r" if share is None else f"{share:4.0%} "
    print(f"\r{said}", end="", file=sys.stderr, flush=True)


def _plain(name: str) -> codecs.CodecInfo | None:
    ascii_ = codecs.lookup("ascii")
    if name != _PLAIN:
        return None
    return codecs.CodecInfo(
        ascii_.encode, ascii_.decode, ascii_.streamreader, ascii_.streamwriter, ascii_.incrementalencoder,
        ascii_.incrementaldecoder, name=_PLAIN,
    )


def _stand_in(trouble: UnicodeError) -> tuple[str, int]:
    if not isinstance(trouble, UnicodeEncodeError):
        raise trouble
    letters = trouble.object[trouble.start : trouble.end]
    return "".join(stand_in(letter) for letter in letters), trouble.end
