"""The rules of trial, shown, hit, miss, mark and cue, each on a run made by hand."""

from dataclasses import replace

import pytest

from game.log import Event, Log, Observable, Stood
from game.score import Counts, Outcome, Score, score
from game.score.shown import was_shown
from tests.support.hand_made_runs import LASTS, Run, act, decoy, look_alike, subject


def of(score: Score, person: int) -> Outcome:
    """What became of one person who must have been a trial."""
    found = score.outcome_of(person)
    assert found is not None
    return found


def test_silence_scores_nothing() -> None:
    """Four subjects, 60 others, nobody marked: all missed, all left be."""
    run = Run(tuple(subject(person) for person in range(4)), people=64)
    for person in range(4):
        run.performs(person)
    assert run.judge().counts == Counts(0, 4, 0, 60)


def test_signs_of_two_families_made_out_make_a_founded_hit() -> None:
    """Marked at 0:50, when F1.1 at 0:20 and F2.1 at 0:40 had been made out; timed from the start of the first."""
    found = of(Run((subject(0),)).performs(0, first=200).watches(0).marks(500, 0).judge(), 0)
    assert (found.result, found.evidence, found.seconds) == ("hit", "founded", 30.0)


def test_one_sign_made_out_makes_an_early_hit() -> None:
    """Marked at 0:35, when F1.1 alone had been shown."""
    found = of(Run((subject(0),)).performs(0, first=200).watches(0).marks(350, 0).judge(), 0)
    assert (found.result, found.evidence, found.seconds) == ("hit", "early", 15.0)


def test_two_signs_of_one_family_make_an_early_hit() -> None:
    """However many there were: it takes a second kind."""
    acts = (act(0, "F1.1"), act(1, "F1.2"), act(2, "F2.1"))
    found = of(Run((subject(0, *acts),)).performs(0, first=200).watches(0).marks(550, 0).judge(), 0)
    assert (found.result, found.evidence) == ("hit", "early")
    assert [showing.act.cue for showing in found.seen] == ["F1.1", "F1.2"]


def test_a_sign_out_of_view_is_no_evidence() -> None:
    """Two families were shown and one of them seen: early, and timed from the one that was seen."""
    found = of(Run((subject(0),)).performs(0, first=200).watches(0, 380).marks(500, 0).judge(), 0)
    assert (found.result, found.evidence, found.seconds) == ("hit", "early", 10.0)


def test_a_mark_before_the_first_tell_is_unfounded() -> None:
    """Set too early and not renewed, it is a miss, and stays in the count."""
    score = Run((subject(0),)).performs(0, first=200).watches(0).marks(150, 0).judge()
    assert (of(score, 0).result, of(score, 0).evidence, of(score, 0).miss) == ("miss", "unfounded", "recognition")
    assert (score.resting_on("unfounded"), score.counts.signals) == (1, 1)


def test_a_mark_on_someone_never_in_view_is_lucky() -> None:
    """Something had been shown, and none of it seen: a miss, told apart."""
    score = Run((subject(0),)).performs(0, first=200).marks(700, 0).judge()
    assert (of(score, 0).result, of(score, 0).evidence, of(score, 0).miss) == ("miss", "lucky", "search")
    assert (score.resting_on("lucky"), score.counts.signals) == (1, 1)


@pytest.mark.parametrize(("height", "parts"), [(44, 31), (60, 26)])
def test_in_view_but_not_to_be_made_out_is_lucky(height: int, parts: int) -> None:
    """Too small, or without the parts of the body that matter, is as good as out of view."""
    found = of(Run((subject(0),)).performs(0).watches(0, height=height, parts=parts).marks(700, 0).judge(), 0)
    assert (found.result, found.evidence) == ("miss", "lucky")


def test_a_mark_renewed_after_the_tell_is_a_hit() -> None:
    """The latest mark counts, timed from when it was renewed."""
    found = of(Run((subject(0),)).performs(0, first=200).watches(0).marks(150, 0).marks(300, 0, 3).judge(), 0)
    assert (found.result, found.evidence, found.seconds) == ("hit", "early", 10.0)


