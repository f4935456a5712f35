"""The tree of a document, built from what the parser of YAML finds one after the other, within limits."""

from typing import Any

import yaml

from game.invocation import command
from game.text import on_one_line

from .document import Document, Listing, Mapping, Node, Scalar
from .letters import Letters
from .problems import Spot

MOST_NODES = 25_000
"""Values in a file: five times as many as in the largest that is shipped, the kit of props."""
DEEPEST = 30
"""Levels of lists and keys within each other: far more than a scenario needs, far fewer than the reader's stack
bears."""

_Entries = dict[str, tuple[Scalar, Node]]


class Stop(Exception):
    """Reading this file further makes no sense; the problem is noted."""


class Composer:
    """Builds the tree from the loader's events, within the limits."""

    def __init__(self, document: Document, loader: Any, letters: Letters) -> None:
        self.document = document
        self.loader = loader
        self.letters = letters
        self.count = 0
        self.begun: list[Mapping] = []
        """Items of the list being read that begin without a dash, after the one read last."""

    def compose(self) -> None:
        """Set the document's root."""
        self.loader.get_event()  # stream start
        if isinstance(self.loader.peek_event(), yaml.StreamEndEvent):
            said, way_out = "The file holds nothing but remarks.", f"Start from `{command()} new scenario NAME`."
            self.document.complain("SL006", Spot(), said, way_out)
            raise Stop
        self.loader.get_event()  # document start
        self.document.root = self.node(0)
        self.loader.get_event()  # document end
        event = self.loader.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            said, way_out = "A second page begins here; a file holds one.", "Take out the `---`."
            self.document.complain("SL108", self.spot(event), said, way_out)

    def spot(self, event: Any) -> Spot:
        """Where the event stands; its width within the line."""
        return self.document.spot_at(event.start_mark.index, event.end_mark.index)

    def node(self, depth: int, *, item: bool = False) -> Node:
        """The next node with all below it; `item` if it is one of a list."""
        event = self.loader.get_event()
        self.count += 1
        if depth > DEEPEST:
            too_deep(self.document, self.spot(event))
        if self.count > MOST_NODES:
            said = f"The file holds more than {MOST_NODES} values."
            way_out = "A scenario is a few pages of text. Is this the right file?"
            self.document.complain("SL107", self.spot(event), said, way_out)
            raise Stop
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if event.anchor or event.tag:
            self.refuse_tricks(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.listing(self.opening(event), depth)
        flow = bool(event.flow_style)
        return self.mapping(self.opening(event), depth, flow=flow, item=item and not flow)

    def opening(self, event: Any) -> Spot:
        """Where the first letter of the event stands."""
        return self.document.spot_at(event.start_mark.index)

    def scalar(self, event: Any) -> Scalar:
        """A word, number or text, with nothing in it that is not seen."""
        start, end = event.start_mark.index, event.end_mark.index
        made = Scalar("", self.document.spot_at(start, end), not event.style)
        made.text = self.letters.read(event.value, event.style, start, end, made)
        return made

    def alias(self, event: Any) -> Scalar:
        """What refers to another place, which has no meaning here."""
        spot = self.spot(event)
        self.document.complain(
            "SL104",
            spot,
            "A text cannot begin with `*`.",
            f"Put it in quotes; if `*{event.anchor}` should stand for something said elsewhere, say it again here.",
        )
        made = Scalar(f"*{event.anchor}", spot)
        self.document.forgive(made)
        return made

    def refuse_tricks(self, event: Any) -> None:
        """Anchors and tags have no meaning here."""
        spot = self.spot(event)
        if event.anchor:
            way_out = "Put it in quotes, or take the `&` out."
            self.document.complain("SL104", spot, "A text cannot begin with `&`.", way_out)
        if event.tag and event.tag != "!":
            way_out = "Put it in quotes, or take out what begins with `!`."
            self.document.complain("SL105", spot, "A text cannot begin with `!`.", way_out)

    def listing(self, spot: Spot, depth: int) -> Listing:
        """Items up to the end of the list."""
        items: list[Node] = []
        while not isinstance(self.loader.peek_event(), yaml.SequenceEndEvent):
            items.append(self.node(depth + 1, item=True))
            items += self.begun
            self.begun = []
        self.loader.get_event()
        return Listing(items, spot)

    def mapping(self, spot: Spot, depth: int, *, flow: bool, item: bool) -> Mapping:
        """Entries up to the end of the mapping; each key once."""
        parts: list[_Entries] = [{}]
        while not isinstance(self.loader.peek_event(), yaml.MappingEndEvent):
            key = self.node(depth + 1)
            value = self.node(depth + 1)
            if not isinstance(key, Scalar):
                self._bare(key, list(parts[-1].values()) if flow else [])
            elif key.text not in parts[-1]:
                parts[-1][key.text] = (key, value)
            elif item:
                parts.append({key.text: (key, value)})
            else:
                self._twice(key, parts[-1])
        self.loader.get_event()
        whole, begun = self._sort(parts)
        self.begun = begun
        return Mapping(list(whole.values()), spot, flow)

    def _sort(self, parts: list[_Entries]) -> tuple[_Entries, list[Mapping]]:
        """The entries of an item; and the items begun without a dash, each where keys of the one before come again."""
        whole, begun = parts[0], []
        last = whole
        for part in parts[1:]:
            key = next(iter(part.values()))[0]
            if key.text == next(iter(last)) or len(part.keys() & last.keys()) > 1:
                said = f"A `-` is missing here: `{key.text}` stands in the entry above already."
                way_out = "Put `- ` before the first line of the new entry, straight below the `-` of the one above."
                self.document.complain("SL113", key.spot, said, way_out)
                begun.append(Mapping(list(part.values()), key.spot))
                last = part
            else:
                for name, entry in part.items():
                    if name in last:
                        self._twice(entry[0], last)
                    else:
                        last[name] = entry
        return whole, begun

    def _twice(self, key: Scalar, entries: _Entries) -> None:
        name = on_one_line(key.text)
        said = f"`{name if len(name) <= 40 else name[:39] + '…'}` stands here for the second time."
        way_out = f"It was first written in line {entries[key.text][0].spot.line}; keep one of them."
        self.document.complain("SL103", key.spot, said, way_out)

    def _bare(self, key: Node, before: list[tuple[Scalar, Node]]) -> None:
        """Note brackets where a word should be; after a list they are meant as more of it."""
        said = "A word with a colon after it is needed here, and this is in brackets."
        way_out = "If this is text, put it in quotes."
        if before and isinstance(before[-1][1], Listing) and isinstance(key, Listing):
            name = before[-1][0].text[:40]
            way_out = f"If it belongs to `{name}`, put one more pair of brackets round it all: `[[0, 0], [12, 0]]`."
            self.document.forgive(before[-1][1])
        self.document.complain("SL109", key.spot, said, way_out)


def too_deep(document: Document, spot: Spot) -> None:
    """Note that the file is nested too deep to be read; raises `Stop`."""
    said, way_out = f"This is nested more than {DEEPEST} deep.", "Check the brackets and indents here."
    document.complain("SL106", spot, said, way_out)
    raise Stop
