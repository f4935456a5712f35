"""What the model found wrong with a document, in an instructor's words."""

import re
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError

from ..model import Behaviour, Choose, Do, Repeat, WrittenStep
from ..talk import GAPS, UNKNOWN_GAP
from ..units import MORE_THAN_ALL, seconds
from .document import Document, Path_
from .near_names import either, nearest, offer

_SORTS: dict[str, type[BaseModel]] = {"verb.": WrittenStep, "choose.": Choose, "times.": Repeat, "do.": Do}
_WAYS = ("written.", "drawn.")
"""Of what is a list or a pool, which of them it is."""
_PUBLIC = {"kind": "tell", "name": "tell"}
_OTHER_WORDS = {
    "title": "scenario",
    "name": "scenario",
    "description": "summary",
    "people": "crowd",
    "actors": "subjects",
    "duration": "lasts",
    "length": "lasts",
    "time": "starts",
    "start": "starts",
    "position": "at",
    "pos": "at",
    "location": "at",
    "rate": "arrive",
    "count": "present",
    "number": "present",
    "behaviour": "steps",
}
_PAIR = "Two numbers are needed here: metres east and metres north."


def explain(document: Document, model: type[BaseModel], trouble: ValidationError, at: Path_ = ()) -> None:
    """Note each of the model's findings at its place, once."""
    findings = [
        ((*at, *(part for part in found["loc"] if part not in _SORTS and part not in _WAYS)), found)
        for found in trouble.errors(include_url=False)
    ]
    for path, found in findings:
        if found["type"] == "extra_forbidden" and not document.quiet(path):
            _unknown_key(document, model, path, found["loc"])
    for path, found in findings:
        if path[-1] == "[key]":
            _wrong_word(document, path[:-1])
        elif found["type"] != "extra_forbidden" and not document.quiet(path) and not _enough(found):
            _explain_finding(document, model, found, path, found["loc"])


def _enough(found: Any) -> bool:
    """Whether a list is only too short without those of its items that are faulty."""
    given = found["input"]
    return found["type"] == "too_short" and isinstance(given, list) and len(given) >= found["ctx"]["min_length"]


def _explain_finding(document: Document, model: type[BaseModel], found: Any, path: Path_, loc: Path_) -> None:
    sort, limit, given = found["type"], found.get("ctx", {}), _quote(found["input"])
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    if sort == "missing":
        _note_missing(document, path)
    elif sort in ("literal_error", "enum"):
        words = _words(annotation(model, loc))
        way_out = offer(str(found["input"]), words, "The words are")
        document.fault("SL206", path, f"{given} is not one of the words for `{key}`.", way_out)
    elif sort == "value_error":
        document.fault("SL207", path, f"{given} is not understood after `{key}`.", f"Write {limit['error']}.")
    elif sort == MORE_THAN_ALL:
        document.fault("SL205", path, f"{given} is more than 100%.", found["msg"])
    elif sort == UNKNOWN_GAP:
        document.fault("SL207", path, f"Nothing fills {{{limit['gap'][:40]}}}.", _fillable(limit["gap"]))
    elif _is_pair(annotation(model, loc)):
        document.fault("SL204", path, _PAIR, _PAIRED)
    elif sort in _KINDS:
        code, said, way_out = _KINDS[sort]
        if sort == "float_parsing" and (key == "weight" or get_origin(annotation(model, loc[:-1])) is dict):
            way_out = f"Write a weight {'without %' if given.endswith('%`') else 'in digits'}, such as 2."
        named = _asked_for(annotation(model, loc)) if _KINDS[sort] == _KEYS else ""
        document.fault(code, path, said.format(key=key, given=given), way_out.format(key=key, named=named))
    elif sort in _BOUNDS:
        code, said, way_out = _BOUNDS[sort]
        written = document.words(path)
        bound = next((_bound(written, limit[name]) for name in _LIMITS if name in limit), "")
        given = _quote(written or found["input"])
        document.fault(code, path, said.format(key=key, given=given), way_out.format(bound=bound))
    else:
        form = _PATTERNS.get(key, "See the manual for what can stand here.")
        document.fault("SL210", path, f"{given} cannot stand after `{key}`.", form)


def _fillable(gap: str) -> str:
    """The words in braces that are probably meant, or all that there are."""
    meant = nearest(gap, GAPS)
    words = [f"{{{word}}}" for word in meant or GAPS]
    return f"Did you mean {either(words)}?" if meant else f"What can be filled in is {either(words, 'and')}."