def test_raising_a_mark_does_not_make_it_later() -> None:
    """Adding cues or raising the level keeps the time of the decision, and may found it better."""
    found = of(Run((subject(0),)).performs(0).watches(0).marks(300, 0, 2).marks(500, 0, 3, "F1.1").judge(), 0)
    assert (found.seconds, found.evidence) == (10.0, "founded")


def test_a_mark_taken_back_and_set_again_counts_from_then() -> None:
    """Doubt starts the time anew."""
    found = of(Run((subject(0),)).performs(0).watches(0).marks(300, 0).clears(320, 0).marks(500, 0).judge(), 0)
    assert (found.result, found.seconds) == ("hit", 30.0)


def test_a_note_before_anything_was_noticed_is_no_decision() -> None:
    """Noted at 0:05 and left so: what was seen afterwards was not recognised, and what was not seen, not found."""
    noted = Run((subject(0),)).performs(0).watches(0).marks(50, 0, 1)
    assert of(noted.judge(), 0).miss == "recognition"
    assert of(Run((subject(0),)).performs(0).marks(50, 0, 1).judge(), 0).miss == "search"
    assert of(noted.marks(300, 0, 1, "F1.1").judge(), 0).miss == "decision"


def test_a_mark_of_before_taken_back_after_is_a_decision() -> None:
    """To take a mark back when something had been noticed is to decide."""
    found = of(Run((subject(0),)).performs(0).watches(0).marks(50, 0).clears(700, 0).judge(), 0)
    assert (found.result, found.evidence, found.miss) == ("miss", None, "decision")


def test_a_note_is_not_a_hit() -> None:
    """Level 1 notes; the subject is missed by decision."""
    found = of(Run((subject(0),)).performs(0).watches(0).marks(300, 0, 1).judge(), 0)
    assert (found.result, found.miss) == ("miss", "decision")


def test_a_note_is_not_a_false_alarm() -> None:
    """Nor does it accuse anyone."""
    assert Run((decoy(1),)).performs(1).marks(300, 1, 1).judge().false_alarms.total == 0


def test_a_cleared_mark_is_a_miss_by_decision() -> None:
    """Marked, then dismissed."""
    found = of(Run((subject(0),)).performs(0).watches(0).marks(300, 0, 3).clears(400, 0).judge(), 0)
    assert (found.result, found.miss) == ("miss", "decision")


def test_a_cleared_false_alarm_is_no_false_alarm() -> None:
    """Who thinks better of it has left them be."""
    score = Run((decoy(1),)).performs(1).marks(300, 1).clears(400, 1).judge()
    assert score.counts == Counts(0, 0, 0, 10)


def test_never_in_view_is_a_miss_by_search() -> None:
    """Not looked at while showing anything."""
    found = of(Run((subject(0),)).performs(0, first=200).watches(0, 0, 190).judge(), 0)
    assert (found.result, found.miss) == ("miss", "search")


def test_in_view_but_too_small_is_a_miss_by_search() -> None:
    """Smaller than the act is legible at, or without the parts it needs, it was not there to be seen."""
    assert of(Run((subject(0),)).performs(0).watches(0, height=44).judge(), 0).miss == "search"
    assert of(Run((subject(0),)).performs(0).watches(0, parts=26).judge(), 0).miss == "search"


def test_in_view_and_passed_over_is_a_miss_by_recognition() -> None:
    """Large enough, long enough, and not marked."""
    assert of(Run((subject(0),)).performs(0).watches(0, 200, 260).judge(), 0).miss == "recognition"


def test_decoys_and_crowd_are_counted_apart() -> None:
    """Both are noise for d'; the report keeps them separate."""
    score = Run((decoy(1),), people=10).performs(1).marks(300, 1).marks(300, 5).marks(310, 6, 3).judge()
    assert (score.false_alarms.decoys, score.false_alarms.crowd) == (1, 2)
    assert score.counts == Counts(0, 0, 3, 7)


def test_who_could_hardly_be_seen_is_no_trial() -> None:
    """Someone never observable for 5 s is not noise, unless the trainee marked them."""
    run = Run(people=10, unseeable=frozenset({8, 9}))
    assert run.judge().counts == Counts(0, 0, 0, 8)
    assert run.marks(300, 9).judge().counts == Counts(0, 0, 1, 8)


