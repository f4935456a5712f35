"""Figures as they are drawn: what can be read from them, what they cost, and what they look like."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from math import cos, pi, sin
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.cast import Looks
from game.picture.budget import Allowance
from game.picture.people.drawing import assemble, detail, draw, draw_item
from game.picture.people.hulls import view_matrix
from game.picture.people.outfit import outfit
from game.picture.people.shadows import Shadows
from game.picture.people.sprites import Figures
from game.picture.people.stance import FINE, Stance, columns_for, pack, unpack
from game.picture.sheets.people_sheets import USUAL, gait_sheet, looks_sheet, pose_sheet
from game.picture.sprite import Sprite
from game.scenario import vocabulary
from game.scenario.vocabulary import Garment
from game.view import HELD, POSES, Held, Item, Pose, Snapshot, Viewpoint
from game.view.skeleton import STATURE, frame
from game.view.viewpoint import COS_DOWN
from tests.support.plain_looks import plain_looks

SAVED = Path(__file__).parents[1] / "pictures"
SMALL = 50 / (1.75 * COS_DOWN)
"""px/m at which someone of 1.75 m stands 50 px tall."""
PLAIN = plain_looks(skin=2, hair_colour=1, top_colour=3)
SOME = (
    PLAIN,
    replace(
        PLAIN,
        frame="woman",
        stature=1.64,
        hair="long",
        hair_colour=3,
        top="coat",
        top_colour=6,
        skin=5,
        carries="handbag",
    ),
    replace(PLAIN, hair="bald", top="t-shirt", top_colour=5, bottom="jeans", skin=7, build=1.25, carries="rucksack"),
    replace(
        PLAIN,
        frame="woman",
        stature=1.6,
        top="dress",
        top_colour=4,
        hair="bob",
        skin=0,
        glasses=True,
        carries="wheeled case",
    ),
    replace(PLAIN, uniform="police officer"),
    replace(PLAIN, age="child", stature=1.3, top="hoodie", top_colour=9, bottom="shorts", hair="curly short"),
    replace(PLAIN, age="older", hat="flat cap", aid="stick", top="cardigan", beard="full", hair_colour=7),
    replace(PLAIN, aid="wheelchair", top="jumper", top_colour=16, hair="swept back"),
)


def picture(surface: pygame.Surface) -> np.ndarray:
    """The pixels on a floor of one colour, as numbers."""
    floor = pygame.Surface(surface.get_size())
    floor.fill((196, 193, 186))
    floor.blit(surface, (0, 0))
    return pygame.surfarray.array3d(floor).astype(int)


def over(drawn: Sprite, other: Sprite) -> float:
    """Share of the drawn pixels of two sprites laid foot on foot that differ clearly."""
    canvases = []
    places = [sprite.surface.get_rect(topleft=(sprite.left, sprite.top)) for sprite in (drawn, other)]
    room = places[0].union(places[1])
    for sprite in (drawn, other):
        canvas = pygame.Surface(room.size)
        canvas.fill((196, 193, 186))
        canvas.blit(sprite.surface, (sprite.left - room.x, sprite.top - room.y))
        canvases.append(pygame.surfarray.array3d(canvas).astype(int))
    one, two = canvases
    changed = (np.abs(one - two).max(axis=2) > 24).sum()
    return float(changed / (np.abs(one - (196, 193, 186)).max(axis=2) > 12).sum())


@pytest.mark.parametrize("pose", POSES)
def test_a_picture_holds_the_whole_body(pose: Pose) -> None:
    """From every side, all joints of the pose fall inside the sprite."""
    figures = Figures([PLAIN])
    for way in range(8):
        stance = unpack(int(pack(columns_for(Stance(pose, 0.4, way * pi / 4, speed=1.35)), np.array([50.0]))[0]))
        sprite = figures.sprite(0, stance, SMALL)
        area = sprite.surface.get_rect(topleft=(sprite.left, sprite.top))
        matrix = view_matrix(-sin(stance.heading), cos(stance.heading))
        for joint in frame(pose, stance.phase).values():
            right, down, _ = (np.array(joint) @ matrix * SMALL).tolist()
            assert area.inflate(4, 4).collidepoint(right, down), (pose, way, joint)


@pytest.mark.parametrize("thing", HELD)
@pytest.mark.parametrize("pose", [Pose.STAND, Pose.WALK, Pose.SIT])
def test_every_thing_can_be_held(thing: Held, pose: Pose) -> None:
    """Whatever is held shows in the picture, also where the pose was not made for it."""
    stance = Stance(pose, 0.2, pi - 0.5)
    with_it = draw(outfit(PLAIN, vocabulary()), replace(stance, held=thing), 150.0)
    without = draw(outfit(PLAIN, vocabulary()), stance, 150.0)
    assert (over(with_it, without) > 0.001) == (thing is not Held.NOTHING)


@pytest.mark.parametrize("way", range(8))
def test_the_head_can_be_read_at_fifty_px(way: int) -> None:
    """A head turned by 60° changes the picture of someone 50 px tall."""
    figures = Figures([PLAIN])
    stance = Stance(Pose.STAND, 0.0, way * pi / 4)
    turned = [figures.sprite(0, replace(stance, head=angle), SMALL) for angle in (0.0, 1.05, -1.05)]
    assert over(turned[0], turned[1]) > 0.012
    assert over(turned[0], turned[2]) > 0.012


def test_the_eyes_can_be_read_when_large() -> None:
    """At 300 px the pupils go where the gaze goes, with the head kept still."""
    wearing = outfit(PLAIN, vocabulary())
    scale = 300 / (1.75 * COS_DOWN)
    ahead, aside = (draw(wearing, Stance(Pose.STAND, 0.0, pi, gaze=gaze), scale) for gaze in (0.0, 0.8))
    assert over(ahead, aside) > 0.0004


def test_poses_can_be_told_apart_at_fifty_px() -> None:
    """Each pose's silhouette at 50 px, with what it usually holds, differs from every other's from some side.

    Walks differ in stride and pace, and picking up is putting down backwards.
    """
    figures = Figures([PLAIN])
    shown = [pose for pose in POSES if pose not in {Pose.WALK, Pose.HURRY, Pose.STEP_OUT, Pose.LEASH, Pose.PICK_UP}]
    for i, pose in enumerate(shown):
        for two in shown[i + 1 :]:
            most = max(
                over(
                    figures.sprite(0, Stance(pose, 0.5, way, held=USUAL.get(pose, Held.NOTHING)), SMALL),
                    figures.sprite(0, Stance(two, 0.5, way, held=USUAL.get(two, Held.NOTHING)), SMALL),
                )
                for way in (pi, pi / 2)
            )
            assert most > 0.05, (pose, two)


def test_the_store_stays_within_its_bytes() -> None:
    """However much is drawn, no more than the limit is kept, and what was used last stays."""
    figures = Figures([PLAIN], limit=200_000)
    for k in range(60):
        figures.sprite(0, Stance(Pose.WALK, k / 20, k * 0.3, speed=1.3), 44.0)
        assert figures.bytes <= 200_000
    last = figures.sprite(0, Stance(Pose.WALK, 59 / 20, 59 * 0.3, speed=1.3), 44.0)
    assert figures.sprite(0, Stance(Pose.WALK, 59 / 20, 59 * 0.3, speed=1.3), 44.0) is last


def test_looks_are_drawn_from_looks_alone() -> None:
    """The same looks give the same pixels whoever else is there and whatever was drawn before."""
    stance = Stance(Pose.TALK, 0.3, 2.0)
    alone = picture(Figures([PLAIN]).sprite(0, stance, 60.0).surface)
    crowd = Figures([*SOME, PLAIN])
    for n in range(len(SOME)):
        crowd.sprite(n, stance, 60.0)
    assert (picture(crowd.sprite(len(SOME), stance, 60.0).surface) == alone).all()


@pytest.mark.parametrize(
    "change",
    [
        {"skin": 8}, {"hair": "afro"}, {"hair_colour": 5}, {"hat": "cap"}, {"top": "coat"}, {"top_colour": 4},
        {"bottom": "shorts"}, {"bottom_colour": 4}, {"shoes": 2}, {"uniform": "contractor"}, {"carries": "rucksack"},
        {"aid": "white cane"}, {"stature": 1.6}, {"build": 1.25}, {"frame": "woman"}, {"age": "child"},
        {"hat": "beanie", "hat_colour": 9}, {"carries": "holdall", "carries_colour": 3},
        {"beard": "full"}, {"glasses": True},
    ],
)  # fmt: skip
def test_every_field_of_looks_shows(change: dict[str, object]) -> None:
    """Each field of an appearance makes a visible difference at 250 px."""
    stance, scale = Stance(Pose.STAND, 0.0, pi - 0.4), 250 / (1.75 * COS_DOWN)
    other = replace(PLAIN, **change)  # type: ignore[arg-type]
    assert set(change) <= {field.name for field in fields(Looks)}
    assert (
        over(draw(outfit(PLAIN, vocabulary()), stance, scale), draw(outfit(other, vocabulary()), stance, scale))
        > 0.0008
    )


def test_every_word_of_the_vocabulary_can_be_drawn() -> None:
    """Each hair, hat, top, bottom, bag, aid and uniform of the data file draws without falling back."""
    words = vocabulary()
    worn: dict[str, Sequence[Garment]] = {
        "hair": words.hair, "hat": words.hats, "top": words.tops, "bottom": words.bottoms, "carries": words.carries,
        "aid": words.aids, "beard": words.beards,
    }  # fmt: skip
    named = [(part, garment.name) for part, garments in worn.items() for garment in garments]
    for part, name in [*named, *(("uniform", uniform.uniform) for uniform in words.uniforms)]:
        looks = plain_looks(**{part: name})
        shapes = assemble(outfit(looks, words), Stance(Pose.STAND, 0.0, pi), 2)
        assert len(shapes) > 8


def test_pictures_have_no_dark_fringe_and_a_rim() -> None:
    """Half-covered edge pixels are of the rim's colour, neither black nor of the floor."""
    sprite = draw(outfit(replace(PLAIN, top_colour=7), vocabulary()), Stance(Pose.STAND, 0.0, pi), 44.0)
    pixels, alpha = pygame.surfarray.array3d(sprite.surface).astype(int), pygame.surfarray.array_alpha(sprite.surface)
    edge = pixels[(alpha > 40) & (alpha < 215)]
    assert len(edge) > 20
    assert 40 < edge.mean() < 130


