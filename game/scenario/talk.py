"""What can be talked about, what people say, and in which words: what `topics`, `accounts` and `phrases` files hold."""

import re
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from .frozen import Frozen, Name, Names
from .units import Share

Fact = Literal["way", "since", "been", "act", "train"]
"""What a topic is about that can be checked: the way in, since when, where they have been, an act that was seen, the
train that they name."""
Temper = Literal["plain", "anxious", "hurried", "annoyed", "hard of hearing", "shy", "foreign"]
"""How somebody takes it to be spoken to. It is drawn alike for all, and tells nothing."""
Gap = Literal["value", "target", "train", "friend", "town", "reply"]
"""What the program can fill in: the claimed fact itself, what an act was aimed at, a train on the board, a first name,
a town that trains go to, the answer itself."""
GAPS: tuple[str, ...] = get_args(Gap)
UNKNOWN_GAP = "unknown_gap"
"""The sort of fault that a word in braces is which nothing fills."""
_GAP = re.compile(r"\{([^{}]*)\}")


def gaps_in(text: str) -> list[str]:
    """The words in braces in a text, in order."""
    return _GAP.findall(text)


def fill(text: str, values: dict[str, str]) -> str:
    """The text with each gap filled that there is a value for; nothing else in it means anything."""
    return _GAP.sub(lambda found: values.get(found[1], found[0]), text)


def _known_gaps(text: str) -> str:
    unknown = [gap for gap in gaps_in(text) if gap not in GAPS]
    if unknown:
        raise PydanticCustomError(UNKNOWN_GAP, "Nothing fills {{{gap}}}", {"gap": unknown[0]})
    if "{" in _GAP.sub("", text) or "}" in _GAP.sub("", text):
        raise ValueError("text whose braces hold one word each, such as {train}")
    return text


Line = Annotated[
    str,
    Field(min_length=1, max_length=200),
    AfterValidator(_known_gaps),
    WithJsonSchema({
        "type": "string", "minLength": 1, "maxLength": 200,
        "pattern": r"^([^{}]|\{(" + "|".join(GAPS) + r")\})*$",
    }),
]  # fmt: skip
"""One thing that somebody says, with gaps such as {train}."""
Lines = Annotated[tuple[Line, ...], Field(min_length=1, max_length=40)]


class TalkTopic(Frozen):
    """Something that a person can be asked about."""

    topic: Name
    short: Annotated[str, Field(min_length=1, max_length=40)]
    """What the choice is called."""
    ask: Lines
    fact: Fact | None = None
    """What of it can be checked, if anything."""
    follows: Name | None = None
    """The topic after which it can be asked; from the beginning if not said."""


class GeneralAccount(Frozen):
    """What people of some roles say to topics that no log knows, and how often they err about one that a log does.

    One that `hides` something is a cover: it is told as another account, and slips where it can be checked.
    """

    account: Name
    hides: bool = False
    roles: Names = ()
    """Whose account it is; anybody's who has none of their own if not said."""
    poses_as: Name | None = None
    """For a cover: the account that it is taken from; that of the role if not said."""
    answers: dict[Name, Lines] = Field(default_factory=dict)
    together: dict[Name, Lines] = Field(default_factory=dict)
    """What those answer who came in company, where it is something else."""
    lapses: dict[Name, Share] = Field(default_factory=dict)
    slips: dict[Name, Share] = Field(default_factory=dict)


SAID = ("told", "vague", "declined", "curt", "control", "seen", "temper")
"""Phrases that are of something: of a fact, of the verb of an act, of a temper."""
SPOKEN = (
    "greeted", "bluntly met", "again", "breaks off", "parts", "parts with thanks", "control cannot tell",
    "nothing to add", "comes up", "shows the way", "helped", "gives up asking", "camera finds", "camera sees out",
    "camera loses", "colleague finds", "colleague finds many", "colleague finds nobody", "owner speaks up",
    "nobody speaks up", "camera saw who left it", "camera saw nobody leave it", "they are not here now", "no train",
)  # fmt: skip
"""Phrases that stand by themselves."""
GAPS_OF = {
    "told": ("value",), "curt": ("value",), "control": ("value",), "temper": ("reply",), "seen": ("target",),
    "comes up": ("target",), "shows the way": ("target",), "camera finds": ("value",), "camera sees out": ("value",),
    "colleague finds": ("value",), "camera saw who left it": ("value",),
}  # fmt: skip
"""What can be filled in of each phrase."""


def find_gaps(phrase: str) -> tuple[str, ...]:
    """What can be filled in of a phrase: of itself, or of what it begins with."""
    return GAPS_OF.get(phrase, GAPS_OF.get(phrase.partition(" ")[0], ()))


_KNOWN = rf"^({'|'.join(SPOKEN)}|({'|'.join(SAID)}) .+)$"
_NEEDS = {"told": "value", "curt": "value", "control": "value", "temper": "reply"}


def _known_phrase(name: str) -> str:
    if not re.match(_KNOWN, name):
        raise ValueError(f"`phrase` as {', '.join(SPOKEN)}, or {', '.join(SAID)} with what it is of")
    return name


class Phrase(Frozen):
    """Ways to say one kind of thing, whoever says it: `told way`, `vague since`, `temper anxious`, `breaks off`."""

    phrase: Annotated[Name, AfterValidator(_known_phrase), WithJsonSchema({"type": "string", "pattern": _KNOWN})]
    says: Lines

    @model_validator(mode="after")
    def _says_what_it_is_of(self) -> Self:
        head = self.phrase.partition(" ")[0]
        gap = _NEEDS.get(head) if self.phrase not in SPOKEN else None
        if gap and any(gap not in gaps_in(line) for line in self.says):
            raise ValueError(f"lines that each have {{{gap}}} in them")
        return self


class Speech(Frozen):
    """All that talks are made of. Without topics nobody can be spoken with, as in records from before talks."""

    topics: tuple[TalkTopic, ...] = ()
    accounts: tuple[GeneralAccount, ...] = ()
    phrases: dict[str, Lines] = Field(default_factory=dict)

    def topic(self, name: str) -> TalkTopic | None:
        """The topic of this name."""
        return next((topic for topic in self.topics if topic.topic == name), None)

    def lines(self, phrase: str) -> tuple[str, ...]:
        """The ways to say something; none if there are none."""
        return self.phrases.get(phrase, ())
