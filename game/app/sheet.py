"""The call sheet, printed: who does what when. For instructors; it gives the answers away."""

import json
from dataclasses import asdict
from pathlib import Path

from ..clock import clock
from ..scenario import read
from ..staging import Call, CallSheet, Scheduled, stage
from ..staging import call_sheet as calls


def call_sheet(path: Path, seed: int, *, as_json: bool) -> int:
    """Print the call sheet of a staging."""
    production = read(path)
    cast, key = stage(production, seed)
    sheet = calls(production, cast, key)
    print(json.dumps(asdict(sheet), indent=2, ensure_ascii=False) if as_json else "\n".join(_lines(sheet)))
    return 0


def _lines(sheet: CallSheet) -> list[str]:
    lines = [
        f"{sheet.scenario}, seed {sheet.seed}: {sheet.people} people, {clock(sheet.lasts)} min",
        "Times are planned; people walk at their own pace and yield to each other.",
    ]
    for call in sheet.calls:
        lines += ["", *_call(call)]
    return [*lines, ""] if sheet.calls else [*lines, "", "Nobody is staged: everyone belongs to the crowd."]


def _call(call: Call) -> list[str]:
    nature = f", {call.nature}" if call.part == "subject" else ""
    head = f"{call.part.upper()} {call.slot}: person {call.person}, {call.role}{nature}; comes at {clock(call.arrives)}"
    claims = [f"    says: {call.claims}"] if call.claims else []
    return [head, *(f"    {_act(act)}" for act in call.acts), *claims]


def _act(act: Scheduled) -> str:
    when = "    if" if act.tick is None else f"{clock(act.tick):>6}"
    held = f" ({act.planned / 10:.0f} s)" if act.planned else ""
    return f"{when}  {act.cue:<5} {act.name}: they {act.title}{held}"
