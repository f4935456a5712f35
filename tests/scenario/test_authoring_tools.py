"""New files are sound, schemas accept what is shipped, and the manual's reference is that of the code."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from game.app import cli
from game.app.commands import write_author_files
from game.authoring.manual.key_help import KEYS, STEP_WORDS, names
from game.authoring.manual.new_files import KINDS_OF_VENUE, Refused, new
from game.authoring.manual.reference import renew, renew_manual
from game.authoring.manual.schema import KINDS, schema
from game.authoring.manual.stock import Stock, stock
from game.scenario import Verb, check, read
from game.scenario.reading.library import SHARED
from tests.support.planted_mistakes import IN_SHIPPED, LOOKS, MISTAKES, Mistake

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "authoring.md"
SHIPPED = {
    "scenario": [path for path in (ROOT / "scenarios").glob("*.yaml") if path.stem not in SHARED],
    "venue": list((ROOT / "scenarios" / "venues").glob("*.yaml")),
    "catalogue": list((ROOT / "scenarios" / "catalogue").glob("*.yaml")),
    "roles": [ROOT / "scenarios" / "roles.yaml"],
    "cues": [ROOT / "scenarios" / "cues.yaml"],
    "topics": [ROOT / "scenarios" / "topics.yaml"],
    "accounts": [ROOT / "scenarios" / "accounts.yaml"],
    "phrases": [ROOT / "scenarios" / "phrases.yaml"],
    "props": [ROOT / "assets" / "props.yaml"],
}


class Editors(yaml.CSafeLoader):
    """Reads YAML as editors do: `1:30` is a text, and `no` is one too."""


Editors.yaml_implicit_resolvers = {}
Editors.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])
Editors.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), ["t", "f"])
Editors.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?\d+$"), list("-+0123456789"))
Editors.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?(\d+\.\d*|\.\d+)$"), list("-+.0123456789"))


def as_editors_read(text: str) -> Any:
    """The file as an editor's checker sees it."""
    return yaml.load(text, Editors)


@pytest.fixture(scope="module")
def shipped() -> Stock:
    """The shipped library."""
    return stock(ROOT / "scenarios")


@pytest.mark.parametrize("kind", ["scenario", "venue", "behaviour", "role"])
def test_a_new_file_is_sound(tmp_path: Path, kind: str) -> None:
    """What `new` writes passes the check without an error or a piece of advice."""
    assert check([new(kind, "my first one", tmp_path)]) == ()


def test_a_new_scenario_can_be_read_at_once(tmp_path: Path) -> None:
    """It has a subject, decoys and a crowd to play with."""
    production = read(new("scenario", "My scene", tmp_path))
    assert (production.id, production.scenario.scenario) == ("my_scene", "My scene")
    assert production.scenario.subjects
    assert production.scenario.decoys


@pytest.mark.parametrize(
    ("name", "title", "kind", "board"),
    [
        ("market cross bus station", "Market cross bus station", "bus station", "BUSES"),
        ("Market Cross", "Market Cross", "market", "TODAY"),
        ("the-old_Hall", "The old Hall", "railway station", "TRAINS"),
    ],
)
def test_a_new_venue_is_what_its_name_says(tmp_path: Path, name: str, title: str, kind: str, board: str) -> None:
    """The kind that the name ends with and what its board is headed, the capitals as written, all kinds in a remark."""
    file = new("venue", name, tmp_path)
    written = as_editors_read(file.read_text())
    assert (written["venue"], written["kind"]) == (title, kind)
    assert next(prop["text"] for prop in written["props"] if "board" in prop["prop"]).split(" / ")[0] == board
    remarks = " ".join(line.strip("# ") for line in file.read_text().splitlines() if line.startswith("#"))
    assert all(sort in remarks for sort in KINDS_OF_VENUE)
    assert check([file]) == ()


def test_a_new_file_points_to_its_schema(tmp_path: Path) -> None:
    """The first line names a schema that is there."""
    for kind in ("scenario", "venue", "behaviour", "role"):
        file = new(kind, "one", tmp_path)
        line = file.read_text().splitlines()[0]
        place = line.removeprefix("# yaml-language-server: $schema=")
        assert json.loads((file.parent / place).read_text())["title"].startswith("Second Look: ")