def test_a_plain_figure_is_one_colour_with_hard_edges() -> None:
    """For measuring: every pixel is either the given colour, opaque, or nothing."""
    sprite = Figures([PLAIN]).sprite(0, Stance(Pose.WALK, 0.2, 1.0, speed=1.3), 44.0, plain=(10, 200, 30))
    pixels, alpha = pygame.surfarray.array3d(sprite.surface), pygame.surfarray.array_alpha(sprite.surface)
    assert set(np.unique(alpha).tolist()) == {0, 255}
    assert (pixels[alpha == 255] == (10, 200, 30)).all()


def test_a_pale_figure_tells_nothing() -> None:
    """Someone who cannot be made out looks the same whatever they do, hold or look at."""
    figures = Figures([PLAIN])
    sprite = figures.sprite(0, Stance(Pose.FILM, 0.7, 1.0, head=0.9, held=Held.PHONE), 44.0, pale=True)
    two = figures.sprite(0, Stance(Pose.STAND, 0.1, 1.0), 44.0, pale=True)
    assert (picture(sprite.surface) == picture(two.surface)).all()


@pytest.mark.parametrize("height", [50.0, 300.0])
def test_stances_survive_their_packing(height: float) -> None:
    """What is unpacked is the same again when packed, and within a step of what was seen."""
    rng = np.random.default_rng(5)
    for _ in range(200):
        stance = Stance(
            POSES[rng.integers(len(POSES))], float(rng.uniform(0, 1)), float(rng.uniform(-4, 9)),
            float(rng.uniform(-3, 3)), float(rng.uniform(-3, 3)), float(rng.uniform(-1, 1)), float(rng.uniform(-3, 3)),
            HELD[rng.integers(len(HELD))], bool(rng.integers(2)), float(rng.uniform(0, 2.5)),
        )  # fmt: skip
        code = int(pack(columns_for(stance), np.array([height]))[0])
        again = unpack(code)
        assert int(pack(columns_for(again), np.array([height]))[0]) == code
        assert abs((again.heading - stance.heading + pi) % (2 * pi) - pi) < (0.05 if height >= FINE else 0.16)
        assert (again.pose, again.held, again.bag) == (stance.pose, stance.held, stance.bag)


