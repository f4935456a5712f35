"""Advice on what would teach better, and the truth that subjects and decoys are held to."""

import re
from pathlib import Path
from typing import get_args

import pytest

from game.scenario import Problem, Stimulus, check, errors, read
from game.scenario.frozen import HAPPENING
from tests.support.planted_mistakes import TELLS

LOOK_ALIKES = "\n".join(
    f"- look_alike: {name}\n  title: t\n  cue: {cue}\n  why: w\n  differs: d\n  steps: [wait: 5 s]"
    for name, cue in (("stands_by", "F1.1"), ("looks_up", "F1.2"), ("holds_door", "F6.1"))
)


def advice(good: Path, *changes: tuple[str, str]) -> list[Problem]:
    """What is advised on the good scenario after the changes."""
    (good / "catalogue" / "more.yaml").write_text(LOOK_ALIKES)
    text = (good / "good.yaml").read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (good / "good.yaml").write_text(text)
    return list(check([Path("good.yaml")]))


ALL_RESEMBLED = ("look_alikes:\n", "look_alikes:\n      - stands_by\n")
SECOND_DECOY = (
    "decoys:\n",
    "decoys:\n  - {role: passenger, look_alikes: [holds_door], account: {claims: It is stuck.}}\n",
)


def test_a_scenario_can_be_without_advice(good: Path) -> None:
    """Enough decoys and people, every tell resembled, a fair briefing: nothing is left to say."""
    assert advice(good, ALL_RESEMBLED, SECOND_DECOY) == []


POOL = (
    TELLS,
    "tells: {how_many: 3}",
)


def _pool(good: Path, how_many: str) -> None:
    """Make the good scenario's subjects a pool of one entry."""
    text = (good / "good.yaml").read_text()
    listed, rest = text[text.index("subjects:\n") :].split("decoys:\n")
    entries = listed.removeprefix("subjects:\n").replace("\n", "\n  ").rstrip()
    pool = f"subjects:\n  how_many: {how_many}\n  pool:\n  {entries}\n"
    (good / "good.yaml").write_text(f"{text[: text.index('subjects:')]}{pool}decoys:\n{rest}")


@pytest.mark.parametrize(("how_many", "codes"), [("1-2", ["SL702"]), ("{0: 1, 1: 2}", [])])
def test_a_pool_that_always_has_somebody_is_advised_on(good: Path, how_many: str, codes: list[str]) -> None:
    """Where nobody is never a result, one learns to look for the oddest of all; what is written reads as in a list."""
    _pool(good, how_many)
    assert [problem.code for problem in advice(good, ALL_RESEMBLED, SECOND_DECOY)] == codes


def test_a_pool_of_a_few_tells_is_advised_on(good: Path) -> None:
    """Drawn from three tells, the same come each time."""
    assert {problem.code for problem in advice(good, ALL_RESEMBLED, SECOND_DECOY, POOL)} >= {"SL706"}


@pytest.mark.parametrize(
    ("code", "changes", "token"),
    [
        ("SL503", [], "watches_guard"),
        (
            "SL502",
            [ALL_RESEMBLED, SECOND_DECOY, ("text: Watch the hall", "text: Somebody tries the door; watch")],
            "Somebody",
        ),
        (
            "SL502",
            [ALL_RESEMBLED, SECOND_DECOY, ("objective: Notice", "objective: See who films_camera and notice")],
            "See",
        ),
        ("SL504", [ALL_RESEMBLED, SECOND_DECOY, ("role: passenger\n    carries", "role: guest\n    carries")], "guest"),
        (
            "SL505",
            [ALL_RESEMBLED, SECOND_DECOY, ("arrive: 5-10 s", "arrive: 1-2 s"), ("after: 20-30 s", "after: 5 s")],
            "5 s",
        ),
        (
            "SL506",
            [ALL_RESEMBLED, SECOND_DECOY, ("12 per minute", "1 per minute"), ("present: 8", "present: 1")],
            "crowd",
        ),
        (
            "SL507",
            [
                ALL_RESEMBLED,
                SECOND_DECOY,
                ("breaks_on: [the friend]", "details: {the friend's name: Sam.}\n      breaks_on: [the friends name]"),
            ],
            "the friends name",
        ),
    ],
)
def test_what_could_teach_better_is_advised(good: Path, code: str, changes: list[tuple[str, str]], token: str) -> None:
    """Each fault of teaching is advised on where it stands, and does not stop anyone."""
    roles = (good / "roles.yaml").read_text()
    (good / "roles.yaml").write_text(roles + "- role: guest\n  title: Guest\n  steps: [leave]\n")
    found = advice(good, *changes)
    assert not errors(found)
    assert {problem.code for problem in found} == {code}
    assert found[0].excerpt[found[0].column - 1 :].startswith(token)
    assert read("good.yaml").id == "good"


