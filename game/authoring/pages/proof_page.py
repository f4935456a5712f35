"""A check as a page to keep or to send: one file with all its pictures, to be opened in any browser."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from game.clock import clock
from game.progress import Sums
from game.scenario import Production, summary
from game.scenario.plans import Staged, least, most

from ..billing import bill
from ..proof.difficulty import Difficulty
from ..proof.jams import jam_lines
from ..proof.leaks import QUESTIONS
from ..proof.prove import ENOUGH, Proof
from ..proof.report import SOLVABLE
from ..proof.robot_counts import sensitivity
from ..proof.told import ActCount
from .chapter import Chapter, staging
from .paper import shelf
from .staging_told import tell_staging

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
    templates.filters["marked"] = _mark_code
    told = [_chapter(n, chapter) for n, chapter in enumerate(chapters, 1)]
    wrong = sum(chapter.wrong for chapter in chapters)
    advice = any(chapter.problems for chapter in chapters)
    return templates.get_template("check.html").render(chapters=told, made=made, wrong=wrong, advice=advice)


def _mark_code(text: str) -> Markup:
    """A message with what stands between backticks set apart."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def _chapter(number: int, chapter: Chapter) -> dict[str, object]:
    scenario = chapter.production.scenario if chapter.production else None
    return {
        "anchor": f"scenario-{number}",
        "file": chapter.path.name,
        "title": scenario.scenario if scenario else chapter.path.name,
        "summary": scenario.summary if scenario else "",
        "briefing": _briefing(chapter.production) if chapter.production else [],
        "facts": _facts(chapter.production) if chapter.production else [],
        "state": "wrong" if chapter.wrong else "advice" if chapter.problems else "sound",
        "said": "not in order: see what the runs came to" if chapter.unsound else summary(chapter.problems),
        "problems": chapter.problems,
        "proof": _proof(chapter.proof) if chapter.proof else None,
        "staging": tell_staging(staging(chapter.production, chapter.seed)) if chapter.production else None,
    }


def _facts(production: Production) -> list[str]:
    scenario, venue = production.scenario, production.venue
    return [
        venue.venue,
        f"{scenario.clock.starts}, {clock(int(scenario.clock.lasts * 10))} long",
        scenario.briefing.duty,
        f"{_many(scenario.subjects, 'subject')}, {_many(scenario.decoys, 'decoy')}",
    ]


def _briefing(production: Production) -> list[tuple[str, str]]:
    briefing = production.scenario.briefing
    baseline = briefing.baseline or production.venue.baseline
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
        "robots": [_robot(name, sums) for name, sums in proof.robots.items()],
        "unjudged": [(bill(slot), count) for slot, count in proof.unjudged.items()],
        "factors": [
            {"name": name, "value": value, "low": low, "high": high, "means": _MEANING[name]}
            for name, (value, low, high) in proof.difficulty.factors.items()
        ],
        "acts": [
            _tell_act(act, hidden=proof.hides(act))
            for act in sorted(proof.acts, key=lambda act: (act.entry[0] != "s", act.entry))
        ],
        "leaks": [
            {"name": leak.name, "whom": QUESTIONS[leak.question], "area": leak.area, "way_out": leak.way_out}
            for leak in proof.blind.leaks
        ],
    }


def _between(hard: Difficulty) -> str:
    return f", {hard.least} to {hard.most} at a likely range" if hard.least < hard.most else ""


def _robot(name: str, sums: Sums) -> dict[str, object]:
    return {
        "name": name,
        "found": f"{sums.found} of {sums.of}" if sums.of else "nobody to find",
        "crimes": f"{sums.crimes_noticed} of {sums.crimes}" if sums.crimes else "",
        "decoys": f"{sums.decoys_marked} of {sums.decoys}" if sums.decoys else "–",
        "passers_by": f"{sums.per_hundred:.1f}",
        "sensitivity": sensitivity(sums.estimate) or "–",
    }


def _tell_act(act: ActCount, *, hidden: bool) -> dict[str, object]:
    return {
        "who": bill(act.entry),
        "name": act.name.replace("_", " "),
        "planned": act.planned,
        "shown": act.shown,
        "seen": act.seen,
        "note": "rare" if act.rare else "hidden" if hidden else "",
    }
