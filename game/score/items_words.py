"""What is said of an item in the debrief."""

from collections.abc import Iterator, Mapping, Sequence

from game.belongings import ItemEvent, ItemSettled, LookedOver, LookTold, OwnerSought, OwnerTold, StepDone, StepTaken
from game.clock import clock
from game.course import ItemResolution
from game.duty import FOUR_CS, HOT, NO_RADIO
from game.numerals import number, say_count

from .items_judged import ItemJudged

RESOLVED: Mapping[ItemResolution, str] = {
    "right": "Dealt with rightly.",
    "out of order": "The four Cs were called for, and not all of them taken in their order: confirm, clear, "
    "communicate, control.",
    "too much": "A place was cleared for lost property. Ask whose it is, and look at it first.",
    "too little": "It should not have been handed in or left: look at how it lies.",
    "open": "Nothing was done with it.",
}
YES = {True: "yes", False: "no"}


def summarise_items(items: Sequence[ItemJudged]) -> Iterator[str]:
    """All items of a run in a sentence, if anything was done about any."""
    dealt = [item for item in items if item.done]
    if dealt:
        right = sum(item.resolution == "right" for item in dealt)
        yield f"You dealt with {say_count(len(dealt), 'unattended item', 'unattended items')}, {number(right)} rightly."


def tell_item(judged: ItemJudged) -> Iterator[str]:
    """What was made of it, then how it lay, and what was left out."""
    yield RESOLVED[judged.resolution]
    for sign, so, said in judged.signs:
        if said is not None:
            agrees = "as you said" if said == so else f"you said {YES[said]}"
            yield f"{HOT[sign][0]} {YES[so].capitalize()}, {agrees}."
    if judged.done and not judged.said:
        yield "You did not say how it lies: hidden, obviously suspicious, typical?"
    if judged.steps and not judged.sought:
        yield "Nobody was asked whose it is, nor were cameras looked back, before it came to the four Cs."
    begun, done = (
        [event.step for event in judged.done if isinstance(event, kind)] for kind in (StepTaken, StepDone)
    )
    if len(begun) > len(done):
        yield f"There was no time left to finish: {FOUR_CS[begun[-1]][0].lower()}."
    if judged.radioed_near:
        yield f"Word was sent from less than {NO_RADIO:.0f} m away: no radio or phone so near to it."
    if judged.owner is not None:
        yield "It was somebody's who had only left it for a moment."
    elif judged.taken_up:
        yield "It was fetched again."


def tell_item_events(judged: ItemJudged) -> Iterator[tuple[int, str]]:
    """What was done, each with its tick."""
    for event in judged.done:
        yield event.tick, f"{clock(event.tick)}  {_did(event)}"


def _did(event: ItemEvent) -> str:
    if isinstance(event, StepTaken | StepDone):
        return _name_step(event)
    match event:
        case LookedOver():
            said = "You looked it over."
        case LookTold(text=text):
            said = f"You were told: {text}"
        case OwnerSought(how=how):
            said = "You asked aloud whose it is." if how == "aloud" else "You had control look back who left it."
        case OwnerTold(text=text):
            said = f"“{text}”"
        case ItemSettled(outcome=outcome):
            said = "You handed it in as lost property." if outcome == "lost property" else "You left it."
    return said


def _name_step(event: StepTaken | StepDone) -> str:
    """One of the four Cs begun, or done to its end."""
    name = FOUR_CS[event.step][0]
    if isinstance(event, StepTaken):
        return f"{name}, begun."
    moved = f": {say_count(event.moved, 'person', 'people')} moved off" if event.step == "clear" else ""
    return f"{name}, done{moved}."
