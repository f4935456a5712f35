"""What is said to the trainee about one person: kind, exact, and about how to notice."""

from collections.abc import Mapping
from typing import Protocol

from game.clock import TICKS_PER_SECOND, clock, ticks
from game.numerals import counted, number

from .marks import Dealings
from .outcomes import Outcome
from .shown import Showing


class Told(Protocol):
    """What the catalogue says of a behaviour. `title` reads on after "they"."""

    @property
    def title(self) -> str:
        """What was done, in the past tense: "filmed a security camera"."""
        ...

    @property
    def why(self) -> str | None:
        """Why it matters, or why it is innocent."""
        ...

    @property
    def differs(self) -> str | None:
        """What tells it apart from its counterpart."""
        ...

    @property
    def looks_like(self) -> tuple[str, ...]:
        """Names of its counterparts."""
        ...


Behaviours = Mapping[str, Told]


UNFOUNDED = (
    "You marked them before they had shown anything, and did not come back to it. It was the right person, but there "
    "was no reason yet. Wait for what someone does, then mark, and say what you saw."
)
TOO_SMALL = (
    "They were in your view while they showed what they were about, but too small for you to make it out. Come closer "
    "to whoever stays near doors, cameras or staff, or click them: hands and eyes can only be read from close by."
)
SEARCH = (
    "You never had them in view, large enough and for long enough, while they showed what they were about. Look over "
    "the whole place again and again, and come closer wherever someone stays near doors, cameras or staff."
)
HUNCH = "Tick what you saw as well: a mark without a reason is a hunch, and a hunch only justifies watching."
GLIMPSED = (
    "What you ticked was there, but too small in your view to be sure of. Come closer, or click the person, before you "
    "rely on it."
)
WELL_SEEN = "You marked them all the same, on what little there was: well seen."
CROWD = (
    "They were one of the crowd, about their own business. Ask yourself what they did, at what, and how often: unusual "
    "is not suspicious, and looks say nothing."
)
COMPANION = (
    "They met or signalled with someone who had a part in this, and that was there to be seen. What they knew of it "
    "nobody can tell from here, so marking them counts neither for nor against you."
)
HIDDEN = "What they did could not be seen from anywhere open to you, so they do not count for or against you."
VOID = "They did not show enough to go by before {ended}, so they do not count for or against you."
NOTED = "You noted them and left it at that: a note accuses nobody, so it is not judged."
TAKEN_BACK = "You marked them and took the mark back, so it does not count."
TOO_SOON = "You marked them before they had done anything out of the ordinary, and they had nothing to hide."
NOTHING_YET = "They did too little before {ended} to stand out. Not marked."


def verdict(
    outcome: Outcome, dealt: Dealings | None, behaviours: Behaviours, in_view: int, *, early: bool = False
) -> str:
    """The verdict on one trial; `in_view` is for how many ticks the trainee had the person in view at all.

    `early` if the trainee ended the exercise before the clock ran out.
    """
    ended = "you ended it" if early else "the clock ran out"
    match outcome.result:
        case "hit":
            said = _hit(outcome, behaviours)
        case "miss":
            said = _miss(outcome, dealt, behaviours)
        case "unfounded":
            said = UNFOUNDED
        case "false alarm":
            said = _false_alarm(outcome, behaviours)
        case "correct rejection":
            said = _left_alone(outcome, dealt, behaviours, in_view, ended)
        case "crime noticed":
            said = (
                f"You noticed them: they {_list(outcome, behaviours)}. That is a crime and not reconnaissance, so it "
                "stands apart from those you were to find; on duty it calls for action all the same."
            )
        case "crime missed":
            said = (
                f"They {_list(outcome, behaviours)}. That is a crime and not reconnaissance, so missing it does not "
                "count against you; an officer would still want to see it."
            )
        case "not judged":
            said = _not_judged(outcome, dealt, ended)
    return said


def title(showing: Showing, behaviours: Behaviours) -> str:
    """What was done, to be read after "they"."""
    told = behaviours.get(showing.act.name)
    return told.title if told else showing.act.name.replace("_", " ")


def saw(showing: Showing) -> str:
    """What the trainee could see of one act."""
    if not showing.in_view:
        return "You did not have this in view."
    of = max(round((showing.ended - showing.began) / TICKS_PER_SECOND), 1)
    during = f"You had them in view for {min(max(round(showing.in_view / TICKS_PER_SECOND), 1), of)} of its {of} s"
    if showing.seen:
        return f"{during}, and could make it out for {min(max(round(showing.seen / TICKS_PER_SECOND), 1), of)} s."
    if showing.tallest < showing.act.legible_at:
        return f"{during}, but too small: {showing.tallest} px tall, and this takes {showing.act.legible_at}."
    return f"{during}, but what mattered was hidden or cut off."


