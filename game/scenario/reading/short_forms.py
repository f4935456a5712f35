"""The short forms that authors write, turned into the full forms that the model knows."""

from collections.abc import Iterable

from ..verbs import Verb
from .document import Document, Listing, Mapping, Node, Scalar
from .near_names import either, near
from .problems import Spot

BEHAVIOURS = {"tell": "tell", "look_alike": "look-alike", "everyday": "everyday"}
_OF_LOOK_ALIKES = {"mimics": "cue", "innocent": "why"}
_OTHER_WORDS = {
    "object": "held",
    "holding": "held",
    "duration": "for",
    "time": "for",
    "seconds": "for",
    "speed": "pace",
    "place": "to",
    "target": "at",
    "towards": "facing",
    "person": "with",
    "then": "pause",
}
_FLOW = ("choose", "repeat", "do")


def scenario(document: Document) -> None:
    """Tells and look-alikes that are only named: `tells: [films_camera]`, `- {tell: …, target: …}`."""
    if isinstance(document.root, Mapping):
        for people, acts, word in (("subjects", "tells", "tell"), ("decoys", "look_alikes", "look_alike")):
            for person in _people(document.root.get(people)):
                listed = person.get(acts)
                if isinstance(listed, Listing):
                    listed.items = [_plan(document, item, word) for item in listed.items]


def _people(node: Node | None) -> list[Mapping]:
    """The entries of a list of people, or of the pool from which they are drawn."""
    return _mappings(node.get("pool") if isinstance(node, Mapping) else node)


def catalogue(document: Document) -> None:
    """Behaviours, named by their first key, with their steps."""
    for item in _mappings(document.root):
        _behaviour(document, item)
        steps(document, item)


def roles(document: Document) -> None:
    """Roles with their steps."""
    for item in _mappings(document.root):
        steps(document, item)


def accounts(document: Document) -> None:
    """Covers, named by their first key."""
    for item in _mappings(document.root):
        for n, (key, name) in enumerate(item.entries):
            if key.text == "cover":
                item.entries[n] = (Scalar("account", key.spot), name)
                item.entries.append((Scalar("hides", key.spot), Scalar("true", key.spot)))
                break


def steps(document: Document, holder: Mapping) -> None:
    """The steps under the holder's key `steps`, as deep as they go."""
    listed = holder.get("steps")
    if isinstance(listed, Listing):
        listed.items = [_step(document, item) for item in listed.items]


def _mappings(node: Node | None) -> list[Mapping]:
    return [item for item in node.items if isinstance(item, Mapping)] if isinstance(node, Listing) else []


_SHOWN = {
    "tell": ("A subject shows tells", "whoever shows a look-alike belongs under `decoys`"),
    "look_alike": ("A decoy shows look-alikes", "whoever shows a tell belongs under `subjects`"),
}


def _plan(document: Document, item: Node, word: str) -> Node:
    if isinstance(item, Scalar):
        return Mapping([(Scalar("name", item.spot), item)], item.spot)
    if not isinstance(item, Mapping):
        return item
    keys = item.keys()
    other = next((key for key, _ in item.entries if key.text in BEHAVIOURS and key.text != word), None)
    if other and not {word, "name"} & set(keys):
        shown, belongs = _SHOWN[word]
        way_out = f"Write `{word}:` with the name of one; {belongs}."
        document.complain("SL201", other.spot, f"{shown}, and `{other.text}` is something else.", way_out)
        document.forgive(item)
        word = other.text
    item.entries = [(Scalar("name", key.spot) if key.text == word else key, value) for key, value in item.entries]
    return item


def _behaviour(document: Document, item: Mapping) -> None:
    named = next((entry for entry in item.entries if entry[0].text in BEHAVIOURS), None)
    if named is None:
        first = item.entries[0][0] if item.entries else Scalar("", item.spot)
        document.complain(
            "SL211",
            first.spot,
            "This behaviour does not say what it is and what it is called.",
            near(first.text, BEHAVIOURS) or f"Begin it with {either(f'{word}: name' for word in BEHAVIOURS)}.",
        )
        document.forgive(item)
        return
    key, name = named
    rest = [(_rename(scalar, key.text), value) for scalar, value in item.entries if scalar is not key]
    item.entries = [
        (Scalar("kind", key.spot), Scalar(BEHAVIOURS[key.text], key.spot)),
        (Scalar("name", key.spot), name),
        *rest,
    ]


def _rename(key: Scalar, kind: str) -> Scalar:
    full = _OF_LOOK_ALIKES.get(key.text) if kind == "look_alike" else None
    return Scalar(full, key.spot) if full else key


