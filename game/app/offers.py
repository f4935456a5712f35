"""The scenarios on offer, read one by one, each with a picture of its place."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from game.scenario import Invalid, Production, library, read, sorts
from game.screens.navigation import Offer

from .venue_pictures import VenuePicture

FIRST = "first_steps"


def each_offer(home: Path, own: Iterable[Path]) -> Iterator[Offer]:
    """Every scenario that comes with the program, the first steps first, then one's own, each as soon as it is read."""
    for path in sorted(library(), key=lambda path: (path.stem != FIRST, path.stem)):
        yield offer_of(path, home)
    found = {path.resolve(): path for place in own for path in _files(place)}
    for path in found.values():
        if _is_own(path):
            yield offer_of(path, home)


def _files(place: Path) -> Iterator[Path]:
    """The scenarios of a folder, and what lies beside them and cannot be read as anything; or the one file it is."""
    if place.is_file():
        yield place
    for path in sorted(place.rglob("*.yaml")):
        sort = sorts([path])[0] if path.is_file() else "folder"
        if sort == "scenario" or (not sort and path.parent == place):
            yield path


def offer_of(path: Path, home: Path) -> Offer:
    """One scenario as the list shows it; with its first problem if it cannot be played."""
    try:
        return playable(path, home)
    except Invalid as wrong:
        first = wrong.problems[0]
        file = Path(first.file).name
        problem = f"{'Line' if file == path.name else f'{file}, line'} {first.line}: {first.message}"
    except OSError as wrong:
        problem = wrong.strerror or "It cannot be read."
    return Offer(id=path.stem, title=path.stem, own=_is_own(path), path=path, problem=problem)


def playable(path: Path, home: Path) -> Offer:
    """One scenario as the list shows it. Raises what is wrong with its file."""
    return _offer(path, read(path), home)


def _is_own(path: Path) -> bool:
    return path.resolve() not in {one.resolve() for one in library()}


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
        own=_is_own(path),
        path=path,
        picture=VenuePicture(production, path, home),
    )
