"""The rules by which decisions are judged, each on a run made by hand."""

import pytest

from game.duty import DECISIONS, POSTS, Decision, Post, Reason
from game.score import Judged, tell_decision
from game.score.decided_words import summarise
from tests.support.hand_made_runs import Run, act, decoy, look_alike, subject

CAMERA, FILMS, LOITERS = Reason("sign", "F1.1", 260), Reason("sign", "F2.1", 460), Reason("sign", "F3.1", 660)
LOOKS, HUNCH = Reason("looks"), Reason("hunch")
WHOLE = "GOWISELY"


def seen_subject() -> Run:
    """Somebody on reconnaissance shows F1.1 at 0:20, F2.1 at 0:40 and F3.1 at 1:00, and is watched all the while."""
    return Run((subject(0),)).performs(0).watches(0)


def seen_thief(*, watched: bool = True) -> Run:
    """Somebody with a knife keeps feeling for it at 0:20, and turns away from an officer at 0:40."""
    run = Run((subject(0, act(0, "F12.6"), act(1, "F4.1"), nature="crime"),)).performs(0)
    return run.watches(0) if watched else run


def only(run: Run) -> Judged:
    """The one decision of a run."""
    (judged,) = run.judge().decisions
    return judged


@pytest.mark.parametrize(
    ("found", "worth", "borne"),
    [("south gate", "differs", True), ("west door", "agrees", False), ("", "unchecked", False)],
)
def test_an_account_that_does_not_hold_is_a_sign_of_its_own_kind(found: str, worth: str, borne: bool) -> None:
    """Beside one sign seen it bears what two kinds bear; one that holds, or was never checked, bears nothing."""
    run = Run((subject(0),)).performs(0).watches(0).answers(500, 0, "way", "west door", found)
    judged = only(run.decides(600, 0, "pass on", CAMERA, Reason("account", "way", 500)))
    assert [weighed.worth for weighed in judged.weighed] == ["exact", worth]
    assert judged.borne == borne


def test_what_was_never_said_bears_nothing() -> None:
    """A topic that was not put to them is no reason."""
    judged = only(seen_subject().decides(700, 0, "ask control", Reason("account", "way", 500)))
    assert ([weighed.worth for weighed in judged.weighed], judged.borne) == (["unsaid"], False)


def test_a_check_that_comes_back_later_bears_nothing_yet() -> None:
    """What one did not know by then is no reason."""
    run = seen_subject().answers(700, 0, "way", "west door", "south gate")
    judged = only(run.decides(710, 0, "stop and account", Reason("account", "way", 700)))
    assert [weighed.worth for weighed in judged.weighed] == ["unchecked"]


def test_signs_of_two_kinds_bear_a_search_and_a_knife_is_found() -> None:
    """What was seen and named, by somebody who may search, before what is found."""
    signs = Reason("sign", "F12.6", 260), Reason("sign", "F4.1", 460)
    judged = only(seen_thief().decides(700, 0, "search", *signs, said=WHOLE, finds=True))
    assert (judged.proportionate, judged.resolution, judged.found) == (True, "right", True)
    assert [weighed.worth for weighed in judged.weighed] == ["exact", "exact"]


@pytest.mark.parametrize("grounds", [(), (HUNCH,), (LOOKS,), (Reason("sign", "F12.6"),)])
def test_a_knife_found_by_luck_is_no_find(grounds: tuple[Reason, ...]) -> None:
    """Without grounds, on a feeling, on looks, or on one sign alone, a search is wrong whatever is found."""
    judged = only(seen_thief().decides(700, 0, "search", *grounds, said=WHOLE, finds=True))
    assert (judged.proportionate, judged.resolution) == (False, "lucky")
    assert any("whatever is found" in line for line in tell_decision(judged))


def test_looks_spoil_the_grounds_beside_them() -> None:
    """Two kinds of sign would have borne it; a reason that is how somebody looks takes that away."""
    judged = only(seen_subject().decides(700, 0, "search", CAMERA, FILMS, LOOKS, said=WHOLE, finds=False))
    assert not judged.borne
    assert judged.basis.personal


def test_signs_named_and_never_seen_bear_nothing() -> None:
    """Whoever names what they had not in view has guessed."""
    signs = Reason("sign", "F12.6"), Reason("sign", "F4.1")
    judged = only(seen_thief(watched=False).decides(700, 0, "search", *signs, said=WHOLE, finds=True))
    assert [weighed.worth for weighed in judged.weighed] == ["invented", "invented"]
    assert judged.resolution == "lucky"