def crowd_of(count: int) -> Snapshot:
    """People in a row, all walking east."""
    east = np.tile([1.0, 0.0], (count, 1))
    zero = np.zeros(count)
    return Snapshot(
        tick=0, ids=np.arange(count), position=np.stack([np.arange(count) * 1.0, zero], axis=1),
        heading=east, head=east,
        gaze=east, pitch=zero, hand=east, pose=np.ones(count, dtype=np.int64), phase=np.linspace(0, 0.9, count),
        held=zero.astype(np.int64), speed=zero + 1.3, base=zero, bag=np.ones(count, dtype=np.int64),
        items=(Item("case", 0.0, 0.0), Item("cup", 1.0, 1.0, 3), Item("unheard of", 2.0, 0.0)),
    )  # fmt: skip


def test_a_crowd_is_placed_by_its_feet() -> None:
    """Sprites, shadows and things lie over the floor points they belong to."""
    figures, crowd = Figures(SOME), crowd_of(len(SOME))
    view = Viewpoint(3.0, 0.0, 44.0, 0, 900, 500)
    rows = np.arange(len(SOME))
    where = view.project(crowd.position)
    shadows = Shadows(figures, len(SOME)).blits(rows, where, view.scale)
    for placed in (figures.sprites(crowd, rows, where, view), shadows):
        assert len(placed) == len(rows)
        for (surface, corner), (x, y) in zip(placed, where.tolist(), strict=True):
            assert surface.get_rect(topleft=corner).inflate(6, 6).collidepoint(x, y)
    assert len(figures.items(crowd.items, view)) == 3


