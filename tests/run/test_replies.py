"""What people answer: what was so or what was not, in words that tell nothing of who says them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

import numpy as np
import pytest

from game.claims import agrees
from game.key import Entry, Key
from game.log import ActBegan, Asked, Event, Finished, Log, Replied
from game.run import Site, Stage, call_umpire, set_stage
from game.run.replies import Replies
from game.run.witness import Witness, way_called
from game.scenario import Production, find, read
from game.scenario.answer_shares import LEAST_WEIGHT, MOST_WEIGHT
from game.staging import Statements

CHECKED = ("way", "since", "been")
ALL = ("reason", *CHECKED, "train", "who", "afterwards")
SEEDS = (1, 2, 3, 4)


@pytest.fixture(scope="module")
def staged() -> list[Stage]:
    """King Street for three seeds."""
    production: Production = read(find("king_street_quiet"))
    site = Site(production)
    return [set_stage(production, seed, site=site) for seed in SEEDS]


class Hall:
    """A staging in which every other person has something to hide, whoever they are; all they do has been done."""

    def __init__(self, staged: Stage) -> None:
        people = [person.id for person in staged.cast.people if not person.staff]
        hide = np.random.default_rng(staged.cast.seed).permutation(people)[: len(people) // 2]
        key = Key(tuple(Entry(int(n), "", "subject", "reconnaissance", ()) for n in sorted(hide)))
        self.people, self.hide = people, frozenset(hide.tolist())
        production = staged.production
        statements = Statements(production, staged.cast, key)
        witness = Witness(staged.layout, staged.cast, production.scenario.clock.starts, production.speech)
        self.statements, self.witness = statements, witness
        self.replies = Replies(statements, witness, staged.cast)
        acts = {
            (person.id, step.act)
            for person in staged.cast.people for step in person.part.steps if step.act is not None
        }  # fmt: skip
        self.past: list[Event] = [ActBegan(staged.lasts, person, act) for person, act in sorted(acts)]
        self.log = Log(self.past)
        self._told: dict[tuple[int, str, bool], tuple[str, str]] = {}

    def say(self, person: int, topic: str, *, curt: bool = False) -> tuple[str, str]:
        """What they say, and how it agrees with what control finds: "fits", "off", or "" for nothing claimed.

        Kept, as several tests ask the same of everybody.
        """
        if (person, topic, curt) not in self._told:
            said = self.replies.ask(person, topic, None, self.log, curt=curt)
            form = ""
            if said.claim:
                found = self.replies.look_up(person, topic, None, self.log).found
                form = "fits" if agrees(said.claim, found) else "off"
            self._told[person, topic, curt] = said.words, form
        return self._told[person, topic, curt]


@pytest.fixture(scope="module")
def halls(staged: list[Stage]) -> list[Hall]:
    """Three halls of some three hundred people."""
    return [Hall(stage) for stage in staged]


def _forms(halls: Sequence[Hall], topic: str) -> tuple[Counter[str], Counter[str]]:
    """How often each form of answer came from those who hide something, and from the others."""
    covers: Counter[str] = Counter()
    honest: Counter[str] = Counter()
    for hall in halls:
        for person in hall.people:
            (covers if person in hall.hide else honest)[hall.say(person, topic)[1]] += 1
    return covers, honest


@pytest.mark.parametrize("topic", [*CHECKED, "train"])
def test_no_single_answer_settles_it(halls: list[Hall], topic: str) -> None:
    """How much likelier an answer is of a cover lies within the bounds, by two standard errors of its logarithm."""
    covers, honest = _forms(halls, topic)
    for form in ("fits", "off", ""):
        a, b = covers[form] + 0.5, honest[form] + 0.5
        ratio = log(a / covers.total()) - log(b / honest.total())
        error = 2 * (1 / a + 1 / b) ** 0.5
        assert log(LEAST_WEIGHT) - error < ratio < log(MOST_WEIGHT) + error, (topic, form)
    assert covers["off"] / covers.total() > 1.5 * honest["off"] / honest.total()
    assert honest["off"] > 0


def _area(covers: Sequence[float], honest: Sequence[float]) -> float:
    """How often one who hides something scores higher than one who does not; ties count half."""
    mine, theirs = np.array(covers)[:, None], np.array(honest)[None]
    return float(((mine > theirs) + 0.5 * (mine == theirs)).mean())


def _spread(area: float, covers: int, honest: int) -> float:
    """Half of the 90 % interval of an area (Hanley and McNeil 1982)."""
    q1, q2 = area / (2 - area), 2 * area * area / (1 + area)
    some = area * (1 - area) + (covers - 1) * (q1 - area * area) + (honest - 1) * (q2 - area * area)
    return float(1.645 * (some / (covers * honest)) ** 0.5)


def test_three_checked_answers_tell_covers_from_honest_accounts(halls: list[Hall]) -> None:
    """Way in, since when and where: the area's 90 % interval lies within .75 to .90."""
    scores: dict[bool, list[float]] = {True: [], False: []}
    for hall in halls:
        for person in hall.people:
            forms = [hall.say(person, topic)[1] for topic in CHECKED]
            scores[person in hall.hide].append(2 * forms.count("off") - forms.count("fits"))
    area = _area(scores[True], scores[False])
    half = _spread(area, len(scores[True]), len(scores[False]))
    assert area - half > 0.75
    assert area + half < 0.90


