"""Whether talks can be held with what topics, accounts and phrases say, and whether no answer settles the matter."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from ..answer_shares import (
    BREAKS,
    LEAST_WEIGHT,
    MOST_WEIGHT,
    AnswerForm,
    Shares,
    area,
    cover_for,
    form_shares,
    lapse,
    slip,
    weights,
)
from ..reading.document import Path_
from ..reading.near_names import either, offer
from ..reading.shelf import SharedShelf
from ..talk import SPOKEN, GeneralAccount, TalkTopic, find_gaps, gaps_in

CHECKS = ("told", "vague", "declined", "control")
"""Phrases that every topic needs of which something can be checked."""
THREE_TELL = (0.65, 0.9)
"""How often three checked topics must tell a cover from an honest account, at least and at most: worth asking, and no
oracle."""


def check_talks(shelf: SharedShelf) -> None:
    """Note what is wrong with what talks are made of."""
    _topics(shelf)
    _phrases(shelf)
    for name, account in shelf.accounts.things.items():
        _names(shelf, name, account)
    if shelf.topics.whole and shelf.accounts.whole and not shelf.accounts.faulty:
        _weigh(shelf)


def _topics(shelf: SharedShelf) -> None:
    """Note topics that can never be asked: after one that is not there, or after themselves in the end."""
    topics = shelf.topics.things
    for name, topic in topics.items():
        document, path = shelf.topics.places[name]
        if topic.follows is not None and topic.follows not in topics:
            if shelf.topics.whole:
                way_out = partial(offer, topic.follows, shelf.topics.names, "The topics are")
                document.fault("SL801", (*path, "follows"), f"There is no topic `{topic.follows}`.", way_out)
        elif name in _come_before(topics, name):
            said = f"`{name}` can never be asked: it follows itself."
            document.fault("SL801", (*path, "follows"), said, "Let the first of them follow nothing.")


def _come_before(topics: Mapping[str, TalkTopic], name: str) -> list[str]:
    """The topics that must have been asked before this one, the last first; in a circle, each of it once."""
    found: list[str] = []
    before = topics[name].follows
    while before is not None and before in topics and before not in found:
        found.append(before)
        before = topics[before].follows
    return found


def _phrases(shelf: SharedShelf) -> None:
    """Note words that would be missing in the middle of a talk."""
    if not shelf.topics.things or not shelf.phrases.whole:
        return
    checked = [(name, topic.fact) for name, topic in shelf.topics.things.items() if topic.fact]
    for phrase, name in ((f"{head} {fact}", name) for name, fact in checked for head in CHECKS):
        if phrase not in shelf.phrases.names:
            document, path = shelf.topics.places[name]
            said = f"There is no phrase `{phrase}` to speak of `{name}` with."
            document.fault("SL802", (*path, "fact"), said, f"Add `- phrase: {phrase}` to a file `phrases.yaml`.")
    for phrase in SPOKEN:
        if phrase not in shelf.phrases.names and shelf.phrases.documents:
            document = shelf.phrases.documents[0]
            said = f"There is no phrase `{phrase}`, which every talk needs."
            document.complain("SL802", document.spot(()), said, f"Add `- phrase: {phrase}` to a file `phrases.yaml`.")
    for name, phrase_ in shelf.phrases.things.items():
        document, path = shelf.phrases.places[name]
        for n, line in enumerate(phrase_.says):
            for gap in _find_unfilled(name, line):
                said = f"Nothing fills {{{gap}}} in `{name}`."
                known = either((f"{{{gap}}}" for gap in find_gaps(name)), "and")
                document.fault("SL802", (*path, "says", n), said, f"It can have {known}." if known else "Take it out.")


def _find_unfilled(phrase: str, line: str) -> Iterator[str]:
    return (gap for gap in gaps_in(line) if gap not in find_gaps(phrase))


def _names(shelf: SharedShelf, name: str, account: GeneralAccount) -> None:
    document, path = shelf.accounts.places[name]
    spoken = (("answers", account.answers), ("together", account.together))
    for part, topics in (*spoken, ("lapses", account.lapses), ("slips", account.slips)):
        for topic in topics:
            if shelf.topics.whole and topic not in shelf.topics.names:
                way_out = partial(offer, topic, shelf.topics.names, "The topics are")
                document.complain("SL801", document.key((*path, part, topic)), f"There is no topic `{topic}`.", way_out)
    for n, role in enumerate(account.roles):
        if shelf.roles.whole and role not in shelf.roles.names:
            way_out = partial(offer, role, shelf.roles.names, "The roles are")
            document.fault("SL302", (*path, "roles", n), f"There is no role `{role}`.", way_out)
    covers = [name for name, other in shelf.accounts.things.items() if other.hides]
    honest = [name for name in shelf.accounts.names if name not in covers]
    if account.poses_as and shelf.accounts.whole and account.poses_as not in honest:
        way_out = partial(offer, account.poses_as, honest, "The accounts are")
        document.fault("SL801", (*path, "poses_as"), f"There is no account `{account.poses_as}`.", way_out)


def _weigh(shelf: SharedShelf) -> None:
    """Note an answer that would settle the matter by itself, and topics that together tell too little or too much."""
    accounts = tuple(shelf.accounts.things.values())
    topics = [topic for topic in shelf.topics.things.values() if topic.fact]
    for account in accounts:
        cover = None if account.hides else cover_for(accounts, account)
        if cover is None:
            continue
        pairs = [_pair(account, cover, topic) for topic in topics]
        settled = [_one_answer(shelf, account, cover, topic, pair) for topic, pair in zip(topics, pairs, strict=True)]
        if not any(settled):
            _three_topics(shelf, account, cover, topics)


def _pair(account: GeneralAccount, cover: GeneralAccount | None, topic: TalkTopic) -> tuple[Shares, Shares]:
    """How often each answer is given: by a cover, or one for which nothing is written, and by the account."""
    return form_shares(topic, slip(cover, topic.topic)), form_shares(topic, lapse(account, topic.topic))


def _one_answer(
    shelf: SharedShelf, account: GeneralAccount, cover: GeneralAccount, topic: TalkTopic, pair: tuple[Shares, Shares]
) -> bool:
    """Whether an answer is much likelier of covers than of others, or less, which is noted; `pair` is how often."""
    name = topic.topic
    if form := _settling(pair):
        at_cover = name in cover.slips and (name not in account.lapses or not _settling(_pair(account, None, topic)))
    else:
        pair, at_cover = (form_shares(topic, BREAKS), pair[1]), False
        form = _settling(pair)
    if form is None:
        return False
    blamed, part = (cover, "slips") if at_cover else (account, "lapses")
    _settles(
        shelf, blamed, (part, name),
        f"An answer to `{name}` that {_SAYS[form]} would settle it by itself: covers give it {pair[0][form]:.0%} of "
        f"the time, honest people {pair[1][form]:.0%}.",
        "Bring the two nearer together: no answer may be more than five times as likely of one as of the other, or "
        "less than a third.",
    )  # fmt: skip
    return True


def _settling(pair: tuple[Shares, Shares]) -> AnswerForm | None:
    """The first form of answer that settles the matter."""
    fair = (LEAST_WEIGHT - 1e-9, MOST_WEIGHT + 1e-9)
    return next((form for form, weight in weights(*pair) if not fair[0] <= weight <= fair[1]), None)


_SAYS = {"fits": "is right", "off": "is wrong", "vague": "says nothing", "declined": "declines"}


def _three_topics(
    shelf: SharedShelf, account: GeneralAccount, cover: GeneralAccount, topics: Sequence[TalkTopic]
) -> None:
    three = [topic for topic in topics if topic.fact in ("way", "since", "been")][:3]
    if len(three) < 3:
        return
    told = _told_by([_pair(account, cover, topic) for topic in three])
    low, high = THREE_TELL
    if low <= told <= high:
        return
    at_cover = not account.lapses or low <= _told_by([_pair(account, None, topic) for topic in three]) <= high
    blamed, part = (cover, "slips") if at_cover else (account, "lapses")
    apart = ("Raise", "lower") if told < low else ("Lower", "raise")
    _settles(
        shelf, blamed, (part,),
        f"Three checked questions tell a cover from an honest account {told:.2f} of the time: .5 is chance, 1 is "
        "always.",
        f"{apart[0]} the `slips` of the cover, or {apart[1]} the `lapses` of the account, until it is between {low} "
        f"and {high}: asking must be worth it, and must not settle everything.",
    )  # fmt: skip


def _told_by(pairs: Sequence[tuple[Shares, Shares]]) -> float:
    return area([covered for covered, _ in pairs], [honest for _, honest in pairs])


def _settles(shelf: SharedShelf, blamed: GeneralAccount, at: Path_, said: str, way_out: str) -> None:
    """Note what a share does, once for each share, with however many other accounts it does so."""
    document, path = shelf.accounts.places[blamed.account]
    if not document.has_problem_at((*path, *at)):
        document.fault("SL803", (*path, *at), said, way_out)
