"""Small venues and crowds to draw, made by hand."""

from collections.abc import Mapping, Sequence

import numpy as np
import pygame

from game.cast import Looks
from game.picture import Instant, Scene
from game.scenario import Layout, PropKind, Venue, layout
from game.view import POSES, Pose, Snapshot, Viewpoint
from tests.support.plain_looks import plain_looks

KINDS = {
    "pillar": {"prop": "pillar", "boxes": [{"at": [-0.3, -0.3, 0], "size": [0.6, 0.6, 3], "colour": "#b4afa5"}]},
    "screen": {"prop": "screen", "boxes": [{"at": [-4, -0.1, 0], "size": [8, 0.2, 1.4], "colour": "#5d6370"}]},
    "stall": {"prop": "stall", "boxes": [{"at": [-1.5, -1, 0], "size": [3, 2, 1.1], "colour": "#5f7f78"}]},
    "board": {"prop": "board", "boxes": [
        {"at": [-2, -0.1, 2.6], "size": [4, 0.2, 1], "colour": "#15181d", "skin": "board"}]},
    "belt": {"prop": "belt", "rides": {"begins": [-2, 0], "ends": [2, 0], "high": 0.5}, "boxes": [
        {"at": [-2, -0.4, 0], "size": [4, 0.8, 0.5], "colour": "#33383f"}]},
    "lane": {"prop": "lane", "trays": {"begins": [0, -2], "ends": [0, 2], "high": 0.6, "unseen": [1.4, 2.6]}, "boxes": [
        {"at": [-0.4, -2, 0], "size": [0.8, 4, 0.6], "colour": "#6f7984"},
        {"at": [-0.5, -0.6, 0.7], "size": [1.0, 1.2, 0.8], "colour": "#c3cad0"}]},
    "bench": {"prop": "bench", "opaque": False, "seats": [[0, -0.05, 180]], "boxes": [
        {"at": [-1.1, -0.24, 0.38], "size": [2.2, 0.5, 0.07], "colour": "#8f6d4a", "skin": "timber"},
        {"at": [-1.1, 0.2, 0.5], "size": [2.2, 0.06, 0.3], "colour": "#8f6d4a", "skin": "timber"}]},
    "planter": {"prop": "planter", "boxes": [
        {"at": [-0.7, -0.7, 0], "size": [1.4, 1.4, 0.5], "colour": "#6a6761", "skin": "stone"},
        {"at": [-0.6, -0.6, 0.5], "size": [1.2, 1.2, 0.5], "colour": "#4d8a57", "skin": "leaves"}]},
    "shop": {"prop": "shop", "opaque": False, "boxes": [
        {"at": [-2, -0.5, 0], "size": [4, 1, 2.6], "colour": "#c3cdc3", "skin": "shop"},
        {"at": [-2, -0.6, 2.6], "size": [4, 0.2, 0.6], "colour": "#4f7f6b", "skin": "sign"}]},
}  # fmt: skip


def hall(
    props: Sequence[dict[str, object]] = (), kit: Mapping[str, PropKind] | None = None, **more: object
) -> Layout:
    """A hall of 20 × 16 m with these props, which are of the kit, or else of the kinds above."""
    venue = {
        "venue": "Trial hall", "kind": "railway station", "size": "20 x 16 m", "floor": "terrazzo", "baseline": "Calm.",
        "portals": [{"portal": "door", "at": [10, 0.5], "kind": "street"}], "props": list(props), **more,
    }  # fmt: skip
    kinds = kit or {name: PropKind.model_validate(kind) for name, kind in KINDS.items()}
    return layout(Venue.model_validate(venue), kinds)


def looks(count: int) -> list[Looks]:
    """Plain people in different colours, all 1.75 m tall."""
    return [
        plain_looks(
            skin=n % 6, hair_colour=n % 4, top_colour=n % 8, bottom_colour=n % 4, frame="narrow" if n % 2 else "broad"
        )
        for n in range(count)
    ]  # fmt: skip


def crowd(places: Sequence[tuple[float, float]], pose: Pose = Pose.STAND, tick: int = 0) -> Snapshot:
    """One person at each place, facing south."""
    n = len(places)
    south = np.tile([0.0, -1.0], (n, 1))
    zero = np.zeros(n)
    return Snapshot(
        tick, np.arange(n), np.array(places, dtype=float).reshape(n, 2), south, south, south, zero, south,
        np.full(n, POSES.index(pose)), zero, np.zeros(n, dtype=np.int64), zero, zero, np.ones(n, dtype=np.int64),
    )  # fmt: skip


def pixels(scene: Scene, now: Snapshot, view: Viewpoint) -> np.ndarray:
    """What is drawn, finished, in colours (w, h, 3) that can be reckoned with."""
    surface = pygame.Surface((view.width, view.height))
    scene.draw(surface, Instant.of(now, view), effort=-1)
    return pygame.surfarray.array3d(surface).astype(int)
