"""Where someone looks and what can be seen from there. Pure numbers, no pixels drawn."""

from .landmark import Landmark
from .pose import HELD, POSES, Held, Pose
from .snapshot import Item, Snapshot
from .viewpoint import Viewpoint

__all__ = ["HELD", "POSES", "Held", "Item", "Landmark", "Pose", "Snapshot", "Viewpoint"]
