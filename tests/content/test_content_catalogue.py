"""What the shipped catalogue owes to a trainee: enough of everything, in pairs, with sources and plain words."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from game.scenario import Production, find, library, read
from game.scenario.model import Behaviour, CueFamily

FAMILIES = ("F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9")
APPEARANCE = re.compile(
    r"\b(black|white|brown|asian|african|arab|european|muslim|christian|jewish|beard\w*|bald|blond\w*|skin|ethnic\w*|"
    r"race|hood\w*|veil\w*|turban\w*|foreign\w*|immigrant\w*|accent|gender|male|female|tall|fat|ugly|tattoo\w*)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def production() -> Production:
    """The morning at King Street, with the whole shipped library."""
    return read(find("king_street_morning"))


def of_kind(production: Production, kind: str) -> list[Behaviour]:
    """The behaviours of one kind."""
    return [behaviour for behaviour in production.behaviours.values() if behaviour.kind == kind]


def cues(families: tuple[CueFamily, ...]) -> Iterator[tuple[str, str, str]]:
    """Every cue: id, wording, source."""
    for family in families:
        for cue in family.cues:
            yield cue.cue, cue.wording, cue.source


def test_there_are_tells_enough_of_every_family(production: Production) -> None:
    """At least 45 tells, and at least three of each family from F1 to F9."""
    tells = of_kind(production, "tell")
    count = Counter((tell.cue or "").split(".")[0] for tell in tells)
    assert len(tells) >= 45
    assert all(count[family] >= 3 for family in FAMILIES), count


def test_there_is_more_that_is_innocent(production: Production) -> None:
    """At least 60 look-alikes and everyday behaviours, and more of them than of tells."""
    innocent = len(of_kind(production, "look-alike")) + len(of_kind(production, "everyday"))
    assert innocent >= max(60, len(of_kind(production, "tell")))


def test_every_cue_has_wording_and_source(production: Production) -> None:
    """Three to six cues a family, each with words and a published source, and no id twice."""
    listed = list(cues(production.families))
    assert len({cue for cue, _, _ in listed}) == len(listed)
    assert all(wording and len(source) > 5 for _, wording, source in listed)
    assert all(3 <= len(family.cues) <= 6 for family in production.families)
    assert all(cue.cue.split(".")[0] == family.family for family in production.families for cue in family.cues)


def test_every_cue_from_f1_to_f9_can_be_seen(production: Production) -> None:
    """No cue is offered to the trainee that no tell ever shows."""
    shown = {tell.cue for tell in of_kind(production, "tell")}
    offered = {cue for cue, _, _ in cues(production.families) if not cue.startswith("F11")}
    assert offered <= shown


def test_pairs_name_each_other(production: Production) -> None:
    """Each tell and each look-alike has a counterpart of the other kind, which names it in return."""
    for behaviour in [*of_kind(production, "tell"), *of_kind(production, "look-alike")]:
        assert behaviour.looks_like, behaviour.name
        for name in behaviour.looks_like:
            other = production.behaviours[name]
            assert behaviour.name in other.looks_like, (behaviour.name, name)
            assert other.kind != behaviour.kind, (behaviour.name, name)


def test_why_takes_two_sentences(production: Production) -> None:
    """Each tell and look-alike says in two sentences why, and in at least one what tells it apart."""
    for behaviour in [*of_kind(production, "tell"), *of_kind(production, "look-alike")]:
        sentences = [part for part in re.split(r"(?<=[.!?])\s+", behaviour.why or "") if part]
        assert len(sentences) == 2, (behaviour.name, behaviour.why)
        assert behaviour.differs, behaviour.name
        assert behaviour.differs.endswith("."), behaviour.name
        assert behaviour.subtlety, behaviour.name


def test_every_subtlety_from_one_to_five_occurs(production: Production) -> None:
    """Tells and look-alikes together span the open and the barely seen."""
    tells = {tell.subtlety for tell in of_kind(production, "tell")}
    assert {2, 3, 4, 5} <= tells
    assert 1 in tells | {behaviour.subtlety for behaviour in of_kind(production, "look-alike")}


def test_titles_read_after_they(production: Production) -> None:
    """A title follows "they": lower case, past tense, no full stop."""
    for behaviour in production.behaviours.values():
        assert behaviour.title[0].islower(), behaviour.title
        assert not behaviour.title.endswith("."), behaviour.title


def test_no_text_speaks_of_appearance(production: Production) -> None:
    """What people look like is no sign of anything, so no text of the catalogue mentions it."""
    texts = [
        text
        for behaviour in production.behaviours.values()
        for text in (behaviour.title, behaviour.why or "", behaviour.differs or "")
    ] + [text for cue in cues(production.families) for text in cue[1:]]
    assert [text for text in texts if APPEARANCE.search(text)] == []


def test_the_appearance_words_are_noticed() -> None:
    """The word list catches what it is there for."""
    assert APPEARANCE.search("A tall man with a beard")
    assert not APPEARANCE.search("They looked from the gates to the guard")


@pytest.mark.parametrize("path", library(), ids=lambda path: path.stem)
def test_briefings_do_not_speak_of_appearance(path: object) -> None:
    """Nor does any scenario: summary, briefing, accounts of the crowd."""
    scenario = read(path).scenario  # type: ignore[arg-type]
    briefing = scenario.briefing
    texts = (scenario.summary, briefing.text, briefing.objective, briefing.baseline or "")
    assert [text for text in texts if APPEARANCE.search(text)] == []