def _by_words(halls: Sequence[Hall], topics: Sequence[str]) -> tuple[float, float]:
    """How well words tell who hides something, learned on every other person: the area, and half its interval."""
    seen: dict[bool, Counter[str]] = defaultdict(Counter)
    held: list[tuple[bool, list[str]]] = []
    for hall in halls:
        for n, person in enumerate(hall.people):
            words = " ".join(hall.say(person, topic)[0] for topic in topics).lower().split()
            if n % 2:
                held.append((person in hall.hide, words))
            else:
                seen[person in hall.hide].update(set(words))
    totals = {hides: sum(1 for one, _ in held if one is hides) for hides in (True, False)}

    def score(words: Sequence[str]) -> float:
        return sum(
            log((seen[True][word] + 1) / (totals[True] + 2)) - log((seen[False][word] + 1) / (totals[False] + 2))
            for word in set(words)
        )

    area = _area([score(words) for hides, words in held if hides], [score(words) for hides, words in held if not hides])
    return area, _spread(area, totals[True], totals[False])


def test_asking_the_reason_alone_tells_nothing(halls: list[Hall]) -> None:
    """Why they are here is what their role would say: the area's 90 % interval lies within .40 to .60."""
    area, half = _by_words(halls, ["reason"])
    assert area - half > 0.40
    assert area + half < 0.60


def test_the_words_of_replies_tell_nothing(halls: list[Hall]) -> None:
    """Whoever learns how those talk who hide something has learned nothing: within .40 to .60, all topics together."""
    area, half = _by_words(halls, ALL)
    assert area - half > 0.40
    assert area + half < 0.60


def test_every_answer_is_whole(halls: list[Hall]) -> None:
    """All topics to all people, to every fourth in short too: no brace, no missing word, a sentence each."""
    for hall in halls:
        for n, person in enumerate(hall.people):
            for topic in ALL:
                for curt in (False, True) if n % 4 == 0 else (False,):
                    words, _ = hall.say(person, topic, curt=curt)
                    assert words
                    assert "{" not in words
                    assert "  " not in words
                    assert not words[0].islower(), words


