"""The words for places that a venue understands, and what is wrong with one that it does not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from ..premises import PropKind
from ..reading.document import Plain, WayOut
from ..reading.near_names import either, near, offer
from ..venue.layout import inner, known_as

MINE = ("target", "destination", "exit", "somewhere", "same spot", "any seat")
"""Words whose meaning each person has for themselves."""
PEOPLE = (
    "partner", "leader", "same person", "nearest staff", "nearest guard", "nearest patrol", "nearest officer",
    "nearest person", "nearest visitor", "nearest bystander", "nearest bag", "nearest passer-by",
    "next at the gates",
)  # fmt: skip
AWAY = ("away from officer", "away from staff")
LOOKS = ("ahead", "around", "down", "object")
"""Words for where the eyes go, where feet cannot."""
WAYS = ("near", "beside", "against", "past")
ENDS = ("one end of ", "other end of ")
"""The ends of something long, such as a gateline; before a way they are part of what the way leads to."""


Doubt = tuple[str, str, WayOut]
"""Code, message and way out."""


@dataclass(frozen=True)
class Atlas:
    """The names of a venue's landmarks with their kinds. `whole` is false if part of the venue could not be read."""

    title: str
    kinds: Mapping[str, str]
    portals: tuple[str, ...]
    whole: bool = True

    def all_kinds(self) -> tuple[str, ...]:
        """Every kind of landmark here, and the two that are always understood."""
        return tuple(dict.fromkeys((*self.kinds.values(), "exit", "seat", "bench", "shop")))

    def of_kind(self, kind: str) -> list[str]:
        """The names of the landmarks of a kind."""
        return [name for name, its in self.kinds.items() if its == kind]

    def doubt(self, word: str, *, go: bool, mine: Iterable[str] = MINE) -> Doubt | None:
        """What is wrong if the word says nothing here; `go` if it is walked to."""
        own = tuple(mine)
        if word in own or word in PEOPLE or word in AWAY or word in self.kinds:
            return None
        if word in LOOKS:
            said = f"`{word}` is for the eyes; feet cannot go there."
            return ("SL319", said, "Name a place to go to.") if go and word != "object" else None
        end = next((end for end in ENDS if word.startswith(end)), "")
        way, _, rest = (end.strip(), "", word.removeprefix(end)) if end else word.partition(" ")
        if (end or way in WAYS) and rest:
            inner = self.doubt(rest, go=False, mine=own)
            return inner and (inner[0], inner[1], partial(_again, way, inner[2]))
        if not self.whole:
            return None
        if way in ("any", "nearest") and rest:
            return self._doubt_kind(way, rest)
        return self._doubt_name(word, (*own, *PEOPLE) if go else (*own, *PEOPLE, *LOOKS))

    def places(self) -> str:
        """All there is to choose from, as a sentence."""
        return f"Its places are {either(self.kinds, 'and', 30)}." if self.kinds else ""

    def _doubt_name(self, word: str, others: tuple[str, ...]) -> Doubt:
        if word in self.all_kinds():
            return "SL302", f"`{word}` is a kind of place, not a place.", f"Did you mean `any {word}`?"
        return "SL302", f"{self.title} has no place `{word}`.", partial(self._near, word, others)

    def _near(self, word: str, others: tuple[str, ...]) -> str:
        return near(word, (*self.kinds, *others)) or self.places()

    def _doubt_kind(self, way: str, kind: str) -> Doubt | None:
        if kind in self.all_kinds():
            return None
        if kind in self.kinds:
            return "SL302", f"`{kind}` is one place, so `{way}` has no meaning before it.", f"Write `{kind}`."
        said = f"{self.title} has no place of the kind `{kind}`."
        return "SL309", said, partial(_again, way, partial(offer, kind, sorted(self.all_kinds()), "Its kinds are"))


def atlas(data: Plain | None, props: Mapping[str, PropKind], *, whole: bool) -> Atlas:
    """The landmarks of a venue as it was written, faults and all."""
    venue = data if isinstance(data, dict) else {}
    kinds: dict[str, str] = {}
    portals = []
    for place in _entries(venue, "places"):
        kinds[_text(place, "place")] = _text(place, "kind") or "place"
    listed = _entries(venue, "portals")
    levels = inner((_text(portal, "portal"), _text(portal, "leads_to") or None) for portal in listed)
    for portal in listed:
        name = _text(portal, "portal")
        kinds[name] = known_as(_text(portal, "kind"), inside=name in levels)
        portals.append(_text(portal, "portal"))
    for camera in _entries(venue, "cameras"):
        kinds[_text(camera, "camera")] = "camera"
    for prop in _entries(venue, "props"):
        kind = props.get(_text(prop, "prop"))
        if _text(prop, "name") and (kind is None or kind.landmark):
            kinds[_text(prop, "name")] = kind.landmark or "" if kind else ""
    kinds.pop("", None)
    return Atlas(_text(venue, "venue") or "The venue", kinds, tuple(portals), whole)


def _entries(venue: Mapping[str, Plain], key: str) -> list[dict[str, Plain]]:
    listed = venue.get(key)
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []


def _text(entry: Mapping[str, Plain], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _again(way: str, way_out: WayOut) -> str:
    help_ = way_out if isinstance(way_out, str) else way_out()
    return help_.replace("Did you mean `", f"Did you mean `{way} ") if help_.startswith("Did you mean") else help_
