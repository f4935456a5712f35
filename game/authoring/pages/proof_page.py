"""A check as a page to keep or to send: one file with all its pictures, to be opened in any browser."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from game.clock import clock
from game.progress import Sums
from game.scenario import summary
from game.scenario.plans import Staged, least, most

from ..billing import billed
from ..proof.difficulty import Difficulty
from ..proof.jams import jam_lines
from ..proof.leaks import QUESTIONS
from ..proof.prove import ENOUGH, Proof
from ..proof.report import SOLVABLE
from ..proof.robot_counts import sensitivity
from ..proof.told import ActCount
from .chapter import Chapter, staging
from .paper import shelf
from .staging_told import told_staging

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
    templates = shelf()
    templates.filters["marked"] = _marked
    told = [_chapter(n, one) for n, one in enumerate(chapters, 1)]
    wrong = sum(one.wrong for one in chapters)
    advice = any(one.problems for one in chapters)
    return templates.get_template("check.html").render(chapters=told, made=made, wrong=wrong, advice=advice)


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
        "staging": told_staging(staging(one.production, one.seed)) if one.production else None,
    }


def _facts(one: Chapter) -> list[str]:
    if one.production is None:
        return []
    scenario, venue = one.production.scenario, one.production.venue
    return [
        venue.venue,
        f"{scenario.clock.starts}, {clock(int(scenario.clock.lasts * 10))} long",
        scenario.briefing.duty,
        f"{_many(scenario.subjects, 'subject')}, {_many(scenario.decoys, 'decoy')}",
    ]


def _briefing(one: Chapter) -> list[tuple[str, str]]:
    assert one.production is not None
    briefing = one.production.scenario.briefing
    baseline = briefing.baseline or one.production.venue.baseline
    return [("Situation", briefing.text), ("What is normal", baseline), ("Task", briefing.objective)]


def _many(people: Staged, what: str) -> str:
    few, many = least(people), most(people)
    return f"{few or 'no'}{f' to {many}' if many > few else ''} {what if few == many == 1 else what + 's'}"


def _proof(proof: Proof) -> dict[str, object]:
    return {
        "runs": len(proof.trials),
        "difficulty": proof.difficulty.level,
        "level": _DIFFICULTIES[proof.difficulty.level],
        "between": _between(proof.difficulty),
        "levers": list(proof.difficulty.levers()),
        "solvable": SOLVABLE[proof.verdict],
        "needed": proof.runs_needed,
        "bounds": [*((proof.solved,) if proof.solved else ()), *proof.blind.bounds],
        "share_shown": proof.share_shown,
        "enough": ENOUGH,
        "held_up": sum(trial.held_up for trial in proof.trials),
        "jams": list(jam_lines([jam for trial in proof.trials for jam in trial.jams])),
        "worst": proof.worst,
        "robots": [_robot(name, one) for name, one in proof.robots.items()],
        "unjudged": [(billed(slot), count) for slot, count in proof.unjudged.items()],
        "factors": [
            {"name": name, "value": value, "low": low, "high": high, "means": _MEANING[name]}
            for name, (value, low, high) in proof.difficulty.factors.items()
        ],
        "acts": [
            _told(act, hidden=proof.hides(act))
            for act in sorted(proof.acts, key=lambda act: (act.entry[0] != "s", act.entry))
        ],
        "leaks": [
            {"name": one.name, "whom": QUESTIONS[one.question], "area": one.area, "way_out": one.way_out}
            for one in proof.blind.leaks
        ],
    }


def _between(hard: Difficulty) -> str:
    return f", {hard.least} to {hard.most} at a likely range" if hard.least < hard.most else ""


def _robot(name: str, one: Sums) -> dict[str, object]:
    return {
        "name": name,
        "found": f"{one.found} of {one.of}" if one.of else "nobody to find",
        "crimes": f"{one.crimes_noticed} of {one.crimes}" if one.crimes else "",
        "decoys": f"{one.decoys_marked} of {one.decoys}" if one.decoys else "–",
        "passers_by": f"{one.per_hundred:.1f}",
        "sensitivity": sensitivity(one.estimate) or "–",
    }


def _told(act: ActCount, *, hidden: bool) -> dict[str, object]:
    return {
        "who": billed(act.entry),
        "name": act.name.replace("_", " "),
        "planned": act.planned,
        "shown": act.shown,
        "seen": act.seen,
        "note": "rare" if act.rare else "hidden" if hidden else "",
    }
