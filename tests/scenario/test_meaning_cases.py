"""What is written in the right form and cannot be meant: said with its place and a way out, and never met on stage."""

from pathlib import Path

import pytest
import yaml

from game.run import set_stage
from game.scenario import Problem, check, errors, read

ROOT = Path(__file__).parents[2]
SCENARIO, VENUE, ROLES, ACTS = "good.yaml", "venues/hall.yaml", "roles.yaml", "catalogue/acts.yaml"
WEST = "{portal: west door, at: [0.5, 5], width: 3 m}"
EAST = "{portal: east door, at: [19.5, 5], width: 3 m}"
BENCH = "  - {prop: bench, at: [6, 9], name: bench one}\n"
DECOY = "  - role: passenger\n    look_alikes: [films_board]\n    account: {claims: My train is late.}\n"
EVENT = "events:\n  - {{{}}}\nsubjects:"

WRONG = {
    "portals that lead to each other": (
        VENUE, f"{WEST}\n  - {EAST}", f"{WEST[:-1]}, leads_to: east door}}\n  - {EAST[:-1]}, leads_to: west door}}",
        "SL416", "portals",
    ),
    "a train at a door": (SCENARIO, "from: [west door,", "by: train, from: [west door,", "SL430", "west door"),
    "a train that brings no number": (SCENARIO, "present: 8, at", "present: 8, by: train, at", "SL430", "train"),
    "an event in which nothing happens": (SCENARIO, "subjects:", EVENT.format("at: 1:00"), "SL431", "{at: 1"),
    "an event at no time": (SCENARIO, "subjects:", EVENT.format("announce: Tea."), "SL431", "{announce"),
    "an event after the end": (SCENARIO, "subjects:", EVENT.format("at: 3-5 min, announce: Tea."), "SL431", "3-5 min"),
    "a delay of no time": (SCENARIO, "subjects:", EVENT.format("at: 1:00, delay: west door"), "SL431", "delay"),
    "a length of nothing": (SCENARIO, "subjects:", EVENT.format("at: 1:00, announce: Tea., for: 9 s"), "SL431", "for"),
    "an event that brings nobody": (
        SCENARIO, "subjects:", EVENT.format("at: 1:00, bring: {role: passenger, how_many: 0, from: west door}"),
        "SL431", "0, from",
    ),
    "every way out shut": (SCENARIO, "subjects:", EVENT.format("close: [west door, east door]"), "SL432", "[west door"),
    "ways out shut at one time": (
        SCENARIO, "subjects:",
        "events:\n  - {at: 1-2 min, close: west door, for: 40 s}\n  - {at: 2:10, close: east door}\nsubjects:",
        "SL432", "west door, for",
    ),
    "a delay at a door": (SCENARIO, "subjects:", EVENT.format("at: 1:00, delay: east door, by: 9 s"), "SL433", "east"),
    "portals for staff only": (VENUE, "width: 3 m}", "width: 3 m, kind: staff only}", "SL416", "portals"),
    "portals to shops only": (VENUE, "width: 3 m}", "width: 3 m, kind: shop}", "SL416", "portals"),
    "a portal into itself": (VENUE, WEST, f"{WEST[:-1]}, leads_to: west door}}", "SL307", "west door}"),
    "a portal of 900 km": (VENUE, WEST, WEST.replace("3 m", "900000 m"), "SL205", "900000 m"),
    "a portal wider than the edge": (VENUE, WEST, WEST.replace("3 m", "15 m, kind: street"), "SL406", "15 m"),
    "a portal wider than the place": (VENUE, WEST, WEST.replace("3 m", "25 m"), "SL406", "25 m"),
    "lights at a door": (VENUE, WEST, f"{WEST[:-1]}, lights: {{people: 9 s}}}}", "SL424", "{people"),
    "lights with no time to cross": (VENUE, WEST, f"{WEST[:-1]}, lights: {{clearing: 2 s}}}}", "SL205", "2 s"),
    "a portal of no width": (VENUE, WEST, WEST.replace("3 m", "0 m"), "SL205", "0 m"),
    "a place larger than the venue": (VENUE, "size: 6 x 4 m", "size: 60 x 4 m", "SL406", "60 x 4 m"),
    "a wall to the sky": (VENUE, "height: 2 m}", "height: 900 m}", "SL205", "900 m"),
    "a camera in the sky": (VENUE, "height: 3 m, watches", "height: 900 m, watches", "SL205", "900 m"),
    "a repeat without a step": (VENUE, "at: [6, 9], name: bench one", "at: [6, 9], repeat: 3", "SL417", "3}"),
    "weights without end": (ROLES, "group: {1: 3, 2: 1}", "group: {1: 1e308, 2: 1e308}", "SL205", "1e308"),
    "a weight below nothing": (ROLES, "{nothing: 3, rucksack: 1}", "{nothing: 3, rucksack: -1}", "SL205", "-1"),
    "weights of nothing": (ROLES, "{nothing: 3, rucksack: 1}", "{nothing: 0, rucksack: 0}", "SL205", "{nothing"),
    "a party of less than nobody": (ROLES, "group: {1: 3, 2: 1}", "group: {-2: 1}", "SL204", "-2"),
    "a party of nobody": (ROLES, "group: {1: 3, 2: 1}", "group: {0: 1, 2: 1}", "SL204", "0"),
    "a party of thousands": (ROLES, "group: {1: 3, 2: 1}", "group: {5000: 1}", "SL204", "5000"),
    "a repeat of thousands": (ACTS, "repeat: {times: 2-3", "repeat: {times: 2-3000", "SL415", "steps"),
    "nothing that is left behind": (
        ACTS, "targets: [guard post]\n", "targets: [guard post]\n  leaves: {}\n", "SL420", "{}"
    ),
    "no time after what is normal": (
        SCENARIO, "lasts: 4 min}", "lasts: 90 s}\nbaseline: {watch: 60 s}", "SL425", "60 s"
    ),
    "a ring of behaviours": (ACTS, "- read: {held: phone, for: 5-10 s}", "- do: reads_phone", "SL409", "reads_phone"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code", "token"), WRONG.values(), ids=list(WRONG))
def test_what_cannot_be_meant_is_refused(good: Path, file: str, old: str, new: str, code: str, token: str) -> None:
    """Reading says where, and how to mend it; staging never sees it."""
    text = plant(good / file, old, new)
    found = [problem for problem in errors(check([Path(SCENARIO)])) if problem.code == code]
    assert found, [problem.message for problem in check([Path(SCENARIO)])]
    assert stands_at(text, found[0]).startswith(token)
    assert found[0].help


DOUBTFUL = {
    "a prop in another": (VENUE, BENCH, f"{BENCH}  - {{prop: bench, at: [6.2, 9]}}\n", "SL417", "[6.2"),
    "a prop in one of a row": (
        VENUE, BENCH, f"{BENCH}  - {{prop: bench, at: [3.1, 9], repeat: 2, step: [3, 0]}}\n", "SL417", "[3.1"
    ),
    "a turned prop in another": (
        VENUE, BENCH, f"{BENCH}  - {{prop: bench, at: [6, 9], turn: 180}}\n", "SL417", "[6, 9]"
    ),
    "a post in a wall": (VENUE, "guard post, at: [4, 10]", "guard post, at: [4, 13.9]", "SL417", "[4, 13.9]"),
    "a prop on a post": (VENUE, BENCH, f"{BENCH}  - {{prop: bench, at: [4, 10]}}\n", "SL417", "[4, 10]"),
    "a decoy written twice": (SCENARIO, "decoys:\n", f"decoys:\n{DECOY}{DECOY}", "SL418", "role: passenger"),
    "a scene too short for its tells": (SCENARIO, "lasts: 4 min", "lasts: 90 s", "SL421", "- {tell: films_camera"),
    "more people than are staged": (SCENARIO, "lasts: 4 min", "lasts: 30 min", "SL419", "600"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code", "token"), DOUBTFUL.values(), ids=list(DOUBTFUL))
def test_what_is_hardly_meant_is_advised_on(
    good: Path, file: str, old: str, new: str, code: str, token: str
) -> None:
    """It is said, with its place, and stops nobody."""
    text = plant(good / file, old, new)
    if code == "SL419":
        text = plant(good / file, "12 per minute", "600 per hour")
        plant(good / ROLES, "group: {1: 3, 2: 1}", "group: {8: 1}")
    found = [problem for problem in check([Path(SCENARIO)]) if problem.code == code]
    assert [problem.severity for problem in found] == ["advice"], [
        problem.message for problem in check([Path(SCENARIO)])
    ]
    assert stands_at(text, found[0]).startswith(token)
    assert found[0].help


@pytest.mark.parametrize("group", ["{8: 1}", "{1: 1000, 8: 0.001}", "{1: 0, 3: 1}"])
def test_the_bounds_themselves_are_staged(good: Path, group: str) -> None:
    """What is within bounds can be staged."""
    plant(good / ROLES, "group: {1: 3, 2: 1}", f"group: {group}")
    assert set_stage(read(SCENARIO), 3).cast.people


def plant(file: Path, old: str, new: str) -> str:
    """The file with `new` in place of `old`; its text."""
    text = file.read_text()
    assert old in text, "the good files have changed"
    file.write_text(text.replace(old, new))
    return text.replace(old, new)


def stands_at(text: str, problem: Problem) -> str:
    """What stands in the file where the problem is."""
    return text.split("\n")[problem.line - 1][problem.column - 1 :]


@pytest.mark.parametrize(("thing", "codes"), [
    ("{prop: bench, at: [20.7, 9], turn: 180}", []),  # half of it stands within
    ("{prop: bench, at: [25, 9]}", ["SL406"]),
    ("{prop: bench, at: [20.7, 9], turn: 180, name: far bench}", ["SL406"]),  # what is named may be gone to
    ("{prop: bench, at: [19, 9], repeat: 3, step: [0.9, 0]}", ["SL406"]),
])
def test_a_thing_may_reach_in_from_beyond_the_edge(good: Path, thing: str, codes: list[str]) -> None:
    """As a train does, if nothing refers to it; one that does not reach in is refused."""
    path = good / VENUE
    path.write_text(path.read_text().replace(BENCH, f"{BENCH}  - {thing}\n"))
    assert [problem.code for problem in errors(check([good / SCENARIO]))] == codes


def test_every_long_prop_stands_about_its_middle() -> None:
    """As the manual says of `at`: within 30 cm, so that nobody has to know where a thing of 17 m begins."""
    props = yaml.safe_load((ROOT / "assets" / "props.yaml").read_text(encoding="utf-8"))
    for prop in props:
        for axis in (0, 1):
            ends = [(box["at"][axis], box["at"][axis] + box["size"][axis]) for box in prop["boxes"]]
            assert abs(min(low for low, _ in ends) + max(high for _, high in ends)) < 0.6, prop["prop"]