def test_trials_do_not_depend_on_where_the_trainee_looks() -> None:
    """Staring at the floor makes misses, not missing trials."""
    watched = Run((subject(0), decoy(1))).performs(0).performs(1).watches(0).watches(1).judge()
    unwatched = Run((subject(0), decoy(1))).performs(0).performs(1).judge()
    assert watched.counts == unwatched.counts


def test_a_subject_out_of_everyones_sight_is_not_judged() -> None:
    """What no viewpoint of the post could show is no signal."""
    score = Run((subject(0),), unseeable=frozenset({0})).performs(0).judge()
    assert (of(score, 0).result, score.hidden, score.counts.signals) == ("not judged", 1, 0)


def test_a_subject_who_showed_too_little_is_void() -> None:
    """Tells cut short leave less than the truth rule asks: counted as such, for or against nobody."""
    score = Run((subject(0),)).performs(0, ran=20).marks(900, 0).judge()
    assert (of(score, 0).result, score.void, score.counts.signals, score.counts.false_alarms) == ("not judged", 1, 0, 0)


def test_reactions_do_not_count_towards_the_truth_rule() -> None:
    """Two tells and a reaction are not yet a subject."""
    reaction = act(2, "F4.1", conditional=True)
    assert Run((subject(0, act(0, "F1.1"), act(1, "F2.1"), reaction),)).performs(0).judge().void == 1


def test_a_reaction_can_be_the_first_tell() -> None:
    """But once shown it is grounds like any other."""
    acts = (act(9, "F4.1", conditional=True), act(0, "F1.1"), act(1, "F2.1"), act(2, "F3.1"))
    found = of(Run((subject(0, *acts),)).performs(0, first=100).watches(0).marks(150, 0).judge(), 0)
    assert (found.result, found.seconds) == ("hit", 5.0)


@pytest.mark.parametrize(
    ("ran", "planned", "shown"),
    [(30, 60, True), (29, 60, False), (9, 12, False), (10, 12, True), (8, 8, True), (7, 8, False), (0, 0, False)],
)
def test_shown_is_half_and_a_second_and_a_glance_whole(ran: int, planned: int, shown: bool) -> None:
    """An act counts from half its plan and 1 s on; a glance only whole."""
    assert was_shown(ran, planned) is shown


def test_an_act_cut_by_the_end_is_judged_by_what_ran() -> None:
    """The last act begins 40 ticks before the end of 60 planned: it was shown."""
    run = Run((subject(0),)).performs(0, first=LASTS - 440, apart=200)
    run.events = [event for event in run.events if event.tick <= LASTS]
    score = run.judge()
    assert score.counts.signals == 1
    assert of(score, 0).trial.shown[-1].ran == 40


def test_crime_is_its_own_column() -> None:
    """A mark on a crime is neither hit nor false alarm, and missing it no miss; it is noticed by who has seen it."""
    theft = subject(0, act(0, "F8.1"), nature="crime")
    noticed, missed = Run((theft,)).performs(0).watches(0).marks(300, 0).judge(), Run((theft,)).performs(0).judge()
    lucky = Run((theft,)).performs(0).marks(300, 0).judge()
    assert (noticed.crimes_noticed, noticed.crimes_missed) == (1, 0)
    assert (missed.crimes_noticed, missed.crimes_missed) == (lucky.crimes_noticed, lucky.crimes_missed) == (0, 1)
    assert noticed.counts == missed.counts == lucky.counts == Counts(0, 0, 0, 9)


def test_a_crime_out_of_everyones_sight_is_not_judged() -> None:
    """Nor is one that did not come about."""
    theft = subject(0, act(0, "F8.1"), nature="crime")
    hidden = Run((theft,), unseeable=frozenset({0})).performs(0).judge()
    cut = Run((theft,)).performs(0, ran=5).judge()
    assert (hidden.hidden, hidden.crimes_missed) == (1, 0)
    assert (cut.void, cut.crimes_missed) == (1, 0)


def test_who_was_watched_closely_is_counted() -> None:
    """Five seconds at 45 px or more, decoys told from passers-by; whoever is marked has been looked at."""
    run = Run((decoy(1),)).watches(1).watches(2, 0, 45).watches(3, 0, 44).watches(4, height=44)
    assert (run.judge().watching.people, run.judge().watching.passers_by) == (2, 1)
    assert run.marks(300, 5).judge().watching.passers_by == 2


