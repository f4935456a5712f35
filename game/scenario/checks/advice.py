"""What would make a sound scenario teach better. Advice never stops anyone."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from game.truth import family

from ..model import Behaviour, Briefing, Scenario
from ..plans import Decoy, Planned, Subject, any_look_alike, find_written_acts, least, most
from ..reading.document import Path_
from ..reading.near_names import either, offer
from ..reading.problems import Spot
from ..units import Range
from .kit import Kit, find_planned_acts

_SOON = 20.0
"""Seconds from 0:00 within which a first act may be over before a trainee has found their way about."""
_COMMON = frozenset(
    """
    about after again along around away back before behind beside between close comes counts doing down during
    every films from goes have hold holds into just keeps like look looks made makes more near nearby next notes
    once onto other over past person photographs place puts says several some someone something staff stands
    takes than that their them then there these they this time times toward towards turn turns until very waits
    walk walks watches what when where which while with without
    """.split()  # noqa: SIM905  (a text is easier to read than sixty quotes)
)
"""Words too ordinary to give an answer away."""


def advise(kit: Kit) -> None:
    """Note what could be better."""
    sheet = kit.draft.sheet
    _called_as_topics(kit)
    if sheet.value is None or sheet.value.lesson:
        return
    _decoys(kit, sheet.value)
    _crowd(kit, sheet.value)
    _accounts(kit)
    _briefing(kit)
    _pace(kit)


def _say(kit: Kit, code: str, spot: Spot, message: str, way_out: str) -> None:
    kit.draft.sheet.document.complain(code, spot, message, way_out, "advice")


def _decoys(kit: Kit, scenario: Scenario) -> None:
    document = kit.draft.sheet.document
    tells = [((*path, "name"), act) for path, act in find_planned_acts(kit) if path[0] == "subjects"]
    subjects, decoys = most(scenario.subjects), least(scenario.decoys)
    if subjects and decoys < subjects:
        _say(
            kit,
            "SL501",
            document.key(("decoys",)) if decoys else document.key(("subjects",)),
            f"There are fewer decoys ({decoys}) than subjects ({subjects}).",
            "Add decoys, so that whoever marks everyone unusual is not rewarded for it.",
        )
    staged = _on_stage(kit, scenario)
    for path, act in tells if decoys and not any_look_alike(scenario.decoys) else []:
        behaviour = kit.draft.behaviours.things.get(act.name)
        if behaviour is None or behaviour.reacts_to or not behaviour.cue:
            continue
        alike = _counterparts(kit, behaviour)
        if not staged & {other.name for other in alike}:
            _say(
                kit,
                "SL503",
                document.spot(path),
                f"Nobody innocent does anything that `{act.name}` is easily mistaken for.",
                _let_them(kit, alike),
            )


def _on_stage(kit: Kit, scenario: Scenario) -> set[str]:
    """What decoys, and the crowd in the ordinary course of things, are seen doing."""
    everyday = {name for line in scenario.crowd for name in kit.plays(line.role, role=True)}
    return everyday | {act.name for path, act in find_planned_acts(kit) if path[0] == "decoys"}


def _counterparts(kit: Kit, tell: Behaviour) -> list[Behaviour]:
    """What a tell is easily mistaken for, whichever of the two says so; else all that is like one of its family."""
    innocent = [
        behaviour for behaviour in kit.draft.behaviours.things.values() if behaviour.kind != "tell" and behaviour.cue
    ]
    said = [
        behaviour for behaviour in innocent if behaviour.name in tell.looks_like or tell.name in behaviour.looks_like
    ]
    return said or [behaviour for behaviour in innocent if family(behaviour.cue or "") == family(tell.cue or "")]


def _let_them(kit: Kit, alike: Sequence[Behaviour]) -> str:
    here = set(kit.atlas.all_kinds())
    fitting = [
        behaviour.name
        for behaviour in alike
        if not behaviour.targets or not kit.atlas.whole or here & set(behaviour.targets)
    ]
    if fitting:
        return f"Let a decoy do {either(fitting)}."
    if not alike:
        return "Write a look-alike for it, with its `looks_like`, and let a decoy do that."
    wanted = either(sorted({kind for behaviour in alike for kind in behaviour.targets}))
    return f"Let a decoy do {either([behaviour.name for behaviour in alike])}; the venue needs a {wanted} for that."


def _crowd(kit: Kit, scenario: Scenario) -> None:
    document = kit.draft.sheet.document
    roles = {line.role for line in scenario.crowd}
    people = sum((line.arrive or 0.0) * scenario.clock.lasts + (line.present or 0) for line in scenario.crowd)
    subjects = most(scenario.subjects)
    if subjects and people < 15 * subjects:
        _say(
            kit,
            "SL506",
            document.key(("crowd",)),
            f"The crowd is small: about {people:.0f} people for {subjects} subjects.",
            "Let more people come: with 15 or more for each subject, guessing does not pay.",
        )
    named = [((*path, "role"), subject.role) for path, subject in kit.draft.sheet.each("subjects", Subject)]
    named += [((*path, "role"), decoy.role) for path, decoy in kit.draft.sheet.each("decoys", Decoy)]
    for path, role in named:
        if role and role not in roles:
            _say(
                kit,
                "SL504",
                document.spot(path),
                f"Nobody in the crowd is a {role}, so this person stands out.",
                f"Add a line for `{role}` to the crowd, or leave `role` out: it is then drawn from the crowd's.",
            )


def _accounts(kit: Kit) -> None:
    document = kit.draft.sheet.document
    for path, subject in kit.draft.sheet.each("subjects", Subject):
        account = subject.account
        if account is None:
            continue
        details = account.details
        for m, question in enumerate(account.breaks_on if details else ()):
            if question not in details:
                _say(
                    kit,
                    "SL507",
                    document.spot((*path, "account", "breaks_on", m)),
                    f"`{question}` is no question of this account's `details`.",
                    offer(question, details, "The questions are"),
                )


def _called_as_topics(kit: Kit) -> None:
    """Advise on answers that nobody hears: a question called as a topic is on its button is asked as that topic."""
    topics = kit.draft.shelf.topics.things
    called = {topic.short.casefold(): name for name, topic in topics.items()}
    people: list[tuple[Path_, Subject | Decoy]] = [*kit.draft.sheet.each("subjects", Subject)]
    people += kit.draft.sheet.each("decoys", Decoy)
    for path, person in people:
        for question in person.account.details if person.account else ():
            topic = called.get(question.casefold())
            if topic is not None and question not in topics:
                spot = kit.draft.sheet.document.key((*path, "account", "details", question))
                message = f"In a talk, `{question}` is how the topic `{topic}` is called: this answer is never heard."
                _say(kit, "SL512", spot, message, f"Write `{topic}`, in `breaks_on` too.")


def _briefing(kit: Kit) -> None:
    briefing = kit.draft.sheet.find("briefing", Briefing)
    document = kit.draft.sheet.document
    furniture = _furniture(kit.kinds_elsewhere)
    for key in ("text", "objective", "baseline"):
        text = (getattr(briefing, key, None) or "").casefold()
        said = set(re.findall(r"[a-z]{4,}", text))
        for name in dict.fromkeys(_tell_names(kit)):
            telling = [word for word in name.split("_") if len(word) > 3 and word not in _COMMON]
            literal = next((spelling for spelling in (name, name.replace("_", " ")) if spelling in text), "")
            if literal or (len(telling) > 1 and said.issuperset(telling) and not furniture.issuperset(telling)):
                words = literal or "” and “".join(telling)
                _say(
                    kit,
                    "SL502",
                    document.spot(("briefing", key)),
                    f"The briefing gives away what will be seen, `{name}`: it says “{words}”.",
                    "Say what is normal here and what is asked, not what the subjects do.",
                )


@cache
def _furniture(kinds: frozenset[str]) -> frozenset[str]:
    """The words for kinds of places, each also for several."""
    return frozenset(word for kind in kinds for part in kind.split() for word in (part, part + "s"))


def _tell_names(kit: Kit) -> Iterator[str]:
    return (act.name for path, act in find_planned_acts(kit) if path[0] == "subjects")


def _pace(kit: Kit) -> None:
    sheet = kit.draft.sheet
    for path, subject in sheet.whole("subjects", Subject):
        for first in find_written_acts(subject)[:1]:
            _soon(kit, (*path, "tells", 0, "after"), subject.arrive, first)
    for path, decoy in sheet.whole("decoys", Decoy):
        for first in find_written_acts(decoy)[:1]:
            _soon(kit, (*path, "look_alikes", 0, "after"), decoy.arrive, first)


def _soon(kit: Kit, path: Path_, arrive: Range | None, first: Planned) -> None:
    if arrive and first.after and arrive.high + first.after.high < _SOON:
        _say(
            kit,
            "SL505",
            kit.draft.sheet.document.spot(path),
            "This begins in the first 20 seconds, before anyone has settled to watch.",
            "Let them arrive later, or lengthen `after`.",
        )
