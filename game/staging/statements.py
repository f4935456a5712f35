"""How each of a cast will answer when spoken with: whose account it is, and how every single answer is given.

All chance of it is drawn here, for everybody from streams of their own, so that it does not matter in which order they
are asked. Who hides something differs from others in one thing: how often they are wrong about what can be checked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.cast import Cast
from game.chance import pick, stream
from game.key import Key
from game.scenario import Decoy, Production, Subject, WrittenAccount
from game.scenario.answer_shares import AnswerForm, Shares, account_for, cover_for, form_shares, lapse, slip
from game.scenario.talk import GeneralAccount, Speech, TalkTopic, Temper

Afterwards = Literal["goes on", "leaves", "comes back"]
TEMPERS: Mapping[Temper, float] = {
    "plain": 0.5, "anxious": 0.1, "hurried": 0.12, "annoyed": 0.08, "hard of hearing": 0.06, "shy": 0.07,
    "foreign": 0.07,
}  # fmt: skip
AFTERWARDS: Mapping[Afterwards, float] = {"goes on": 0.6, "leaves": 0.2, "comes back": 0.2}
"""What people do once they have been let go. As likely of one as of another: to go away after a talk tells nothing."""
PATIENCE: Mapping[Temper, float] = {
    "plain": 6.0, "anxious": 6.0, "hurried": 4.0, "annoyed": 4.0, "hard of hearing": 7.0, "shy": 5.0, "foreign": 6.0,
}  # fmt: skip
"""How many questions somebody puts up with, before it counts how they were spoken to."""


@dataclass(frozen=True)
class Bearing:
    """How one person takes being spoken with, and what they do afterwards."""

    temper: Temper
    afterwards: Afterwards


@dataclass(frozen=True)
class Draws:
    """What was drawn for one person and one topic: the form of the answer, and numbers from 0 to 1 for the rest of it.

    `phrases` orders the ways to say it · `other` picks what is claimed where it is not what was so · `colour` whether
    their temper shows in it.
    """

    form: AnswerForm
    phrases: np.random.Generator
    other: float
    colour: float


class Statements:
    """What a cast will say."""

    def __init__(self, production: Production, cast: Cast, key: Key) -> None:
        self.speech: Speech = production.speech
        scenario = production.scenario
        self._cast = cast
        self._hide = {entry.person for entry in key.subjects()}
        written = {entry.person: scenario.find_written(entry.entry) for entry in key.entries}
        self._written = {person: planned.account for person, planned in written.items() if planned and planned.account}
        people: tuple[Subject | Decoy, ...] = (*scenario.subject_entries, *scenario.decoy_entries)
        accounts = [planned.account for planned in people if planned.account]
        topics = dict.fromkeys(
            topic for written_account in accounts for topic in (*written_account.details, *written_account.breaks_on)
        )
        self.further = tuple(topic for topic in topics if self.speech.topic(topic) is None)
        """Topics that stand in no list, which the author lets everybody be asked about."""
        titles = {role.title: name for name, role in production.roles.items()}
        self._roles = [titles.get(person.role, "") for person in cast.people]
        self._usual = {name: role.accounts for name, role in production.roles.items()}
        leaders = {person.leader for person in cast.people if person.leader is not None}
        self._in_company = leaders | {person.id for person in cast.people if person.leader is not None}

    def bearing(self, person: int) -> Bearing:
        """How they take it."""
        chance = stream(self._cast.seed, "bearing", str(person))
        tempers, after = list(TEMPERS), list(AFTERWARDS)
        temper = tempers[pick(chance, TEMPERS.values())]
        afterwards = after[pick(chance, AFTERWARDS.values())]
        return Bearing(temper, "goes on" if self._cast.people[person].staff else afterwards)

    def sees(self, person: int) -> bool:
        """Whether a way that is pointed out would help them."""
        return self._cast.people[person].looks.aid != "white cane"

    def hides(self, person: int) -> bool:
        """Whether what they say is a cover."""
        return person in self._hide

    def account(self, person: int) -> GeneralAccount | None:
        """Whose account they give, in what no log knows."""
        return account_for(self.speech.accounts, self._roles[person])

    def lines(self, person: int, topic: str) -> Sequence[str]:
        """The ways in which they can answer a topic by their account; none where it says nothing of it."""
        account = self.account(person)
        if account is None:
            return ()
        together = account.together.get(topic) if person in self._in_company else None
        return together or account.answers.get(topic, ())

    def claims(self, person: int) -> Sequence[str]:
        """Why they are here: what was drawn for them, and what others of their role say for when it has been said."""
        own = self._cast.people[person].account.claims
        others = () if self.find_written(person) else self._usual.get(self._roles[person], ())
        return (own, *(other for other in others if other != own))

    def find_written(self, person: int) -> WrittenAccount | None:
        """What the author wrote for them."""
        return self._written.get(person)

    def draws(self, person: int, topic: TalkTopic, act: int | None) -> Draws:
        """How they will answer; about an act, each act by itself."""
        chance = stream(self._cast.seed, "answer", f"{person}/{topic.topic}/{'' if act is None else act}")
        shares = self.shares(person, topic)
        forms: Sequence[AnswerForm] = list(shares)
        form = forms[pick(chance, shares.values())]
        other, colour = float(chance.random()), float(chance.random())
        return Draws(form, chance, other, colour)

    def shares(self, person: int, topic: TalkTopic) -> Shares:
        """How often they give each form of answer to a topic."""
        written = self.find_written(person)
        breaks = written is not None and topic.topic in written.breaks_on
        account = self.account(person)
        if not self.hides(person):
            return form_shares(topic, lapse(account, topic.topic))
        return form_shares(topic, slip(cover_for(self.speech.accounts, account), topic.topic, breaks=breaks))
