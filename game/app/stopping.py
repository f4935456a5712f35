"""The signals that ask the program to end, which it does in order."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class Stopped(BaseException):
    """A signal of this number asks for an end. No library is to take it for an error, or for Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def find_signals() -> list[int]:
    """The signals that mean an end here: Windows has no hang-up, and under nohup it is to be ignored."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    known = [getattr(signal, name) for name in names if hasattr(signal, name)]
    return [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]


def stop_in_order() -> None:
    """Let each of them be raised as `Stopped` where the program is."""
    for number in find_signals():
        if number != signal.SIGINT:  # Python raises that one itself
            signal.signal(number, _stop)


@contextmanager
def put_off_signals() -> Iterator[None]:
    """Whatever asks for an end meanwhile is heard when this is done: half a line makes a record one that was changed.

    To be used in the main thread, as all that deals with signals.
    """
    came: list[int] = []
    before = {number: signal.signal(number, lambda number, _frame: came.append(number)) for number in find_signals()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if came:
        signal.raise_signal(came[0])


def _stop(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - the form that signals have
    raise Stopped(number)
