"""The items that lay about in a run: how they lay, whose they were, and what was done about them."""

from collections.abc import Iterator

from game.clock import clock
from game.course import ItemResolution
from game.score import ItemJudged, tell_item, tell_item_events
from game.text import capitalise
from game.widgets.boxes import Column
from game.widgets.press import Press
from game.widgets.widget import Label, Widget

from .debrief_setup import Debriefed
from .moments import PuttingDownChosen

TINTS: dict[ItemResolution, str] = {
    "right": "hit", "out of order": "unfounded", "too much": "false_alarm", "too little": "miss", "open": "text_soft",
}  # fmt: skip


def items_told(told: Debriefed) -> Iterator[Widget]:
    """Each item, to be pressed for the moment at which it was put down, and by whom."""
    if told.score.items:
        yield Label("What lay about", "heading")
    for judged in told.score.items:
        yield Press(Column(list(item_lines(told, judged)), gap=3), yields=PuttingDownChosen(judged.put.item), pad=11)


def item_lines(told: Debriefed, judged: ItemJudged) -> Iterator[Label]:
    """An item: when it was left and by whom, what was made of it, and what was done."""
    first, *more = tell_item(judged)
    put = judged.put
    yield Label(f"{clock(put.tick)}  {capitalise(put.kind)}", "strong")
    yield Label(f"Left by: {told.descriptions[put.person]}", "small", "text_soft")
    yield Label(first, "small", TINTS[judged.resolution])
    for words in (*more, *(did for _, did in tell_item_events(judged))):
        yield Label(words, "small")
