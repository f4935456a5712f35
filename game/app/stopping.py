"""The signals that ask the program to end, which it does in order."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

Handler = Callable[[int, FrameType | None], object]
"""What is called with a signal's number, and with the frame it came in."""


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
def handle_signals(handler: Handler) -> Iterator[None]:
    """Let `handler` hear each of them meanwhile, and then whoever heard them before.

    To be used in the main thread, as all that deals with signals.
    """
    before = {number: signal.signal(number, handler) for number in find_signals()}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)


@contextmanager
def put_off_signals() -> Iterator[None]:
    """Whatever asks for an end meanwhile is heard after it: half a line reads as a record that was changed."""
    came: list[int] = []
    with handle_signals(lambda number, _frame: came.append(number)):
        yield
    if came:
        signal.raise_signal(came[0])


def _stop(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - the form that signals have
    raise Stopped(number)
