"""What the trainee is told."""

from dataclasses import dataclass

import pytest

from game.course import Case, DecoyCase, headline, in_short
from game.log import Stood
from game.score import Debrief, base_rate, debrief, manner
from tests.support.hand_made_runs import LASTS, Run, act, decoy, subject


@dataclass(frozen=True)
class Entry:
    """A line of a catalogue."""

    title: str
    why: str | None
    differs: str | None
    looks_like: tuple[str, ...] = ()


CATALOGUE = {
    "tell_0": Entry("studied a camera", "It shows what is filmed.", "The head stays up.", ("look_alike_0",)),
    "tell_1": Entry("filmed the gate", "It records a barrier.", "The lens is on the gate."),
    "look_alike_0": Entry("photographed the board", "To send it to a friend.", "The eyes go to the phone."),
}


def told(run: Run) -> Debrief:
    """The debrief of a run."""
    return debrief(CATALOGUE, run.key(), run.log(), run.judge())


def test_an_empty_scene_left_alone_is_right_by_how_much_was_watched() -> None:
    """A success, in so many words, where most of those there were looked at closely; else it is said how few were."""
    watched, blind = Run(), Run().watches(3)
    for person in range(6):
        watched.watches(person)
    assert headline(watched.result()) == (
        "There was nobody to find, and you were right to mark nobody: of the 10 people there, 6 were in clear "
        "view for long enough to see what they did."
    )
    assert "though you had seen too little to know: of the 10 people there, 1 was in" in headline(blind.result())
    assert told(watched).people == ()


def test_decoys_in_clear_view_are_told_of_in_the_headline() -> None:
    """So that its count agrees with that of passers-by, which leaves them out."""
    run = Run((decoy(0), decoy(1)))
    for person in range(6):
        run.watches(person)
    result = run.result()
    assert (result.watched, result.passers_by_watched) == (6, 4)
    assert headline(result).endswith("6 were in clear view for long enough to see what they did, 2 of them decoys.")


def test_nobody_was_on_the_screen_for_longer_than_the_exercise() -> None:
    """Ended at 0:37, with a look at a stopped scene at 0:20 and at its end: 37 s, and no more for those looks."""
    run = Run((subject(0),), last=370).performs(0).watches(0)
    run.looks_while_paused(0, 200, 2).looks_while_paused(0, 370, 1)
    assert [person.in_view for person in told(run).people] == [37.0]


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (Run().marks(300, 4), "There was nobody to find. You marked one person with nothing to hide."),
        (
            Run((subject(0),)).performs(0).watches(0).marks(300, 0),
            "You found the one who mattered, and marked nobody with nothing to hide.",
        ),
        (
            Run((subject(0),)).performs(0),
            "You did not find the one who mattered, and marked nobody with nothing to hide.",
        ),
        (
            Run((subject(0), subject(1))).performs(0).performs(1).watches(0).marks(300, 0).marks(300, 5).marks(300, 6),
            "You found one of the two who mattered, and marked two people with nothing to hide.",
        ),
        (
            Run((subject(0),)).performs(0, ran=5),
            "Nobody showed enough to be found, and you marked nobody with nothing to hide.",
        ),
        (
            Run((subject(0),)).performs(0, first=300).marks(100, 0),
            "You marked the one who mattered too soon, before they had shown anything, and marked nobody with nothing "
            "to hide.",
        ),
        (
            Run((subject(0),)).performs(0, first=300).marks(700, 0).marks(300, 5),
            "You marked the one who mattered without having made out anything they showed, and marked one person with "
            "nothing to hide.",
        ),
    ],
)
def test_headlines(run: Run, words: str) -> None:
    """Each ending has its sentence."""
    assert headline(run.result()) == words


def test_subjects_come_first_then_decoys_then_whoever_else_was_marked() -> None:
    """All who matter are told of, then the false alarms, then those who were only noted, and no one else."""
    run = Run((decoy(1), subject(3)), people=10).performs(1).performs(3).marks(300, 7).marks(300, 2, 1)
    order = [(3, "subject"), (1, "decoy"), (7, "crowd"), (2, "crowd")]
    assert [(person.person, person.part) for person in told(run).people] == order


def test_a_decoy_who_was_never_a_trial_is_still_told_of() -> None:
    """Whoever was staged belongs in the debrief."""
    run = Run((decoy(1),), unseeable=frozenset({1})).performs(1)
    assert [person.person for person in told(run).people] == [1]


