"""The scenarios on offer, read one by one, each with a picture of its place."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.scenario import Finding, Production, Reaches, errors, examine_file, files_of, library, read
from game.screens.navigation import Offer

from .venue_pictures import VenuePicture

FIRST = "first_steps"


def each_offer(home: Path, own: Iterable[Path]) -> Iterator[Offer]:
    """Every scenario that comes with the program, the first steps first, then one's own, each as soon as it is read."""
    reaches = Reaches()
    for path in sorted(library(), key=lambda path: (path.stem != FIRST, path.stem)):
        yield _offer_of(examine_file(path, reaches), home)
    shipped = {path.resolve() for path in library()}
    seen: set[Path] = set()
    for place in own:
        for path in files_of([place]):
            real = Path(os.path.realpath(path))  # unlike resolve, it takes links that go round in a ring
            if real in seen or real in shipped:
                continue
            seen.add(real)
            found = examine_file(path, reaches)
            # What cannot be read as anything may have been meant as a scenario; deeper down it is hardly so.
            if found.sort == "scenario" or (not found.sort and path.parent in (place, place.parent)):
                yield _offer_of(found, home)


def own_places(home: Path, named: Path | None) -> list[Path]:
    """Where scenarios of one's own lie: the folder that was named, or else the data folder's, if it has one."""
    usual = home / "scenarios"
    return [named] if named else [usual] if usual.is_dir() else []


def _offer_of(found: Finding, home: Path) -> Offer:
    """One scenario as the list shows it; with its first problem if it cannot be played."""
    path = found.path
    if found.production:
        return _offer(path, found.production, home)
    first = next(iter((*errors(found.problems), *found.problems)))
    file = Path(first.file).name
    problem = f"{'Line' if file == path.name else f'{file}, line'} {first.line}: {first.message}"
    return Offer(id=path.stem, title=path.stem, own=_is_own(path), path=path, problem=problem)


def playable(path: Path, home: Path) -> Offer:
    """One scenario as the list shows it. Raises what is wrong with its file."""
    return _offer(path, read(path), home)


def _is_own(path: Path) -> bool:
    return Path(os.path.realpath(path)) not in {other.resolve() for other in library()}


def _offer(path: Path, production: Production, home: Path) -> Offer:
    scenario = production.scenario
    brief = scenario.briefing
    return Offer(
        id=production.id,
        title=scenario.scenario,
        summary=scenario.summary,
        place=production.venue.venue,
        minutes=round(scenario.clock.lasts / 60, 1),
        starts=scenario.clock.starts,
        post=brief.post,
        deployment=brief.deployment,
        objective=brief.objective,
        text=brief.text,
        baseline=brief.baseline or production.venue.baseline,
        watches_first=scenario.watches_first,
        guided=bool(scenario.lesson),
        own=_is_own(path),
        path=path,
        picture=VenuePicture(production, path, home),
    )