def test_nothing_is_said_twice_in_a_sitting(staged: list[Stage]) -> None:
    """Twelve people are asked everything one after another, and hardly a line comes again, the reason least of all."""
    hall = Hall(staged[0])
    said: list[str] = []
    for person in hall.people[:12]:
        for topic in ("reason", *CHECKED, "who", "afterwards"):
            words = hall.replies.ask(person, topic, None, hall.log, curt=False).words
            hall.past.append(Replied(100, person, topic, None, words, ""))
            hall.log = Log(hall.past)
            said.append(words)
    assert len(said) - len(set(said)) <= 2


def test_why_they_are_here_is_given_in_other_words_once_it_was_said(staged: list[Stage]) -> None:
    """Each gives the reason drawn for them, and whoever hears theirs from another gives another of their role's."""
    hall = Hall(staged[0])
    claims = {person: hall.statements.claims(person) for person in hall.people}
    one, other = next(
        (one, other) for one in claims for other in claims if one < other and claims[one][0] == claims[other][0]
    )
    first = hall.replies.ask(one, "reason", None, hall.log, curt=False).words
    assert claims[one][0] in first
    hall.log = Log([*hall.past, Replied(100, one, "reason", None, first, "")])
    second = hall.replies.ask(other, "reason", None, hall.log, curt=False).words
    assert claims[other][0] not in second
    assert any(claim in second for claim in claims[other])


def test_whoever_came_in_company_does_not_say_that_they_are_alone(staged: list[Stage]) -> None:
    """What is said of company is true of what can be seen, for covers as for others."""
    hall, (first, *_) = Hall(staged[0]), staged
    speech = first.production.speech
    leaders = {person.leader for person in first.cast.people}
    alone = {line for account in speech.accounts if account.together for line in account.answers["who"]}
    together = 0
    for person in hall.people:
        in_company = first.cast.people[person].leader is not None or person in leaders
        words = hall.replies.ask(person, "who", None, hall.log, curt=False).words
        if in_company:
            together += 1
            assert not any(line in words for line in alone if "{" not in line), words
    assert together > 50


def test_questions_are_put_in_other_words(staged: list[Stage]) -> None:
    """Three people in a row are not asked in the same words."""
    hall = Hall(staged[0])
    asked = []
    for person in hall.people[:3]:
        (reason, *_) = hall.replies.choices(person, hall.log, assessed=True)
        asked.append(reason.words)
        hall.past.append(Asked(100, person, "reason", None, reason.words))
        hall.log = Log(hall.past)
    assert len(set(asked)) == 3


def test_whoever_is_asked_again_says_so_and_the_same(halls: list[Hall]) -> None:
    """The claim stays what it was."""
    hall = halls[0]
    person = hall.people[0]
    first = hall.replies.ask(person, "way", None, hall.log, curt=False)
    log_ = Log([*hall.past, Replied(50, person, "way", None, first.words, first.claim)])
    again = hall.replies.ask(person, "way", None, log_, curt=False)
    assert again.claim == first.claim
    assert first.words in again.words
    assert again.words != first.words


def test_topics_follow_what_was_answered(halls: list[Hall]) -> None:
    """Which train is asked once one has heard why they are there; what nobody saw cannot be put."""
    hall = halls[0]
    person = hall.people[0]
    before = [topic.topic for topic in hall.replies.choices(person, hall.log, assessed=True)]
    log_ = Log([*hall.past, Replied(50, person, "reason", None, "", "")])
    after = [topic.topic for topic in hall.replies.choices(person, log_, assessed=True)]
    assert "who" not in before
    assert {"who", "train", "afterwards"} <= set(after)
    assert "act" not in after


def test_staff_are_asked_what_makes_sense_of_staff() -> None:
    """Neither a train, a way in nor since when, nor what an author has visitors asked; all of them alike."""
    stage = set_stage(read(find("first_steps")), 1)
    hall, offered = Hall(stage), set()
    for person in stage.cast.people:
        log_ = Log([*hall.past, Replied(50, person.id, "reason", None, "", "")])
        topics = tuple(topic.topic for topic in hall.replies.choices(person.id, log_, assessed=False))
        if person.staff:
            offered.add(topics)
        else:
            assert {"train", "way", "since", *hall.statements.further} <= set(topics)
    assert hall.statements.further
    assert offered == {("reason", "been", "who", "afterwards")}