def test_what_is_shown_only_afterwards_bears_nothing() -> None:
    """Grounds are what was seen before the decision."""
    judged = only(seen_subject().decides(300, 0, "pass on", CAMERA, FILMS))
    assert [weighed.worth for weighed in judged.weighed] == ["exact", "invented"]
    assert (judged.borne, judged.resolution) == (False, "lucky")


def test_signs_of_stress_count_for_nothing() -> None:
    """Everybody shows them alike."""
    judged = only(seen_subject().decides(700, 0, "ask control", Reason("sign", "F11.1")))
    assert [weighed.worth for weighed in judged.weighed] == ["stress"]
    assert not judged.borne


def test_signs_of_one_kind_are_no_intelligence() -> None:
    """However many: two cues of one family are one kind."""
    run = Run((subject(0, act(0, "F1.1"), act(1, "F1.2"), act(2, "F2.1")),)).performs(0).watches(0)
    judged = only(run.decides(550, 0, "pass on", CAMERA, Reason("sign", "F1.2")))
    assert (judged.borne, judged.resolution) == (False, "lucky")
    assert "stop and account" in judged.open_then


def test_passing_on_what_was_seen_is_right() -> None:
    """Reconnaissance, signs of two kinds made out and named."""
    judged = only(seen_subject().decides(700, 0, "pass on", CAMERA, FILMS))
    assert (judged.proportionate, judged.resolution) == (True, "right")


def test_a_search_settles_nothing_about_reconnaissance() -> None:
    """There is nothing on them to be found: what was seen has to be passed on."""
    judged = only(seen_subject().decides(700, 0, "search", CAMERA, FILMS, said=WHOLE, finds=False))
    assert (judged.proportionate, judged.resolution, judged.found) == (True, "open", False)


def test_a_look_alike_is_reason_to_ask_and_no_more() -> None:
    """The eyes were right and the reading was not: enough for a question, too little for anything else."""
    run = Run((decoy(0, look_alike(0, "F2.1")),)).performs(0).watches(0)
    asked, searched = run.decides(300, 0, "stop and account", FILMS).decides(
        400, 0, "search", FILMS, said=WHOLE, finds=False
    ).judge().decisions  # fmt: skip
    assert (asked.proportionate, asked.resolution) == (True, "open")
    assert (searched.proportionate, searched.resolution) == (False, "wrong")


def test_letting_somebody_go_is_right_for_who_has_nothing_to_hide_alone() -> None:
    """No concern about a decoy is right; about somebody on reconnaissance it is wrong."""
    right = only(Run((decoy(0),)).performs(0).watches(0).decides(400, 0, "no concern"))
    wrong = only(seen_subject().decides(900, 0, "no concern"))
    assert (right.resolution, wrong.resolution) == ("right", "wrong")


def test_of_who_showed_too_little_nobody_can_say() -> None:
    """A subject cut short has shown nothing by which they could be told."""
    judged = only(Run((subject(0),)).performs(0, ran=5).watches(0).decides(900, 0, "no concern"))
    assert judged.resolution == "not judged"


def test_an_arrest_needs_something_found() -> None:
    """Signs are none; what a search found is."""
    signs = Reason("sign", "F12.6", 260), Reason("sign", "F4.1", 460)
    early = only(seen_thief().decides(700, 0, "arrest", *signs))
    run = seen_thief().decides(700, 0, "search", *signs, said=WHOLE, finds=True).decides(800, 0, "arrest")
    assert (early.borne, early.resolution) == (False, "lucky")
    assert (run.judge().decisions[1].borne, run.judge().decisions[1].resolution) == (True, "right")


@pytest.mark.parametrize("post", ["control room", "member of staff"])
@pytest.mark.parametrize("decision", ["search", "arrest", "stop and account"])
def test_who_is_no_officer_has_no_such_power(post: Post, decision: Decision) -> None:
    """Whatever they have seen: the words say what is open instead."""
    judged = only(seen_subject().decides(900, 0, decision, CAMERA, FILMS, post=post))
    assert not judged.is_open
    assert not judged.proportionate
    assert DECISIONS[decision].closed[post] in tell_decision(judged)[0]


@pytest.mark.parametrize(
    ("post", "decision"),
    [("officer in uniform", "pass on"), ("officer in plain clothes", "pass on"), ("control room", "pass on"),
     ("member of staff", "hotline")],
)  # fmt: skip
def test_every_post_can_settle_reconnaissance(post: Post, decision: Decision) -> None:
    """Each has a way of its own."""
    judged = only(seen_subject().decides(900, 0, decision, CAMERA, FILMS, post=post))
    assert judged.resolution == "right"


