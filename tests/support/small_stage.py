"""A small stage to head a journal: a production, a cast and a key."""

from datetime import UTC, datetime

from game.cast import Account, Cast, Part, Person
from game.course import Case, DecoyCase, Result
from game.key import Entry, Key, KeyAct
from game.record import Header, make_header, pack_opening
from game.record.header import Json
from game.scenario import (
    Briefing,
    Clock,
    Crowd,
    Portal,
    Production,
    Role,
    Scenario,
    Venue,
    Verb,
    Vocabulary,
    WrittenStep,
)
from game.scenario.vocabulary import Tint
from tests.support.plain_looks import plain_looks

WHEN = datetime(2026, 3, 1, 8, 5, 12, tzinfo=UTC)


def production(title: str = "Yard, quiet hour") -> Production:
    """The least that is a production."""
    return Production(
        id="yard",
        scenario=Scenario(
            scenario=title,
            venue="yard",
            summary="A yard.",
            briefing=Briefing(objective="Watch.", text="A quiet yard."),
            clock=Clock(starts="08:05", lasts=60.0),
            crowd=(Crowd(role="passer-by", present=3),),
        ),
        venue_id="yard",
        venue=Venue(venue="The Yard", kind="market", size=(60.0, 36.0), baseline="Quiet.", portals=(_gate(),)),
        behaviours={},
        roles={"passer-by": Role(role="passer-by", title="Passer-by", steps=(WrittenStep(verb=Verb.LEAVE),))},
        families=(),
        props={},
        looks=Vocabulary(skins=(Tint(colour="#aaaaaa"),)),
    )


def _gate() -> Portal:
    return Portal(portal="gate", at=(0.0, 10.0))


def person(row: int) -> Person:
    """One of the cast."""
    looks = plain_looks(
        stature=1.7, skin=1, hair_colour=2, top="coat", top_colour=3, bottom_colour=1, glasses=row % 2 == 0,
        carries="bag", carries_colour=1,
    )  # fmt: skip
    account = Account("waiting for a friend" if row == 1 else "")
    leader = 0 if row == 2 else None
    return Person(row, "passer-by", looks, Part(-5, (1.5, 2.25), ()), 1.3, account, officer=row == 3, leader=leader)


def cast(people: int) -> Cast:
    """So many people."""
    return Cast("yard", 7, tuple(person(row) for row in range(people)))


def key() -> Key:
    """One subject with one tell."""
    return Key((Entry(1, "subjects/0", "subject", "reconnaissance", (KeyAct(0, "tell", "looks", "F1.1", 45, 5, 60),)),))


def head(people: int = 60, when: datetime = WHEN) -> Header:
    """Whose record it is."""
    return make_header(
        production(), cast(people), mode="practice", started=when, program="0.1.0", trainee="robot", prevalence="none"
    )


def opening(people: int = 60, when: datetime = WHEN) -> tuple[Json, Json]:
    """The first two lines of a journal."""
    return pack_opening(head(people, when), production(), cast(people), key())


def result(found: int = 1) -> Result:
    """A result in which so many of two were found."""
    missed = Case(judgement="miss", miss="search", tells=("films_camera",), cues=("F2.1",))
    decoy = DecoyCase(judgement="correct rejection", look_alikes=("films_board",))
    case = Case(
        judgement="hit", level=3, evidence="early", seen=("F1.1",), tells=("looks",), cues=("F1.1", "F1.2"), seconds=4.5
    )
    return Result(
        occasion=head().occasion, rule=2, lasted=600, early=True, subjects=2, found=found, of=2, observable=50,
        watched=20, decoys=3, decoys_marked=1, passers_by_watched=18, passers_by_marked=0, notes=2, crimes=0,
        crimes_noticed=0, cases=(case, missed), decoy_cases=(decoy,) * 3,
    )  # fmt: skip
