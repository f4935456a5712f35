"""What a role needs of its line in the crowd and of the venue, found by going through its steps."""

from collections.abc import Iterator, Mapping, Sequence

from game.scenario import AnyStep, Behaviour, Do, Role, Verb, WrittenStep
from game.scenario.checks.atlas import LOOKS, MINE, PEOPLE, WAYS
from game.scenario.checks.step_walk import every, words

_KINDS = ("any ", "nearest ")


def wants(role: Role, behaviours: Mapping[str, Behaviour]) -> tuple[list[str], list[str]]:
    """What must be there, in words, and the kinds of places that are made use of where there are any."""
    said = list(dict.fromkeys(_places(role.steps, behaviours, set())))
    needs = [f"a place `{word}`" for word in said if _is_name(word)]
    boards = any(isinstance(step, WrittenStep) and step.verb is Verb.BOARD for _, step in every(role.steps, ()))
    if "destination" in said and (role.staff or boards):
        needs.insert(0, "`at`: a post" if role.staff else "`to`: their platforms")
    kinds = [word.partition(" ")[2] for word in said if word.startswith(_KINDS) and word not in PEOPLE]
    return needs, sorted(dict.fromkeys(kinds))


def _places(steps: Sequence[AnyStep], behaviours: Mapping[str, Behaviour], seen: set[str]) -> Iterator[str]:
    """The words for places in the steps and in the behaviours that they play; a target is any of its kinds."""
    for _, step in every(steps, ()):
        if isinstance(step, Do):
            if step.do in behaviours and step.do not in seen:
                seen.add(step.do)
                behaviour = behaviours[step.do]
                yield from (f"any {kind}" for kind in behaviour.targets)
                yield from _places(behaviour.steps, behaviours, seen)
        else:
            yield from (_bare(word) for _, word in words(step))


def _bare(word: str) -> str:
    way, _, rest = word.partition(" ")
    return _bare(rest) if way in WAYS and rest else word


def _is_name(word: str) -> bool:
    return word not in (*MINE, *PEOPLE, *LOOKS, "away from officer") and not word.startswith(_KINDS)
