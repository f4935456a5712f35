"""A check as a page to keep or to send: one file with all its pictures, to be opened in any browser."""

import re
from collections.abc import Sequence

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from game.clock import clock
from game.scenario import summary
from game.score import Measures

from ..billing import billed
from ..manual.new_files import TEMPLATES
from ..proof.difficulty import NAMES
from ..proof.jams import jam_lines
from ..proof.leaks import QUESTIONS
from ..proof.prove import ENOUGH, ActCount, Proof
from .chapter import Chapter, PicturedPart, staging

_MEANING = {
    "crowding": "how many people there are at once; full at 250",
    "occlusion": "how much of a subject is hidden, on average",
    "subtlety": "how slight the tells are",
    "decoys": "how many decoys there are for each subject; full at six",
    "brevity": "how short the tells are; full at 4 s",
}
_DIFFICULTIES = {1: "easy", 2: "fair", 3: "moderate", 4: "hard", 5: "very hard"}


def page(chapters: Sequence[Chapter], made: str) -> str:
    """The page of these scenarios; `made` says when, in words."""
    shelf = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    shelf.filters["marked"] = _marked
    told = [_chapter(n, one) for n, one in enumerate(chapters, 1)]
    wrong = sum(one.wrong for one in chapters)
    advice = any(one.problems for one in chapters)
    return shelf.get_template("check.html").render(chapters=told, made=made, wrong=wrong, advice=advice)


def _marked(text: str) -> Markup:
    """A message with what stands between backticks set apart."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def _chapter(number: int, one: Chapter) -> dict[str, object]:
    scenario = one.production.scenario if one.production else None
    return {
        "anchor": f"scenario-{number}",
        "file": one.path.name,
        "title": scenario.scenario if scenario else one.path.name,
        "summary": scenario.summary if scenario else "",
        "briefing": _briefing(one) if scenario else [],
        "facts": _facts(one),
        "state": "wrong" if one.wrong else "advice" if one.problems else "sound",
        "said": "not in order: see what the runs came to" if one.unsound else summary(one.problems),
        "problems": one.problems,
        "proof": _proof(one.proof) if one.proof else None,
        "staging": _staging(one) if one.production else None,
    }


def _facts(one: Chapter) -> list[str]:
    if one.production is None:
        return []
    scenario, venue = one.production.scenario, one.production.venue
    post = scenario.briefing.post
    return [
        venue.venue,
        f"{scenario.clock.starts}, {clock(int(scenario.clock.lasts * 10))} long",
        f"officer, {scenario.briefing.deployment}" if post == "officer" else post,
        f"{_many(len(scenario.subjects), 'subject')}, {_many(len(scenario.decoys), 'decoy')}",
    ]


def _briefing(one: Chapter) -> list[tuple[str, str]]:
    assert one.production is not None
    briefing = one.production.scenario.briefing
    baseline = briefing.baseline or one.production.venue.baseline
    return [("Situation", briefing.text), ("What is normal", baseline), ("Task", briefing.objective)]


def _many(count: int, what: str) -> str:
    return f"{count or 'no'} {what if count == 1 else what + 's'}"


def _staging(one: Chapter) -> dict[str, object]:
    assert one.production is not None
    found = staging(one.production, one.seed)
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
            "when": f"{clock(act.began)} – {clock(act.ended)}",
            "left": 100 * act.began / lasts,
            "width": max(0.6, 100 * (act.ended - act.began) / lasts),
            "pictures": act.pictures,
        }
        for act in row.acts
    ]
    return {
        "title": row.title, "role": row.role, "looks": row.looks, "part": row.part, "claims": row.claims, "acts": acts,
    }  # fmt: skip


def _proof(proof: Proof) -> dict[str, object]:
    return {
        "runs": len(proof.trials),
        "difficulty": proof.difficulty,
        "level": _DIFFICULTIES[proof.difficulty],
        "share_shown": proof.share_shown,
        "enough": ENOUGH,
        "held_up": sum(trial.held_up for trial in proof.trials),
        "jams": list(jam_lines([jam for trial in proof.trials for jam in trial.jams])),
        "worst": proof.worst,
        "robots": [_robot(name, one, *proof.crimes(name)) for name, one in proof.measures.items()],
        "unjudged": [(billed(slot), count) for slot, count in proof.unjudged.items()],
        "factors": [
            {"name": name, "value": value, "means": _MEANING[name]}
            for name, value in zip(NAMES, proof.factors.values, strict=True)
        ],
        "acts": [
            _told(act, hidden=proof.hides(act))
            for act in sorted(proof.acts, key=lambda act: (act.slot[0] != "s", act.slot))
        ],
        "leaks": [
            {"name": one.name, "whom": QUESTIONS[one.question], "area": one.area, "way_out": one.way_out}
            for one in proof.leaks
        ],
    }


def _robot(name: str, one: Measures, noticed: int, crimes: int) -> dict[str, object]:
    interval = one.d_prime_interval
    return {
        "name": name,
        "hits": one.counts.hits,
        "subjects": one.counts.hits + one.counts.misses,
        "alarms": one.counts.false_alarms,
        "crimes": f"{noticed} of {crimes}" if crimes else "",
        "d_prime": "–" if one.d_prime is None else f"{one.d_prime:.2f}",
        "between": f"{interval.low:.2f} to {interval.high:.2f}" if interval and one.d_prime is not None else "",
    }


def _told(act: ActCount, *, hidden: bool) -> dict[str, object]:
    return {
        "who": billed(act.slot),
        "name": act.name.replace("_", " "),
        "planned": act.planned,
        "shown": act.shown,
        "seen": act.seen,
        "note": "rare" if act.rare else "hidden" if hidden else "",
    }