def test_acts_are_told_with_their_words_and_times() -> None:
    """What was done, when, why it matters, and what it is taken for."""
    first = told(Run((subject(0),)).performs(0, first=200).watches(0)).people[0].acts[0]
    assert (first.title, first.why) == ("studied a camera", "It shows what is filmed.")
    assert (first.showing.began, first.showing.ended, first.showing.seen) == (200, 260, 65)
    assert first.taken_for == ("photographed the board",)


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (Run((subject(0),)), "You did not have this in view."),
        (Run((subject(0),)).watches(0, height=30), "for 6 of its 6 s, but too small: 30 px tall, and this takes 45."),
        (Run((subject(0),)).watches(0, parts=2), "for 6 of its 6 s, but what mattered was hidden or cut off."),
        (Run((subject(0),)).watches(0, 200, 228), "for 3 of its 6 s, and could make it out for 3 s."),
    ],
)
def test_what_was_seen_of_an_act_is_said(run: Run, words: str) -> None:
    """Never in view, too small, hidden, or seen: each calls for something else."""
    assert told(run.performs(0, first=200)).people[0].acts[0].saw.endswith(words)


def test_on_the_floor_too_small_may_be_too_far() -> None:
    """The inspector shows somebody large whom the own figure stands too far from: that is not called small alone."""
    run = Run((subject(0),)).performs(0, first=200).watches(0, height=30)
    run.events.append(Stood(0, 1.0, 1.0, 1.0, 0.0))
    assert "too far from you: they looked 30 px tall, and this takes 45." in told(run).people[0].acts[0].saw


def test_a_search_miss_of_someone_too_small_says_come_closer() -> None:
    """In view and too small is not the same as never in view."""
    small = told(Run((subject(0),)).performs(0).watches(0, height=30)).people[0]
    assert small.miss == "search"
    assert "Come closer" in small.verdict
    assert "never had them in view" in told(Run((subject(0),)).performs(0)).people[0].verdict


def test_what_was_hidden_or_too_brief_is_not_called_too_small() -> None:
    """Large enough with the hands out of view, and large enough for half a second: each is said as it was."""
    covered = told(Run((subject(0),)).performs(0).watches(0, parts=26)).people[0]
    brief = told(Run((subject(0),)).performs(0).watches(0, 200, 204)).people[0]
    assert "hidden or cut off" in covered.verdict
    assert "for a moment only" in brief.verdict
    assert covered.miss == brief.miss == "search"
    assert not any("small" in person.verdict for person in (covered, brief))


def test_a_recognition_miss_says_what_was_there_to_be_seen() -> None:
    """The moment, the act, and what tells it apart."""
    verdict = told(Run((subject(0),)).performs(0, first=650).watches(0)).people[0].verdict
    assert verdict == (
        "You had them in view at 1:05, when they studied a camera, and did nothing about it. The head stays up."
    )


def test_a_false_alarm_on_a_decoy_explains_the_innocent_reading() -> None:
    """What they did, why it is innocent, and how to tell."""
    verdict = told(Run((decoy(1),)).performs(1).watches(1).marks(300, 1, 2, "F2.1")).people[0].verdict
    assert verdict == (
        "They photographed the board, and had nothing to hide. To send it to a friend. The eyes go to the phone."
    )


def test_a_hit_without_grounds_is_called_a_hunch() -> None:
    """A right mark with no cue is told apart from one that rests on what was seen."""
    run = Run((subject(0),)).performs(0).watches(0)
    assert "hunch" in told(Run((subject(0),)).performs(0).watches(0).marks(300, 0)).people[0].verdict
    assert "that is a good reason" in told(run.marks(300, 0, 2, "F1.1")).people[0].verdict


def test_a_hit_is_told_by_what_was_seen_and_not_by_what_came_first() -> None:
    """The camera was studied out of view; it was the gate that had been seen, and of one kind only."""
    verdict = told(Run((subject(0),)).performs(0).watches(0, 390).marks(500, 0, 2, "F1.1", "F2.1")).people[0].verdict
    assert verdict == (
        "You found them: you had them in view at 0:40, when they filmed the gate, and marked them 10 seconds after "
        "that began. By then you had made out signs of one kind only, which is early: a second kind makes sure. Of the "
        "two signs you ticked, one had been there for you to see. Tick only what you have seen: a report rests on it."
    )