def test_few_new_pictures_a_frame() -> None:
    """When too much is new at once, people's last pictures stand in, and all come right in the frames after."""
    figures, crowd = Figures([PLAIN] * 10), crowd_of(10)
    view = Viewpoint(3.0, 0.0, 44.0, 0, 900, 500)
    rows, where = np.arange(10), view.project(crowd.position)
    figures.sprites(crowd, rows, where, view)
    later = replace(crowd, phase=(crowd.phase + 0.5) % 1.0)
    before = figures.bytes
    figures.sprites(later, rows, where, view, allowance=Allowance(3))
    part = figures.bytes
    wanted = [surface for surface, _ in Figures([PLAIN] * 10).sprites(later, rows, where, view)]
    for _ in range(4):
        shown = [surface for surface, _ in figures.sprites(later, rows, where, view, allowance=Allowance(3))]
    assert before < part < figures.bytes
    assert all((picture(a) == picture(b)).all() for a, b in zip(shown, wanted, strict=True))


def test_a_new_act_waits_for_nobody_who_only_walks_on() -> None:
    """With time for one picture it is the last in the row who is drawn, who stops, and not those before them."""
    figures, crowd = Figures([PLAIN] * 10), crowd_of(10)
    view = Viewpoint(3.0, 0.0, 44.0, 0, 900, 500)
    rows, where = np.arange(10), view.project(crowd.position)
    figures.sprites(crowd, rows, where, view)
    pose = np.where(rows == 9, POSES.index(Pose.POINT), crowd.pose)
    later = replace(crowd, tick=1, phase=(crowd.phase + 0.5) % 1.0, pose=pose)
    figures.sprites(later, rows, where, view, allowance=Allowance(1))
    shown = [figures.find_doing(person, 44.0) for person in range(10)]
    assert [stance.pose for stance in shown if stance] == [Pose.WALK] * 9 + [Pose.POINT]


