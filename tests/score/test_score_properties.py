"""Laws of the score that hold whatever the trainee does."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from game.course import headline
from game.score import Score, debrief
from tests.support.hand_made_runs import Run, act, decoy, subject

PEOPLE = 14
ENTRIES = (subject(0), subject(1), subject(2), subject(3, act(0, "F8.1"), nature="crime"), decoy(4), decoy(5))
acts = st.tuples(
    st.integers(0, 1190), st.integers(0, PEOPLE - 1), st.integers(0, 3), st.lists(st.sampled_from(("F1.1", "F6.2")))
)
deeds = st.lists(acts, max_size=25)


def run(done: list[tuple[int, int, int, list[str]]]) -> Run:
    """Everyone does their part; the trainee does what is listed, level 0 being to take back."""
    made = Run(ENTRIES, people=PEOPLE, unseeable=frozenset({2, 13})).watches(0).watches(4)
    for entry in made.entries:
        made.performs(entry.person, ran=3 if entry.person == 1 else None)
    for tick, person, level, cues in sorted(done):
        made = made.marks(tick, person, level, *cues) if level else made.clears(tick, person)
    return made


def count_subjects(score: Score) -> int:
    """All the places in which a subject can end up."""
    judged = score.counts.signals + score.void + score.hidden
    return judged + score.crimes_noticed + score.crimes_missed


@settings(deadline=None, max_examples=60)
@given(deeds)
def test_nobody_is_lost_or_counted_twice(done: list[tuple[int, int, int, list[str]]]) -> None:
    """Every subject ends up in one place; false alarms are those of decoys and crowd."""
    score = run(done).judge()
    assert count_subjects(score) == score.subjects == 4
    assert score.false_alarms.total == score.counts.false_alarms
    assert score.cues_borne_out + score.invented <= score.cues_named
    assert len(score.seconds_to_mark) == score.counts.hits
    assert all(seconds >= 0 for seconds in score.seconds_to_mark)


@settings(deadline=None, max_examples=60)
@given(deeds)
def test_notes_and_marks_taken_back_leave_no_trace_in_the_counts(done: list[tuple[int, int, int, list[str]]]) -> None:
    """Who ends with nothing but notes and nothings scores as who did nothing."""
    harmless = [(tick, person, min(level, 1), cues) for tick, person, level, cues in done]
    assert run(harmless).judge().counts == run([]).judge().counts


@settings(deadline=None, max_examples=60)
@given(deeds, st.integers(6, 12))
def test_to_accuse_one_more_innocent_never_helps(done: list[tuple[int, int, int, list[str]]], person: int) -> None:
    """Another false alarm finds nobody else."""
    before = run(done).judge()
    after = run([*done, (1195, person, 2, [])]).judge()
    assert after.counts.false_alarms in (before.counts.false_alarms, before.counts.false_alarms + 1)
    assert after.counts.hits == before.counts.hits


@settings(deadline=None, max_examples=60)
@given(deeds)
def test_a_hit_rests_on_something_made_out(done: list[tuple[int, int, int, list[str]]]) -> None:
    """Found is who was marked after something had been seen; everybody else who was there to be found is missed."""
    for outcome in run(done).judge().outcomes:
        if outcome.trial.kind == "signal":
            assert (outcome.result == "hit") is bool(outcome.mark and outcome.mark.level > 1 and outcome.seen)
            assert (outcome.evidence is None) is (outcome.mark is None)


@settings(deadline=None, max_examples=40)
@given(deeds)
def test_who_is_to_be_judged_does_not_depend_on_the_answer(done: list[tuple[int, int, int, list[str]]]) -> None:
    """Whatever was marked, all those who were there to be found stay in the count."""
    assert run(done).judge().counts.signals == run([]).judge().counts.signals


@settings(deadline=None, max_examples=40)
@given(deeds)
def test_there_is_always_something_to_say(done: list[tuple[int, int, int, list[str]]]) -> None:
    """Every run has a debrief of whole sentences, and everyone staged is in it."""
    made = run(done)
    told = debrief({}, made.key(), made.log(), made.judge())
    assert {person.person for person in told.people} >= {0, 1, 2, 3, 4, 5}
    assert all(person.verdict.endswith(".") for person in told.people)
    said = (headline(made.result()), *told.summary, told.flags)
    assert all(sentence.endswith(".") for sentence in said)


@settings(deadline=None, max_examples=40)
@given(deeds)
def test_a_result_counts_as_the_score_does(done: list[tuple[int, int, int, list[str]]]) -> None:
    """The four outcomes can be had back from a result, and its cases agree with its counts."""
    made = run(done)
    counts, result = made.judge().counts, made.result()
    assert (result.found, result.wrong) == (counts.hits, counts.false_alarms)
    assert result.of - result.found == counts.misses
    assert result.observable - result.wrong == counts.correct_rejections
    judged = Counter(case.judgement for case in result.cases)
    assert (judged["hit"], judged["miss"]) == (result.found, result.of - result.found)
    assert result.right <= result.flags
    assert result.passers_by_marked <= result.passers_by_watched <= result.watched <= result.observable
    assert len(result.decoy_cases) == result.decoys_judged >= result.decoys_marked
    assert judged["crime noticed"] + judged["crime missed"] == result.crimes
    assert len(result.cases) == result.subjects
    assert all((case.miss is not None) == (case.judgement in ("miss", "crime missed")) for case in result.cases)
