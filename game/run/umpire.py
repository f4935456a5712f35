"""The umpire: the one sealed door between what is true and who is watching. It answers questions, one at a time."""

from collections.abc import Iterator
from dataclasses import replace

from game.acts import BearsOut, Finds, Hint, IsBorne, IsMeant, Question, Reply
from game.cast import Cast
from game.exercise import Answer, Refusal
from game.key import Entry, Key, KeyAct
from game.log import ActBegan, Cleared, Left, Log, Marked, Observable
from game.scenario import Decoy, Production, Subject, WrittenAccount
from game.scenario.verbs import LEGIBLE_AT
from game.score import GROUNDS, explain_decision, judge_decisions, name_reasons, named, showings, sight

NO_LESSON = Refusal("no-lesson", "Who is meant can be asked in a lesson only.")
READS = {height: reads for reads, height in LEGIBLE_AT.items()}
"""What an onlooker must watch, by the height in px from which it can be made out."""


def unknown_topic(topic: str) -> Refusal:
    """A topic that this scenario has not."""
    return Refusal("unknown-topic", f"There is no topic “{topic}” in this scenario.")


class Umpire:
    """Knows everything of one staging, and is asked by the exercise alone, which logs each answer."""

    def __init__(self, production: Production, cast: Cast, key: Key) -> None:
        self._key = key
        self._wordings = {cue.cue: cue.wording for family in production.families for cue in family.cues}
        self._lesson = bool(production.scenario.lesson)
        self._claims = tuple(person.account.claims for person in cast.people)
        self._entries = {entry.person: entry for entry in key.entries}
        scenario = production.scenario
        written = {entry.person: scenario.written(entry.entry) for entry in key.entries}
        self._accounts: dict[int, WrittenAccount] = {
            person: one.account for person, one in written.items() if one and one.account
        }
        people: tuple[Subject | Decoy, ...] = (*scenario.subject_entries, *scenario.decoy_entries)
        accounts = [one.account for one in people if one.account]
        self.topics = tuple(dict.fromkeys(topic for one in accounts for topic in (*one.details, *one.breaks_on)))
        """What people can be asked further: what the author let anybody be asked about, the same for all."""

    def answer(self, question: Question, log: Log) -> Answer | Refusal:
        """What is true by what has been played, shown and seen so far; or why there is no answer."""
        match question:
            case IsMeant(person):
                return self._say_who_is_meant(person)
            case Hint():
                return self._point_out(log)
            case BearsOut(person):
                return self._weigh_mark(person, log)
            case Reply(person, topic):
                return self._reply(person, topic)
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
        those it means and nobody else, marked or not, and says so once they have left.
        """
        marked = _marks(log)
        in_the_open = next((event.people for event in reversed(log.events) if isinstance(event, Observable)), ())
        going = [
            (began + act.planned, entry.person, act)
            for entry in self._entries.values()
            if entry.person in in_the_open and (entry.part == "subject" if self._lesson else entry.person not in marked)
            for began, act in _under_way(entry, log)
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
        cues = mark.cues or tuple(one.act.cue for one in shown)
        weighed = named(replace(mark, tick=log.events[-1].tick, cues=cues), shown, seen)
        best = min(weighed, key=lambda one: GROUNDS.index(one.grounds), default=None)
        return Answer("mark", person, best.grounds if best else GROUNDS[-1], best.cue if best else "")

    def _search(self, person: int) -> Answer:
        """What is found is in the key, and comes out by a search alone."""
        entry = self._entries.get(person)
        found = entry.finds if entry else ""
        return Answer("search", person, "found" if found else "nothing", words=found)

    def _weigh_decision(self, person: int, log: Log) -> Answer:
        """Whether the grounds given for the last decision about somebody bear it, and why that is asked."""
        judged = [one for one in judge_decisions(self._key, log) if one.decided.person == person][-1]
        borne = "closed" if not judged.is_open else "borne" if judged.borne else "unborne"
        words = " ".join((*explain_decision(judged), *name_reasons(judged, self._wordings)))
        return Answer("decision", person, borne, judged.decided.decision, words)

    def _reply(self, person: int, topic: str) -> Answer | Refusal:
        """In the author's words. That an account fails at a topic is never said: one has to notice it oneself."""
        if topic and topic not in self.topics:
            return unknown_topic(topic)
        account = self._accounts.get(person)
        words = (account.details.get(topic, "") if account else "") if topic else self._claims[person]
        return Answer("reply", person, "said" if words else "silent", topic, words)


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
