"""Deciding in an exercise: what is logged, what comes of it at once, and what is kept."""

from datetime import UTC, datetime
from math import dist
from pathlib import Path

import pytest

from game.acts import Ask, Decide, Finds, IsBorne, Look, Mark, Report, TakeLeave
from game.course import Mode
from game.duty import ASKS_FOR_REPORT, DECISIONS, Post, Reason, ReportLine
from game.exercise import Exercise
from game.log import Answered, Cleared, Decided, Left, Marked, Reported
from game.record import open_journal
from game.run import Site, Sitting, Stage, begin_record, head_record, set_stage, sit_down
from game.scenario import Production
from game.view import Viewpoint
from tests.support.stagings import open_filled

SEED = 3
CLOSE = Viewpoint(10.0, 7.0, 120.0, 0, 6000, 4000)
"""A wall of a screen: the whole quay, and everybody large enough for a glance to be made out."""
HUNCH = Reason("hunch")


def _stage(quay: Production, site: Site, **briefing: str) -> Stage:
    """The quay with somebody who carries a knife, at the post of this briefing."""
    scenario = quay.scenario
    subject, *others = scenario.subject_entries
    changed = {
        "briefing": scenario.briefing.model_copy(update=briefing),
        "subjects": (subject.model_copy(update={"finds": "a knife"}), *others),
    }
    return set_stage(quay.model_copy(update={"scenario": scenario.model_copy(update=changed)}), SEED, site=site)


def _sit(staged: Stage, mode: Mode = "practice") -> Exercise:
    exercise = sit_down(staged, open_filled(staged), mode=mode)
    assert exercise.do(Look(CLOSE)) is None
    while exercise.tick < 100:
        exercise.step()
    return exercise


def _someone(staged: Stage, exercise: Exercise, *, subject: bool) -> int:
    named = {entry.person: entry.part == "subject" for entry in staged.key.entries}
    present = exercise.snapshot().ids.tolist()
    fits = (person for person in present if (named.get(person, False) if subject else person not in named))
    return int(next(fits))


def _stand_beside(exercise: Exercise, person: int) -> None:
    now = exercise.snapshot()
    assert exercise.officer is not None
    exercise.officer.x, exercise.officer.y = now.position[now.ids.tolist().index(person)].tolist()


def test_every_decision_can_be_made_without_grounds_and_is_explained(quay: Production, site: Site) -> None:
    """None is refused: in practice each is answered at once, by what this post may do and what it rests on."""
    staged = _stage(quay, site)
    exercise = _sit(staged)
    person = _someone(staged, exercise, subject=False)
    for decision, choice in DECISIONS.items():
        known = len(exercise.log.events)
        assert exercise.do(Decide(person, decision, (HUNCH,))) is None
        made = exercise.decisions[person]
        assert made.weighed is not None
        closed, free = "control room" in choice.closed, choice.needs == "nothing"
        assert made.weighed.answer == ("closed" if closed else "borne" if free else "unborne")
        assert choice.title in made.weighed.words
        events = exercise.log.events[known:]
        assert events[0] == Decided(100, person, decision, "control room", (HUNCH,))
        assert [type(event) for event in events[1:]] == [Answered]


def test_assessment_explains_nothing_until_it_is_over(quay: Production, site: Site) -> None:
    """The decision is logged and that is all."""
    staged = _stage(quay, site)
    exercise = _sit(staged, "assess")
    person = _someone(staged, exercise, subject=False)
    known = len(exercise.log.events)
    assert exercise.do(Decide(person, "pass on", (HUNCH,))) is None
    assert exercise.log.events[known:] == [Decided(100, person, "pass on", "control room", (HUNCH,))]
    assert exercise.decisions[person].weighed is None


@pytest.mark.parametrize(
    ("briefing", "post"),
    [
        ({"post": "officer", "deployment": "uniform"}, "officer in uniform"),
        ({"post": "officer", "deployment": "plain clothes"}, "officer in plain clothes"),
        ({"post": "control room"}, "control room"), ({"post": "staff"}, "member of staff"),
    ],
)  # fmt: skip
def test_every_decision_is_played_at_every_post(
    quay: Production, site: Site, briefing: dict[str, str], post: Post
) -> None:
    """About a subject and about somebody of the crowd: logged as made at that post, and closed where the table says."""
    staged = _stage(quay, site, **briefing)
    exercise = _sit(staged)
    for subject in (True, False):
        for decision, choice in DECISIONS.items():
            person = _someone(staged, exercise, subject=subject)
            if exercise.officer:
                _stand_beside(exercise, person)
            assert exercise.do(Decide(person, decision)) is None
            made = exercise.decisions[person]
            assert (made.decided.post, made.decided.decision) == (post, decision)
            assert made.weighed is not None
            assert (made.weighed.answer == "closed") == (post in choice.closed)
            exercise.do(TakeLeave())


