"""One staging, played, as the pages tell it: where each act stands on the time line, and in which words."""

from game.clock import clock

from .chapter import PicturedPart, Staging

SLIGHTEST = 0.6
"""The least width of an act on the time line, in per cent, for it to be seen."""


def tell_staging(found: Staging) -> dict[str, object]:
    """What the template of a staging is filled in with."""
    minutes = [{"at": clock(tick), "left": 100 * tick / found.lasts} for tick in range(0, found.lasts + 1, 600)]
    return {
        "seed": found.seed,
        "people": found.people,
        "at": found.at,
        "picture": found.picture,
        "minutes": minutes,
        "rows": [_row(row, found.lasts) for row in found.rows],
    }


def _row(row: PicturedPart, lasts: int) -> dict[str, object]:
    acts = [
        {
            "number": act.number,
            "title": act.title,
            "cue": act.cue,
            "wording": act.wording,
            "kind": act.kind,
            "differs": act.differs,
            "lies": act.lies,
            "when": f"{clock(act.began)} – {clock(act.ended)}",
            "left": 100 * act.began / lasts,
            "width": max(SLIGHTEST, 100 * (act.ended - act.began) / lasts),
            "pictures": act.pictures,
        }
        for act in row.acts
    ]
    return {
        "title": row.title, "role": row.role, "looks": row.looks, "part": row.part, "claims": row.claims,
        "nature": row.nature, "finds": row.finds, "bonus": row.bonus, "acts": acts,
    }  # fmt: skip
