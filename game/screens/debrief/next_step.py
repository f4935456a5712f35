"""What there is to learn from how somebody was judged: of which kind the miss was, and one thing to do about it."""

from dataclasses import dataclass, replace

from game.course import Miss
from game.score import ActTold, PersonTold

from .moments import Does

BEFORE = 200
"""Ticks before an act from which on the scene is played again: long enough to look over a place, and not to wait."""
WHOLE = 30
"""An exercise that is played on begins at a multiple of so many ticks, so that its first picture is kept at once."""
KINDS: dict[Miss, str] = {
    "search": "Missed in searching: it was never in your view, long and large enough.",
    "recognition": "Missed in recognising: you had it in view and took it for nothing.",
    "decision": "Missed in deciding: you had seen something, and let it go.",
}
LUCKY = "Marked by luck: nothing of it had been there for you to see."
EARLY = "Found early: on signs of one kind only."
TAKEN = "Taken for a tell: it was a look-alike."
UNSEEN = "Marked with nothing seen: you had made out none of what they did by then."
SHORT: dict[Miss, str] = {"search": "in searching", "recognition": "in recognising", "decision": "in deciding"}
KEPT = "This is kept for a test, so neither guide nor drills have it."
ALONE = "There is nothing here to tell it from in a drill."
INSTEAD = "Next: play on from before it, and watch what they do."


@dataclass(frozen=True, slots=True)
class Taught:
    """What cannot be practised: `held` is kept for tests, `alone` has nothing left to be told from in a drill."""

    held: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()

    def can(self, does: Does, name: str) -> bool:
        """Whether this can be done to the behaviour of this name."""
        return does == "find" or name not in (self.held | self.alone if does == "drill" else self.held)


@dataclass(frozen=True, slots=True)
class NextStep:
    """`kind` says how it came about, `words` what to do next; `button` does it to the act of this `number`."""

    kind: str
    words: str
    button: str
    does: Does
    number: int


def next_step(person: PersonTold, taught: Taught) -> NextStep | None:
    """The one thing to do next about a person; None where there is nothing to learn or nothing was shown.

    What guide or drills would not show is played again in its own scene.
    """
    step = _find_step(person)
    if step is None:
        return None
    name = person.acts[step.number].showing.act.name
    if taught.can(step.does, name):
        return step
    why = KEPT if name in taught.held else ALONE
    return replace(step, words=f"{why} {INSTEAD}", button="Find it now", does="find")


def _find_step(person: PersonTold) -> NextStep | None:
    shown = [n for n, act in enumerate(person.acts) if act.showing.shown]
    tells = [n for n in shown if person.acts[n].showing.act.kind == "tell"]
    if person.result in ("miss", "crime missed") and tells:
        return _find_missed(person, tells)
    if person.result == "hit" and person.evidence == "early":
        return _early(person, tells)
    return _false_alarm(person, shown) if person.result == "false alarm" and shown else None


def play_from(act: ActTold) -> int:
    """The tick from which to play on, to find an act: a while before it, after 0:00."""
    return max(WHOLE, (act.showing.began - BEFORE) // WHOLE * WHOLE)


def say_kinds(misses: list[Miss]) -> str:
    """How those who were missed were missed, in a line: "Missed: 2 in searching, 1 in deciding."."""
    counts = [f"{misses.count(kind)} {words}" for kind, words in SHORT.items() if kind in misses]
    return f"Missed: {', '.join(counts)}." if counts else ""


def _false_alarm(person: PersonTold, shown: list[int]) -> NextStep:
    """Only what had been made out when they were marked can have been taken for a tell."""
    marked = person.standing.tick if person.standing else 0
    taken = [n for n in shown if person.acts[n].showing.was_noticed_by(marked)]
    if taken:
        words = "Next: two minutes of it among the tells that it is taken for."
        return NextStep(TAKEN, words, "Drill the two", "drill", taken[0])
    words = "Next: play on from before it, and see what they do before you mark."
    return NextStep(UNSEEN, words, "See it now", "find", shown[0])


def _find_missed(person: PersonTold, tells: list[int]) -> NextStep:
    noticed = [n for n in tells if person.acts[n].showing.noticed]
    if person.evidence in ("lucky", "unfounded"):
        words = "Next: play on from before it, and mark once you have seen something."
        return NextStep(LUCKY, words, "Find it now", "find", tells[0])
    if person.miss == "recognition" and noticed:
        words = "Next: two minutes of this sign and of what is taken for it."
        return NextStep(KINDS["recognition"], words, "Drill it", "drill", noticed[0])
    if person.miss == "decision" and noticed:
        words = "Next: see it beside what is taken for it, and what tells them apart."
        return NextStep(KINDS["decision"], words, "Compare them in the guide", "guide", noticed[0])
    longest = max(tells, key=lambda n: person.acts[n].showing.ran)
    words = "Next: play on from before it, look over all of the place, and find it."
    return NextStep(KINDS["search"], words, "Find it now", "find", longest)


def _early(person: PersonTold, tells: list[int]) -> NextStep | None:
    """The sign of another kind that would have made sure."""
    marked = person.standing.tick if person.standing else 0
    families = {person.acts[n].showing.act.family for n in tells if person.acts[n].showing.was_noticed_by(marked)}
    other = [n for n in tells if person.acts[n].showing.act.family not in families]
    if not other:
        return None
    words = f"Next: the sign of another kind, which makes sure: they {person.acts[other[0]].title}."
    return NextStep(EARLY, words, "See it in the guide", "guide", other[0])
