"""The one door between what is true and who is watching: one question, one answer, one event."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from game.acts import Ask, BearsOut, Clear, Hint, IsMeant, Look, Mark, Question
from game.cast import Account
from game.course import Mode
from game.exercise import Exercise
from game.key import Entry
from game.log import ActBegan, ActEnded, Answered, Observable
from game.record import open_journal
from game.run import Site, Sitting, Stage, begin_record, head_record, set_stage, sit_down
from game.scenario import LessonStep, Production
from game.view import Viewpoint
from tests.support.stagings import open_filled

SEED = 3
CLOSE = Viewpoint(10.0, 7.0, 120.0, 0, 6000, 4000)
"""A wall of a screen: the whole quay, and everybody large enough for a glance to be made out."""
AWAY = Viewpoint(500.0, 500.0, 120.0, 0, 300, 300)


def _sit(production: Production, site: Site, mode: Mode = "practice") -> tuple[Stage, Exercise]:
    staged = set_stage(production, SEED, site=site)
    exercise = sit_down(staged, open_filled(staged), mode=mode)
    assert exercise.do(Look(CLOSE)) is None
    return staged, exercise


def _run_until(exercise: Exercise, tick: int) -> None:
    while exercise.tick < tick and not exercise.over:
        exercise.step()


def _run_until_shown(exercise: Exercise, entry: Entry) -> None:
    """Until the first of somebody's acts of the key is over."""
    while not any(
        isinstance(event, ActEnded) and event.act == entry.acts[0].act for event in exercise.log.acts_of(entry.person)
    ):
        exercise.step()
        assert not exercise.over


def _ask(exercise: Exercise, question: Question) -> Answered:
    """Ask, and give the event that the answer is."""
    known = len(exercise.log.events)
    assert exercise.do(Ask(question)) is None
    (event,) = exercise.log.events[known:]
    assert isinstance(event, Answered)
    return event


def _find_refusal(exercise: Exercise, question: Question) -> str:
    """Ask, and give the code of the refusal; nothing is logged or answered."""
    known, before = len(exercise.log.events), exercise.answer
    refused = exercise.do(Ask(question))
    assert refused is not None
    assert len(exercise.log.events) == known
    assert exercise.answer is before
    return refused.code


def _find_showing(exercise: Exercise, entries: Iterable[Entry]) -> set[int]:
    """Who shows an act of the key at present."""
    acts = {(entry.person, act.act) for entry in entries for act in entry.acts}
    going: set[tuple[int, int]] = set()
    for event in exercise.log.events:
        if isinstance(event, (ActBegan, ActEnded)) and (event.person, event.act) in acts:
            (going.add if isinstance(event, ActBegan) else going.discard)((event.person, event.act))
    return {person for person, _ in going}


def _with(production: Production, **changes: object) -> Production:
    return production.model_copy(update={"scenario": production.scenario.model_copy(update=changes)})


# --- hints --------------------------------------------------------------------------------------------------------


def test_a_hint_points_at_somebody_who_shows_something_now(quay: Production, site: Site) -> None:
    """Subject or decoy alike, in the very moment, with what to watch; where nobody shows anything, it says nobody."""
    staged, exercise = _sit(quay, site)
    parts = {entry.person: entry.part for entry in staged.key.entries}
    pointed: set[str] = set()
    for tick in range(20, staged.lasts, 10):
        _run_until(exercise, tick)
        hint = _ask(exercise, Hint())
        showing = _find_showing(exercise, staged.key.entries)
        if hint.person is None:
            assert (hint.answer, hint.about, showing) == ("nobody", "", set())
        else:
            assert hint.answer == "look"
            assert hint.about in ("gaze", "hands", "gait")
            assert hint.person in showing
            pointed.add(parts[hint.person])
    assert pointed == {"subject", "decoy"}


def test_a_hint_passes_over_who_is_marked_already(quay: Production, site: Site) -> None:
    """Whom the trainee has found needs no pointing out, until the mark is taken back."""
    _, exercise = _sit(quay, site)
    while (hint := _ask(exercise, Hint())).person is None:
        _run_until(exercise, exercise.tick + 10)
    assert hint.person is not None
    assert exercise.do(Mark(hint.person, 1)) is None
    assert _ask(exercise, Hint()).person != hint.person
    assert exercise.do(Clear(hint.person)) is None
    assert _ask(exercise, Hint()) == hint


# --- marks --------------------------------------------------------------------------------------------------------


def _weigh(exercise: Exercise, person: int, *cues: str) -> tuple[str, str]:
    assert exercise.do(Mark(person, 2, cues)) is None
    answer = _ask(exercise, BearsOut(person))
    assert answer.person == person
    return answer.answer, answer.about


def test_a_mark_is_weighed_by_what_was_shown_and_in_view(quay: Production, site: Site) -> None:
    """Before anything is shown a mark rests on nothing; afterwards on that very sign, and on no other."""
    staged, exercise = _sit(quay, site)
    (subject,) = staged.key.subjects()
    first = subject.acts[0]
    other = next(cue for cue in staged.cues if cue.split(".")[0] not in {act.family for act in subject.acts})
    _run_until(exercise, 60)
    assert _weigh(exercise, subject.person, first.cue) == ("invented", first.cue)
    assert _weigh(exercise, subject.person) == ("invented", "")
    _run_until_shown(exercise, subject)
    assert _weigh(exercise, subject.person, first.cue) == ("exact", first.cue)
    assert _weigh(exercise, subject.person, other, first.cue) == ("exact", first.cue)
    assert _weigh(exercise, subject.person) == ("exact", first.cue)
    assert _weigh(exercise, subject.person, other) == ("invented", other)


