"""The gallery's people, things and places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import pi

import pygame

from game.app.glimpse import MOMENT
from game.cast import Looks
from game.picture import Cell, Instant, Scene, change_sheet, chart, gait_sheet, looks_sheet, prop_chart, ways_chart
from game.run import open_world, set_stage
from game.scenario import Production, PropKind, Vocabulary, library, read, vocabulary
from game.scenario.vocabulary import Garment
from game.screens.watch.view_control import whole_scale
from game.view import POSES, Held, Pose, Viewpoint

PLAIN = Looks(
    stature=1.74, build=1.0, age="adult", frame="woman", skin=2, hair="bob", hair_colour=1, hat=None, hat_colour=0,
    top="jacket", top_colour=2, bottom="jeans", bottom_colour=1, shoes=0, glasses=False, uniform=None,
    carries=None, carries_colour=1, aid=None,
)  # fmt: skip
HOURS = (("day", "12:00"), ("evening", "20:00"))
CHANGES = (
    (Pose.WALK, Pose.STAND), (Pose.STAND, Pose.SIT), (Pose.SIT, Pose.STAND), (Pose.STAND, Pose.PHONE_CALL),
    (Pose.PHONE_READ, Pose.FILM), (Pose.CROUCH, Pose.STAND), (Pose.STAND, Pose.ARMS_FOLDED),
)
SIZE, SHOWN = (1280, 720), (1024, 576)
PROPS = 30
"""Kinds of props on one picture."""


@dataclass(frozen=True)
class Drawn:
    """One picture of the gallery: its file, the chapter it belongs to, and what it shows."""

    file: str
    chapter: str
    words: str
    picture: pygame.Surface


def draw_all() -> Iterator[Drawn]:
    """All of them, one after the other."""
    productions = {other.venue.venue: other for other in map(read, library())}
    first = next(iter(productions.values()))
    words = vocabulary()
    crowd = set_stage(first, 3, "none").looks
    yield Drawn("figures_crowd.jpg", "People", "A crowd as it is drawn by lot", looks_sheet(crowd[:72], 120))
    worn: tuple[tuple[str, str, Sequence[Garment]], ...] = (
        ("tops", "top", words.tops), ("bottoms", "bottom", words.bottoms), ("hats", "hat", words.hats),
        ("hair", "hair", words.hair),
    )  # fmt: skip
    for name, part, garments in worn:
        yield Drawn(f"figures_{name}.jpg", "People", f"Every kind of {name}", chart(_draw_garments(garments, part)))
    uniforms = [Cell(replace(PLAIN, uniform=uniform.uniform), uniform.uniform) for uniform in words.uniforms]
    yield Drawn("figures_uniforms.jpg", "People", "Every uniform", chart(uniforms, 170, 7))
    carried = chart(_draw_garments(words.carries, "carries"), 170, 8)
    yield Drawn("figures_bags.jpg", "People", "Everything that is carried", carried)
    yield Drawn("figures_aids.jpg", "People", "Aids, ages and builds", chart(_bodies(words), 170))
    yield Drawn("figures_poses.jpg", "People", "Every pose, with what it usually holds", chart(_poses(), 170))
    yield Drawn("figures_held.jpg", "People", "Everything that hands can hold", chart(_draw_held(), 170))
    gait = gait_sheet([PLAIN, *crowd[:4]], 140, (0.5, 1.0, 1.4, 2.0, 2.8))
    yield Drawn("figures_gait.jpg", "People", "A stride at 0.5, 1.0, 1.4, 2.0 and 2.8 m/s", gait)
    changes = change_sheet([PLAIN, *crowd[:3]], 140, CHANGES)
    yield Drawn("figures_changes.jpg", "People", "From one pose to another, moment by moment", changes)
    yield from _things(first.props)
    for production in productions.values():
        yield from _venue(production)


def _things(props: Mapping[str, PropKind]) -> Iterator[Drawn]:
    yield Drawn("ways.jpg", "Things", "Stairs, escalators and a lift, as portals draw them", ways_chart(PLAIN))
    names = sorted(props)
    for n, start in enumerate(range(0, len(names), PROPS), 1):
        some = names[start : start + PROPS]
        told = f"Props beside a person, from {_said(some[0])} to {_said(some[-1])}"
        yield Drawn(f"props_{n}.jpg", "Things", told, prop_chart({name: props[name] for name in some}, PLAIN))


def _said(name: str) -> str:
    return name.replace("_", " ")


def _draw_garments(garments: Sequence[Garment], part: str) -> list[Cell]:
    return [Cell(_fit(garment, part), garment.name or "nothing") for garment in garments]


def _fit(garment: Garment, part: str) -> Looks:
    """Somebody whom a garment is for, with it."""
    man = garment.frames is not None and garment.frames[0] == "man"
    somebody = replace(PLAIN, frame="man" if man else "woman", stature=1.80 if man else 1.68)
    hair = "short" if man else PLAIN.hair
    return replace(somebody, **{"hair": hair, part: garment.name})  # type: ignore[arg-type]


def _bodies(words: Vocabulary) -> list[Cell]:
    cells = [Cell(replace(PLAIN, aid=aid.name), aid.name or "no aid", Pose.WALK) for aid in words.aids]
    cells += [
        Cell(replace(PLAIN, age=row.age, frame=row.frame, stature=row.mean,
                     hair="short" if row.frame == "man" else PLAIN.hair), _age(row.age, row.frame))
        for row in words.statures
    ]
    cells += [Cell(replace(PLAIN, build=build.build, skin=n), build.word) for n, build in enumerate(words.builds)]
    return cells


def _age(age: str, frame: str) -> str:
    return {"man": "boy", "woman": "girl"}[frame] if age == "child" else f"{age} {frame}"


def _poses() -> list[Cell]:
    return [Cell(PLAIN, pose.value, pose, turn=pi * 0.8) for pose in POSES]


def _draw_held() -> list[Cell]:
    return [Cell(PLAIN, held.value, Pose.STAND, held, turn=pi * 0.8) for held in Held]


def _venue(production: Production) -> Iterator[Drawn]:
    """A place by day and in the evening, from its four sides, with the people of an ordinary moment."""
    staged = set_stage(production, 0, "none")
    world = open_world(staged)
    world.run_until(MOMENT)
    now = world.snapshot()
    width, height = production.venue.size
    scale = max(22.0, whole_scale(production.venue.size, SIZE) * 1.25)
    name = production.scenario.venue
    for word, hour in HOURS:
        scene = Scene(staged.layout, staged.looks, hour, programme=staged.programme)
        for turn in range(4):
            picture = pygame.Surface(SIZE)
            view = Viewpoint(width / 2, height / 2, scale, turn, *SIZE)
            scene.draw(picture, Instant.of(now, view), effort=-1)
            words = f"{production.venue.venue}, {word}, side {turn + 1}"
            shown = pygame.transform.smoothscale(picture, SHOWN)
            yield Drawn(f"{name}_{word}_{turn + 1}.jpg", "Places", words, shown)
