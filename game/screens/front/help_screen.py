"""The help: how an exercise goes, and every key."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pygame

from game.widgets.boxes import Card, Column, Grid, Row
from game.widgets.press import Button
from game.widgets.screen import Next, PageScreen, Pop, Push, Screen, sheet
from game.widgets.scroll import Scroll
from game.widgets.style import Style
from game.widgets.widget import Label, Widget

from ..keys import Keys

# Letters in braces as `Keys.named` takes them.
SUBJECTS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("How an exercise goes", (
        ("1", "Read the briefing: what is normal at this place, and at this hour."),
        ("2", "Watch. Get used to what is normal, then look for what people do that is not."),
        ("3", "Select a person to see them close up. Mark how strong your suspicion is, and say what you saw."),
        ("4", "Speak with them, or have a colleague do so. Most have an ordinary reason: thank them, and let them go."),
        ("5", "Decide what is to be done, on what you saw and heard, and report it to whoever has to know."),
        ("6", "Afterwards, see who was there, what they did and what you saw of it, and watch it again."),
    )),
    ("Marks", (
        ("Note", "Worth keeping an eye on. It accuses nobody, and does not count as finding anybody."),
        ("Concern", "Several things do not fit. You would speak with them."),
        ("Act", "Something is to be done now. You are asked what, and on what grounds."),
    )),
    ("Look around", (
        ("Drag", "Move the view; so do the arrow keys, and {w} {a} {s} {d}"),
        ("Wheel", "Zoom in and out at the pointer; so do + and −"),
        ("{q}  {e}", "Turn the view by a quarter"),
        ("Home", "See the whole place"),
        ("{p}", "Show the plan and the list of marks, or put them away"),
        ("{v}", "In the control room: four CCTV pictures; click one to look there"),
    )),
    ("Choose a person", (
        ("Click", "Select; click again for whoever stands behind"),
        ("Tab", "Next person in view; Shift and Tab for the one before"),
        ("Enter", "Select the person outlined"),
        ("{f}", "Follow the selected person"),
        ("Esc", "Close the inspector (or click an empty spot)"),
    )),
    ("On the floor (officers and staff)", (
        ("Right click", "Walk there, in the scene or on the plan"),
        ("Shift", "With an arrow key, or {w} {a} {s} {d}: walk a few steps"),
        ("{f}", "With nobody selected, the view follows you"),
        ("Pale", "People out of your sight. What they do is not shown until you can see them"),
    )),
    ("Speak with people", (
        ("{t}", "Go up to the person selected, or send a colleague; in a talk, move to what can be said"),
        ("Enter", "Say what the keyboard is on; move with the arrow keys, leave with Esc"),
        ("Check", "Ask control what the cameras say of an answer. It takes half a minute"),
        ("Parting", "Say why you asked, and thank them: most people have done nothing wrong"),
    )),
    ("Mark a person", (
        ("1  2  3", "Note, concern, act"),
        ("{c}", "Say what you saw: move with Tab or the arrow keys, tick with Enter, leave with Esc"),
        ("{x}", "Clear the mark"),
        ("{m}", "Go to your next mark"),
    )),
    ("Decide and report", (
        ("3", "Mark to act, and choose what you do: arrow keys and Enter, leave with Esc; 3 again takes the mark back"),
        ("Grounds", "Tick what it rests on: what you saw, what they said. What your post may not do is explained"),
        ("Search", "Say each part of GOWISELY, in order, before you begin"),
        ("Report", "After “ask control”, a description, intelligence, staff or the hotline: say what, where, who, why"),
    )),
    ("Bags left lying", (
        ("0", "Look at the next bag or parcel on the floor in view, or click one"),
        ("Owner", "Ask aloud whose it is, or have control look back who left it. Most is lost property"),
        ("HOT", "Look: hidden, obviously suspicious, typical? Do not touch"),
        ("Four Cs", "If it is suspicious: confirm, clear, communicate, control, and no radio within 15 m"),
    )),
    ("The exercise", (
        ("Space", "Pause and carry on (in practice); what you look at meanwhile counts as seen"),
        ("{i}", "A hint: somebody to look at now (in practice)"),
        ("{h}", "This help"),
        ("Esc", "End the exercise (you are asked first)"),
        ("F11", "Full screen"),
    )),
)
TERMS = (
    "A subject is someone there to be found, and a tell is what gives them away. A decoy has nothing to hide, and a "
    "look-alike is the harmless thing they do that resembles a tell."
)


PLACES = "Letters are those of an English keyboard; on others, press the key at the same place, or choose in Settings."


@dataclass(frozen=True, slots=True)
class GuideAsked:
    """The trainee wants to see what the signs look like."""


class Help(PageScreen[GuideAsked]):
    """Cards of keys and what they do."""

    def __init__(self, style: Style, keys: Keys, guide: Callable[[], Screen]) -> None:
        """`guide` leads to the field guide."""
        super().__init__(style)
        self._keys, self._guide = keys, guide

    def build(self) -> Widget:
        """The cards in columns."""
        cards = [_card(self._keys, title, lines) for title, lines in SUBJECTS]
        body = Scroll(Grid(cards, least=400, gap=14, most=3), self.page.offsets)
        beside = [Button("Field guide", yields=GuideAsked())]
        return sheet("Help", f"{TERMS} {PLACES}", body, beside=beside)

    def respond(self, event: GuideAsked) -> Next | None:
        """To the field guide."""
        return Push(self._guide())

    def handle(self, event: pygame.event.Event) -> Next | None:
        """H closes what H opened."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_h:
            return Pop()
        return super().handle(event)


def keys_card(keys: Keys, offsets: dict[str, int], most: float, close: Hashable) -> Widget:
    """The keys of an exercise as a dialog, its list no higher than `most` px; its button yields `close`."""
    cards = [_card(keys, title, lines) for title, lines in SUBJECTS[1:]]
    return Card(Column([
        Row([Label("Keys", "title", grow=1), Button("Close", "primary", "Esc", yields=close)], gap=10),
        Scroll(Grid(cards, least=330, gap=10, most=2), offsets, "keys", most=most),
    ], gap=12), pad=20, edge="line")


def _card(keys: Keys, title: str, lines: tuple[tuple[str, str], ...]) -> Widget:
    rows = [
        Row([
            Label(keys.name_keys(key), "strong", "accent", grow=1), Label(keys.name_keys(words), grow=4)
        ], gap=10, centred=False)
        for key, words in lines
    ]
    return Card(Column([Label(title, "heading"), *rows], gap=6))
