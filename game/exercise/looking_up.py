"""What control is asked to look up on the cameras, and what comes back after a while."""

from dataclasses import dataclass

from game.log import Checked, CheckReturned, Log, Replied

from . import refusal
from .conversing import CameraReport, Conversing
from .refusal import Refusal


@dataclass(frozen=True)
class Pending:
    """What control was asked about, and when its answer comes."""

    at: int
    asked: Checked
    report: CameraReport


class LookingUp:
    """Control, as a trainee speaks with it. `pending` is what it has been asked and has not answered yet."""

    def __init__(self, umpire: Conversing) -> None:
        self.pending: list[Pending] = []
        self._umpire = umpire

    def ask(self, topic: str, act: int | None, person: int | None, tick: int, log: Log) -> Checked | Refusal:
        """Ask what the cameras say of what a person has answered; of whoever answered last, if nobody is named."""
        said = [event for event in log.of(Replied) if person in (None, event.person)]
        answered = next((event for event in reversed(said) if (event.topic, event.act) == (topic, act)), None)
        if answered is None or not topic:
            return refusal.NOT_ANSWERED
        if any(
            (checked.person, checked.topic, checked.act) == (answered.person, topic, act) for checked in log.of(Checked)
        ):
            return refusal.CHECKED_ALREADY
        asked = Checked(tick, answered.person, topic, act)
        report = self._umpire.look_up(answered.person, topic, act, log)
        self.pending.append(Pending(tick + report.after, asked, report))
        return asked

    def step(self, tick: int) -> list[CheckReturned]:
        """What comes back in this tick."""
        back = [pending for pending in self.pending if pending.at <= tick]
        self.pending = [pending for pending in self.pending if pending.at > tick]
        return [
            CheckReturned(
                tick,
                pending.asked.person,
                pending.asked.topic,
                pending.asked.act,
                pending.report.words,
                pending.report.found,
            )
            for pending in back
        ]
