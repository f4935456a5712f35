"""The program's memory while somebody plays."""

import gc

from game.app.memory import settle, unsettle


def test_whole_collections_are_seldom_only_while_somebody_plays() -> None:
    """Settled, whole collections come more seldom and pass by what lived then; afterwards all is as it was."""
    unsettle()
    usual, kept = gc.get_threshold(), gc.get_freeze_count()
    try:
        settle()
        assert gc.get_threshold()[2] > usual[2]
        assert gc.get_freeze_count() > kept
    finally:
        unsettle()
    assert (gc.get_threshold(), gc.get_freeze_count()) == (usual, kept)
