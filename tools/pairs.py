"""`python -m tools.pairs FOLDER`: can a tell be told from its look-alike by the body alone?

Deals pairs of six-frame strips as the inspector shows them, under neutral names and in an order drawn by lot. Which
strip of each shows the tell is written to a file beside the folder, to be opened when the choices have been made.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.authoring.pages.contact_sheet import best_turn, choose_moments
from game.chance import stream
from game.exercise.gaze import Gaze
from game.picture import Instant, Scene, png
from game.run.performing import Performance, perform
from game.scenario import find, read
from game.view import Viewpoint
from game.view.close_up import SIZE

PAIRS = (
    ("paces_out_distance", "paces_while_waiting"), ("times_patrol", "checks_time_and_board"),
    ("picks_pocket", "squeezes_past"), ("counts_guards_and_cameras", "counts_group"),
    ("hands_over_in_passing", "gives_friend_something"), ("keeps_hand_at_waist", "checks_pockets"),
    ("films_from_the_hip", "carries_phone_loosely"), ("watches_over_newspaper", "reads_paper_and_checks_board"),
)  # fmt: skip
"""Tells that were hard to make out, each with what looks most like it."""
FRAMES, ACROSS = 6, 3
GAP = 6
BACKDROP = (18, 22, 28)


@dataclass(frozen=True)
class Trial:
    """Two behaviours of one pair, as they went; `first` says whether the upper strip is the tell's."""

    pair: tuple[str, str]
    played: tuple[Performance, Performance]
    first: bool


def strip(played: Performance) -> pygame.Surface:
    """Six moments of a behaviour in the inspector's picture, the view turned once so that face and hands show best."""
    cast = played.staged.cast.people
    looks = [person.looks for person in cast]
    scene = Scene(played.staged.layout, looks, played.staged.production.scenario.clock.starts)
    ticks = choose_moments(played, FRAMES)[:FRAMES]
    gaze, turn = Gaze(played.staged.layout.prisms, looks), best_turn(played, [(tick, None) for tick in ticks])
    side = turn
    wide, high = SIZE
    sheet = pygame.Surface((ACROSS * (wide + GAP), FRAMES // ACROSS * (high + GAP)))
    sheet.fill(BACKDROP)
    for n, tick in enumerate(ticks):
        snapshot = played.snapshot(tick)
        side = gaze.side(turn, snapshot, played.person, side)
        whole = Instant.of(snapshot, Viewpoint(0.0, 0.0, 60.0, side, *SIZE))
        close = whole.upon(played.person, looks[played.person].stature, SIZE)
        if close is not None:
            picture = pygame.Surface(SIZE)
            scene.draw(picture, close, effort=-1)
            sheet.blit(picture, (n % ACROSS * (wide + GAP), n // ACROSS * (high + GAP)))
    return sheet


def deal(
    scenario: str, seed: int, rounds: int, pairs: tuple[tuple[str, str], ...] = PAIRS
) -> list[Trial]:
    """Every pair so many times, in an order drawn by lot. A behaviour that was not shown in a round is left out."""
    production = read(find(scenario))
    lot = stream(seed, "pairs")
    trials: list[Trial] = []
    for tell, other in pairs * rounds:
        # Each alone in a run of its own: the partner of one must not be another who is at their own act.
        shown = [perform(production, [name], seed + len(trials)).get(name) for name in (tell, other)]
        if shown[0] is not None and shown[1] is not None:
            trials.append(Trial((tell, other), (shown[0], shown[1]), bool(lot.random() < 0.5)))
    order = lot.permutation(len(trials)).tolist()
    return [trials[n] for n in order]


def main(
    folder: Annotated[Path, typer.Argument(help="The folder to write.")],
    scenario: Annotated[str, typer.Option(help="A scenario by name or file.")] = "king_street_morning",
    seed: Annotated[int, typer.Option(help="A whole number; the same seed deals the same pairs.")] = 1,
    rounds: Annotated[int, typer.Option(help="How often each pair is dealt.")] = 4,
    named: Annotated[bool, typer.Option(help="One picture per pair under its names instead, to look at.")] = False,
) -> None:
    """Deal the pairs into the folder, and the answers into `<folder>_answers.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    answers: dict[str, dict[str, str]] = {}
    for n, trial in enumerate(deal(scenario, seed, 1 if named else rounds), 1):
        first = named or trial.first
        strips = [strip(played) for played in (trial.played if first else trial.played[::-1])]
        sheet = pygame.Surface((strips[0].get_width(), 2 * strips[0].get_height() + 3 * GAP))
        for k, picture in enumerate(strips):
            sheet.blit(picture, (0, k * (picture.get_height() + 3 * GAP)))
        name = "_or_".join(trial.pair) if named else f"trial_{n:02d}"
        png(sheet, folder / f"{name}.png")
        answers[name] = {"tell": trial.pair[0], "other": trial.pair[1], "shown": "upper" if first else "lower"}
    if not named:
        Path(f"{folder}_answers.json").write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")
    print(f"{folder}: {len(answers)} pairs")


if __name__ == "__main__":
    typer.run(main)
