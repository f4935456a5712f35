"""What is said to the trainee about one person: kind, exact, and about how to notice."""

from collections.abc import Mapping
from typing import Protocol

from game.clock import TICKS_PER_SECOND, clock, ticks
from game.numerals import number, say_count

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
LUCKY = (
    "You marked them once they had begun, but nothing of it had been in your view for you to make out by then. It was "
    "the right person, by luck, and luck does not last: mark on what you have seen."
)
TOO_SMALL = (
    "They were in your view while they showed what they were about, but too small for you to make it out. Come closer "
    "to whoever stays near doors, cameras or staff, on foot if you are on the floor, and click them: hands and eyes "
    "can only be read from close by."
)
COVERED = (
    "They were in your view while they showed what they were about, and large enough, but what mattered was hidden or "
    "cut off. Turn the view, or bring them to its middle, when somebody is half hidden."
)
TOO_BRIEF = (
    "What they showed was in your view, large enough, but for a moment only: too short to make it out. Stay a little "
    "with whoever stays near doors, cameras or staff."
)
SEARCH = (
    "You never had them in view, large enough and for long enough, while they showed what they were about. Look over "
    "the whole place again and again, and come closer wherever someone stays near doors, cameras or staff."
)
HUNCH = "Tick what you saw as well: a mark without a reason is a hunch, and a hunch only justifies watching."
GLIMPSED = (
    "What you ticked was there, but too small, too hidden or too brief in your view to be sure of. Come closer, or "
    "click the person, before you rely on it."
)
ONE_KIND = "By then you had made out signs of one kind only, which is early: a second kind makes sure."
WELL_SEEN = "You marked them all the same, on what little there was: well seen."
CROWD = (
    "They were one of the crowd, about their own business. Ask yourself what they did, at what, and how often: unusual "
    "is not suspicious, and looks say nothing."
)
COMPANION = (
    "They belong with someone who had a part in this: a friend, or whoever was met or signalled to. What they knew of "
    "it nobody can tell from here, so marking them counts neither for nor against you."
)
HIDDEN = (
    "While they did what they did, no more than a part of them could be seen from anywhere open to you, if that. So "
    "they do not count for or against you."
)
VOID = "They did not show enough to go by before {ended}, so they do not count for or against you."
NOTED = "You noted them and left it at that: a note accuses nobody, so it is not judged."
TAKEN_BACK = "You marked them and cleared the mark, so it does not count."
ON_SCREEN = "What they did was on your screen, but nothing says that you were looking at them."
TOO_SOON = "You marked them before they had done anything out of the ordinary, and they had nothing to hide."
NOTHING_YET = "They had nothing to hide, and had done nothing that stood out by the time {ended}. Not marked."


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
        case "false alarm":
            said = _false_alarm(outcome, behaviours)
        case "correct rejection":
            said = _left_alone(outcome, dealt, behaviours, in_view, ended)
        case "crime noticed":
            said = (
                f"You noticed them, {_when_seen(outcome, behaviours)}. That is a crime and not reconnaissance, so it "
                "stands apart from those you were to find; on duty it calls for action all the same."
            )
        case "crime missed":
            said = (
                f"They {_list(outcome, behaviours)}. That is a crime and not reconnaissance, so missing it does not "
                f"count against you; an officer would still want to see it. {_miss(outcome, dealt, behaviours)}"
            )
        case "not judged":
            said = _not_judged(outcome, dealt, ended)
    return said


def title(showing: Showing, behaviours: Behaviours) -> str:
    """What was done, to be read after "they"."""
    told = behaviours.get(showing.act.name)
    return told.title if told else showing.act.name.replace("_", " ")


def saw(showing: Showing, *, afoot: bool = False) -> str:
    """What the trainee could see of one act; `afoot` on the floor, where who is large on the screen may be far off."""
    if not showing.in_view:
        return "You did not have this in view."
    of = max(round((showing.ended - showing.began) / TICKS_PER_SECOND), 1)
    during = f"You had them in view for {min(max(round(showing.in_view / TICKS_PER_SECOND), 1), of)} of its {of} s"
    if showing.seen:
        return f"{during}, and could make it out for {min(max(round(showing.seen / TICKS_PER_SECOND), 1), of)} s."
    if not showing.tallest:
        return f"{during}, but not at the moment that mattered."
    if showing.tallest < showing.act.legible_at and afoot:
        return (
            f"{during}, but too small on the screen or too far from you: they looked {showing.tallest} px tall, and "
            f"this takes {showing.act.legible_at}."
        )
    if showing.tallest < showing.act.legible_at:
        return f"{during}, but too small: {showing.tallest} px tall, and this takes {showing.act.legible_at}."
    return f"{during}, but what mattered was hidden or cut off."


def _hit(outcome: Outcome, behaviours: Behaviours) -> str:
    """By what had been made out when they were marked, which need not be what they showed first."""
    after = f", and marked them {_length(outcome.seconds)} after that began" if outcome.seconds is not None else ""
    opening = f"You found them: {_when_seen(outcome, behaviours)}{after}."
    if outcome.evidence == "early":
        opening = f"{opening} {ONE_KIND}"
    borne_out = sum(named.borne_out for named in outcome.named)
    if not outcome.named:
        return f"{opening} {HUNCH}"
    if borne_out == len(outcome.named):
        return f"{opening} What you ticked had been there for you to see: that is a good reason."
    if borne_out:
        ticked, seen = number(len(outcome.named)), number(borne_out)
        return f"{opening} Of the {ticked} signs you ticked, {seen} had been there for you to see. {_rest(outcome)}"
    if any(named.grounds == "glimpsed" for named in outcome.named):
        return f"{opening} {GLIMPSED}"
    return f"{opening} But nothing of what you ticked had been there for you to see by then. Tick what you have seen."


