"""An item that nobody stands by: how one looks at it, and what is done if it cannot be explained.

After the public guidance for crowded places in the United Kingdom: most such items are lost property. A place is
cleared only for one that is still suspicious once its owner has been looked for and it has been looked at, not touched.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

FourC = Literal["confirm", "clear", "communicate", "control"]
Search = Literal["aloud", "cameras"]
"""How an owner is looked for: one asks aloud, or control looks back who left it."""
Outcome = Literal["lost property", "left"]
"""How one has done with an item: handed in as lost property, or left where it is."""

HOT: Mapping[str, tuple[str, str]] = {
    "hidden": ("Hidden?", "Has somebody tried to keep it from being seen?"),
    "obvious": ("Obviously suspicious?", "Wires, batteries, liquids, tape: anything that does not belong?"),
    "typical": ("Typical?", "Is it what people leave behind here, and where they do?"),
}
"""What one looks for, each with the question it stands for (ProtectUK, unattended and suspicious items)."""
FOUR_CS: Mapping[FourC, tuple[str, str]] = {
    "confirm": ("Confirm", "Look, do not touch; ask whose it is; is it hidden, obvious, typical?"),
    "clear": ("Clear", "Move people away and keep them away: 100 m at the least, out of sight of it."),
    "communicate": ("Communicate", "Tell control and ring 999. No radio or phone within 15 m of it."),
    "control": ("Control", "Hold the cordon, and keep witnesses at hand for the police."),
}
"""The four Cs in their order, each with what is done (ProtectUK)."""
TAKES: Mapping[FourC, int] = {"confirm": 8, "clear": 15, "communicate": 10, "control": 10}
"""Seconds that each takes here: far less than on duty, where a cordon takes minutes, as the exercise goes on."""
CLEARED = 12.0
"""Metres from an item within which people are sent off as it is cleared: as far as one voice carries. The 100 m of the
guidance would empty the whole scene."""
ORDER: Sequence[FourC] = tuple(FOUR_CS)
NO_RADIO = 15.0
"""Metres from an item within which no radio is used."""


def in_order(steps: Sequence[FourC]) -> bool:
    """Whether all four were taken, each once and in their order."""
    return tuple(steps) == tuple(ORDER)


def is_suspicious(*, hidden: bool, obvious: bool, typical: bool) -> bool:
    """Whether an item that lies so is to be treated as suspicious, if no owner is found."""
    return hidden or obvious or not typical