def test_a_sign_that_came_later_is_not_denied() -> None:
    """What was ticked and came about after the mark had not been there to see by then, and no more is said of it."""
    verdict = told(Run((subject(0),)).performs(0).watches(0).marks(300, 0, 2, "F3.1")).people[0].verdict
    assert verdict.endswith("But nothing of what you ticked had been there for you to see by then. Tick what you have "
                            "seen.")  # fmt: skip


def test_marks_on_the_right_person_for_no_reason_are_told_for_what_they_are() -> None:
    """Too soon, or by luck: in the verdict and in the summary, and never as found."""
    soon, lucky = (told(Run((subject(0),)).performs(0).marks(tick, 0)) for tick in (100, 700))
    assert "before they had shown anything" in soon.people[0].verdict
    assert "by luck" in lucky.people[0].verdict
    assert any("luck, not a find" in sentence for sentence in lucky.summary)
    assert not any("You found them" in debrief.people[0].verdict for debrief in (soon, lucky))


def test_a_note_of_before_is_told_before_what_was_overlooked() -> None:
    """Noted at 0:05, and nothing done when there was something to see."""
    verdict = told(Run((subject(0),)).performs(0).watches(0).marks(50, 0, 1)).people[0].verdict
    assert verdict.startswith("You had dealt with them at 0:05, before that. You had them in view at 0:2")


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (Run().marks(300, 4).marks(300, 5), "guessing"),
        (Run().watches(4).watches(5).watches(6).marks(300, 4).marks(300, 5).marks(300, 6), "trigger-happy"),
        (Run((subject(0),)).performs(0).watches(0).marks(300, 0, 1), "holding back"),
        (Run((subject(0),)).performs(0).watches(0).marks(300, 0), None),
        (Run((subject(0),)).performs(0).watches(0).watches(4).marks(300, 0).marks(300, 4), None),
        (Run((subject(0),)).performs(0), None),
        (Run(), None),
    ],
)
def test_a_manner_of_marking_is_told_where_it_is_plain(run: Run, expected: str | None) -> None:
    """Guesses, many wrong for each right, and noticing without marking; nothing is said of anything less plain."""
    assert manner(run.judge()) == expected
    first = told(run).summary[:1]
    assert any(word in "".join(first) for word in ("is a guess", "quick to mark", "held back")) is bool(expected)


def test_a_cue_that_was_there_but_too_small_is_answered_with_come_closer() -> None:
    """Right, and not to be relied on."""
    small = told(Run((subject(0),)).performs(0).watches(0, height=30).marks(300, 0, 2, "F1.1")).people[0]
    assert [named.grounds for named in small.named] == ["glimpsed"]
    assert "Come closer" in small.verdict


def test_a_void_subject_who_was_marked_was_well_seen() -> None:
    """What there was, was seen, though it does not count."""
    acts = (act(0, "F1.1"), act(1, "F2.1"))
    assert "well seen" in told(Run((subject(0, *acts),)).performs(0).watches(0).marks(300, 0)).people[0].verdict
    assert "well seen" not in told(Run((subject(0, *acts),)).performs(0).marks(300, 0)).people[0].verdict
    assert "well seen" not in told(Run((subject(0, *acts),)).performs(0).watches(0).marks(100, 0)).people[0].verdict


def test_stress_as_a_reason_is_answered() -> None:
    """F11 is named only to be told that it says nothing."""
    said = told(Run((decoy(1),)).performs(1).marks(300, 1, 2, "F11.1"))
    assert any("signs of stress" in sentence for sentence in said.summary)


def test_every_outcome_has_a_whole_sentence() -> None:
    """No verdict is empty, unfinished, or speaks in code words."""
    entries = (subject(0), subject(1), subject(2), subject(3), subject(4, act(0, "F8.1"), nature="crime"), decoy(5))
    run = Run(entries, unseeable=frozenset({3}))
    for entry in entries:
        run.performs(entry.person, ran=5 if entry.person == 2 else None)
    said = told(run.marks(100, 0).marks(300, 1).clears(400, 1).marks(300, 8))
    first = headline(run.result())
    for person in said.people:
        assert person.verdict.endswith(".")
        assert "_" not in person.verdict.replace("tell_2", "")
    assert all(sentence.endswith(".") for sentence in (*said.summary, first, said.flags, *said.honesty))


