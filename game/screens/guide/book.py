"""What the field guide tells, as values: the tells by family, each with its look-alikes, and where they can be seen."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.scenario.model import Behaviour, Cue, CueFamily
from game.widgets.screen import Screen


@dataclass(frozen=True, slots=True)
class OwnMoment:
    """A record of one's own in which the behaviour of this name was shown; `told` says which and when."""

    path: Path
    told: str
    name: str


@dataclass
class OwnExercises:
    """What was shown in one's own exercises, by the name of the behaviour, the newest first, as far as it is read.

    `revisit` leads to the debrief of a record, at what somebody did there.
    """

    revisit: Callable[[Path, str], Screen]
    moments: dict[str, list[OwnMoment]] = field(default_factory=dict)
    ready: bool = False


@dataclass(frozen=True)
class GuidePlace:
    """A place to see behaviours in: its title, and the names of those that can be shown there.

    `key` is what behaviours are filmed by.
    """

    key: str
    title: str
    behaviours: Mapping[str, Behaviour]
    families: Sequence[CueFamily]
    shown: frozenset[str]


@dataclass(frozen=True)
class GuideEntry:
    """A tell, the cue that it shows, what it is taken for, and the places where it can be seen, by their keys."""

    tell: Behaviour
    cue: Cue
    family: CueFamily
    look_alikes: tuple[Behaviour, ...]
    places: tuple[str, ...]

    def names(self) -> tuple[str, ...]:
        """The names of the tell and of its look-alikes."""
        return self.tell.name, *(behaviour.name for behaviour in self.look_alikes)

    def says(self, words: str) -> bool:
        """Whether each of the words, or the beginning of it, is in what is told of the tell or of its look-alikes."""
        told = " ".join((
            self.tell.title, self.cue.wording, self.family.title, *(behaviour.title for behaviour in self.look_alikes),
        )).casefold()
        return all(word in told for word in words.casefold().split())


def entries(places: Sequence[GuidePlace]) -> tuple[GuideEntry, ...]:
    """Every tell that can be seen somewhere, by family and cue; told as the first place that has it tells it."""
    found: dict[str, GuideEntry] = {}
    for place in places:
        cues = {cue.cue: (family, cue) for family in place.families for cue in family.cues}
        for name, behaviour in place.behaviours.items():
            if name in found or name not in place.shown or behaviour.kind != "tell" or behaviour.cue not in cues:
                continue
            family, cue = cues[behaviour.cue]
            alike = tuple(place.behaviours[name] for name in behaviour.looks_like if name in place.behaviours)
            where = tuple(other.key for other in places if name in other.shown)
            found[name] = GuideEntry(behaviour, cue, family, alike, where)
    return tuple(sorted(found.values(), key=_in_order))


def entry_of(told: Sequence[GuideEntry], name: str) -> GuideEntry | None:
    """The entry that tells of a tell or a look-alike of this name, that of the tell itself if there is one."""
    own = (entry for entry in told if entry.tell.name == name)
    taken_for = (entry for entry in told if any(alike.name == name for alike in entry.look_alikes))
    return next(own, None) or next(taken_for, None)


def by_family(told: Sequence[GuideEntry]) -> Iterator[tuple[CueFamily, list[GuideEntry]]]:
    """The families in order, each with its entries."""
    families = {entry.family.family: entry.family for entry in told}
    for name, family in families.items():
        yield family, [entry for entry in told if entry.family.family == name]


def _in_order(entry: GuideEntry) -> tuple[list[int], str]:
    return [int(part) for part in entry.cue.cue[1:].split(".")], entry.tell.title
