"""What is offered in the place of a word that there is not."""

from game.scenario.reading.near_names import offer


def test_few_words_are_all_offered_and_of_many_the_most_alike() -> None:
    """A slip of the pen gives one; else all of some, or of very many those most like it, and how many are left."""
    many = [f"{thing}_{n}" for n in range(20) for thing in ("bench", "counter", "bus")]
    assert offer("benhc", ["bench", "counter"], "The props are") == "Did you mean `bench`?"
    assert offer("tram", ["bench", "counter"], "The props are") == "The props are `bench` and `counter`."
    told = offer("bus shed to wait in", many, "The props are")
    assert told.startswith("The props are `bus_")
    assert "bench" not in told
    assert f"and {len(many) - told.count('`') // 2} more" in told
