"""What subjects and decoys are called wherever an instructor reads of them."""


def billed(slot: str) -> str:
    """`subjects/0` as it is said: Subject 1."""
    part, _, number = slot.partition("/")
    return f"{'Subject' if part == 'subjects' else 'Decoy'} {int(number) + 1}"


def initials(slot: str) -> str:
    """The same for a small badge: S1."""
    word, number = billed(slot).split()
    return f"{word[0]}{number}"
