"""Something long, done in a thread while the window goes on: how far it is, what it led to, what went wrong."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from game.widgets.screen import Screen

Done = TypeVar("Done")


class Abandoned(Exception):
    """Nobody waits for the work any more."""


class Tell:
    """How the work says how far it has come."""

    def __init__(self) -> None:
        self.share = 0.0
        self.saying = ""
        self.abandoned = False

    def __call__(self, share: float, saying: str = "") -> None:
        """So far, 0…1; and what is being done now. Ends the work if nobody waits."""
        if self.abandoned:
            raise Abandoned
        self.share = share
        self.saying = saying or self.saying


class Task(Generic[Done]):
    """A function running in a thread. `explain` turns what it may raise into a sentence."""

    def __init__(self, do: Callable[[Tell], Done], explain: Callable[[Exception], str]) -> None:
        self._tell = Tell()
        self._do = do
        self._explain = explain
        self._made: list[Done] = []
        self._problem = ""
        Thread(target=self._run, name="work").start()  # the program ends after it: it may have a record to close

    @property
    def share(self) -> float:
        """How far it has come."""
        return self._tell.share

    @property
    def saying(self) -> str:
        """What it is doing."""
        return self._tell.saying

    @property
    def problem(self) -> str:
        """What went wrong, in a sentence."""
        return self._problem

    @property
    def made(self) -> Done | None:
        """What it led to, once it is done."""
        return self._made[0] if self._made else None

    def abandon(self) -> None:
        """Nobody waits for it: end at the next word of progress."""
        self._tell.abandoned = True

    def _run(self) -> None:
        try:
            self._made.append(self._do(self._tell))
        except Abandoned:
            return
        except Exception as why:
            self._problem = self._explain(why)


class ToScreen(Task[Done]):
    """A task whose outcome is shown on a screen, made in the window's own thread."""

    def __init__(
        self, do: Callable[[Tell], Done], explain: Callable[[Exception], str], show: Callable[[Done], Screen]
    ) -> None:
        self._show = show
        super().__init__(do, explain)

    def screen(self) -> Screen | None:
        """The screen, once there is one."""
        made = self.made
        return None if made is None else self._show(made)


def in_background(do: Callable[[], None]) -> None:
    """Do it in a thread that ends with the program."""
    Thread(target=do, daemon=True).start()
