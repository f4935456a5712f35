"""What is said of a talk in the debrief."""

from collections.abc import Iterator

from game.claims import in_few
from game.log import CameUp

from .talked import Exchange, TalkTold

WHY = {
    "let go": "You let them go", "broke off": "They broke it off", "gone": "They had gone before anybody reached them",
    "not reached": "They could not be reached",
}  # fmt: skip


def name_talk(talk: TalkTold) -> str:
    """How it began, in a sentence."""
    if isinstance(talk.began, CameUp):
        return f"They came up to you: “{talk.began.text}”"
    if not talk.met:
        who = "You" if talk.began.by is None else "A colleague of yours"
        return f"{who} set off to speak with them."
    return "You spoke with them." if talk.began.by is None else "A colleague spoke with them for you."


def tell_opening(talk: TalkTold) -> str:
    """How the talk was begun; "" where it did not come to that."""
    if talk.opening is None:
        return ""
    said = "Asked straight away" if talk.opening.opening == "blunt" else "Told who you are and why you ask"
    return f"{said}, they said: “{talk.opening.text}”"


def tell_exchange(exchange: Exchange) -> Iterator[str]:
    """What was asked and answered; then what was so, and whether that was looked up."""
    answer = f" “{exchange.replied.text}”" if exchange.replied else " The talk ended before they could answer."
    yield f"“{exchange.asked.text}”{answer}"
    match exchange.held:
        case "no fact":
            return
        case "so":
            truth = "That was so."
        case "not so":
            truth = f"That was not so: {in_few(exchange.so)}. Honest people err as well."
        case "nothing claimed":
            truth = f"They claimed nothing. What was so: {in_few(exchange.so)}."
    yield f"{truth} {'Control was asked.' if exchange.checked else 'Control could have told you, and was not asked.'}"


def tell_parting(talk: TalkTold) -> str:
    """How it ended."""
    if talk.parted is None:
        return "The exercise ended before you parted."
    if isinstance(talk.began, CameUp) and not talk.exchanges:
        went = "They waited, got no answer and went" if talk.parted.why == "broke off" else "You did not answer them"
        return f"{went}: “{talk.last_words}”" if talk.last_words else f"{went}."
    why = WHY[talk.parted.why]
    if talk.parted.why != "let go" or not talk.met or isinstance(talk.began, CameUp):
        return f"{why}."
    told = ["with thanks" if talk.parted.thanked else "without thanks"]
    told += ["and told them why you asked"] if talk.parted.explained else []
    return f"{why} {' '.join(told)}."