def test_the_base_rate_card() -> None:
    """With H .8 and F .1 at 2 %, a flag is right 14 % of the time."""
    card = base_rate()
    assert card.right == pytest.approx(0.1404, abs=1e-4)
    assert "right in only 14% of their marks" in card.sentence


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (Run((subject(0),)).performs(0), "You marked nobody as suspicious. Of the 10 people there, one was"),
        (Run().marks(300, 4), "The one person you marked was not rightly marked. Nobody of the 10 people there"),
        (
            Run((subject(0),)).performs(0).watches(0).marks(300, 0).marks(300, 4),
            "Of the two people you marked, one was rightly so. Of the 10 people there, one was there to be found.",
        ),
        (Run((subject(0),)).performs(0).marks(700, 0), "The one person you marked was not rightly marked."),
    ],
)
def test_the_own_marks_are_set_beside_the_base_rate_of_the_scene(run: Run, words: str) -> None:
    """How many were right, on something seen, and how many there were to be right about."""
    assert told(run).flags.startswith(words)


def test_an_early_end_is_said_and_only_what_had_happened_is_judged() -> None:
    """Who stops early is told when, and not that a clock ran out, nor praised for what had not come yet."""
    run = Run((subject(0), decoy(1)), last=900, early=True)
    said = told(run.performs(0, first=800))
    first = headline(run.result())
    assert first.startswith("You ended it early, at 1:30. Nobody had shown enough by then")
    everything = " ".join((first, *said.summary, *(person.verdict for person in said.people)))
    assert "clock ran out" not in everything
    assert "rightly" not in everything
    assert "nobody to find" not in everything


def test_who_could_not_be_made_out_is_not_praised() -> None:
    """To leave alone whom one never saw is no merit, and is not called one."""
    for run in (Run((decoy(1),)).performs(1), Run((decoy(1),)).performs(1).watches(1, height=20)):
        verdict = told(run).people[0].verdict
        assert verdict.startswith("Not seen, not marked.")
        assert "rightly" not in verdict
    on_screen = told(Run((decoy(1),)).performs(1).watches(1)).people[0].verdict
    assert on_screen.startswith("Not noticed, not marked.")
    assert "rightly" not in on_screen
    assert "rightly left them alone" in told(Run((decoy(1),)).performs(1).watches(1, upon=True)).people[0].verdict


def test_an_act_is_made_out_by_what_was_seen_at_its_decisive_moments() -> None:
    """Who saw the way to a door, and not the hand on it, could not make it out; nor the other way round."""
    steps = ((0, 40, False), (40, 60, True))
    for began, ended, noticed in ((200, 235, False), (242, 260, True)):
        run = Run((subject(0),)).performs(0, first=200).steps(0, 0, 200, steps).watches(0, began, ended)
        act = told(run).people[0].acts[0]
        assert act.showing.decisive == ((240, 260),)
        assert act.showing.noticed is noticed
        assert ("not at the moment that mattered" in act.saw) is not noticed


def test_looking_while_the_clock_is_stopped_counts_as_a_second_however_often() -> None:
    """Opening the inspector on somebody at a moment that matters is enough; opening it again there adds nothing."""
    for looks in (1, 3):
        run = Run((decoy(1),)).performs(1, first=200).looks_while_paused(1, 223, looks)
        act = told(run).people[0].acts[0].showing
        assert (act.seen, act.watched, act.noticed, act.attended) == (10, 10, True, True)
    assert "rightly left them alone" in told(run).people[0].verdict


def test_what_a_decoy_did_after_the_mark_does_not_explain_it() -> None:
    """A mark is judged by what had begun by then."""
    said = told(Run((decoy(1),)).performs(1, first=600).marks(300, 1))
    assert said.people[0].verdict.startswith("You marked them before they had done anything out of the ordinary")
    assert not any("resembles a tell" in sentence for sentence in said.summary)


@pytest.mark.parametrize(("real", "compared"), [("F2.1", True), ("F1.1", False)])
def test_two_are_compared_only_where_there_are_two(real: str, compared: bool) -> None:
    """A look-alike is held against the tell it resembles if somebody showed that tell."""
    entries = (subject(0, act(0, real), act(1, "F3.1"), act(2, "F6.1")), decoy(1))
    said = told(Run(entries).performs(0).performs(1).marks(500, 1)).summary
    assert any("Compare them" in sentence for sentence in said) is compared


