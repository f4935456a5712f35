"""Whether what somebody claims of a fact agrees with what was so. Both are short words, such as "the west door"."""

from game.numerals import number

SEVERAL = "; "
"""Between several things that were so, any of which a claim may name."""
FEW = 4
"""Of several things that were so, as many are named: nobody listens to more."""
LEAST_MINUTES, SHARE_OF_THEM = 2, 0.35
"""By how much people are out who mean to be right, when they say how long they have been there: minutes, or of it."""
MOST_MINUTES = 24 * 60


def minutes(count: int) -> str:
    """A length of time as people claim it."""
    return "a minute" if count <= 1 else f"{number(min(count, MOST_MINUTES))} minutes"


_SAME = {
    "the platform side": "the platform", "the carriage stop": "the edge of the platform",
    "the paid side": "the hall behind the gates", "the call point": "the help point",
    "the tunnel mouth": "the tunnel", "the escalator landing": "the escalator", "the escalator foot": "the escalator",
    "the desk end": "the check-in desks", "the rail": "the railing",
    "the to the trains": "the way to the trains",
    "the self check-in": "the check-in machines", "the square": "the waiting area", "the mall": "the waiting area",
}  # fmt: skip
"""Names for the same place, in older records and now: a claim that was right then is right for ever."""

_MINUTES = {minutes(count): count for count in range(1, MOST_MINUTES + 1)}


def agrees(claim: str, found: str) -> bool:
    """Whether a claim that says something agrees with what was found to be so."""
    one, other = _MINUTES.get(claim), _MINUTES.get(found)
    if one is not None and other is not None:
        return abs(one - other) <= max(LEAST_MINUTES, SHARE_OF_THEM * other)
    return _in_one_name(claim) in {_in_one_name(one) for one in found.split(SEVERAL)}


def _in_one_name(claim: str) -> str:
    """A claim in one name for each place; a street had an article once."""
    return _SAME.get(claim, claim).removeprefix("the ")


def in_few(found: str, claimed: str = "") -> str:
    """What was found to be so, in words: of several things the few first, before them what was `claimed` of them."""
    several = found.split(SEVERAL)
    others = [claim for claim in several if claim != claimed]
    return ", ".join([*[claimed] * (claimed in several), *others][:FEW])
