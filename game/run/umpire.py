"""The umpire: the one sealed door between what is true and who is watching. It answers questions, one at a time."""

from collections.abc import Iterator
from dataclasses import replace

from game.acts import BearsOut, Finds, Hint, IsBorne, IsMeant, Question
from game.cast import Cast
from game.exercise import Answer, Conversing, Eyes, Owners, Refusal
from game.key import Entry, Key, KeyAct
from game.log import ActBegan, Cleared, Left, Log, Marked, Observable
from game.scenario import Layout, Production
from game.scenario.verbs import LEGIBLE_AT
from game.score import GROUNDS, explain_decision, ground_cues, judge_decisions, name_reasons, showings, sight
from game.staging import Statements

from .owners import ItemOwners
from .replies import Replies
from .spotters import Headed, Spotters
from .witness import Witness

NO_LESSON = Refusal("no-lesson", "Who is meant can be asked in a lesson only.")
READS = {height: reads for reads, height in LEGIBLE_AT.items()}
"""What an onlooker must watch, by the height in px from which it can be made out."""


class Umpire:
    """Knows everything of one staging, and is asked by the exercise alone, which logs each answer."""

    def __init__(
        self, production: Production, layout: Layout, cast: Cast, key: Key, witness: Witness, headed: Headed
    ) -> None:
        """The `witness` knows what was so; `headed` has everybody by the headings of a description."""
        self._key = key
        self._wordings = production.wordings
        self._lesson = bool(production.scenario.lesson)
        self._entries = {entry.person: entry for entry in key.entries}
        statements = Statements(production, cast, key)
        self.replies: Conversing = Replies(statements, witness, cast)
        """What people say when they are spoken with. Whether it is so is never said: one has to find that out."""
        spotters = Spotters(layout, cast, headed, witness, production.speech)
        self.eyes: Eyes = spotters
        """What cameras and colleagues see."""
        self.owners: Owners = ItemOwners(cast, key, spotters, production.speech)
        """Whose the items are that lie about."""

    def answer(self, question: Question, log: Log) -> Answer | Refusal:
        """What is true by what has been played, shown and seen so far; or why there is no answer."""
        match question:
            case IsMeant(person):
                return self._say_who_is_meant(person)
            case Hint():
                return self._point_out(log)
            case BearsOut(person):
                return self._weigh_mark(person, log)
            case Finds(person):
                return self._search(person)
            case IsBorne(person):
                return self._weigh_decision(person, log)

    def _say_who_is_meant(self, person: int) -> Answer | Refusal:
        """In a lesson alone: in any other practice it would be the solution, for a mark on everybody."""
        if not self._lesson:
            return NO_LESSON
        entry = self._entries.get(person)
        return Answer("meant", person, "yes" if entry and entry.part == "subject" else "no")

    def _point_out(self, log: Log) -> Answer:
        """Somebody in the open who shows an act of the key now, a tell or a look-alike alike, and has no mark yet.

        Of several, the one whose act goes on longest, so that there is time to find them. A lesson points out
        those it means and nobody else, marked or not, while they still have something to show; and says so once they
        have left.
        """
        marked = _marks(log)
        in_the_open = next((event.people for event in reversed(log.events) if isinstance(event, Observable)), ())
        going = [
            (began + act.planned, entry.person, act)
            for entry in self._entries.values()
            if entry.person in in_the_open and (entry.part == "subject" if self._lesson else entry.person not in marked)
            for began, act in _under_way(entry, log)
        ]
        if not going and self._lesson:
            going = [
                (-len(ahead), entry.person, ahead[0])
                for entry in self._entries.values()
                if entry.person in in_the_open and entry.part == "subject" and (ahead := _still_to_come(entry, log))
            ]
        if not going:
            left = {event.person for event in log.events if isinstance(event, Left)}
            meant = {entry.person for entry in self._entries.values() if entry.part == "subject"}
            return Answer("hint", None, "gone" if self._lesson and meant <= left else "nobody")
        _, person, act = max(going, key=lambda one: (one[0], -one[1]))
        return Answer("hint", person, "look", READS[act.legible_at])

    def _weigh_mark(self, person: int, log: Log) -> Answer:
        """The best that the mark rests on by now. One that names no cue rests on whatever the person has shown."""
        entry, mark = self._entries.get(person), _marks(log)[person]
        seen = sight(log)
        shown = showings(entry, log, seen) if entry else ()
        cues = mark.cues or tuple(showing.act.cue for showing in shown)
        weighed = ground_cues(replace(mark, tick=log.events[-1].tick, cues=cues), shown, seen)
        best = min(weighed, key=lambda named: GROUNDS.index(named.grounds), default=None)
        return Answer("mark", person, best.grounds if best else GROUNDS[-1], best.cue if best else "")

    def _search(self, person: int) -> Answer:
        """What is found is in the key, and comes out by a search alone."""
        entry = self._entries.get(person)
        found = entry.finds if entry else ""
        return Answer("search", person, "found" if found else "nothing", words=found)

    def _weigh_decision(self, person: int, log: Log) -> Answer:
        """Whether the grounds given for the last decision about somebody bear it, and why that is asked."""
        judged = [decision for decision in judge_decisions(self._key, log) if decision.decided.person == person][-1]
        borne = "closed" if not judged.is_open else "borne" if judged.borne else "unborne"
        words = " ".join((*explain_decision(judged), *name_reasons(judged, self._wordings)))
        return Answer("decision", person, borne, judged.decided.decision, words)


def _marks(log: Log) -> dict[int, Marked]:
    """The mark on each person who has one."""
    marks: dict[int, Marked] = {}
    for event in log.events:
        if isinstance(event, Marked):
            marks[event.person] = event
        elif isinstance(event, Cleared):
            marks.pop(event.person, None)
    return marks


def _under_way(entry: Entry, log: Log) -> Iterator[tuple[int, KeyAct]]:
    """The acts of the key that somebody shows at present, each with when it began."""
    began: dict[int, int] = {}
    for event in log.acts_of(entry.person):
        if isinstance(event, ActBegan):
            began[event.act] = event.tick
        else:
            began.pop(event.act, None)
    return ((began[act.act], act) for act in entry.acts if act.act in began)


def _still_to_come(entry: Entry, log: Log) -> list[KeyAct]:
    """The acts of the key that somebody has not begun yet."""
    begun = {event.act for event in log.acts_of(entry.person)}
    return [act for act in entry.acts if act.act not in begun]