_EXAMPLES = {
    "scenario": "`scenario:` and its title",
    "venue": "`venue:` with the name of a place",
    "summary": "`summary:` and a sentence or two for the list of scenarios",
    "briefing": "`briefing:` with `objective` and `text` in the lines below, indented",
    "objective": "`objective:` and what is asked of the trainee, in a sentence",
    "text": "`text:` and the situation, in a few sentences",
    "clock": "`clock: {starts: \"08:05\", lasts: 6 min}`",
    "starts": "`starts: \"08:05\"`, the time of day",
    "lasts": "`lasts: 6 min`",
    "crowd": "`crowd:` with a line such as `- {role: shopper, arrive: 10 per minute}` below",
    "role": "`role:` with the name of a role",
    "tell": "`tell:` with the name of one",
    "look_alike": "`look_alike:` with the name of one",
    "tells": "`tells:` with what they show, line by line, each after a dash",
    "look_alikes": "`look_alikes:` with what they do, line by line, each after a dash",
    "account": "`account: {claims: I am waiting for a friend.}`",
    "claims": "`claims:` and what they say first when asked",
    "baseline": "`baseline:` and what is normal here",
    "kind": "`kind:` and what sort of place it is, such as `market`",
    "size": "`size: 60 x 36 m`",
    "portals": "`portals:` with a line such as `- {portal: west door, at: [0.8, 9]}` below",
    "at": "`at: [12, 8.5]`, in metres east and north",
    "watches": "`watches: [12, 8.5]`, the spot on the floor that it looks at",
    "points": "`points: [[0, 0], [12, 0]]`, its corners",
    "title": "`title:` and what it is called, in plain words",
    "carries": "`carries:` and the name of what is carried",
    "steps": "`steps:` with what is done, line by line, each after a dash",
}
"""What to add where a key is missing."""
def _wrong_word(document: Document, path: Path_) -> None:
    """Note a word before a colon that should be another sort of word."""
    said = f"`{str(path[-1])[:40]}` cannot stand before the colon here."
    way_out = "Write 1 to 60 letters."
    if "group" in path:
        way_out = "Write how many come together, in digits from 1 to 8, such as `2: 1`."
    elif "how_many" in path:
        way_out = "Write a number in digits, such as `2: 1`."
    document.complain("SL204", document.key(path), said, way_out)


_LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length")
_PAIRED = "Write them in square brackets, such as `[12, 8.5]`."
_LIST = ("SL203", "`{key}` needs a list here.", "Begin each item with a dash, or put them in square brackets.")
_KEYS = (
    "SL203",
    "`{key}` needs keys with values here.",
    "Write {named} in lines of their own, indented, or in curly brackets.",
)
_TEXT = (
    "SL203",
    "`{key}` needs a single word or text here.",
    "Take out the list or the keys; text that holds a colon goes in quotes.",
)
_WHOLE = ("SL204", "{given} is not a whole number.", "Write `{key}` as digits, such as 3.")
_NUMBER = ("SL204", "{given} is not a number that can be used.", "Write `{key}` as digits, such as 1.5.")
_YES_NO = ("SL206", "{given} is neither yes nor no.", "Write `{key}: yes` or `{key}: no`.")
_KINDS = {
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "string_type": _TEXT,
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": _WHOLE,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_parsing": _YES_NO,
    "bool_type": _YES_NO,
}
_BOUNDS = {
    "greater_than_equal": ("SL205", "{given} is too little for `{key}`.", "The least is {bound}."),
    "greater_than": ("SL205", "{given} is too little for `{key}`.", "It must be more than {bound}."),
    "less_than_equal": ("SL205", "{given} is too much for `{key}`.", "The most is {bound}."),
    "less_than": ("SL205", "{given} is too much for `{key}`.", "It must be less than {bound}."),
    "string_too_short": ("SL208", "The text of `{key}` is empty or too short.", "Write at least {bound} letter."),
    "string_too_long": ("SL208", "The text of `{key}` is too long.", "The most is {bound} letters."),
    "too_short": ("SL209", "There are too few items in `{key}`.", "Write at least {bound}."),
    "too_long": ("SL209", "There are too many items in `{key}`.", "The most is {bound}."),
}
_PATTERNS = {
    "name": "A name of a behaviour is small letters, digits and `_`, such as `films_friends`.",
    "cue": "A cue is named by its family and number, such as F2.1.",
    "colour": "Write a colour as `\"#8d6e4f\"`, with its quotes: two digits each for red, green and blue.",
    "starts": "Write the time of day with four digits, such as 08:05.",
}


