"""The debrief on paper: the same words as on the screen, person by person, on a page to print."""

from collections.abc import Iterator, Sequence

from game.authoring.pages.paper import shelf
from game.clock import clock
from game.score import PersonTold, TalkTold, name_talk, tell_exchange, tell_opening, tell_parting
from game.widgets.widget import Label

from ..front.help_screen import TERMS
from .debrief_setup import Debriefed
from .debrief_words import ANEW, PARTS, first_words, numbers, readings, result, tell_marks, who_was_there
from .decisions_told import decision_lines, report_lines
from .items_told import item_lines
from .next_step import next_step, say_kinds
from .story import mark_words, teaching, what_it_was

MODES = {"practice": "practice", "assess": "assessment"}
NARROWEST = 0.6
"""The least width of anything on a time line, in per cent, for it to be seen."""


def debrief_page(told: Debriefed, trainee: str) -> str:
    """The page, of the exercise of a `trainee`, "" if they gave no name."""
    header, (people, others) = told.recording.header, who_was_there(told)
    lasts = max(1, min(header.lasts, told.recording.last))
    return shelf().get_template("debrief.html").render(
        title=header.title, trainee=trainee, mode=MODES[header.mode], seed=header.seed, place=header.venue,
        when=f"{header.started:%d %B %Y, %H:%M}".lstrip("0"), lasted=clock(lasts), first=first_words(told),
        lines=_lines(told, people), numbers=_numbers(told), people=[_person(told, person, lasts) for person in people],
        others=[(told.descriptions[person.person], result(person, lesson=told.guided)[0]) for person in others],
        items=[_texts(item_lines(told, judged)) for judged in told.score.items], terms=TERMS,
        comments=[(clock(remark.tick), remark.words) for remark in told.commented.comments] if told.commented else [],
        readings=readings(told) if told.counts else (), minutes=list(_minutes(lasts)),
    )  # fmt: skip


def _lines(told: Debriefed, people: Sequence[PersonTold]) -> list[str]:
    lines = [*told.debrief.summary, say_kinds([person.miss for person in people if person.miss])] if told.counts else []
    lines += [ANEW] if told.judged_anew and told.counts else []
    return [line for line in (*lines, told.caution) if line]


def _numbers(told: Debriefed) -> list[tuple[str, str]]:
    return [(value, " · ".join(words.split("\n"))) for value, words, _ in numbers(told.result)] if told.counts else []


def _minutes(lasts: int) -> Iterator[tuple[str, float]]:
    return ((clock(tick), 100 * tick / lasts) for tick in range(0, lasts + 1, 600))


def _person(told: Debriefed, found: PersonTold, lasts: int) -> dict[str, object]:
    person, step = told.recording.cast.people[found.person], None if told.guided else next_step(found, told.taught)
    said, acts = "" if told.guided else found.verdict, []
    for act in found.acts:
        more = [text for text in teaching(act) if text not in said]
        said = " ".join((said, *more))
        acts.append({
            "when": f"{clock(act.showing.began)} – {clock(act.showing.ended)}", "title": act.title,
            "what": what_it_was(act), "more": more,
        })
    return {
        "who": told.descriptions[found.person], "part": PARTS[found.part][0], "kind": found.part, "role": person.role,
        "result": result(found, lesson=told.guided)[0], "acts": acts,
        "verdict": "" if told.guided and found.result != "hit" else found.verdict,
        "step": f"{step.kind} {step.words}" if step else "",
        "marks": [mark_words(told, tick, mark) for tick, mark in tell_marks(found)],
        "talks": [_talk(talk) for talk in told.talks_with(found.person)],
        "decisions": [_texts(decision_lines(told, judged)) for judged in found.decisions],
        "reports": [_texts(report_lines(told, two)) for two in told.reports if two.reported.person == found.person],
        "claims": person.account.claims, "in_view": str(int(found.in_view)),
        "did": [_span(act.showing.began, act.showing.ended, lasts) for act in found.acts],
        "seen": [_span(*span, lasts) for span in told.seen(found.person)],
        "marked": [100 * tick / lasts for tick, _ in tell_marks(found)],
    }


def _talk(talk: TalkTold) -> list[str]:
    words = [f"{clock(talk.began.tick)}  {name_talk(talk)}", tell_opening(talk)]
    words += [f"{clock(exchange.asked.tick)}  {' '.join(tell_exchange(exchange))}" for exchange in talk.exchanges]
    return [line for line in (*words, tell_parting(talk)) if line]


def _texts(labels: Iterator[Label]) -> list[str]:
    return [label.text for label in labels]


def _span(began: int, ended: int, lasts: int) -> tuple[float, float]:
    """Where a span begins on a time line, and how wide it is, in per cent."""
    left = 100 * min(lasts, max(0, began)) / lasts
    return left, max(NARROWEST, 100 * min(lasts, ended) / lasts - left)