@pytest.mark.parametrize("mode", ["practice", "assess"])
def test_a_search_finds_what_is_there_and_nothing_on_others(quay: Production, site: Site, mode: Mode) -> None:
    """Whoever searches is told, in any mode; what it was lies in the key alone, and the log keeps only that it was."""
    staged = _stage(quay, site, post="officer")
    exercise = _sit(staged, mode)
    for subject, words in ((True, "a knife"), (False, "")):
        person = _someone(staged, exercise, subject=subject)
        _stand_beside(exercise, person)
        assert exercise.do(Decide(person, "search", (HUNCH,), "GOWISELY")) is None
        found = exercise.decisions[person].found
        assert found is not None
        assert (found.answer, found.words) == ("found" if subject else "nothing", words)
    answers = [event.answer for event in exercise.log.of(Answered) if event.question == "search"]
    assert answers == ["found", "nothing"]


def test_who_may_not_search_finds_nothing_out(quay: Production, site: Site) -> None:
    """From the control room nobody is searched, so that nothing is told of what is on them."""
    staged = _stage(quay, site)
    exercise = _sit(staged)
    person = _someone(staged, exercise, subject=True)
    assert exercise.do(Decide(person, "search", (HUNCH,), "GOWISELY")) is None
    assert exercise.decisions[person].found is None
    assert not [event for event in exercise.log.of(Answered) if event.question == "search"]


def test_what_is_on_somebody_cannot_be_asked(quay: Production, site: Site) -> None:
    """Nor whether grounds bear a decision that is not made: both come with deciding, and by no other way."""
    staged = _stage(quay, site)
    exercise = _sit(staged)
    person = _someone(staged, exercise, subject=True)
    for question in (Finds(person), IsBorne(person)):
        refused = exercise.do(Ask(question))
        assert refused is not None
        assert refused.code == "when-decided"


def test_on_the_floor_one_goes_up_to_them_first(quay: Production, site: Site) -> None:
    """To lay hands on somebody is refused from afar; what is said over the radio, or only judged, is not."""
    assert [decision for decision, choice in DECISIONS.items() if choice.near] == ["search", "arrest"]
    staged = _stage(quay, site, post="officer")
    exercise = _sit(staged)
    person = _someone(staged, exercise, subject=True)
    _stand_beside(exercise, person)
    assert exercise.officer is not None
    exercise.officer.x += 6.0
    for decision, choice in DECISIONS.items():
        refused = exercise.do(Decide(person, decision))
        assert (refused.code if refused else "") == ("too-far" if choice.near else ""), decision


def test_no_concern_takes_the_mark_away_and_watching_lowers_it(quay: Production, site: Site) -> None:
    """Deciding that there is nothing in it is to accuse nobody any more."""
    staged = _stage(quay, site)
    exercise = _sit(staged)
    person = _someone(staged, exercise, subject=False)
    cue = next(iter(staged.cues))
    exercise.do(Mark(person, 3, (cue,)))
    exercise.do(Decide(person, "keep watching"))
    assert exercise.marks[person] == Marked(100, person, 1, (cue,))
    exercise.do(Decide(person, "ask control"))
    assert exercise.marks[person].level == 1
    exercise.do(Decide(person, "no concern"))
    assert person not in exercise.marks
    assert list(exercise.log.of(Cleared)) == [Cleared(100, person)]


def test_a_reason_that_is_no_cue_is_refused(quay: Production, site: Site) -> None:
    """As for a mark: only what the families name can be said to have been seen."""
    staged = _stage(quay, site)
    exercise = _sit(staged)
    person = _someone(staged, exercise, subject=False)
    for act in (Decide(person, "search", (Reason("sign", "F99.9"),)), Decide(person, "search", said="GG")):
        refused = exercise.do(act)
        assert refused is not None
        assert refused.code in ("unknown-cue", "decision")
    assert not exercise.decisions


def test_decisions_are_kept(quay: Production, site: Site, tmp_path: Path) -> None:
    """The journal brings every decision back, with its reasons and what was said."""
    staged = _stage(quay, site, post="officer", deployment="uniform")
    exercise = sit_down(staged, open_filled(staged), mode="practice")
    now = datetime(2026, 3, 1, 8, 5, tzinfo=UTC)
    journal = begin_record(staged, head_record(staged, mode="practice", started=now, program="0.1.0"), tmp_path)
    sitting = Sitting(exercise, journal)
    cue = next(iter(staged.cues))
    assert sitting.do(Look(CLOSE)) is None
    for n, (decision, choice) in enumerate(DECISIONS.items()):
        for _ in range(10):
            sitting.advance()
        person = exercise.field.in_sight[n % 3]
        if choice.near:
            _stand_beside(exercise, person)
        reasons = Reason("sign", cue, n), Reason("account", "way", n), HUNCH
        assert sitting.do(Decide(person, decision, reasons, "GOWISELY" if decision == "search" else "")) is None
        if decision in ASKS_FOR_REPORT:
            lines = ReportLine("sign", cue, n), ReportLine("place", "west", 0, "heard")
            assert sitting.do(Report(person, lines)) is None
    sitting.close()
    assert journal.path is not None
    recording = open_journal(journal.path)
    assert recording.damage == ()
    assert [event.decision for event in recording.log.of(Decided)] == list(DECISIONS)
    assert list(recording.log.of(Decided)) == list(exercise.log.of(Decided))
    assert list(recording.log.of(Answered)) == list(exercise.log.of(Answered))
    assert list(recording.log.of(Reported)) == list(exercise.log.of(Reported)) != []