def test_nothing_is_overwritten_or_written_elsewhere(tmp_path: Path) -> None:
    """A file that is there stays; a name that is a path or a kind that is none is refused in a sentence."""
    file = new("scenario", "mine", tmp_path)
    file.write_text("# precious")
    for kind, name in (
        ("scenario", "mine"),
        ("scenario", "../mine"),
        ("venue", "/etc/x"),
        ("scenario", ""),
        ("map", "x"),
    ):
        with pytest.raises(Refused, match=r"\.$"):
            new(kind, name, tmp_path)
    assert file.read_text() == "# precious"


def test_a_new_role_is_added_to_those_there(tmp_path: Path) -> None:
    """What stands in `roles.yaml` stays as it is, and the new role comes after it, sound and with a name of its own."""
    file = new("role", "Night porter", tmp_path)
    file.write_text(file.read_text().replace("Night porter", "Porter of the night"))
    before = file.read_text()
    assert new("role", "day-porter", tmp_path) == file
    assert file.read_text().startswith(before.rstrip())
    assert [role["role"] for role in as_editors_read(file.read_text())] == ["night porter", "day porter"]
    assert check([file]) == ()


@pytest.mark.parametrize(
    "there", ["- role: day porter\n  title: Ours\n", "role: x\n", "- role: [\n", "  - role: x\n    title: X\n"]
)
def test_roles_that_cannot_be_added_to_stay_as_they_are(tmp_path: Path, there: str) -> None:
    """A name that is there already, or a file that is no plain list of roles, is refused in a sentence."""
    file = tmp_path / "roles.yaml"
    file.write_text(there)
    with pytest.raises(Refused, match=r"left as it is\. .+\.$"):
        new("role", "day porter", tmp_path)
    assert file.read_text() == there


def test_a_new_role_can_be_played(tmp_path: Path) -> None:
    """A scenario beside it can name it, in a venue that need not have all that the role makes use of."""
    new("role", "window shopper", tmp_path)
    scenario = new("scenario", "mine", tmp_path)
    scenario.write_text(scenario.read_text().replace("role: tourist", "role: window shopper"))
    assert read(scenario).roles["window shopper"].title == "Window shopper"
    assert check([scenario]) == ()


