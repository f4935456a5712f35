"""Counts as they are read: small ones in words, as in running text."""

_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(count: int) -> str:
    """A count alone: "none", "two", "12"."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else str(count)


def say_count(count: int, singular: str, plural: str) -> str:
    """A count with what is counted: "one person", "no people", "12 people"."""
    return f"{number(count) if count else 'no'} {singular if count == 1 else plural}"