def test_what_was_not_in_view_bears_nothing_out(quay: Production, site: Site) -> None:
    """Who looks elsewhere while it is shown has no grounds, though the person is a subject and the cue is theirs."""
    staged, exercise = _sit(quay, site)
    (subject,) = staged.key.subjects()
    _run_until(exercise, 60)
    assert exercise.do(Look(AWAY)) is None
    _run_until_shown(exercise, subject)
    assert _weigh(exercise, subject.person, subject.acts[0].cue)[0] == "invented"
    assert _weigh(exercise, subject.person)[0] == "invented"


def test_a_look_alike_only_resembles(quay: Production, site: Site) -> None:
    """A decoy's act in full view is told from the sign that it resembles; a passer-by's mark rests on nothing."""
    staged, exercise = _sit(quay, site)
    decoy = staged.key.decoys()[0]
    _run_until(exercise, 60)
    _run_until_shown(exercise, decoy)
    assert _weigh(exercise, decoy.person, decoy.acts[0].cue) == ("resembled", decoy.acts[0].cue)
    named = {entry.person for entry in staged.key.entries}
    someone = next(person for person in exercise.snapshot().ids.tolist() if person not in named)
    assert _weigh(exercise, someone, decoy.acts[0].cue)[0] == "invented"


# --- lessons ------------------------------------------------------------------------------------------------------


def test_a_lesson_may_ask_whether_the_right_person_is_marked(quay: Production, site: Site) -> None:
    """Yes of its subjects, no of everybody else; whoever it is has to be marked first."""
    staged, exercise = _sit(_with(quay, lesson=(LessonStep(say="Find them.", until="note"),)), site)
    subject, decoy = staged.key.subjects()[0].person, staged.key.decoys()[0].person
    _run_until(exercise, 150)
    assert _find_refusal(exercise, IsMeant(subject)) == "not-marked"
    for person, answer in ((subject, "yes"), (decoy, "no")):
        assert exercise.do(Mark(person, 1)) is None
        assert _ask(exercise, IsMeant(person)).answer == answer


def test_a_lesson_points_out_the_one_meant_between_their_acts_too(quay: Production, site: Site) -> None:
    """For as long as they are in the open and have something left to show, a hint shows them."""
    staged, exercise = _sit(_with(quay, lesson=(LessonStep(say="Find them.", until="hint"),)), site)
    (subject,) = staged.key.subjects()
    between = 0
    for tick in range(20, staged.lasts, 10):
        _run_until(exercise, tick)
        hint = _ask(exercise, Hint())
        begun = {event.act for event in exercise.log.acts_of(subject.person)}
        in_the_open = [event for event in exercise.log.events if isinstance(event, Observable)][-1].people
        if subject.person in in_the_open and any(act.act not in begun for act in subject.acts):
            assert (hint.answer, hint.person) == ("look", subject.person)
            between += subject.person not in _find_showing(exercise, [subject])
    assert between


def test_outside_a_lesson_nobody_says_who_is_meant(quay: Production, site: Site) -> None:
    """In other practice it would be the solution, for a mark on everybody."""
    staged, exercise = _sit(quay, site)
    _run_until(exercise, 150)
    subject = staged.key.subjects()[0].person
    assert exercise.do(Mark(subject, 1)) is None
    assert _find_refusal(exercise, IsMeant(subject)) == "no-lesson"


# --- what holds for all ---------------------------------------------------------------------------------------------


def test_in_assessment_there_is_no_help(quay: Production, site: Site) -> None:
    """No hint, no weighing, no lesson."""
    staged, exercise = _sit(quay, site, "assess")
    person = staged.key.subjects()[0].person
    _run_until(exercise, 150)
    assert exercise.do(Mark(person, 1)) is None
    for question in (Hint(), BearsOut(person), IsMeant(person)):
        assert _find_refusal(exercise, question) == "no-help"


def test_a_mark_that_is_not_there_is_not_weighed(quay: Production, site: Site) -> None:
    """Feedback is on a mark; without one there is nothing to say."""
    staged, exercise = _sit(quay, site)
    assert _find_refusal(exercise, BearsOut(staged.key.subjects()[0].person)) == "not-marked"


def test_answers_are_kept_and_words_are_not(quay: Production, site: Site, tmp_path: Path) -> None:
    """The journal brings every answer back as it was given."""
    staged = set_stage(quay, SEED, site=site)
    exercise = sit_down(staged, open_filled(staged), mode="practice")
    now = datetime(2026, 3, 1, 8, 5, tzinfo=UTC)
    journal = begin_record(staged, head_record(staged, mode="practice", started=now, program="0.1.0"), tmp_path)
    sitting = Sitting(exercise, journal)
    for n in range(300):
        sitting.advance()
        if n % 50 == 0:
            assert sitting.do(Ask(Hint())) is None
    sitting.close()
    assert journal.path is not None
    given = list(exercise.log.of(Answered))
    assert len(given) == 6
    assert list(open_journal(journal.path).log.of(Answered)) == given


def test_the_cast_says_of_nobody_where_their_account_fails(quay: Production, site: Site) -> None:
    """Everybody has something to say, and nothing in what they are tells who was written more, or fails at it."""
    assert [field.name for field in fields(Account)] == ["claims"]
    for person in set_stage(quay, SEED, site=site).cast.people:
        assert person.account.claims