def test_marks_on_people_never_looked_at_are_counted() -> None:
    """One second large enough before the mark, and it has been seen whom it is on."""
    run = Run((subject(0), decoy(1))).watches(0, 0, 9).watches(1, 300, 900).marks(200, 0).marks(200, 1).marks(200, 2)
    assert run.judge().watching.unseen == 2


def test_cues_are_matched_by_family_and_exact_ones_told_apart() -> None:
    """F1.1 was shown: F1.1 is exact, F1.2 of the family, F6.1 invented."""
    found = of(Run((subject(0),)).performs(0).watches(0).marks(300, 0, 2, "F1.1", "F1.2", "F6.1").judge(), 0)
    assert [named.grounds for named in found.named] == ["exact", "family", "invented"]
    assert found.invented == 1


def test_a_cue_that_began_after_the_mark_is_invented() -> None:
    """F3.1 comes at tick 600; named at 300 it had not been there to see."""
    found = of(Run((subject(0),)).performs(0).watches(0).marks(300, 0, 2, "F3.1").judge(), 0)
    assert found.named[0].grounds == "invented"


def test_a_cue_the_trainee_could_not_see_is_invented() -> None:
    """Shown, but not in view while it was."""
    found = of(Run((subject(0),)).performs(0).watches(0, 280, 390).marks(300, 0, 2, "F1.1").judge(), 0)
    assert found.named[0].grounds == "invented"


def test_a_look_alike_taken_for_a_tell_is_resembled() -> None:
    """The eyes were right about what happened, the reading was not."""
    found = of(Run((decoy(1),)).performs(1).watches(1).marks(300, 1, 2, "F2.1").judge(), 1)
    assert (found.result, found.named[0].grounds) == ("false alarm", "resembled")


def test_acts_of_the_pre_roll_do_not_count() -> None:
    """What was over before 0:00 nobody could see."""
    assert Run((subject(0),)).performs(0, first=-400, apart=150).judge().void == 1


def test_everyone_is_accounted_for() -> None:
    """Subjects are hit, missed, void, hidden or crimes, and none twice; an unfounded mark is a miss."""
    entries = (
        subject(0), subject(1), subject(2), subject(3), subject(4),
        subject(5, act(0, "F8.1"), nature="crime"), decoy(6, look_alike(0, "F1.1")),
    )
    run = Run(entries, people=12, unseeable=frozenset({4}))
    for entry in entries:
        run.performs(entry.person, ran=5 if entry.person == 3 else None)
    score = run.marks(100, 2).marks(300, 0).marks(400, 6).judge()
    judged = score.counts.signals + score.void + score.hidden
    assert judged + score.crimes_noticed + score.crimes_missed == score.subjects == 6
    assert score.counts.noise == 6


def on_the_floor(run: Run, near: int) -> Score:
    """The same run from an officer's post, to which the subject comes near, and into sight, at that tick."""
    events: list[Event] = [Stood(0, 5.0, 5.0, 1.0, 0.0), Stood(near, 25.0, 5.0, 1.0, 0.0)]
    for event in run.log().events:
        far = isinstance(event, Observable) and event.tick < near
        events.append(replace(event, people=event.people[1:]) if far and isinstance(event, Observable) else event)
    return score(run.key(), Log(tuple(sorted(events, key=lambda event: event.tick))), run.people)


def test_from_an_officers_post_a_mark_rests_on_what_that_figure_has_seen() -> None:
    """Of the three tells the last alone came into the figure's sight: before it a mark is luck, after it early."""
    run = Run((subject(0),)).performs(0, first=200, apart=200).watches(0, 600)
    assert of(on_the_floor(Run((subject(0),)).performs(0).marks(500, 0), 590), 0).evidence == "lucky"
    found = of(on_the_floor(run.marks(700, 0), 590), 0)
    assert (found.result, found.evidence, found.trial.kind) == ("hit", "early", "signal")


def test_from_an_officers_post_who_never_came_near_is_not_judged() -> None:
    """What no step of the figure brought into sight could not be found from there."""
    assert of(on_the_floor(Run((subject(0),)).performs(0).marks(700, 0), 1150), 0).result == "not judged"
