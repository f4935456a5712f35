"""Where behaviours can be seen for themselves: places to play them in, and their pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from game.picture import Scene
from game.run import Site, film, perform
from game.scenario import Production, read
from game.screens.clip_player import Take
from game.screens.guide.book import GuidePlace
from game.screens.navigation import Offer
from game.staging import repertoire

SEEDS = range(1, 5)
"""Seeds with which a behaviour is tried until it has been shown: with one of them somebody may be in its way."""


@dataclass(frozen=True)
class Location:
    """A place to play behaviours in: a scenario that is staged there, and the place worked out."""

    production: Production
    site: Site

    def take(self, names: Sequence[str], seeds: Iterable[int] = SEEDS, crowd: int = 1) -> dict[str, Take]:
        """Play behaviours, each until it is shown; those that are not with any of the seeds are left out."""
        takes: dict[str, Take] = {}
        for seed in seeds:
            if not (left := [name for name in names if name not in takes]):
                break
            played = perform(self.production, left, seed, crowd, self.site)
            if not played:
                continue
            staged = next(iter(played.values())).staged
            starts = self.production.scenario.clock.starts
            scene = Scene(staged.layout, staged.looks, starts, clock=perf_counter, by_day=True)
            takes |= {name: Take(scene, film(performance)) for name, performance in played.items()}
        return {name: takes[name] for name in names if name in takes}

    def told(self, offer: Offer) -> GuidePlace:
        """What of the place the guide tells; `offer` is the scenario as it is listed."""
        shown = frozenset(repertoire(self.production, self.site.layout).targets)
        title = f"{offer.place} ({offer.title})" if offer.own else offer.place
        return GuidePlace(str(offer.path), title, self.production.behaviours, self.production.families, shown)


def find_location(path: Path) -> Location:
    """The place of a scenario. Raises what is wrong with its file."""
    production = read(path)
    return Location(production, Site(production))


def one_a_place(offers: Iterable[Offer]) -> list[Offer]:
    """The first scenario of each place that came with the program, and all of one's own; a lesson if there is no other.

    One's own may have behaviours of their own. A lesson's crowd may lack the staff whom people react to.
    """
    chosen: dict[str, Offer] = {}
    for offer in sorted((other for other in offers if not other.problem), key=lambda other: (other.own, other.guided)):
        chosen.setdefault(str(offer.path) if offer.own else offer.place, offer)
    return list(chosen.values())


def without(place: GuidePlace, held: frozenset[str]) -> GuidePlace:
    """The place as if it had no behaviours of these names."""
    left = {name: behaviour for name, behaviour in place.behaviours.items() if name not in held}
    return replace(place, behaviours=left, shown=place.shown - held)
