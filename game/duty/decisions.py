"""Every decision there is, one row each: its words, to whom it is open, what it needs, and by what law or practice.

Law and practice are those of England and Wales, at the level of public guidance.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.truth import Nature

from .basis import Needs
from .posts import Post

Decision = Literal[
    "no concern", "keep watching", "ask control", "circulate", "pass on", "stop and account", "search", "arrest",
    "999", "tell staff", "hotline",
]
Fits = Literal["right", "wrong", "open"]
"""Whether a decision suits what was true of the person; `open` where it leaves the matter undecided, as it may."""

OFFICER_UNIFORM: Post = "officer in uniform"
OFFICER_PLAIN: Post = "officer in plain clothes"
CONTROL: Post = "control room"
STAFF: Post = "member of staff"
HOTLINE = "0800\u00a0789\u00a0321"
"""The Anti-Terrorist Hotline, as on the public posters."""

NEEDS: Mapping[Needs, str] = {
    "nothing": "It needs no reason.",
    "one sign": "It needs one thing that they did and you saw, or said and it was not so.",
    "two kinds of sign": "It needs signs of two kinds, seen by yourself; an account that does not hold is one.",
    "sign of an offence": "It needs a sign of an offence that you saw.",
    "something found": "It needs something that a search has found on them.",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One decision: what it is called, what is done, what it needs and why, and where that is written.

    `closed` says to which posts it is not open, and what they do instead · `near` if one has to stand with the person ·
    `settles` of what people it is the end of the matter, rightly · `leaves` the level at which a mark is left by it,
    None for as it is.
    """

    title: str
    does: str
    needs: Needs
    why: str
    source: str
    closed: Mapping[Post, str] = field(default_factory=dict)
    near: bool = False
    settles: tuple[Nature, ...] = ()
    leaves: int | None = None


FROM_AFAR = "From the control room you can lay hands on nobody. Ask a colleague on the floor to speak with them."
NO_POWER = "Staff have no such power. Speak with them as anybody might, tell control, or ring the hotline."

DECISIONS: Mapping[Decision, Choice] = {
    "no concern": Choice(
        "No concern",
        "Let them go on. Whom you speak with, thank, and explain to them what Project Servator is.", "nothing",
        "Most people spoken to have done nothing wrong, and should leave knowing why they were asked.",
        "Metropolitan Police, Project Servator", settles=("none",), leaves=0,
    ),
    "keep watching": Choice(
        "Keep watching", "Leave them be, and see what they do next.", "nothing",
        "A feeling that something is odd is reason enough to look again.",
        "National Decision Model: gather information first", leaves=1,
    ),
    "ask control": Choice(
        "Ask control", "Have the control room follow them on CCTV.", "one sign",
        "Cameras are turned on somebody for what they did, as a person is not watched for how they look.",
        "Surveillance Camera Code of Practice, principle 1",
        closed={CONTROL: "You are the control room: look through the cameras yourself."},
    ),
    "circulate": Choice(
        "Circulate a description", "Give colleagues a description to look out for.", "one sign",
        "A description goes round because of something somebody did, and is given after it.",
        "College of Policing, National Decision Model; PACE Code A, 2.2B",
        closed={STAFF: "Descriptions are circulated by the police. Tell control what you saw; they send it round."},
        settles=("reconnaissance", "crime"),
    ),
    "pass on": Choice(
        "Pass it on as intelligence", "Send what you saw and heard to Counter Terrorism Command.", "two kinds of sign",
        "Where no crime is shown, and reconnaissance is believed, what is known goes to those who can piece it "
        "together. One sign alone has an ordinary reason far more often than not.",
        "Metropolitan Police, Project Servator; NPSA, hostile reconnaissance",
        closed={STAFF: f"The way open to staff and public is the Anti-Terrorist Hotline, {HOTLINE}."},
        settles=("reconnaissance",),
    ),
    "stop and account": Choice(
        "Stop and account", "Ask them openly what they are doing here.", "one sign",
        "Anybody may be asked to account for what they do. They need not answer, and may walk away: not answering is "
        "no ground for anything.",
        "PACE Code A, 4.12",
        closed={CONTROL: FROM_AFAR, STAFF: "Only police stop people to account. Ask whether you can help: that is "
                                           "open to anybody, and often tells as much."},
    ),
    "search": Choice(
        "Search", "Detain them for as long as a search takes.", "two kinds of sign",
        "It needs a genuine suspicion that something will be found, which anybody would share who knew what you saw. "
        "A hunch justifies watching or speaking. How somebody looks is never the reason, whatever is found.",
        "PACE 1984, s.1 and s.2; Terrorism Act 2000, s.43; PACE Code A, 2.2 to 2.2B",
        closed={CONTROL: FROM_AFAR, STAFF: NO_POWER}, near=True, settles=("crime",),
    ),
    "arrest": Choice(
        "Arrest", "Take them into custody.", "something found",
        "It needs reasonable grounds to suspect an offence, and a reason why an arrest is necessary. Looking at "
        "cameras is no offence.",
        "PACE 1984, s.24; PACE Code G", closed={CONTROL: FROM_AFAR, STAFF: NO_POWER}, near=True, settles=("crime",),
    ),
    "999": Choice(
        "Ring 999", "Call the police to an emergency.", "sign of an offence",
        f"It is for danger to life and for a crime that is going on. For all else there is the hotline, {HOTLINE}.",
        "ProtectUK, reporting suspicious activity",
        closed=dict.fromkeys((OFFICER_UNIFORM, OFFICER_PLAIN), "You are the police. For help you have a radio."),
        settles=("crime",),
    ),
    "tell staff": Choice(
        "Tell staff", "Tell the staff of the place what you saw.", "one sign",
        "Staff know the everyday of their place, and can be asked to keep an eye on what somebody does.",
        "ProtectUK, See Check and Notify (SCaN)", settles=("reconnaissance", "crime"),
    ),
    "hotline": Choice(
        "Ring the hotline", f"Report it to the Anti-Terrorist Hotline, {HOTLINE}.", "one sign",
        "Anybody may ring it about what they saw, and need not be sure.",
        "Counter Terrorism Policing, Anti-Terrorist Hotline",
        closed=dict.fromkeys((OFFICER_UNIFORM, OFFICER_PLAIN), "You have a shorter way: pass it on as intelligence."),
        settles=("reconnaissance",),
    ),
}  # fmt: skip
"""All of them, the mildest first but for those who are not police, who come last."""
STEPS: frozenset[Decision] = frozenset({"keep watching", "ask control", "stop and account"})
"""What leaves the matter open, whoever it is."""


def fits(decision: Decision, nature: Nature) -> Fits:
    """Whether a decision suits what was true of somebody. A search of one who had nothing on them settles nothing."""
    if decision in STEPS or (decision == "search" and nature == "reconnaissance"):
        return "open"
    return "right" if nature in DECISIONS[decision].settles else "wrong"
