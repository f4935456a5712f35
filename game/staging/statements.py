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
from game.scenario.talk import GeneralAccount, Speech, TalkTopic, Temper

Form = Literal["fits", "off", "vague", "declined"]
"""An answer that agrees with what was so, one that does not, one that says nothing of it, and none."""
Afterwards = Literal["goes on", "leaves", "comes back"]
VAGUE, DECLINED = 0.2, 0.07
"""Shares of answers to what can be checked: the same for all, so that neither clears nor convicts anybody."""
LAPSE, SLIP, BREAKS = 0.1, 0.42, 0.5
"""How often what is said is wrong where nothing else is written: of an honest person, and of a cover; and of a cover
at a topic that its author lets it break on. Three independent topics tell .42 from .10 with an area of .80; .50 is
five times .10, and no single answer may count for more."""
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

    form: Form
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
        written = {entry.person: scenario.written(entry.entry) for entry in key.entries}
        self._written = {person: one.account for person, one in written.items() if one and one.account}
        people: tuple[Subject | Decoy, ...] = (*scenario.subject_entries, *scenario.decoy_entries)
        accounts = [one.account for one in people if one.account]
        topics = dict.fromkeys(topic for one in accounts for topic in (*one.details, *one.breaks_on))
        self.further = tuple(topic for topic in topics if self.speech.topic(topic) is None)
        """Topics that stand in no list, which the author lets everybody be asked about."""
        titles = {role.title: name for name, role in production.roles.items()}
        self._roles = [titles.get(person.role, "") for person in cast.people]

    def bearing(self, person: int) -> Bearing:
        """How they take it."""
        chance = stream(self._cast.seed, "bearing", str(person))
        tempers, after = list(TEMPERS), list(AFTERWARDS)
        temper = tempers[pick(chance, TEMPERS.values())]
        afterwards = after[pick(chance, AFTERWARDS.values())]
        return Bearing(temper, "goes on" if self._cast.people[person].staff else afterwards)

    def hides(self, person: int) -> bool:
        """Whether what they say is a cover."""
        return person in self._hide

    def account(self, person: int) -> GeneralAccount | None:
        """Whose account they give, in what no log knows."""
        return account_for(self.speech.accounts, self._roles[person])

    def written(self, person: int) -> WrittenAccount | None:
        """What the author wrote for them."""
        return self._written.get(person)

    def draws(self, person: int, topic: TalkTopic, act: int | None) -> Draws:
        """How they will answer; about an act, each act by itself."""
        chance = stream(self._cast.seed, "answer", f"{person}/{topic.topic}/{'' if act is None else act}")
        shares = self.shares(person, topic)
        forms: Sequence[Form] = list(shares)
        form = forms[pick(chance, shares.values())]
        other, colour = float(chance.random()), float(chance.random())
        return Draws(form, chance, other, colour)

    def shares(self, person: int, topic: TalkTopic) -> dict[Form, float]:
        """How often they give each form of answer to a topic."""
        written = self.written(person)
        breaks = written is not None and topic.topic in written.breaks_on
        account, hides = self.account(person), self.hides(person)
        return form_shares(topic, wrongs(self.speech, account, topic, hides=hides, breaks=breaks))


def account_for(accounts: Sequence[GeneralAccount], role: str) -> GeneralAccount | None:
    """The account of a role: its own, or else anybody's."""
    honest = [one for one in accounts if not one.hides]
    own = next((one for one in honest if role in one.roles), None)
    return own or next((one for one in honest if not one.roles), None)


def wrongs(speech: Speech, account: GeneralAccount | None, topic: TalkTopic, *, hides: bool, breaks: bool) -> float:
    """How often what is said of a topic is not so."""
    if not hides:
        return account.lapses.get(topic.topic, LAPSE) if account else LAPSE
    if breaks:
        return BREAKS
    covers = sorted((one for one in speech.accounts if one.hides), key=lambda one: one.poses_as is None)
    name = account.account if account else None
    cover = next((one for one in covers if one.poses_as in (name, None)), None)
    return cover.slips.get(topic.topic, SLIP) if cover else SLIP


def form_shares(topic: TalkTopic, wrong: float) -> dict[Form, float]:
    """How often each form of answer is given, where what is said is wrong so often."""
    if topic.fact is None:
        return {"fits": 1.0, "off": 0.0, "vague": 0.0, "declined": 0.0}
    return {"fits": max(0.0, 1 - VAGUE - DECLINED - wrong), "off": wrong, "vague": VAGUE, "declined": DECLINED}