# --- reports ------------------------------------------------------------------------------------------------------


def test_a_report_goes_to_somebody_and_says_behaviour_first(quay: Production, site: Site) -> None:
    """Only once it is decided to tell somebody; something is said; and looks come after what they did."""
    staged = _stage(quay, site)
    exercise = _sit(staged)
    person = _someone(staged, exercise, subject=True)
    sign = ReportLine("sign", next(iter(staged.cues)), 90, "seen")
    coat = ReportLine("look", "Age: adult", 0, "appearance")
    exercise.do(Decide(person, "keep watching"))
    refused = [exercise.do(Report(person, (sign,)))]
    exercise.do(Decide(person, "circulate"))
    unknown = ReportLine("sign", "F99.1")
    refused += [exercise.do(Report(person, lines)) for lines in ((), (coat,), (coat, sign), (unknown,))]
    codes = [refusal.code if refusal else "" for refusal in refused]
    assert codes == ["nobody-to-tell", "nothing-reported", "behaviour-first", "behaviour-first", "unknown-cue"]
    assert exercise.do(Report(person, (sign, coat))) is None
    assert list(exercise.log.of(Reported)) == [Reported(100, person, (sign, coat))]


def test_a_report_can_be_made_of_somebody_who_has_left(quay: Production, site: Site) -> None:
    """What was seen of them is still worth telling."""
    staged = _stage(quay, site)
    exercise = _sit(staged)
    seen = set(exercise.field.in_sight)
    while not (gone := [event.person for event in exercise.log.of(Left) if event.person in seen and event.tick > 100]):
        exercise.step()
    assert exercise.do(Decide(gone[0], "circulate")) is None
    assert exercise.do(Report(gone[0], (ReportLine("sign", next(iter(staged.cues)), 90),))) is None


# --- what follows on the floor ------------------------------------------------------------------------------------


def _where(exercise: Exercise, person: int) -> tuple[float, float] | None:
    now = exercise.snapshot()
    ids = now.ids.tolist()
    return tuple(now.position[ids.index(person)].tolist()) if person in ids else None


def _play(exercise: Exercise, ticks: int) -> None:
    for _ in range(ticks):
        exercise.step()


def test_whoever_is_searched_stands_there_until_it_is_done(quay: Production, site: Site) -> None:
    """For twenty seconds they do not move from the spot; then they go on."""
    staged = _stage(quay, site, post="officer")
    exercise = _sit(staged)
    person = _someone(staged, exercise, subject=True)
    _stand_beside(exercise, person)
    assert exercise.do(Decide(person, "search", (HUNCH,), "GOWISELY")) is None
    _play(exercise, 30)
    stood = _where(exercise, person)
    _play(exercise, 160)
    assert stood is not None
    assert _where(exercise, person) == pytest.approx(stood, abs=0.1)
    _play(exercise, 250)
    assert _where(exercise, person) != pytest.approx(stood, abs=0.5)


def test_whoever_is_arrested_is_gone_before_long(quay: Production, site: Site) -> None:
    """They are led away by the nearest way out, whatever else they had come to do."""
    staged = _stage(quay, site, post="officer")
    left: list[int | None] = []
    for act in ("arrest", "keep watching"):
        exercise = _sit(staged)
        person = _someone(staged, exercise, subject=True)
        _stand_beside(exercise, person)
        assert exercise.do(Decide(person, "arrest" if act == "arrest" else "keep watching")) is None
        _play(exercise, 500)
        left.append(next((event.tick for event in exercise.log.of(Left) if event.person == person), None))
    assert left[0] is not None
    assert left[1] is None


def test_staff_who_are_told_come(quay: Production, site: Site) -> None:
    """The guard of the quay goes up to whom they were told of, and back to the post afterwards."""
    staged = _stage(quay, site)
    exercise = _sit(staged)
    person = _someone(staged, exercise, subject=True)
    guard = next(other.id for other in staged.cast.people if other.staff or other.officer)
    post = _where(exercise, guard)
    assert exercise.do(Decide(person, "tell staff", (HUNCH,))) is None
    _play(exercise, 100)
    there, whom = _where(exercise, guard), _where(exercise, person)
    assert post is not None
    assert there is not None
    assert whom is not None
    assert dist(there, post) > 1.0
    assert dist(there, whom) < dist(post, whom)


def test_the_same_decisions_give_the_same_run(quay: Production, site: Site) -> None:
    """Whatever follows of them on the floor is no matter of chance."""
    staged = _stage(quay, site, post="officer")
    runs = []
    for _ in range(2):
        exercise = _sit(staged)
        for n, decision in enumerate(DECISIONS):
            person = exercise.field.in_sight[n % 4]
            if person in exercise.snapshot().ids:
                _stand_beside(exercise, person)
            exercise.do(Decide(person, decision, (HUNCH,)))
            _play(exercise, 40)
        runs.append((list(exercise.log.events), exercise.snapshot().position.tolist()))
    assert runs[0] == runs[1]
