"""The scenarios on offer, read one by one, each with a picture of its place."""

from collections.abc import Iterator
from pathlib import Path

from ..scenario import Invalid, Production, library, read
from ..screens.ways import Offer
from .venue_pictures import VenuePicture

FIRST = "first_steps"


def each_offer(home: Path) -> Iterator[Offer]:
    """Every scenario that comes with the program, the first steps first, each as soon as it is read."""
    for path in sorted(library(), key=lambda path: (path.stem != FIRST, path.stem)):
        yield offer_of(path, home)


def offer_of(path: Path, home: Path) -> Offer:
    """One scenario as the list shows it; with its first problem if it cannot be played."""
    try:
        return _offer(path, read(path), home)
    except Invalid as wrong:
        first = wrong.problems[0]
        return Offer(id=path.stem, title=path.stem, path=path, problem=f"Line {first.line}: {first.message}")
    except OSError as wrong:
        return Offer(id=path.stem, title=path.stem, path=path, problem=wrong.strerror or "It cannot be read.")


def _offer(path: Path, production: Production, home: Path) -> Offer:
    scenario = production.scenario
    brief = scenario.briefing
    return Offer(
        id=production.id,
        title=scenario.scenario,
        summary=" ".join(scenario.summary.split()),
        place=production.venue.venue,
        minutes=round(scenario.clock.lasts / 60, 1),
        starts=scenario.clock.starts,
        post=brief.post,
        deployment=brief.deployment,
        objective=brief.objective,
        text=brief.text,
        baseline=brief.baseline or production.venue.baseline,
        guided=bool(scenario.lesson),
        path=path,
        picture=VenuePicture(production, path, home),
    )