def test_a_new_act_does_not_wait_for_those_new_to_the_view() -> None:
    """With time for one picture it is drawn of who stops, whose last would be untrue; the coarse figures are true."""
    figures, crowd = Figures([PLAIN] * 10), crowd_of(10)
    view = Viewpoint(3.0, 0.0, 44.0, 0, 900, 500)
    rows, where = np.arange(10), view.project(crowd.position)
    figures.sprites(crowd, rows[9:], where[9:], view)
    later = replace(crowd, tick=1, pose=np.where(rows == 9, POSES.index(Pose.POINT), crowd.pose))
    figures.sprites(later, rows, where, view, allowance=Allowance(1))
    doing = figures.find_doing(9, 44.0)
    assert doing is not None
    assert doing.pose is Pose.POINT


def test_nobody_waits_for_ever_for_those_who_change_all_the_time() -> None:
    """With time for one picture, and nine who begin something new each time, the tenth has their turn as well."""
    figures, crowd = Figures([PLAIN] * 10), crowd_of(10)
    view = Viewpoint(3.0, 0.0, 44.0, 0, 900, 500)
    rows, where = np.arange(10), view.project(crowd.position)
    figures.sprites(crowd, rows, where, view)
    for n in range(10):
        others = POSES.index((Pose.READ, Pose.POINT)[n % 2])
        pose = np.where(rows == 9, POSES.index(Pose.POINT), others)
        later = replace(crowd, tick=n + 1, phase=np.full(10, 0.05 * n), pose=pose)
        figures.sprites(later, rows, where, view, allowance=Allowance(1))
    doing = figures.find_doing(9, 44.0)
    assert doing is not None
    assert doing.pose is Pose.POINT


def test_who_waits_for_a_picture_keeps_walking() -> None:
    """While a turned head is not drawn yet, the step is shown as it was drawn before, not the step before it."""
    figures, crowd = Figures([PLAIN]), crowd_of(1)
    view = Viewpoint(3.0, 0.0, 44.0, 0, 900, 500)
    rows, where = np.arange(1), view.project(crowd.position)
    stepped = replace(crowd, phase=(crowd.phase + 0.5) % 1.0)
    (wanted, _), = figures.sprites(stepped, rows, where, view)
    figures.sprites(crowd, rows, where, view)
    turned = replace(stepped, head=-crowd.heading[:, ::-1] * [1.0, -1.0])
    (shown, _), = figures.sprites(turned, rows, where, view, allowance=Allowance(0))
    assert shown is wanted


@pytest.mark.parametrize(
    "kind", ["bag", "case", "parcel", "cup", "newspaper", "rucksack", "briefcase", "phone", "coat"]
)
def test_things_on_the_floor_stand_on_it(kind: str) -> None:
    """A thing's picture lies round its point on the floor and rises from it."""
    sprite = draw_item(kind, 0.3, 60.0)
    assert sprite.surface.get_rect(topleft=(sprite.left, sprite.top)).inflate(8, 8).collidepoint(0, 0)
    assert pygame.surfarray.array_alpha(sprite.surface).max() > 250


def test_detail_grows_with_size() -> None:
    """More is shown the larger somebody is."""
    assert [detail(height) for height in (50, 110, 200, 400)] == [0, 1, 2, 3]
    assert STATURE == 1.75


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("figures_small", lambda: pose_sheet(SOME, 52, poses=POSES[:10], directions=(pi, 2.2, 0.6))),
        ("figures_middle", lambda: looks_sheet(SOME, 120, 8)),
        ("figures_large", lambda: pose_sheet(SOME[:2], 260, poses=(Pose.PHONE_READ,), directions=(pi, 2.4))),
        ("figures_gait", lambda: gait_sheet(SOME[:2], 80, (0.6, 1.4), 8)),
    ],
)
def test_figures_look_as_they_did(name: str, sheet: Callable[[], pygame.Surface]) -> None:
    """Drawn figures match the kept picture; delete that to keep a new one."""
    drawn, kept = sheet(), SAVED / f"{name}.png"
    if not kept.exists():
        pygame.image.save(drawn, kept)
    old = pygame.surfarray.array3d(pygame.image.load(kept)).astype(int)
    new = pygame.surfarray.array3d(drawn).astype(int)
    differs = 1.0 if old.shape != new.shape else float((np.abs(old - new).max(axis=2) > 30).mean())
    if differs >= 0.004:
        pygame.image.save(drawn, SAVED / f"{name}.differs.png")
    assert differs < 0.004, f"look at {name}.differs.png beside {name}.png"
