"""An item that lies about: whose it is, how it lies, and the four Cs."""

from game.belongings import ItemSettled, LookedOver, LookTold, OwnerSought, PutDown, StepTaken
from game.clock import TICKS_PER_SECOND
from game.duty import FOUR_CS, HOT, FourC, Outcome, Search
from game.text import capitalise
from game.widgets.boxes import Card, Column, Grid, Row
from game.widgets.press import Button, Chip
from game.widgets.scroll import Scroll
from game.widgets.widget import Label, Widget

from ..choosing import SightedSought
from ..dealing.items import ItemDone, ItemNeared, ItemPicked, LookGiven, OwnerWanted, SignSaid, StepWanted
from ..desk import Desk

SEARCHES: dict[Search, str] = {"aloud": "Ask whose it is", "cameras": "Look back on camera"}
OUTCOMES: dict[Outcome, str] = {"lost property": "Lost property", "left": "Leave it"}
JUMBLED: tuple[FourC, ...] = ("clear", "communicate", "confirm", "control")
"""The four Cs as they are offered: by the alphabet, which is not their order."""


class ItemPanel:
    """The panel, while an item is looked at and nobody is selected."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def version(self) -> int:
        """Grows with whatever is looked at or said."""
        return self._desk.handling.version

    def widget(self) -> Widget | None:
        """All that can be done about it, from looking for its owner to the four Cs."""
        put = self._desk.handling.put
        if put is None:
            return None
        kind = capitalise(put.kind)
        head = Row([
            Label(f"{kind} on the floor", "strong", grow=1),
            Button("×", "quiet", yields=ItemPicked(None), tip="Close (Esc)"),
        ], gap=6)
        lines = Column([*self._owner(put), *self._look(put), *self._steps(put), *self._outcomes(put)], gap=6)
        listed = Scroll(lines, self._desk.board.page.offsets, f"item {put.item}", grow=1)
        return Card(Column([head, listed], gap=8), pad=12, fill="panel_over", grow=1)

    def _owner(self, put: PutDown) -> list[Widget]:
        sought = {event.how for event in self._desk.handling.find_done(put.item) if isinstance(event, OwnerSought)}
        chips = [
            Chip(f"{words} ✓" if how in sought else words, tick=False, yields=OwnerWanted(how), grow=1)
            for how, words in SEARCHES.items()
        ]
        walk = [Button("Walk up to it", yields=ItemNeared())] if self._desk.floor.officer else []
        lines: list[Widget] = [*walk, Label("Whose is it?", "small", "text_soft"), Row(chips, gap=6)]
        told = self._desk.handling.find_told(put.item)
        if told:
            lines.append(Label(told.text, "small", "accent"))
            if told.person is not None and told.person in self._desk.clock.now.ids:
                lines.append(Button("Go there", yields=SightedSought(told.person)))
        return lines

    def _look(self, put: PutDown) -> list[Widget]:
        said = self._desk.handling.said
        lines: list[Widget] = [Label("How does it lie? Look, and do not touch.", "small", "text_soft")]
        for sign, (name, question) in HOT.items():
            words = Label(f"{name} {question}", "small", grow=3)
            chips = [
                Chip(word, said.get(sign) is so, tick=False, yields=SignSaid(sign, so))
                for word, so in (("Yes", True), ("No", False))
            ]
            lines.append(Row([words, *chips], gap=5))
        given = any(isinstance(event, LookedOver) for event in self._desk.handling.find_done(put.item))
        title = "That is how it lies" + " ✓" * given
        told = [event.text for event in self._desk.handling.find_done(put.item) if isinstance(event, LookTold)]
        lines.append(Button(title, enabled=said.keys() == HOT.keys(), yields=LookGiven()))
        return [*lines, *(Label(text, "small", "accent") for text in told[-1:])]

    def _steps(self, put: PutDown) -> list[Widget]:
        taken = [event.step for event in self._desk.handling.find_done(put.item) if isinstance(event, StepTaken)]
        chips = [
            Chip(
                f"{taken.index(step) + 1}  {FOUR_CS[step][0]}" if step in taken else FOUR_CS[step][0], step in taken,
                tick=False, yields=StepWanted(step), tip=FOUR_CS[step][1],
            )
            for step in JUMBLED
        ]
        lines: list[Widget] = [
            Label("If it is suspicious: the four Cs, in their order", "small", "text_soft"), Grid(chips, 120, 4, 2),
        ]
        exercise = self._desk.exercise
        for step_under_way in exercise.unattended.under_way:
            if step_under_way.put.item == put.item:
                left = max(1, (step_under_way.until - exercise.tick) // TICKS_PER_SECOND)
                lines.append(Label(f"{FOUR_CS[step_under_way.step][0]}: under way, {left} s", "small", "accent"))
        return lines

    def _outcomes(self, put: PutDown) -> list[Widget]:
        done = [event.outcome for event in self._desk.handling.find_done(put.item) if isinstance(event, ItemSettled)]
        chips = [
            Chip(words, bool(done) and done[-1] == outcome, yields=ItemDone(outcome), grow=1)
            for outcome, words in OUTCOMES.items()
        ]
        return [Label("If it is not", "small", "text_soft"), Row(chips, gap=6)]
