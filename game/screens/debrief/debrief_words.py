"""The words of the debrief that are not about one person's acts."""

from game.clock import clock
from game.course import LESSON, Result, headline
from game.log import Marked
from game.score import PersonTold

from .debrief_setup import Debriefed

ANEW = "This record is from before the present rule of scoring. What is said here is by the present one."
PLAYED_ON = "Played on from {}. Nothing of this counts; here is who there was to be found, and what you saw of it."
PARTS = {"subject": ("Subject", "subject"), "decoy": ("Decoy", "decoy"), "crowd": ("Crowd", "text_soft")}
RESULTS = {
    "hit": ("found", "hit"), "miss": ("missed", "miss"),
    "false alarm": ("marked, with nothing to hide", "false_alarm"),
    "correct rejection": ("rightly left alone", "rejection"), "crime noticed": ("a crime, and noticed", "hit"),
    "crime missed": ("a crime, not noticed", "miss"), "not judged": ("not counted", "text_soft"),
}


BY_EVIDENCE = {
    ("hit", "early"): ("found, on signs of one kind", "hit"),
    ("miss", "unfounded"): ("marked too soon", "unfounded"),
    ("miss", "lucky"): ("marked by luck, with nothing seen", "unfounded"),
}
IN_LESSON = {
    "subject": "one to find in this lesson", "decoy": "with nothing to hide", "crowd": "with nothing to hide",
}


def first_words(told: Debriefed) -> str:
    """How it went, or why that is not said."""
    if told.began_at:
        return PLAYED_ON.format(clock(told.began_at))
    return LESSON if told.guided else headline(told.result)


def who_was_there(told: Debriefed) -> tuple[list[PersonTold], list[PersonTold]]:
    """Those of whom is told: who was staged or marked as suspicious; then who of the crowd was dealt with besides."""
    people = [
        person
        for person in told.debrief.people
        if (person.part != "crowd" or say_suspected(person)) and told.concerns(person)
    ]
    return people, [person for person in told.debrief.people if person not in people and person.part == "crowd"]


def result(person: PersonTold, *, lesson: bool = False) -> tuple[str, str]:
    """What became of a person, in a few words, and its colour. Praise is for those on whom the trainee's eyes were.

    In a lesson nobody is missed, and nothing is wrong.
    """
    words, tint = RESULTS[person.result]
    shown = [act.showing for act in person.acts if act.showing.shown]
    if lesson and person.result != "hit":
        not_yet = person.part == "subject" and not shown
        return "had shown nothing yet" if not_yet else IN_LESSON[person.part], "text_soft"
    if say_suspected(person) and person.evidence and (person.result, person.evidence) in BY_EVIDENCE:
        return BY_EVIDENCE[person.result, person.evidence]
    if person.result in {"correct rejection", "not judged"} and person.marks and not say_suspected(person):
        did = "noted only" if person.standing else "mark cleared"
        return f"{did}, at {clock(person.marks[-1].tick)}: not judged", "text_soft"
    if person.result == "correct rejection" and not any(showing.attended for showing in shown):
        seen = "not noticed" if any(showing.noticed for showing in shown) else "not seen"
        return f"{seen}, not marked" if shown else "not marked", "text_soft"
    return words, tint


def say_suspected(person: PersonTold) -> bool:
    """Whether the mark that stands says "suspicious"."""
    return person.standing is not None and person.standing.level > 1


def tell_marks(person: PersonTold) -> list[tuple[int, Marked | None]]:
    """The marks on a person, each with when it was first made; signs ticked later belong to it. None: taken back."""
    told: list[tuple[int, Marked | None]] = []
    for mark in person.marks:
        if not isinstance(mark, Marked):
            told.append((mark.tick, None))
        elif told and (last := told[-1][1]) and last.level == mark.level:
            told[-1] = told[-1][0], mark
        else:
            told.append((mark.tick, mark))
    return told


def numbers(result: Result) -> tuple[tuple[str, str, str], ...]:
    """The plain counts: a value, what it is, its colour."""
    told = [
        (_of(result.found, result.of), "found", _found(result.found, result.of)),
        (
            _of(result.decoys_marked, result.decoys_judged), "decoys marked",
            "false_alarm" if result.decoys_marked else "text",
        ),
        (
            _per_hundred(result.passers_by_marked, result.passers_by_watched),
            f"passers-by marked per 100\n{result.passers_by_watched} in clear view",
            "false_alarm" if result.passers_by_marked else "text",
        ),
    ]
    if result.crimes:
        tint = _found(result.crimes_noticed, result.crimes)
        told.append((_of(result.crimes_noticed, result.crimes), "crimes noticed, which count apart", tint))
    if result.decisions:
        fair, made = result.proportionate, len(result.decisions)
        tint = "hit" if fair == made else "false_alarm"
        told.append((_of(fair, made), "decisions proportionate", tint))
    if result.notes:
        noted = "person only noted" if result.notes == 1 else "people only noted"
        told.append((str(result.notes), noted, "text"))
    return tuple(told)


def _of(count: int, of: int) -> str:
    return f"{count}\u00a0of\u00a0{of}" if of else "–"


def _per_hundred(count: int, of: int) -> str:
    return f"{100 * count / of:.1f}".removesuffix(".0") if of else "–"


def _found(found: int, of: int) -> str:
    if not of:
        return "text"
    return "hit" if found == of else "miss" if not found else "text"


def readings(told: Debriefed) -> tuple[str, ...]:
    """What the counts mean, sentence by sentence."""
    words = told.debrief
    return words.flags, words.base_rate.sentence, *words.honesty