def _when_seen(outcome: Outcome, behaviours: Behaviours) -> str:
    """The first thing made out before the mark, as it went on in view."""
    first = outcome.seen[0]
    return f"you had them in view at {clock(first.noticed_at or 0)}, when they {title(first, behaviours)}"


def _rest(outcome: Outcome) -> str:
    if outcome.invented:
        return "Tick only what you have seen: a report rests on it."
    return "The rest was too small, hidden or brief in your view to be sure of: come closer before you rely on it."


def _miss(outcome: Outcome, dealt: Dealings | None, behaviours: Behaviours) -> str:
    if dealt and dealt.suspected:
        said = UNFOUNDED if outcome.evidence == "unfounded" else LUCKY
        return f"{said} {_out_of_view(outcome)}" if outcome.miss == "search" else said
    return _how_missed(outcome, dealt, behaviours)


def _how_missed(outcome: Outcome, dealt: Dealings | None, behaviours: Behaviours) -> str:
    """What kept them from being found, and what helps."""
    if outcome.miss == "decision":
        return _second_thoughts(dealt)
    if outcome.miss == "search":
        return _out_of_view(outcome)
    seen = min(
        (showing for showing in outcome.trial.tells if showing.noticed), key=lambda showing: showing.noticed_at or 0
    )
    before = f"You had dealt with them at {clock(dealt.acts[-1].tick)}, before that. " if dealt else ""
    said = (
        f"{before}You had them in view at {clock(seen.noticed_at or 0)}, when they {title(seen, behaviours)}, and did "
        "nothing about it."
    )
    told = behaviours.get(seen.act.name)
    return f"{said} {told.differs}" if told and told.differs else said


def _out_of_view(outcome: Outcome) -> str:
    """Why nothing could be made out: by the tell of which most was in view."""
    tells = outcome.trial.tells
    if any(showing.seen for showing in tells):
        return TOO_BRIEF
    in_view = [showing for showing in tells if showing.in_view >= TICKS_PER_SECOND]
    if any(showing.tallest >= showing.act.legible_at for showing in in_view):
        return COVERED
    return TOO_SMALL if in_view else SEARCH


def _second_thoughts(dealt: Dealings | None) -> str:
    if dealt and dealt.standing:
        return (
            f"You noted them at {clock(dealt.standing.tick)}, and left it at a note. Go back to those you have "
            "noted: a second sign of another kind is what turns a note into concern."
        )
    last = f" at {clock(dealt.acts[-1].tick)}" if dealt else ""
    return (
        f"You had marked them, and cleared the mark{last}. Second thoughts are good, but let them rest on what you "
        "see: keep the person in view until something ordinary explains what they did."
    )


def _false_alarm(outcome: Outcome, behaviours: Behaviours) -> str:
    shown = outcome.before_mark
    if not shown:
        return TOO_SOON if outcome.trial.kind == "decoy" else CROWD
    resembled = {named.act for named in outcome.named if named.grounds == "resembled"}
    likely = (*(showing for showing in shown if showing.act.act in resembled), *outcome.made_out, shown[0])
    told = behaviours.get(likely[0].act.name)
    more = " ".join(text for text in ((told.why, told.differs) if told else ()) if text)
    return f"They {title(likely[0], behaviours)}, and had nothing to hide. {more}".strip()


def _left_alone(
    outcome: Outcome, dealt: Dealings | None, behaviours: Behaviours, in_view: int, ended: str
) -> str:
    """Praise is for those alone on whose acts the trainee's eyes were."""
    if dealt:
        opening = NOTED if dealt.standing else TAKEN_BACK
        return f"{opening} {_innocent(outcome, behaviours)}"
    if not outcome.trial.shown:
        return NOTHING_YET.format(ended=ended)
    if any(showing.attended for showing in outcome.trial.shown):
        return f"You saw what they did and rightly left them alone. {_innocent(outcome, behaviours)}"
    if any(showing.noticed for showing in outcome.trial.shown):
        return f"Not noticed, not marked. {ON_SCREEN} {_innocent(outcome, behaviours)}"
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
    void = VOID.format(ended=ended)
    return f"{void} {WELL_SEEN}" if dealt and dealt.suspected and outcome.seen else void


def _list(outcome: Outcome, behaviours: Behaviours) -> str:
    done = list(dict.fromkeys(title(showing, behaviours) for showing in outcome.trial.shown))
    return done[0] if len(done) == 1 else f"{', '.join(done[:-1])} and {done[-1]}" if done else "did nothing of note"


def _seconds(seconds: float) -> str:
    return say_count(max(round(seconds), 1), "second", "seconds")


def _length(seconds: float) -> str:
    return _seconds(seconds) if seconds < 100 else f"{clock(ticks(seconds))} minutes"