@pytest.mark.parametrize(("question", "codes"), [("With whom", ["SL512"]), ("who", []), ("your friend", [])])
def test_an_answer_that_nobody_hears_is_advised_on(good: Path, question: str, codes: list[str]) -> None:
    """A question that is called as a topic is on its button; not one of its name, nor one of a name of its own."""
    (good / "topics.yaml").write_text("- topic: who\n  short: With whom\n  ask: [Who are you with?]\n")
    given = f"details: {{{question}: Sam.}}\n      breaks_on: [{question}]"
    found = advice(good, ALL_RESEMBLED, SECOND_DECOY, ("breaks_on: [the friend]", given))
    assert [problem.code for problem in found if problem.code == "SL512"] == codes
    assert all("Write `who`" in problem.help for problem in found if problem.code == "SL512")


def test_a_question_of_no_detail_is_told_which_was_meant(good: Path) -> None:
    """The nearest question is offered."""
    details = "details: {the friend's name: Sam.}\n      breaks_on: [the friends name]"
    found = advice(good, ALL_RESEMBLED, SECOND_DECOY, ("breaks_on: [the friend]", details))
    assert [problem.help for problem in found] == ["Did you mean `the friend's name`?"]


def test_subjects_without_decoys_are_advised_on(good: Path) -> None:
    """A scenario with a subject and nobody like them is too easy."""
    text = (good / "good.yaml").read_text()
    (good / "good.yaml").write_text(text[: text.index("decoys:")])
    assert [problem.code for problem in check([Path("good.yaml")])] == ["SL501"]


def test_a_scenario_without_subjects_is_sound(good: Path) -> None:
    """Nobody to be found is a scenario too."""
    text = (good / "good.yaml").read_text()
    (good / "good.yaml").write_text(text[: text.index("subjects:")])
    assert check([Path("good.yaml")]) == ()


def test_a_decoy_does_not_look_like_a_subject(good: Path) -> None:
    """Three cues from two families are too many for the innocent; three of one family are not."""
    found = errors(advice(good, ("look_alikes:\n", "look_alikes:\n      - stands_by\n      - holds_door\n")))
    assert [problem.code for problem in found] == ["SL412"]


def test_reactions_do_not_count_toward_the_truth(good: Path) -> None:
    """What may not happen cannot be what makes a subject."""
    found = errors(advice(good, ("      - tries_door\n", "      - turns_away\n")))
    assert [problem.code for problem in found] == ["SL411"]


def test_a_crime_needs_no_reconnaissance(good: Path) -> None:
    """The truth rule is about reconnaissance; a subject of another nature shows what they show."""
    change = ("    role: passenger\n    from", "    nature: crime\n    role: passenger\n    from")
    assert not errors(advice(good, change, ("      - tries_door\n", "")))


@pytest.mark.parametrize(
    "box", ["at: [0, 0, 0], size: [0, 1, 1]", "at: [0, 0, -1], size: [1, 1, 1]", "at: [0, 0, 0], size: [1, 1, 90]"]
)
def test_boxes_of_props_are_sane(good: Path, box: str) -> None:
    """A box has an extent, stands on the floor, and is no tower."""
    props = good / "assets" / "props.yaml"
    props.write_text(props.read_text().replace("at: [-0.8, -0.25, 0], size: [1.6, 0.5, 0.45]", box))
    assert [(problem.code, Path(problem.file).name) for problem in errors(check([Path("good.yaml")]))] == [
        ("SL407", "props.yaml")
    ]


@pytest.mark.parametrize("rides", [
    "{begins: [0, 0], ends: [0, 0.1], high: 0.5}",
    "{begins: [0, 0], ends: [1.0e+12, 0], high: 0.5}",
    "{begins: [-900, 0], ends: [0, 0], high: 0.5}",
    "{begins: [0, 0], ends: [0, 4], high: 0.5, unseen: [3, 5]}",
    "{begins: [0, 0], ends: [0, 4], high: 0.5, unseen: [2, 1]}",
])  # fmt: skip
def test_a_belt_that_cannot_run_is_refused(good: Path, rides: str) -> None:
    """A belt has a length, reaches no farther than a box may, and a scanner of trays is on it."""
    props, key = good / "assets" / "props.yaml", "trays" if "unseen" in rides else "rides"
    props.write_text(re.sub(r"(- prop: bench\b.*)", rf"\1\n  {key}: {rides}", props.read_text(), count=1))
    assert "SL407" in [problem.code for problem in errors(check([Path("good.yaml")]))]


