"""What can be wrong with pools: how many are drawn, from what, and whether a subject can be made of it."""

from collections.abc import Iterator

from game.truth import CRIME, GROUNDED, STRESS, family

from ..model import Behaviour
from ..plans import MOST_DECOYS, MOST_SUBJECTS, DecoyPool, DrawnTells, Subject, SubjectPool, allows, most
from ..reading.document import Path_
from ..reading.near_names import either
from .kit import Kit

FEW_SETS = 12
"""Tells below which the same few come again and again."""


def check_pools(kit: Kit) -> None:
    """Note what is wrong with the pools, and with what crimes are given."""
    subjects, decoys = kit.draft.sheet.find("subjects", SubjectPool), kit.draft.sheet.find("decoys", DecoyPool)
    if subjects:
        _numbers(kit, "subjects", subjects.how_many, MOST_SUBJECTS)
        _sometimes_nobody(kit, subjects)
    if decoys:
        _numbers(kit, "decoys", decoys.how_many, MOST_DECOYS)
    for path, subject in kit.draft.sheet.whole("subjects", Subject):
        _crime(kit, path, subject)
        if isinstance(subject.tells, DrawnTells) and subject.nature == "reconnaissance":
            _can_be_drawn(kit, (*path, "tells"), subject.tells)


def _numbers(kit: Kit, part: str, weights: dict[int, float], most_of_them: int) -> None:
    document = kit.draft.sheet.document
    if not any(weight > 0 for weight in weights.values()):
        document.fault("SL701", (part, "how_many"), "No number has any weight here.", "Write `{0: 3, 1: 5, 2: 2}`.")
    elif max(weights) > most_of_them:
        document.fault(
            "SL701", (part, "how_many"), f"{max(weights)} {part} are too many.", f"The most is {most_of_them}."
        )


def _sometimes_nobody(kit: Kit, pool: SubjectPool) -> None:
    if most(pool) and not pool.how_many.get(0):
        kit.draft.sheet.document.complain(
            "SL702",
            kit.draft.sheet.document.spot(("subjects", "how_many")),
            "There is always somebody to find here, and whoever has played it once knows that.",
            "Give 0 some weight: to say that there was nobody is a result too.",
            "advice",
        )


def _crime(kit: Kit, path: Path_, subject: Subject) -> None:
    document = kit.draft.sheet.document
    if subject.nature == "crime":
        if isinstance(subject.tells, DrawnTells):
            document.fault(
                "SL703",
                (*path, "tells"),
                "The tells of a crime are not drawn.",
                f"Write them out: `tells: [{either(_crimes(kit), 'or', 3) or 'picks_pocket'}]`.",
            )
    elif subject.finds is not None:
        document.complain(
            "SL704",
            document.key((*path, "finds")),
            "Something is found only on somebody who commits a crime.",
            "Add `nature: crime`, or take `finds` out.",
        )


def _crimes(kit: Kit) -> list[str]:
    return [
        behaviour.name
        for behaviour in kit.draft.behaviours.things.values()
        if behaviour.kind == "tell" and _family(behaviour) == CRIME
    ]


def _can_be_drawn(kit: Kit, path: Path_, drawn: DrawnTells) -> None:
    """Note a pool of tells from which no subject can be drawn, or always much the same."""
    if not kit.draft.behaviours.whole or not kit.atlas.whole:
        return
    document, some = kit.draft.sheet.document, list(_drawable(kit, drawn))
    families = {_family(behaviour) for behaviour in some}
    number = int(drawn.how_many.high)
    why = ""
    if number < 3:
        why = "a subject shows three tells at least"
    elif len({behaviour.cue for behaviour in some}) < 3 or len(some) < number:
        why = f"only {len(some)} tells fit" if some else "no tell fits"
    elif len(families) < 2:
        why = f"all that fit are of one family, {families.pop()}"
    elif not families & GROUNDED:
        why = f"none that fit are of {either(sorted(GROUNDED))}"
    if why:
        document.fault(
            "SL705",
            path,
            f"No subject can be drawn from this: {why}.",
            "Name more `families`, or leave them out; widen `subtlety`; or write `how_many: 3-4`.",
        )
    elif len(some) < FEW_SETS:
        document.fault(
            "SL706",
            path,
            f"Only {len(some)} tells fit here, so the same ones come again and again.",
            "Name more `families`, or leave them out; or widen `subtlety`.",
            "advice",
        )


def _drawable(kit: Kit, drawn: DrawnTells) -> Iterator[Behaviour]:
    kinds = set(kit.atlas.all_kinds())
    for behaviour in kit.draft.behaviours.things.values():
        fits = (
            behaviour.kind == "tell"
            and behaviour.cue
            and not behaviour.reacts_to
            and allows(drawn, behaviour.cue, behaviour.subtlety)
        )
        meant = drawn.families or _family(behaviour) not in (STRESS, CRIME)
        if fits and meant and (not behaviour.targets or kinds & set(behaviour.targets)):
            yield behaviour


def _family(behaviour: Behaviour) -> str:
    return family(behaviour.cue or "")