def _step(document: Document, node: Node) -> Node:
    if isinstance(node, Scalar):
        return _verb(document, node, None)
    if isinstance(node, Listing) or not node.entries:
        document.complain(
            "SL223",
            node.spot,
            "A step is expected here.",
            "A step is a verb with what it takes: `- walk: {to: gateline}`.",
        )
        return _nothing(node.spot)
    (key, value), *more = node.entries
    if more:
        document.complain(
            "SL223",
            more[0][0].spot,
            f"A step is one verb, and `{more[0][0].text}` is a second key beside `{key.text}`.",
            f"Put it inside the braces of `{key.text}: {{…}}`, or begin a new step with a dash.",
        )
    flow = {"choose": _choose, "repeat": _repeat, "do": _do}.get(key.text)
    return flow(document, key, value) if flow else _verb(document, key, value)


def _choose(document: Document, key: Scalar, value: Node) -> Node:
    for option in _mappings(value):
        steps(document, option)
    return Mapping([(key, value)], key.spot)


def _repeat(document: Document, key: Scalar, value: Node) -> Node:
    if not isinstance(value, Mapping):
        message, way_out = "`repeat` needs to know what, and how often.", "Write `repeat: {times: 2-4, steps: […]}`."
        document.complain("SL223", value.spot, message, way_out)
        return _nothing(key.spot)
    steps(document, value)
    if value.get("times") is None:
        document.complain("SL202", key.spot, "`repeat` does not say how often.", "Add `times: 2-4`.")
        value.entries.append((Scalar("times", key.spot), Scalar("1", key.spot)))
    return value


def _do(_: Document, key: Scalar, value: Node) -> Node:
    return value if isinstance(value, Mapping) else Mapping([(key, value)], key.spot)


def _verb(document: Document, key: Scalar, value: Node | None) -> Node:
    word = key.text.replace("_", " ").strip()
    verb = next((verb for verb in Verb if verb == word), None)
    if verb is None:
        document.complain(
            "SL220",
            key.spot,
            f"`{key.text}` is not a verb.",
            near(key.text, [*Verb, *_FLOW]) or f"The verbs are {either(Verb)}; or {either(_FLOW)}.",
        )
        return _nothing(key.spot)
    named = (Scalar("verb", key.spot), Scalar(word, key.spot))
    return Mapping([named, *_said(document, key, verb, value)], key.spot)


def _said(document: Document, key: Scalar, verb: Verb, value: Node | None) -> list[tuple[Scalar, Node]]:
    means, form = verb.meaning, example(verb)
    if isinstance(value, Listing):
        document.complain("SL223", value.spot, f"`{verb}` does not take a list.", f"Write it like this: {form}.")
        return []
    if isinstance(value, Scalar) and not value.nothing:
        if "for" not in means.takes or (means.needs and not value.text[:1].isdigit()):
            document.complain("SL223", value.spot, f"`{verb}` needs its words named.", f"Write it like this: {form}.")
            return []
        value = Mapping([(Scalar("for", value.spot), value)], value.spot)
    entries = value.entries if isinstance(value, Mapping) else []
    meant = {word.text for word, _ in entries} | {_OTHER_WORDS.get(word.text, "") for word, _ in entries}
    for word, _ in entries:
        if word.text not in means.takes:
            _not_taken(document, verb, word, means.takes)
    if missing := [f"`{word}`" for word in sorted(set(means.needs) - meant)]:
        said = f"`{verb}` needs {' and '.join(missing)}."
        document.complain("SL222", key.spot, said, f"Write it like this: {form}.")
    return [entry for entry in entries if entry[0].text in means.takes]


def _not_taken(document: Document, verb: Verb, word: Scalar, takes: Iterable[str]) -> None:
    taken = sorted(takes)
    other = _OTHER_WORDS.get(word.text)
    hint = f"Did you mean `{other}`?" if other in taken else near(word.text, taken)
    document.complain(
        "SL221", word.spot, f"`{verb}` does not take `{word.text}`.", hint or f"It takes {either(taken, 'and')}."
    )


def example(verb: Verb) -> str:
    """How a step with this verb is written, with what it needs."""
    words = {"to": "near target", "at": "target", "with": "nearest staff", "held": "phone"}
    said = ", ".join(f"{word}: {words[word]}" for word in sorted(verb.meaning.needs))
    if "for" in verb.meaning.takes:
        said = f"{said}, for: 4-8 s" if said else "for: 4-8 s"
    return f"`- {verb}: {{{said}}}`" if said else f"`- {verb}`"


def _nothing(spot: Spot) -> Mapping:
    """A step that stands in for one already complained of."""
    return Mapping([(Scalar("verb", spot), Scalar("wait", spot))], spot)