def test_the_way_is_asked_and_shown_in_words_for_one_thing_or_several(staged: list[Stage]) -> None:
    """It may be the clock or the gates."""
    speech = staged[0].production.speech
    for line in (*speech.lines("comes up"), *speech.lines("shows the way")):
        assert not any(words in line for words in ("{target} is", "is {target}", "'s {target}")), line


@pytest.mark.parametrize(
    ("portal", "called"),
    [("west door", "the west door"), ("platform 3", "platform 3"), ("stand B", "stand B"), ("Mill Lane", "Mill Lane"),
     ("to the trains", "the way to the trains"), ("arrivals", "arrivals")],
)
def test_ways_are_called_as_people_call_them(portal: str, called: str) -> None:
    """A street, and what has a number or a letter, goes by its name alone."""
    assert way_called(portal) == called


@pytest.mark.parametrize(
    ("claim", "found"), [("the Mill Lane", "Mill Lane"), ("the platform side", "the bench; the platform")]
)
def test_a_claim_of_an_older_record_stays_as_right_as_it_was(claim: str, found: str) -> None:
    """Places that have another name by now are the same places."""
    assert agrees(claim, found)
    assert not agrees(claim, "the west door")


def test_control_names_what_was_claimed_where_it_is_so(staged: list[Stage]) -> None:
    """Of a long board, or of many places, few are named: the one that was claimed is among them if it is there."""
    stage = staged[0]
    replies, so_far = call_umpire(stage).replies, Log([Finished(600, early=False)])
    named = 0
    for person in range(len(stage.cast.people)):
        said = replies.ask(person, "train", None, so_far, curt=False)
        if said.claim:
            answered = Log([*so_far.events, Replied(600, person, "train", None, said.words, said.claim)])
            report = replies.look_up(person, "train", None, answered)
            assert (said.claim in report.words) == agrees(said.claim, report.found)
            named += 1
    assert named > 20


def test_nobody_shows_the_same_temper_in_the_same_words_twice(staged: list[Stage]) -> None:
    """Whoever is hard of hearing does not say “Say that again?” to every question."""
    for stage in staged:
        replies = call_umpire(stage).replies
        phrases = stage.production.speech.phrases
        tempers = [line for name, lines in phrases.items() if name.startswith("temper") for line in lines]
        for person in range(0, len(stage.cast.people), 3):
            events: list[Event] = [Finished(600, early=False)]
            for topic in ("reason", "way", "since", "been", "who", "afterwards"):
                said = replies.ask(person, topic, None, Log(events), curt=False)
                events.append(Replied(600, person, topic, None, said.words, said.claim))
            words = " ".join(event.text for event in events if isinstance(event, Replied))
            marks = [line.replace("{reply}", "").strip() for line in tempers]
            assert all(words.count(mark) <= 1 for mark in marks if len(mark) > 4)


def test_whoever_asks_the_way_can_see_it_and_asks_for_what_one_looks_for(staged: list[Stage]) -> None:
    """Nobody with a white cane is told "over there"; nobody asks for the shop window, or for the way that they came."""
    hall, people = Hall(staged[0]), staged[0].cast.people
    assert any(hall.replies.asks(person.id) for person in people)
    assert not any(hall.replies.asks(person.id) for person in people if person.looks.aid == "white cane")
    wanted = {place for person in hall.people for place in hall.witness.places(person, hall.log)}
    assert {"the cash machine", "the west door", "platform 3"} <= wanted
    assert not wanted & {"the shop window", "the litter bin", "the bench"}
    assert all(hall.witness.way(person) not in hall.witness.places(person, hall.log) for person in hall.people)
