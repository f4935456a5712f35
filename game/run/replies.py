"""What people say when they are spoken with: how they answer is drawn, what they say is filled in from what was so."""

from collections.abc import Iterable, Sequence

from game.acts import Opening
from game.cast import Cast
from game.chance import stream
from game.claims import in_few
from game.exercise import CameraReport, Disposition, OfferedTopic, Statement
from game.log import Asked, Log, Replied
from game.scenario.talk import Fact, TalkTopic, fill
from game.staging import PATIENCE, Draws, Statements
from game.timetable import TOWNS

from .witness import Witness
from .wording import find_said, fresh, sentence

REASON = "reason"
"""The topic that is answered with why somebody is here: what was drawn for them comes first."""
FRIENDS = (
    "Alex", "Sam", "Priya", "Tom", "Grace", "Omar", "Ewa", "Jo", "Lena", "Marcus", "Nia", "Ben", "Chloe", "Dev", "Ruth",
    "Yusuf", "Kit", "Ana",
)  # fmt: skip
"""First names that are made up for whoever is spoken of."""
CHECK_TAKES = (200, 400)
"""Least and most ticks that control takes to look something up: half a minute or so."""
COLOURED = 0.4
"""Share of answers in which a temper shows."""
ASKERS = 0.15
"""Share of passers-by who would ask an officer the way: enough that in a busy hall there is always one."""
OF_VISITORS: frozenset[Fact] = frozenset({"way", "since", "train"})
"""What those who work there are not asked: they came long before the scene began, and take no train."""
MOST_ACTS = 3
"""How many of the acts that one has seen are offered to be asked about: the last ones."""


