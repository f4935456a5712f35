"""The rules by which a report is judged, line by line, on runs made by hand."""

import pytest

from game.duty import WHY, ReportLine, Rests, answer_report
from game.log import Reported
from game.score import LineJudged, ReportJudged, judge_reports, tell_report
from game.score.reported_words import name_line
from tests.support.hand_made_runs import Run, decoy, look_alike, subject

CAMERA = ReportLine("sign", "F1.1", 230, "seen")
FILMS = ReportLine("sign", "F2.1", 430, "seen")
COAT = ReportLine("look", "Upper clothing: navy coat", 0, "appearance")
GATE = ReportLine("place", "west gate", 0, "seen")
KINDS = ReportLine("reason", "kinds", 0, "inferred")


def judge(run: Run, *lines: ReportLine, tick: int = 900) -> ReportJudged:
    """A report about person 0, who wore a navy coat and was by the west gate all the while."""
    run.events.append(Reported(tick, 0, lines))
    (found,) = judge_reports(run.key(), run.log(), [{"Upper clothing": "navy coat"}] * 10, lambda *_: ("west gate",))
    return found


def seen_subject() -> Run:
    """F1.1 at 0:20, F2.1 at 0:40, F3.1 at 1:00, all in view."""
    return Run((subject(0),)).performs(0).watches(0)


def only(run: Run, line: ReportLine) -> LineJudged:
    """The judgement of one line."""
    return judge(run, line).lines[0]


def test_a_good_report_is_right_throughout() -> None:
    """What, where, who and why, each told as what it is; nothing that was made out is missing."""
    found = judge(seen_subject(), CAMERA, FILMS, ReportLine("sign", "F3.1", 640, "seen"), GATE, COAT, KINDS)
    assert {(line.worth, line.told_apart) for line in found.lines} == {("right", True)}
    assert (found.missing, found.in_order) == ((), True)


def test_what_was_made_out_and_left_out_is_missing() -> None:
    """Only what had been made out: what was never in view cannot be reported."""
    assert judge(seen_subject(), CAMERA).missing == ("F2.1", "F3.1")
    assert judge(Run((subject(0),)).performs(0).watches(0, 0, 350), CAMERA).missing == ()


def test_an_invented_line_is_told_apart_from_a_wrong_one() -> None:
    """Nothing of the kind; another of its kind; a look-alike taken for the real thing."""
    run = seen_subject()
    assert only(run, ReportLine("sign", "F6.1", 300)).worth == "invented"
    assert only(seen_subject(), ReportLine("sign", "F1.3", 230)).worth == "wrong"
    alike = Run((decoy(0, look_alike(0, "F2.1")),)).performs(0).watches(0)
    assert only(alike, ReportLine("sign", "F2.1", 230)).worth == "wrong"


def test_times_are_judged_and_so_is_their_order() -> None:
    """Half a minute out is near enough; a minute is not, and what came later is told later."""
    assert only(seen_subject(), CAMERA._replace(tick=500)).worth == "right"
    assert only(seen_subject(), CAMERA._replace(tick=700)).worth == "wrong time"
    assert not judge(seen_subject(), FILMS, CAMERA).in_order


@pytest.mark.parametrize("rests", ["heard", "inferred", "appearance"])
def test_each_sentence_is_told_apart(rests: Rests) -> None:
    """What was seen is not heard, made of it, or how somebody looks; the line stays right for that."""
    other = only(seen_subject(), CAMERA._replace(rests=rests))
    assert (other.worth, other.told_apart) == ("right", False)
    (line, *_) = tell_report(judge(seen_subject(), CAMERA._replace(rests=rests)), {})
    assert "it is seen" in line


def test_an_answer_is_right_only_if_it_was_given() -> None:
    """What was never said is invented."""
    run = seen_subject().answers(500, 0, "way", "west door", "south gate")
    found = judge(run, ReportLine("answer", "way", 500, "heard"), ReportLine("answer", "since", 500, "heard"))
    assert [line.worth for line in found.lines] == ["right", "invented"]


def test_why_one_reports_has_to_be_so() -> None:
    """Several kinds of sign, or an account that does not hold; a feeling or looks are no reason."""
    account = ReportLine("reason", "account", 0, "inferred")
    assert only(seen_subject(), KINDS).worth == "right"
    assert only(Run((subject(0),)).performs(0).watches(0, 0, 350), KINDS).worth == "wrong"
    assert only(seen_subject(), account).worth == "wrong"
    assert only(seen_subject().answers(500, 0, "way", "west door", "south gate"), account).worth == "right"
    assert only(seen_subject(), ReportLine("reason", "belongs", 0, "appearance")).worth == "no reason"


def test_where_and_who_are_compared_with_what_was_so() -> None:
    """A wrong place and a wrong coat are wrong."""
    wrong = ReportLine("place", "east gate"), ReportLine("look", "Upper clothing: red coat", 0, "appearance")
    found = judge(seen_subject(), CAMERA, *wrong)
    assert [line.worth for line in found.lines] == ["right", "wrong", "wrong"]


def test_signs_of_stress_tell_nothing() -> None:
    """They are neither right nor wrong."""
    assert only(seen_subject(), ReportLine("sign", "F11.1", 230)).worth == "stress"


def test_whoever_takes_a_report_asks_for_behaviour_first() -> None:
    """Then where, then how they would be known."""
    assert "what did they do" in answer_report([COAT])
    assert "Where" in answer_report([CAMERA, COAT])
    assert "know them" in answer_report([CAMERA, GATE])
    assert "passed on" in answer_report([CAMERA, GATE, COAT])


def test_each_kind_of_sentence_is_read_out_in_words_of_its_own() -> None:
    """Sign and answer as they are worded, with their time; a place, a look and a reason as they stand."""
    answer = ReportLine("answer", "way", 500, "heard")
    wordings = {"F1.1": "Films a camera", "way": "Which way in"}
    named = [name_line(line, wordings) for line in (CAMERA, answer, GATE, COAT, KINDS)]
    assert named == [
        "0:23 Films a camera", "0:50 What they said about “Which way in”", "Nearest to: west gate",
        "Upper clothing: navy coat", WHY["kinds"],
    ]  # fmt: skip


def test_a_report_without_behaviour_is_told_so() -> None:
    """Looks and a place alone are of no use; what is told out of order is named as well."""
    assert any("says nothing of what they did" in line for line in tell_report(judge(seen_subject(), GATE, COAT), {}))
    said = list(tell_report(judge(seen_subject(), FILMS, CAMERA), {}))
    assert "What they did was not told in the order in which it happened." in said
    assert not any("says nothing of what they did" in line for line in said)