def test_999_is_for_a_crime() -> None:
    """Reconnaissance is no emergency; a hand that keeps going to the waistband may be one."""
    quiet = only(seen_subject().decides(900, 0, "999", CAMERA, FILMS, post="control room"))
    urgent = only(seen_thief().decides(700, 0, "999", Reason("sign", "F12.6"), post="control room"))
    assert (quiet.borne, urgent.borne, urgent.resolution) == (False, True, "right")


@pytest.mark.parametrize(
    ("post", "said", "spoken"),
    [
        ("officer in uniform", "GOWISELY", "complete"),
        ("officer in uniform", "GOISELY", "complete"),
        ("officer in plain clothes", "GOWISELY", "complete"),
        ("officer in plain clothes", "GOISELY", "incomplete"),
        ("officer in uniform", "OGISELY", "out of order"),
        ("officer in uniform", "", "incomplete"),
    ],
)
def test_gowisely_is_said_whole_and_in_order(post: Post, said: str, spoken: str) -> None:
    """In uniform the warrant card may be left out."""
    judged = only(seen_subject().decides(900, 0, "search", CAMERA, FILMS, post=post, said=said, finds=False))
    assert judged.spoken == spoken


def test_decisions_change_nothing_about_marks() -> None:
    """They are counted by themselves."""
    run = seen_subject().marks(700, 0, 3, "F1.1", "F2.1")
    before = run.judge().counts
    after = run.decides(900, 0, "pass on", CAMERA, FILMS)
    assert after.judge().counts == before
    assert [case.resolution for case in after.result().decisions] == ["right"]
    assert after.result().proportionate == 1


def test_every_post_has_something_to_do_about_every_sign() -> None:
    """Whatever was seen, there is more open than to watch and to let go."""
    for post in POSTS:
        assert [choice for choice in DECISIONS.values() if post not in choice.closed and choice.needs == "one sign"], (
            post
        )


def test_luck_and_looks_are_named_over_a_whole_run() -> None:
    """A knife found without grounds is no find, and looks are no reason: the summary says both, or neither."""
    lucky = seen_thief().decides(700, 0, "search", LOOKS, said=WHOLE, finds=True).judge().decisions
    fair = seen_subject().decides(900, 0, "pass on", CAMERA, FILMS).judge().decisions
    assert "whatever is found" in " ".join(summarise(lucky))
    assert "How somebody looks was among your reasons" in " ".join(summarise(lucky))
    (said,) = summarise(fair)
    assert said == "You made one decision: it was open to your post and supported by what you had seen."


def test_what_needs_no_grounds_is_not_called_supported() -> None:
    """No concern and watching on rest on nothing, and are told apart from decisions that rest on what was seen."""
    let_go = seen_subject().decides(900, 0, "no concern")
    both = seen_subject().decides(800, 0, "keep watching").decides(900, 0, "pass on", CAMERA, FILMS)
    assert list(summarise(let_go.judge().decisions)) == ["You made one decision, which needs no grounds."]
    assert list(summarise(both.judge().decisions)) == [
        "You made two decisions. One needed no grounds; the other was open to your post and supported by what you had "
        "seen."
    ]
    assert list(summarise(both.decides(950, 0, "arrest").judge().decisions)) == [
        "You made three decisions. One needed no grounds; of the others, one was open to your post and supported by "
        "what you had seen."
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("OGISELY", "GOWISELY was said whole, but out of order."),
        ("GOI", "Left out of GOWISELY: "),
        ("GOISELY", "GOWISELY was said, whole and in order."),
    ],
)
def test_what_was_left_out_of_gowisely_is_told(said: str, words: str) -> None:
    """Each letter that is missing by what it stands for."""
    told = tell_decision(only(seen_subject().decides(900, 0, "search", CAMERA, FILMS, said=said, finds=False)))
    assert any(line.startswith(words) for line in told)


def test_how_it_came_out_is_told() -> None:
    """Wrong to let go who had something to hide; luck without a find; nothing where nothing can be said."""
    let_go = only(seen_subject().decides(900, 0, "no concern"))
    guessed = only(seen_thief(watched=False).decides(700, 0, "999", post="control room"))
    unknown = only(Run((subject(0),)).performs(0, ran=5).watches(0).decides(900, 0, "no concern"))
    assert "It was wrong: they had something to hide, and went on with it." in tell_decision(let_go)
    assert "It happened to suit what was so, but you could not have known: luck, and no find." in tell_decision(guessed)
    assert any("is not judged" in line for line in tell_decision(unknown))
