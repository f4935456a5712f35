"""The call sheet, printed: who does what when. For instructors; it gives the answers away."""

from dataclasses import asdict
from pathlib import Path

from game.authoring import bill
from game.clock import clock
from game.run import set_stage
from game.scenario import Production, read
from game.scenario.venue.passages import SERVED
from game.staging import Call, CallSheet, Scheduled, Stopping, Timed

from ..console import answer, say


def call_sheet(path: Path, seed: int, *, as_json: bool) -> int:
    """Print the call sheet of a staging."""
    production = read(path)
    staged = set_stage(production, seed)
    sheet, descriptions = staged.call_sheet(), staged.descriptions
    looks = {call.person: descriptions[call.person] for call in sheet.calls}
    if as_json:
        data = asdict(sheet)
        data["calls"] = [{**call, "looks": looks[call["person"]]} for call in data["calls"]]
        answer(data)
        return 0
    say(*_lines(production, sheet, looks))
    return 0


def _lines(production: Production, sheet: CallSheet, looks: dict[int, str]) -> list[str]:
    lines = [
        f"{production.scenario.scenario}, seed {sheet.seed}: {clock(sheet.lasts)} min, {sheet.people} people in all, "
        f"about {sheet.at_once} at once",
        "Times are planned; people walk at their own pace and yield to each other.",
    ]
    lines += ["", "WHAT HAPPENS OF ITSELF"] if sheet.events else []
    lines += [f"{_span(event):>11}  {event.words}" for event in sheet.events]
    lines += ["", "WHAT STOPS HERE, AND WHEN ITS DOORS OPEN"] if sheet.stopping else []
    lines += [_stops(stopping) for stopping in sheet.stopping]
    for call in sheet.calls:
        lines += ["", *_call(production, call, looks[call.person])]
    return lines if sheet.calls else [*lines, "", "Nobody is staged: everyone belongs to the crowd."]


def _stops(stopping: Stopping) -> str:
    what = stopping.route or SERVED[stopping.kind]
    times = ", ".join(clock(tick) for tick in stopping.opens) or "none in this scene"
    return f"    {stopping.portal}, {what}: {times}"


def _span(event: Timed) -> str:
    begins = clock(event.begins) if event.begins >= 0 else ""
    return f"{begins}–{clock(event.ends)}" if event.ends > event.begins else begins


def _call(production: Production, call: Call, looks: str) -> list[str]:
    nature = f", {call.nature}" if call.part == "subject" else ""
    comes = f"comes at {clock(call.arrives)}" if call.arrives >= 0 else "is there from the beginning"
    lines = [f"{bill(call.slot).upper()}{nature}: {call.role}, {comes}", f"    {looks}"]
    lines += [f"    {_act(production, act)}" for act in call.acts]
    lines += [f"    says: {call.claims}"] if call.claims else []
    return [*lines, f"    a search finds: {call.finds}"] if call.finds else lines


def _act(production: Production, act: Scheduled) -> str:
    when = f"{clock(act.tick):>5}" if act.tick is not None else "   if"
    held = f" ({act.planned / 10:.0f} s)" if act.planned else ""
    only = f", when: {production.behaviours[act.name].reacts_to}" if act.tick is None else ""
    return f"{when}  {act.cue:<5} {act.name}: they {act.title}{held}{only}"
