"""`hold-out`: which behaviours a course keeps for its tests, so that no guide and no drill shows them."""

from collections.abc import Sequence

from game.scenario import library, read

from ..console import say
from ..errors import Wrong, near
from ..settings_file import folder, held_out, keep_out


def hold_out(names: Sequence[str], *, none: bool) -> int:
    """Hold out these and no others, or none; without either, say which are."""
    home = folder()
    if none and names:
        raise Wrong("--none goes without names: it lets everything be shown again.")
    if names:
        known = {
            name
            for path in library()
            for name, behaviour in read(path).behaviours.items()
            if behaviour.kind != "everyday"
        }
        for name in names:
            if name not in known:
                raise Wrong(f"There is no tell or look-alike “{name}”.{near(name, known)}")
    if names or none:
        keep_out(home, names)
    held = sorted(held_out(home))
    say(f"Held out from guide and drills: {', '.join(held)}." if held else "Nothing is held out.")
    return 0