def test_the_commands_say_what_they_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit codes and one line each."""
    assert write_author_files.new("scenario", "mine", tmp_path) == 0
    assert "check" in capsys.readouterr().out
    assert write_author_files.new("scenario", "mine", tmp_path) == 2
    assert "there already" in capsys.readouterr().err
    assert write_author_files.new("role", "Night porter", tmp_path) == 0
    assert "say “role: night porter”" in capsys.readouterr().out
    assert write_author_files.schema("scenario", folder=tmp_path) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Second Look: scenario"
    assert write_author_files.schema("poem") == 2
    assert write_author_files.schema(out=tmp_path / "schemas") == 0
    assert len(list((tmp_path / "schemas").iterdir())) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_accepts_what_is_shipped(kind: str, shipped: Stock) -> None:
    """Every shipped file of the kind is without a squiggle, and a key that cannot stand is not."""
    made = schema(kind, shipped)
    Draft7Validator.check_schema(made)
    judge = Draft7Validator(made)
    for file in SHIPPED[kind]:
        data = as_editors_read(file.read_text(encoding="utf-8"))
        assert not [(list(error.absolute_path), error.message) for error in judge.iter_errors(data)]
        (data[0] if isinstance(data, list) else data)["colour of the sky"] = "grey"
        assert list(judge.iter_errors(data))


@pytest.mark.parametrize(
    "step",
    [
        "walk",
        {"walk": {"pace": 1}},
        {"fly": {"to": "target"}},
        {"walk": {"to": "a"}, "wait": "1 s"},
        {"hold": {"held": "sword"}},
    ],
)
def test_a_schema_refuses_what_is_no_step(step: object, shipped: Stock) -> None:
    """A verb without what it needs, one that is none, two at once, or a thing that cannot be held."""
    behaviour = {"everyday": "stands", "title": "stood", "steps": [step]}
    assert list(Draft7Validator(schema("catalogue", shipped)).iter_errors([behaviour]))


_FORM = ("SL201", "SL202", "SL203", "SL204", "SL206", "SL207", "SL208", "SL209", "SL210", "SL22")
"""Codes of what a schema can know; the rest takes the venue, the catalogue, or reckoning."""
OF_FORM = [
    (root, mistake)
    for root, table in ((Path(__file__).parent / "good", MISTAKES), (ROOT, IN_SHIPPED))
    for mistake in table
    if mistake.code.startswith(_FORM) and mistake.file != LOOKS and "wrong way round" not in mistake.name
]


@pytest.mark.parametrize(("root", "mistake"), OF_FORM, ids=[mistake.name for _, mistake in OF_FORM])
def test_a_schema_refuses_mistakes_of_form(root: Path, mistake: Mistake, shipped: Stock) -> None:
    """What `check` says of keys, numbers, quantities and steps, an editor underlines already."""
    file = root / mistake.file
    kinds = {"catalogue": "catalogue", "venues": "venue"}
    kind = kinds.get(file.parent.name) or (file.stem if file.stem in KINDS else "scenario")
    judge = Draft7Validator(schema(kind, shipped))
    text = file.read_text(encoding="utf-8")
    assert not list(judge.iter_errors(as_editors_read(text)))
    assert list(judge.iter_errors(as_editors_read(text.replace(mistake.old, mistake.new, 1))))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_its_hover_text(kind: str, shipped: Stock) -> None:
    """Wherever an editor offers a key, it says what it is for."""

    def bare(part: Any) -> list[str]:
        if isinstance(part, list):
            return [name for one in part for name in bare(one)]
        if not isinstance(part, dict):
            return []
        keys = part.get("properties", {})
        own = [key for key, value in keys.items() if not value.get("description")]
        return own + [name for one in part.values() for name in bare(one)]

    assert bare(schema(kind, shipped)) == []


def test_every_key_and_word_is_explained() -> None:
    """Hover text and manual leave nothing out, and explain nothing that is not there."""
    for of, texts in KEYS.items():
        assert list(texts) == names(of), of.__name__
    assert set(STEP_WORDS) == {word for verb in Verb for word in verb.meaning.takes}


def test_the_manuals_reference_is_that_of_the_code(shipped: Stock) -> None:
    """If this fails, the code or the catalogue has changed: run this file as a program to renew the manual."""
    text = MANUAL.read_text(encoding="utf-8")
    assert renew_manual(text, shipped) == text


def manual_files() -> dict[str, str]:
    """The whole files that the manual shows, by the name in their first line."""
    blocks = re.findall(r"^```yaml\n# my_scenarios/(\S+)\n(.*?)^```", MANUAL.read_text(encoding="utf-8"), re.M | re.S)
    return dict(blocks)


def test_the_files_in_the_manual_are_sound(tmp_path: Path) -> None:
    """A behaviour and a role of one's own, copied as they stand there, pass the check together."""
    files = manual_files()
    assert sorted(files) == ["catalogue/times_escalator.yaml", "roles.yaml"]
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert check([tmp_path / name for name in files]) == ()
    found = stock(tmp_path)
    assert {"times_escalator", "waits_at_escalator"} <= {behaviour.name for behaviour in found.behaviours}
    assert {"cinema goer", "centre guard"} <= {role.role for role in found.roles}


def test_the_manuals_commands_are_the_programs() -> None:
    """Every command that the manual gives is one that there is."""
    used = re.findall(r"main\.py ([a-z]+)", MANUAL.read_text(encoding="utf-8"))
    commands = {one.name or getattr(one.callback, "__name__", "") for one in cli.app.registered_commands}
    assert {"check", "new", "play"} <= commands
    assert set(used) <= commands


def test_the_manuals_links_lead_somewhere() -> None:
    """Each link within the manual names one of its headings, each other one a file that is there."""
    text = MANUAL.read_text(encoding="utf-8")
    heads = re.findall(r"^#+ (.+)$", text, re.M)
    anchors = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
    links = re.findall(r"\]\(([^)#]*)(?:#([^)]+))?\)", text)
    assert [anchor for file, anchor in links if not file and anchor not in anchors] == []
    assert [file for file, _ in links if file and not (MANUAL.parent / file).exists()] == []


def test_the_manual_lists_what_people_can_be_asked_and_say(shipped: Stock) -> None:
    """Every shipped topic, account and phrase has a row of its own in the manual."""
    made = MANUAL.read_text()
    names = [*(topic.topic for topic in shipped.speech.topics), *(one.account for one in shipped.speech.accounts)]
    for name in (*names, *shipped.speech.phrases):
        assert f"\n| `{name}` | " in made, name


if __name__ == "__main__":
    renew(MANUAL, stock(ROOT / "scenarios"))