def test_notes_and_marks_taken_back_are_told_of() -> None:
    """A note accuses nobody, and is said to be a note; neither praise nor blame."""
    said = told(Run().marks(300, 4, 1).marks(310, 5, 2).clears(320, 5))
    assert [person.person for person in said.people] == [4, 5]
    assert said.people[0].verdict.startswith("You noted them and left it at that")
    assert said.people[1].verdict.startswith("You marked them and cleared the mark")


@pytest.mark.parametrize(
    ("cues", "words"),
    [
        (("F6.1",), "The one sign you ticked had not happened where you could see it."),
        (("F6.1", "F5.1"), "Neither of the two signs you ticked had happened where you could see it."),
        (("F1.1", "F1.2"), "Both signs you ticked had happened where you could see them."),
        (("F1.1", "F5.1", "F6.1"), "Of the three signs you ticked, one had happened where you could see it."),
        (("F4.1", "F5.1", "F6.1"), "None of the three signs you ticked had happened where you could see them."),
    ],
)
def test_the_signs_ticked_are_counted_in_plain_words(cues: tuple[str, ...], words: str) -> None:
    """How many of them had been there to see."""
    assert words in told(Run((subject(0),)).performs(0).watches(0).marks(300, 0, 2, *cues)).summary


@pytest.mark.parametrize(
    ("run", "short"),
    [
        (Run(), "Nobody to find"),
        (Run().marks(300, 4), "Nobody to find, 1\u00a0marked who had nothing to hide"),
        (Run((subject(0),)).performs(0, ran=5), "Too little shown"),
        (Run((subject(0),)).performs(0).watches(0).marks(300, 0), "1 of 1 found"),
        (Run((subject(0),)).performs(0).marks(300, 4), "0 of 1 found, 1\u00a0marked who had nothing to hide"),
        (Run((subject(0),)).performs(0, first=300).watches(0).marks(100, 0), "0 of 1 found"),
        (
            Run((subject(0), subject(1))).performs(0).performs(1).watches(0).watches(1).marks(300, 0).marks(300, 1),
            "2 of 2 found",
        ),
        (
            Run((subject(0), subject(1))).performs(0).performs(1).watches(0).marks(300, 0).marks(300, 5).marks(300, 6),
            "1 of 2 found, 2\u00a0marked who had nothing to hide",
        ),
        (Run((subject(0), subject(1))).performs(0).performs(1), "0 of 2 found"),
    ],
)
def test_each_result_can_be_said_in_a_few_words(run: Run, short: str) -> None:
    """For the list of past exercises: what was wrong is said, and not only how often."""
    assert in_short(run.result()) == short


def test_a_result_keeps_what_progress_needs() -> None:
    """Each subject and decoy has a case: the level they were left at, what the mark rested on, the kind of miss."""
    run = Run((subject(0), subject(1), subject(2), decoy(3))).performs(0).performs(1).performs(2, ran=5).performs(3)
    run.watches(0).watches(1).watches(3).marks(320, 0, 3).marks(400, 3).marks(500, 6, 1)
    result = run.result()
    hit, missed, void = result.cases
    tells, cues = ("tell_0", "tell_1", "tell_2"), ("F1.1", "F2.1", "F3.1")
    assert hit == Case(
        judgement="hit", level=3, evidence="early", seen=("F1.1",), tells=tells, cues=cues, seconds=12
    )
    assert (missed.judgement, missed.miss, missed.level, missed.cues) == ("miss", "recognition", 0, hit.cues)
    assert (void.judgement, void.miss, void.tells) == ("not judged", None, ())
    assert result.decoy_cases == (
        DecoyCase(judgement="false alarm", level=2, look_alikes=("look_alike_0",), made_out=("look_alike_0",)),
    )
    unseen = Run((decoy(3),)).performs(3).watches(3, 300).marks(400, 3).result()
    assert unseen.decoy_cases == (
        DecoyCase(judgement="false alarm", level=2, look_alikes=("look_alike_0",), made_out=()),
    )
    assert (result.decoys, result.decoys_marked, result.passers_by_marked, result.notes) == (1, 1, 0, 1)
    assert (result.observable, result.watched, result.passers_by_watched) == (7, 1, 0)
    assert (result.right, result.flags, result.lasted, result.early) == (1, 2, LASTS, False)


def test_how_many_were_noted_is_said() -> None:
    """A note costs nothing, so it is told how freely it was used."""
    run = Run()
    for person in range(9):
        run.marks(300, person, 1)
    noted = "You noted nine people, and left it at that. A note accuses nobody, and does not count as finding anybody."
    assert noted in told(run).summary
