"""Grounds: what somebody gives as their reason for a decision, and what reasons come to once they are weighed."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from game.truth import CRIME

Needs = Literal["nothing", "one sign", "two kinds of sign", "sign of an offence", "something found"]
"""What a decision has to rest on, from nothing upwards."""
ReasonKind = Literal["sign", "account", "looks", "hunch"]
"""`sign`: something they did, `about` the cue's id · `account`: what they said to the topic `about` ·
`looks`: how they look · `hunch`: a feeling."""


class Reason(NamedTuple):
    """One reason given. `tick` is when whoever gives it first noted it, or heard it said."""

    kind: ReasonKind
    about: str = ""
    tick: int = 0


@dataclass(frozen=True, slots=True)
class Basis:
    """What reasons come to: each is weighed by what this trainee had truly seen and heard, and by nothing else.

    `kinds` are the families of the signs made out, without signs of stress, which say nothing · `resembled` if a
    look-alike was made out: reason to look again or to ask · `contradicted` if
    something they said turned out not to be so, whatever it was about · `found` if a search had found something ·
    `personal` if looks were given as a reason.
    """

    kinds: frozenset[str] = frozenset()
    resembled: bool = False
    contradicted: bool = False
    found: bool = False
    personal: bool = False

    def bears(self, needs: Needs) -> bool:
        """Whether these reasons are enough.

        How somebody looks spoils whatever stands beside it: it may not be the reason for a search, alone or together
        with anything else (PACE Code A, 2.2B), and no reason here for anything that touches a person.
        """
        if self.personal:
            return needs == "nothing"
        match needs:
            case "nothing":
                return True
            case "one sign":
                return self.strands > 0 or self.resembled or self.found
            case "two kinds of sign":
                return self.strands > 1 or self.found
            case "sign of an offence":
                return CRIME in self.kinds or self.found
            case "something found":
                return self.found

    @property
    def strands(self) -> int:
        """How many kinds of thing point the same way: each kind of sign, and an account that does not hold."""
        return len(self.kinds) + self.contradicted
