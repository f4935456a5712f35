"""`python -m tools.search_runs [SCENARIO…]`: whole runs searched for what no run may show."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from game.exercise import Officer
from game.run import Live, Site, Stage, set_stage
from game.scenario import find, read

from .solidity.finding import Check, Finding, Moment
from .solidity.moving import Appearances, Leaps, Starts
from .solidity.pictured import InOnePose
from .solidity.standing import InOneSpot, OnAir, Within

SHIPPED = ("king_street_morning", "king_street_evening", "king_street_quiet", "first_steps")
STAYS = 150
"""Ticks after which the own figure is sent on to the next spot."""


def checks(staged: Stage, *, stops: bool = False) -> tuple[Check, ...]:
    """Every rule, for one run; with sudden starts and stops if asked for, of which bodies that touch make some."""
    layout, people = staged.layout, staged.cast.people
    trains = staged.programme.services(layout.services(staged.production.scenario.clock.starts))
    rules = (
        Leaps(), Appearances(layout, trains), OnAir(layout, people), Within(staged.site.survey, people),
        InOneSpot(layout), InOnePose(layout, people),
    )  # fmt: skip
    return (*rules, Starts()) if stops else rules


def search(staged: Stage, *, officer: bool, rules: Sequence[Check] | None = None, lasts: int = 0) -> Iterator[Finding]:
    """What breaks a rule from 0:00 on, for so many ticks (0: to the end), with or without an own figure that walks."""
    rules = checks(staged) if rules is None else rules
    live = Live(staged, every=1_000_000)
    while live.tick < 0:
        live.step()
    figure = Officer(staged.layout, live, uniform=False) if officer else None
    spots = [(mark.x, mark.y) for mark in staged.layout.landmarks]
    before = live.snapshot()
    while live.tick < (lasts or staged.lasts):
        if figure is not None:
            if live.tick % STAYS == 0:
                figure.send(*spots[live.tick // STAYS * 7 % len(spots)])
            figure.step()
        live.step()
        now = live.snapshot()
        moment = Moment(before, now, (figure.x, figure.y) if figure else None, live.aims)
        for rule in rules:
            yield from rule.look(moment)
        before = now


def main(
    scenarios: Annotated[list[str] | None, typer.Argument(help="Scenarios by name or file; else all four.")] = None,
    seeds: Annotated[int, typer.Option(help="How many seeds of each, from 1 on.")] = 1,
    stops: Annotated[bool, typer.Option(help="Tell sudden starts and stops as well.")] = False,
    most: Annotated[int, typer.Option(help="How many findings of each kind are told of a run.")] = 5,
) -> None:
    """Play whole runs, with and without an officer on the floor, and tell what breaks a rule."""
    total: Counter[str] = Counter()
    for name in scenarios or SHIPPED:
        production = read(find(name))
        site = Site(production)
        for seed in range(1, seeds + 1):
            staged = set_stage(production, seed, site=site)
            for officer in (False, True):
                told: Counter[str] = Counter()
                lines = []
                for finding in search(staged, officer=officer, rules=checks(staged, stops=stops)):
                    told[finding.kind] += 1
                    if told[finding.kind] <= most:
                        lines.append(finding.say(staged.layout, staged.cast.people))
                total += told
                print(f"{name}, seed {seed}, {'officer on the floor' if officer else 'no officer'}: {_counts(told)}")
                print("\n".join(f"  {line}" for line in sorted(lines)), flush=True)
    print(f"In all: {_counts(total)}")
    sys.exit(1 if total else 0)


def _counts(told: Counter[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in sorted(told.items())) or "nothing"


if __name__ == "__main__":
    typer.run(main)
