"""A scenario staged with a seed: the place, who plays what there, and, sealed apart, what is true of whom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from game.cast import Cast, Looks
from game.clock import ticks
from game.course import Prevalence
from game.duty import Post
from game.exercise import describe, head_description
from game.key import Key
from game.programme import Programme
from game.scenario import Layout, Production
from game.staging import CallSheet, call_sheet, programme, stage

from .site import Site

OFFICER = Looks(
    stature=1.76, build=1.0, age="adult", frame="man", skin=3, hair="short", hair_colour=1, hat=None, hat_colour=0,
    top="coat", top_colour=3, bottom="trousers", bottom_colour=0, shoes=0, glasses=False, uniform=None,
    carries=None, carries_colour=0, aid=None,
)  # fmt: skip
"""The trainee's own figure in a plain coat."""
WORN: Mapping[Post, str | None] = {
    "officer in uniform": "police officer", "officer in plain clothes": None, "member of staff": "steward",
}
"""What it wears at each post that is on the floor."""


@dataclass(frozen=True)
class Stage:
    """A scenario staged with a seed, before anything moves. `prevalence` is None for what the scenario says."""

    production: Production
    site: Site
    cast: Cast
    key: Key
    prevalence: Prevalence | None = None

    @property
    def layout(self) -> Layout:
        """The venue with each prop in its place."""
        return self.site.layout

    @property
    def lasts(self) -> int:
        """Ticks from 0:00 to the end."""
        return ticks(self.production.scenario.clock.lasts)

    @cached_property
    def programme(self) -> Programme:
        """What happens of itself: with this seed, whoever is cast."""
        return programme(self.production, self.cast.seed)

    @property
    def cues(self) -> Mapping[str, str]:
        """The wording of every cue that a mark may name, by its id."""
        return {cue.cue: cue.wording for family in self.production.families for cue in family.cues}

    @property
    def looks(self) -> tuple[Looks, ...]:
        """How each of the cast looks, by person id."""
        return tuple(person.looks for person in self.cast.people)

    @property
    def own_looks(self) -> Looks | None:
        """How the trainee's own figure looks, where the post is on the floor."""
        briefing = self.production.scenario.briefing
        return replace(OFFICER, uniform=WORN[briefing.duty]) if briefing.afoot else None

    @property
    def descriptions(self) -> tuple[str, ...]:
        """Each of the cast in a few words, by person id."""
        return tuple(describe(looks, self.production.looks) for looks in self.looks)

    @property
    def headed(self) -> tuple[Mapping[str, str], ...]:
        """Each of the cast by the headings of a description, by person id."""
        return tuple(head_description(looks, self.production.looks) for looks in self.looks)

    def call_sheet(self) -> CallSheet:
        """Who does what when, as planned."""
        return call_sheet(self.production, self.site.spots, self.cast, self.key)


def set_stage(
    production: Production, seed: int, prevalence: Prevalence | None = None, site: Site | None = None
) -> Stage:
    """Stage a scenario; on its site, where that has been worked out already."""
    site = site or Site(production)
    cast, key = stage(production, site.spots, seed, prevalence)
    return Stage(production, site, cast, key, prevalence)