def _hit(outcome: Outcome, behaviours: Behaviours) -> str:
    first = _first_tell(outcome)
    after = f", {_length(outcome.seconds)} after the first sign" if outcome.seconds is not None else ""
    opening = f"You found them{after}" + (f": they {title(first, behaviours)}." if first else ".")
    borne_out = sum(one.borne_out for one in outcome.named)
    if not outcome.named:
        return f"{opening} {HUNCH}"
    if borne_out == len(outcome.named):
        return f"{opening} What you ticked is what they did: that is a good reason."
    if borne_out:
        was = "was" if borne_out == 1 else "were"
        share = f"Of the {number(len(outcome.named))} signs you ticked, {number(borne_out)} {was} there to see."
        return f"{opening} {share} {_rest(outcome)}"
    if any(one.grounds == "glimpsed" for one in outcome.named):
        return f"{opening} {GLIMPSED}"
    return f"{opening} But what you ticked is not what they did. Look at what was there to see, and tick that."


def _rest(outcome: Outcome) -> str:
    if outcome.invented:
        return "Tick only what you have seen: a report rests on it."
    return "The rest was too small in your view to be sure of: come closer before you rely on it."


def _miss(outcome: Outcome, dealt: Dealings | None, behaviours: Behaviours) -> str:
    if outcome.miss == "decision":
        return _second_thoughts(dealt)
    if outcome.miss == "search":
        return TOO_SMALL if any(one.in_view >= TICKS_PER_SECOND for one in outcome.trial.shown) else SEARCH
    seen = [one for one in outcome.trial.shown if one.noticed and one.act.kind == "tell"]
    said = f"You had them in view at {clock(seen[0].began)}, when they {title(seen[0], behaviours)}, and moved on."
    told = behaviours.get(seen[0].act.name)
    return f"{said} {told.differs}" if told and told.differs else said


def _second_thoughts(dealt: Dealings | None) -> str:
    if dealt and dealt.standing:
        return (
            f"You noted them at {clock(dealt.standing.tick)}, and left it at a note. Go back to those you have "
            "noted: a second sign of another kind is what turns a note into concern."
        )
    last = f" at {clock(dealt.acts[-1].tick)}" if dealt else ""
    return (
        f"You had marked them, and took the mark back{last}. Second thoughts are good, but let them rest on what you "
        "see: keep the person in view until something ordinary explains what they did."
    )


def _false_alarm(outcome: Outcome, behaviours: Behaviours) -> str:
    shown = outcome.before_mark
    if not shown:
        return TOO_SOON if outcome.trial.kind == "decoy" else CROWD
    resembled = {one.act for one in outcome.named if one.grounds == "resembled"}
    chosen = next((one for one in shown if one.act.act in resembled), shown[0])
    told = behaviours.get(chosen.act.name)
    more = " ".join(text for text in ((told.why, told.differs) if told else ()) if text)
    return f"They {title(chosen, behaviours)}, and had nothing to hide. {more}".strip()


def _left_alone(
    outcome: Outcome, dealt: Dealings | None, behaviours: Behaviours, in_view: int, ended: str
) -> str:
    """Praise is for those alone whose acts the trainee could make out."""
    if dealt:
        opening = NOTED if dealt.standing else TAKEN_BACK
        return f"{opening} {_innocent(outcome, behaviours)}"
    if not outcome.trial.shown:
        return NOTHING_YET.format(ended=ended)
    if any(one.noticed for one in outcome.trial.shown):
        return f"You saw what they did and rightly left them alone. {_innocent(outcome, behaviours)}"
    how = "You could not make out what they did" if in_view else "You never had them in view"
    return f"Not seen, not marked. {how}. {_innocent(outcome, behaviours)}"


def _innocent(outcome: Outcome, behaviours: Behaviours) -> str:
    if outcome.trial.shown:
        return f"They {_list(outcome, behaviours)}, and had nothing to hide."
    return "They were about their own business."


def _not_judged(outcome: Outcome, dealt: Dealings | None, ended: str) -> str:
    if outcome.trial.kind == "hidden":
        return HIDDEN
    if outcome.trial.kind == "companion":
        return COMPANION
    first, suspected = outcome.trial.first_tell, dealt.suspected if dealt else None
    void = VOID.format(ended=ended)
    if first is not None and suspected and suspected.tick >= first:
        return f"{void} {WELL_SEEN}"
    return void


def _first_tell(outcome: Outcome) -> Showing | None:
    return next((one for one in outcome.trial.shown if one.act.kind == "tell"), None)


def _list(outcome: Outcome, behaviours: Behaviours) -> str:
    done = list(dict.fromkeys(title(one, behaviours) for one in outcome.trial.shown))
    return done[0] if len(done) == 1 else f"{', '.join(done[:-1])} and {done[-1]}" if done else "did nothing of note"


def _seconds(seconds: float) -> str:
    return counted(max(round(seconds), 1), "second", "seconds")


def _length(seconds: float) -> str:
    return _seconds(seconds) if seconds < 100 else f"{clock(ticks(seconds))} minutes"