def test_a_post_with_nobody_at_it_is_advised_on(good: Path) -> None:
    """What is aimed at a guard needs a guard: one line of the crowd, with as many people as it has posts."""
    gone = ("  - {role: guard, present: 1, at: guard post}\n", "")
    found = advice(good, ALL_RESEMBLED, SECOND_DECOY, gone)
    assert [(problem.code, problem.severity) for problem in found] == [("SL508", "advice")]
    assert found[0].excerpt[found[0].column - 1 :].startswith("guard post")
    assert "`- {role: guard, present: 1, at: guard post}`" in found[0].help


def test_of_more_posts_than_people_the_last_are_empty(good: Path) -> None:
    """One guard with two posts stands at the first."""
    line = "{role: guard, present: 1, at: guard post}"
    two = (line, "{role: guard, present: 1, at: [waiting room, guard post]}")
    assert [problem.code for problem in advice(good, ALL_RESEMBLED, SECOND_DECOY, two)] == ["SL508"]


def test_staff_who_are_spoken_with_are_there(good: Path) -> None:
    """Where nobody of the crowd is staff, nobody can be asked anything."""
    acts = good / "catalogue" / "acts.yaml"
    acts.write_text(acts.read_text().replace("- film: {held: phone, at: target}", "- ask: {with: nearest staff}"))
    roles = good / "roles.yaml"
    roles.write_text(roles.read_text().replace("  staff: yes\n", ""))
    found = advice(good, ALL_RESEMBLED, SECOND_DECOY)
    assert {problem.code for problem in found} == {"SL508"}
    assert "somebody of staff" in found[0].message


EAST = "east door, at: [19.5, 5], width: 3 m"


@pytest.mark.parametrize(
    ("old", "new", "named", "way_out"),
    [
        ("  - {prop: service_door, at: [10, 13.9]}\n", "", "store door", "prop: service_door, at: [10, 13.5]}"),
        (EAST, "east door, at: [6, 13.2], width: 5 m, kind: street", "east door", "a gap in the wall there, 5 m wide"),
        (EAST, "east door, at: [10.5, 13.2], width: 2 m", None, ""),
        (EAST, f"{EAST}, kind: staff only", "east door", "at: [20.15, 5], turn: 270}"),
        (EAST, "east door, at: [6, 13.2], width: 1 m, kind: staff only", "east door", "at: [6, 13.85]}"),
        (EAST, "east door, at: [18, 8.4], width: 1 m, kind: shop", "east door", "at: [18, 9.05]}"),
    ],
)
def test_a_door_is_drawn_where_people_come_in_or_try_one(
    good: Path, old: str, new: str, named: str | None, way_out: str
) -> None:
    """A way in through a wall needs a gap, a door for staff, to a shop or to be tried a door, where it stands well."""
    hall = good / "venues" / "hall.yaml"
    assert old in hall.read_text()
    hall.write_text(hall.read_text().replace(old, new))
    found = [problem for problem in check([Path("venues/hall.yaml")]) if problem.severity == "advice"]
    assert [problem.code for problem in found] == (["SL509"] if named else [])
    if named:
        assert f"`{named}`" in found[0].message
        assert way_out in found[0].help


@pytest.mark.parametrize("stimulus", get_args(Stimulus))
def test_a_reaction_to_what_never_happens_is_advised_on(good: Path, stimulus: Stimulus) -> None:
    """A behaviour that waits for what no run has is pointed out where it is written; the others are not."""
    acts = good / "catalogue" / "acts.yaml"
    acts.write_text(acts.read_text().replace("reacts_to: officer near", f"reacts_to: {stimulus}"))
    found = check([Path("catalogue/acts.yaml")])
    said = [(problem.code, problem.severity, problem.excerpt[problem.column - 1 :]) for problem in found]
    assert said == ([] if stimulus in HAPPENING else [("SL511", "advice", stimulus)])


def test_a_text_that_nobody_would_read_is_advised_on(good: Path) -> None:
    """A board shows its text; a bench has none to show."""
    hall = good / "venues" / "hall.yaml"
    hall.write_text(hall.read_text().replace("name: bench one}", "name: bench one, text: REST HERE}"))
    found = check([Path("venues/hall.yaml")])
    assert [(problem.code, problem.severity, problem.excerpt[problem.column - 1 :][:4]) for problem in found] == [
        ("SL510", "advice", "REST")
    ]


def test_a_post_that_is_closed_off_is_found_in_the_venue_alone(good: Path) -> None:
    """Who checks a venue by itself hears of places to stand at to which nobody can come."""
    venue = good / "venues" / "hall.yaml"
    venue.write_text(venue.read_text().replace("kind: guard post, at: [4, 10]", "kind: guard post, at: [17, 12]"))
    assert [(problem.code, problem.severity) for problem in check([Path("venues/hall.yaml")])] == [("SL402", "advice")]