def _unknown_key(document: Document, model: type[BaseModel], path: Path_, loc: Path_) -> None:
    key = str(path[-1])
    known = [_public(name, path) if name == "name" else name for name in keys(annotation(model, loc[:-1]))]
    taken = {name for name in known if (*path[:-1], name) in document.keys}
    other = _OTHER_WORDS.get(key)
    near = [] if document.full else nearest(key, known)  # nobody will be told what is meant by the thousandth
    meant = [other] if other in known and other not in taken else near
    document.forgiven.update((*path[:-1], word) for word in meant)
    document.complain(
        "SL201",
        document.key(path),
        f"`{key[:40]}` is not a key that can stand here.",
        f"Did you mean {either(meant)}?" if meant else f"The keys here are {either(known, 'and')}.",
    )


def _public(name: str, path: Path_) -> str:
    """The key as authors write it."""
    return "look_alike" if name == "name" and "look_alikes" in path else _PUBLIC.get(name, name)


def _note_missing(document: Document, path: Path_) -> None:
    if isinstance(path[-1], int):
        document.fault("SL204", path, _PAIR, _PAIRED)
        document.forgiven.add(path[:-1])
        return
    name, holder = _public(str(path[-1]), path), path[:-1]
    where = "The file" if not holder else f"`{holder[-1]}`" if isinstance(holder[-1], str) else "This entry"
    spot = document.key(holder) if holder else document.spot(())
    document.complain("SL202", spot, f"{where} has no `{name}`.", f"Add {_EXAMPLES.get(name, f'`{name}: …`')}.")


def keys(of: Any) -> tuple[str, ...]:
    """The keys that a mapping of this kind can have, as authors write them."""
    if not (isinstance(of, type) and issubclass(of, BaseModel)):
        return ()
    names = [info.alias or name for name, info in of.model_fields.items()]
    if of is Behaviour:
        names = ["tell", "look_alike", "everyday", *(name for name in names if name not in ("kind", "name"))]
    return tuple(names)


def annotation(of: Any, loc: Path_) -> Any:
    """The type that the model has for what stands at `loc`; None if it has none."""
    of = _bare(of)
    for part in loc:
        if part in _SORTS:
            of = _SORTS[str(part)]
        elif part in _WAYS:
            of = _bare(next((kind for kind in get_args(of) if Tag(str(part)) in get_args(kind)), None))
        elif isinstance(of, type) and issubclass(of, BaseModel):
            named = {info.alias or name: info.annotation for name, info in of.model_fields.items()}
            of = _bare(named.get(str(part)))
        elif get_origin(of) in (tuple, list, dict):
            inner = get_args(of)
            fixed = len(inner) > 1 and inner[-1] is not Ellipsis and get_origin(of) is tuple
            of = _bare(inner[-1] if get_origin(of) is dict else inner[min(int(part), len(inner) - 1) if fixed else 0])
        else:
            return None
    return of


def _bare(of: Any) -> Any:
    """The type without its annotations and without None."""
    while get_origin(of) is Annotated:
        of = get_args(of)[0]
    if get_origin(of) in (Union, UnionType):
        inner = [_bare(kind) for kind in get_args(of) if kind is not type(None)]
        return inner[0] if len(inner) == 1 else of
    return of


def _words(of: Any) -> list[str]:
    if get_origin(of) is Literal:
        return [str(word) for word in get_args(of)]
    return [str(word) for word in of] if isinstance(of, type) and issubclass(of, Enum) else []


def _is_pair(of: Any) -> bool:
    return get_origin(of) is tuple and [_bare(kind) for kind in get_args(of)] == [float, float]


def _asked_for(of: Any) -> str:
    """The keys that something needs, or if it needs none, some of those that it can have."""
    needed = [info.alias or name for name, info in of.model_fields.items() if info.is_required()] if keys(of) else []
    named = [f"{key}: …" for key in needed or keys(of)[:3]]
    return either(named or ["key: value"], "and" if needed else "or")


def _bound(written: str, value: float) -> str:
    """A limit with the unit that what is written has, if it has one."""
    if re.search(r"\d\s*m(et(re|er)s?)?$", written):
        return f"{value:g} m"
    try:
        seconds(written)
    except ValueError:
        return f"{value:g}"
    return f"{value / 60:g} min" if value >= 120 and value % 60 == 0 else f"{value:g} s"


def _quote(given: Any) -> str:
    text = str(given) if isinstance(given, (str, int, float)) and given != "" else "this"
    return f"`{text if len(text) <= 40 else text[:39] + '…'}`" if text != "this" else text