class Replies:
    """Answers for everybody of one staging. Which words are used up is read from the log: nobody repeats any."""

    def __init__(self, statements: Statements, witness: Witness, cast: Cast) -> None:
        """Nobody has said anything yet."""
        self._statements, self._witness, self._seed = statements, witness, cast.seed
        self._staff = frozenset(person.id for person in cast.people if person.staff)
        self._speech = statements.speech

    def choices(self, person: int, log: Log, *, assessed: bool) -> tuple[OfferedTopic, ...]:
        """What can be put to a person by now.

        Topics that only a scenario's author wrote are for practice: only those written have an answer, which would
        tell them apart. Staff are asked less than visitors, all of them alike: by the role alone.
        """
        works = person in self._staff
        replied = {event.topic for event in log.of(Replied) if event.person == person}
        offered: list[OfferedTopic] = []
        for topic in self._speech.topics:
            if (topic.follows is not None and topic.follows not in replied) or (works and topic.fact in OF_VISITORS):
                continue
            if topic.fact == "act":
                offered += self._acts(person, topic, log)
            elif topic.fact != "train" or self._witness.trains(log.events[-1].tick):
                offered.append(OfferedTopic(topic.topic, None, topic.short, self._ask(topic, person, log, "")))
        if not (assessed or works) and REASON in replied:
            named = {topic.short for topic in self._speech.topics}  # nobody could tell two choices of one name apart
            further = [about for about in self._statements.further if sentence(about) not in named]
            offered += [OfferedTopic(about, None, sentence(about), f"And {about}?") for about in further]
        return tuple(offered)

    def _acts(self, person: int, topic: TalkTopic, log: Log) -> Iterable[OfferedTopic]:
        """The last few different things that the trainee has seen the person do."""
        done: dict[str, int] = {}
        for act in self._witness.find_seen(person, log):
            done.setdefault(self._say_doing(person, act), act)
        for doing, act in list(done.items())[:MOST_ACTS]:
            yield OfferedTopic(topic.topic, act, doing, self._ask(topic, person, log, doing))

    def _say_doing(self, person: int, act: int) -> str:
        """What an act was, as one says it to somebody: "looking at the camera"."""
        (line, *_) = self._speech.lines(f"seen {self._witness.verb(person, act)}")
        return fill(line, {"target": self._witness.target(person, act)})

    def _ask(self, topic: TalkTopic, person: int, log: Log, target: str) -> str:
        """The question in words that have not been used in this sitting, as far as there are any."""
        chance = stream(self._seed, "question", f"{person}/{topic.topic}")
        said = {event.text for event in log.of(Asked)}
        return fresh(topic.ask, chance, {"target": target}, said)

    # --- answers ------------------------------------------------------------------------------------------------------

    def disposition(self, person: int) -> Disposition:
        """How a person takes it."""
        bearing = self._statements.bearing(person)
        return Disposition(PATIENCE[bearing.temper], bearing.afterwards)

    def open_talk(self, person: int, opening: Opening, log: Log) -> str:
        """A person's first words."""
        return self._say("greeted" if opening == "explained" else "bluntly met", person, log)

    def part(self, person: int, why: str, log: Log) -> str:
        """A person's last words."""
        phrases = {
            "thanked": "parts with thanks", "broke off": "breaks off", "helped": "helped", "gave up": "gives up asking",
        }
        return self._say(phrases.get(why, "parts"), person, log)

    def asks(self, person: int) -> bool:
        """Whether a passer-by is one who would ask an officer the way."""
        would = float(stream(self._seed, "asks", str(person)).random()) < ASKERS
        return would and self._statements.sees(person)

    def wants(self, person: int, log: Log) -> tuple[str, str]:
        """What somebody says who comes up to an officer, and what can be said to help them."""
        chance = stream(self._seed, "wants", str(person))
        places = self._witness.places(person, log) or [self._witness.way(person)]
        values = {"target": places[int(chance.integers(len(places)))]}
        asked = fresh(self._speech.lines("comes up"), chance, values, find_said(log))
        return asked, fresh(self._speech.lines("shows the way"), chance, values, find_said(log))

    def ask(self, person: int, topic: str, act: int | None, log: Log, *, curt: bool) -> Statement:
        """What a person says to a topic."""
        said = (reply for reply in log.of(Replied) if reply.person == person)
        before = next((reply for reply in said if (reply.topic, reply.act) == (topic, act)), None)
        if before is not None:
            return Statement(f"{self._say('again', person, log)} {before.text}", before.claim)
        asked = self._speech.topic(topic)
        if asked is None:
            written = self._statements.find_written(person)
            own = written.details.get(topic) if written else None
            return Statement(own or self._say("nothing to add", person, log))
        draws = self._statements.draws(person, asked, act)
        statement = self._state(person, asked, act, log, draws, curt=curt)
        return Statement(self._add_manner(person, statement.words, draws, log), statement.claim)

    def _state(
        self, person: int, topic: TalkTopic, act: int | None, log: Log, draws: Draws, *, curt: bool
    ) -> Statement:
        lines, written = self._own_lines(person, topic)
        if topic.fact is None:
            values = self._values(draws, "", log)
            return Statement(fresh(lines, draws.phrases, values, find_said(log), first=topic.topic == REASON))
        no_train = topic.fact == "train" and not lines
        if no_train or draws.form in ("vague", "declined"):
            said = self._speech.lines("no train" if no_train else f"{draws.form} {topic.fact}")
            return Statement(fresh(said, draws.phrases, {}, find_said(log)))
        claim = self._claim(person, topic.fact, act, log, draws)
        if written and draws.form == "fits" and not any("{value}" in line for line in lines):
            return Statement(lines[0])
        told = lines or self._speech.lines(f"told {topic.fact}")
        short = self._speech.lines(f"curt {topic.fact}") if curt else ()
        values = self._values(draws, claim, log)
        return Statement(fresh(short or told, draws.phrases, values, find_said(log)), claim)

    def _own_lines(self, person: int, topic: TalkTopic) -> tuple[Sequence[str], bool]:
        """What this person in particular can say to a topic, and whether the scenario's author wrote it for them."""
        written = self._statements.find_written(person)
        if written is not None and topic.topic in written.details:
            return (written.details[topic.topic],), True
        if topic.topic == REASON and topic.fact is None:
            return self._statements.claims(person), False
        lines = self._statements.lines(person, topic.topic)
        return lines or (() if topic.fact else self._speech.lines("nothing to add")), False

    def _claim(self, person: int, fact: Fact, act: int | None, log: Log, draws: Draws) -> str:
        """What they say of the fact: what was so, or something else that it might as well have been."""
        so = draws.form == "fits"
        if fact == "train":
            return _train(self._witness.trains(log.events[-1].tick), draws.other, so=so)
        if so:
            return self._witness.claim(fact, person, act, log)
        return self._witness.false_claim(fact, person, act, log, draws.other)

    def _values(self, draws: Draws, claim: str, log: Log) -> dict[str, str]:
        """What fills the gaps of an answer."""
        friend, town = (names[int(draws.other * len(names))] for names in (FRIENDS, TOWNS))
        train = _train(self._witness.trains(log.events[-1].tick), draws.other, so=True) or "next train"
        return {"value": claim, "friend": friend, "town": town, "train": train}

    def _add_manner(self, person: int, words: str, draws: Draws, log: Log) -> str:
        temper = self._statements.bearing(person).temper
        before = [reply.text for reply in log.of(Replied) if reply.person == person]
        every = self._speech.lines(f"temper {temper}")
        lines = [line for line in every if not any(_colour(line) in text for text in before)]
        if not lines or draws.colour >= COLOURED:
            return words
        return fresh(lines, draws.phrases, {"reply": words}, find_said(log))

    # --- control ------------------------------------------------------------------------------------------------------

    def look_up(self, person: int, topic: str, act: int | None, log: Log) -> CameraReport:
        """What the cameras say of a topic."""
        chance = stream(self._seed, "check", f"{person}/{topic}/{'' if act is None else act}")
        after = int(chance.integers(*CHECK_TAKES))
        asked = self._speech.topic(topic)
        found = self._witness.find(asked.fact, person, act, log) if asked and asked.fact else ""
        if not found or asked is None:
            return CameraReport(fresh(self._speech.lines("control cannot tell"), chance, {}, set()), "", after)
        lines = self._speech.lines(f"control {asked.fact}")
        said = [
            reply.claim for reply in log.of(Replied) if (reply.person, reply.topic, reply.act) == (person, topic, act)
        ]
        value = in_few(found, said[-1] if said else "")
        return CameraReport(fresh(lines, chance, {"value": value}, set()), found, after)

    # --- words --------------------------------------------------------------------------------------------------------

    def _say(self, phrase: str, person: int, log: Log) -> str:
        chance = stream(self._seed, phrase, str(person))
        return fresh(self._speech.lines(phrase), chance, {}, find_said(log))


def _colour(line: str) -> str:
    """What a temper adds to an answer, without the answer."""
    return fill(line, {"reply": ""}).strip()


def _train(board: Sequence[str], number: float, *, so: bool) -> str:
    """A train that is on the board, or one that is not: another town at such a time."""
    if not board:
        return ""
    named = board[int(number * len(board))]
    if so:
        return named
    time = named.partition(" to ")[0]
    towns = [town for town in TOWNS if f"{time} to {town}" not in board]
    # 97 is prime and larger than the towns are many: the same draw that chose the train chooses the town anew.
    return f"{time} to {towns[int(number * 97) % len(towns)]}"
