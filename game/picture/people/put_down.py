"""Things standing on the floor, apart from whoever brought them."""

from collections.abc import Callable

from game.theme import Colour

from .carried import IN_HAND, parcel, rolling, standing
from .hulls import Hull, Shape, shade
from .solids import UPRIGHT, crate, rod

_CLOTH: Colour = (74, 84, 102)


def item(kind: str, colour: Colour | None = None) -> list[Shape]:
    """The shapes of a thing by its kind; what has no shape of its own is drawn as a bag."""
    if kind in IN_HAND:
        return standing(kind, colour or ((92, 70, 52) if kind == "briefcase" else _CLOTH), (0.0, 0.0, 0.0))
    if kind in _KINDS:
        return _KINDS[kind]()
    return _COLOURED.get(kind, _bag)(colour or _CLOTH)


def _bag(colour: Colour) -> list[Shape]:
    return standing("holdall", colour, (0.0, 0.0, 0.0))


def _case(colour: Colour) -> list[Shape]:
    return rolling(colour, (0.0, 0.0, 0.05), None)


def _parcel() -> list[Shape]:
    return parcel((0.0, 0.0, 0.14))


def _rucksack(colour: Colour) -> list[Shape]:
    body: Hull = tuple(
        (x, y, z, r)
        for x in (-0.10, 0.10)
        for y, z, r in ((-0.03, 0.08, 0.08), (0.05, 0.08, 0.08), (-0.02, 0.40, 0.07))
    )
    pocket: Hull = tuple((x, 0.10, z, 0.05) for x in (-0.08, 0.08) for z in (0.08, 0.20))
    loop = rod([(-0.05, -0.03, 0.46), (0.0, -0.03, 0.52), (0.05, -0.03, 0.46)], 0.010)
    return [
        Shape((body,), colour),
        Shape((pocket,), shade(colour, 0.87), bias=0.05),
        Shape(loop, shade(colour, 0.62), bias=0.05),
    ]


def _cup() -> list[Shape]:
    cup: Hull = ((0.0, 0.0, 0.03, 0.030), (0.0, 0.0, 0.12, 0.037))
    return [Shape((cup,), (236, 232, 222)), Shape((((0.0, 0.0, 0.14, 0.037),),), (74, 60, 52), bias=0.05)]


def _newspaper() -> list[Shape]:
    sheet = crate((0.0, 0.0, 0.02), UPRIGHT, (0.15, 0.20, 0.018), 0.008, (224, 222, 214))
    lines = [rod([(-0.11, y, 0.04), (0.11, y, 0.04)], 0.008)[0] for y in (-0.12, -0.04, 0.04, 0.12)]
    sheet.markings.append(Shape(tuple(lines), (160, 162, 166), flat=True))
    return [sheet]


def _phone() -> list[Shape]:
    return [crate((0.0, 0.0, 0.012), UPRIGHT, (0.045, 0.085, 0.010), 0.006, (48, 50, 58))]


def _coat() -> list[Shape]:
    heap: Hull = tuple((x, y, 0.06, 0.06) for x in (-0.22, 0.2) for y in (-0.12, 0.14))
    fold: Hull = ((-0.12, 0.0, 0.12, 0.06), (0.12, 0.04, 0.12, 0.05))
    return [Shape((heap,), _CLOTH), Shape((fold,), shade(_CLOTH, 1.1), bias=0.05)]


_KINDS: dict[str, Callable[[], list[Shape]]] = {
    "parcel": _parcel, "cup": _cup, "newspaper": _newspaper, "paper": _newspaper, "phone": _phone, "coat": _coat,
}  # fmt: skip
_COLOURED: dict[str, Callable[[Colour], list[Shape]]] = {"case": _case, "wheeled case": _case, "rucksack": _rucksack}
