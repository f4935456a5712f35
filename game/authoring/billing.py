"""What subjects and decoys are called wherever an instructor reads of them."""


def bill(slot: str) -> str:
    """`subjects/0` as it is said: Subject 1. Where they are written in a pool: Subjects, entry 2; or just Decoys."""
    part, *rest = slot.split("/")
    word = "Subject" if part == "subjects" else "Decoy"
    if not rest:
        return f"{word}s"
    number = int(rest[-1]) + 1
    return f"{word}s, entry {number}" if len(rest) > 1 else f"{word} {number}"


def initials(slot: str) -> str:
    """The same for a small badge, of one of those staged: S1."""
    word, number = bill(slot).split()
    return f"{word[0]}{number}"
