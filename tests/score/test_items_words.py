"""What is said of an unattended item: true of what was done about it, and in order."""

from game.belongings import (
    ItemEvent,
    ItemSettled,
    LookedOver,
    LookTold,
    OwnerSought,
    OwnerTold,
    PutDown,
    StepDone,
    StepTaken,
)
from game.key import Lies
from game.score.items_judged import ItemJudged
from game.score.items_words import RESOLVED, summarise_items, tell_item, tell_item_events

HIDDEN = Lies(hidden=True, obvious=False, typical=False)
LOOKED = LookedOver(400, 1, hidden=False, obvious=False, typical=True)


def judged(*done: ItemEvent, lies: Lies = HIDDEN, taken_up: bool = False) -> ItemJudged:
    """A bag that somebody put down at 0:30, with all that was done about it."""
    return ItemJudged(PutDown(300, 5, 1, "bag", 10.0, 10.0, 0), None, lies, done, taken_up)


def told(*done: ItemEvent, lies: Lies = HIDDEN, taken_up: bool = False) -> str:
    """All that is said of it."""
    return "\n".join(tell_item(judged(*done, lies=lies, taken_up=taken_up)))


def test_each_sign_stands_beside_what_was_said_of_it() -> None:
    """Where they differ both are told; where they agree that is said; of what was not looked at, nothing."""
    said = told(LOOKED, ItemSettled(500, 1, "left"))
    assert "Hidden? Yes, you said no." in said
    assert "Obviously suspicious? No, as you said." in said
    assert "Typical? No, you said yes." in said
    assert "as you said" not in told()


def test_what_was_left_out_is_named() -> None:
    """How it lies, whose it is, and a step that was not finished; nothing of it where nothing was left out."""
    confirm = StepTaken(600, 1, "confirm", 20.0)
    assert "You did not say how it lies" in told(OwnerSought(400, 1, "aloud"))
    assert "Nobody was asked whose it is" in told(LOOKED, confirm)
    assert "There was no time left to finish: confirm." in told(LOOKED, confirm)
    whole = told(OwnerSought(390, 1, "cameras"), LOOKED, confirm, StepDone(680, 1, "confirm"))
    assert not [words for words in ("did not say", "Nobody was asked", "no time left") if words in whole]


def test_word_sent_from_too_near_is_named() -> None:
    """Within 15 m no radio is used; from farther off, and from the control room, nothing is said."""
    near, far, control = (StepTaken(700, 1, "communicate", away) for away in (6.0, 20.0, None))
    assert "less than 15 m away" in told(LOOKED, near)
    assert "less than 15 m away" not in told(LOOKED, far)
    assert "less than 15 m away" not in told(LOOKED, control)


def test_whose_it_was_is_told() -> None:
    """Somebody who spoke up, or who came back for it."""
    typical = Lies()
    assert "somebody's who had only left it" in told(OwnerTold(450, 1, "aloud", 7, "That is mine."), lies=typical)
    assert "It was fetched again." in told(LOOKED, lies=typical, taken_up=True)


def test_what_was_done_is_told_in_order_with_its_time() -> None:
    """Every act in words of its own, the four Cs as begun and as done, with how many people moved off."""
    events = (
        LOOKED,
        LookTold(401, 1, "It is hidden."),
        OwnerSought(420, 1, "aloud"),
        OwnerSought(430, 1, "cameras"),
        OwnerTold(460, 1, "cameras", 5, "The man in the grey coat."),
        StepTaken(500, 1, "clear", 20.0),
        StepDone(650, 1, "clear", 3),
        StepTaken(660, 1, "control", 20.0),
        StepDone(760, 1, "control"),
        ItemSettled(800, 1, "lost property"),
        ItemSettled(810, 1, "left"),
    )
    lines = list(tell_item_events(judged(*events)))
    assert [tick for tick, _ in lines] == sorted(event.tick for event in events)
    assert [words.split("  ", 1)[1] for _, words in lines] == [
        "You looked it over.",
        "You were told: It is hidden.",
        "You asked aloud whose it is.",
        "You had control look back who left it.",
        "“The man in the grey coat.”",
        "Clear, begun.",
        "Clear, done: three people moved off.",
        "Control, begun.",
        "Control, done.",
        "You handed it in as lost property.",
        "You left it.",
    ]


def test_all_items_are_counted_in_one_sentence() -> None:
    """Those on which something was done; nothing at all where nothing was."""
    untouched, left = judged(), judged(LOOKED, ItemSettled(500, 1, "left"))
    assert not list(summarise_items([untouched]))
    (said,) = summarise_items([untouched, left])
    assert said.startswith("You dealt with one unattended item, ")
    assert RESOLVED[untouched.resolution] == next(tell_item(untouched))
