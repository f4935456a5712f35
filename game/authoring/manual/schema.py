"""JSON Schema of an author's files, for editors: completion, hover text, and squiggles under what cannot stand."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from game.scenario import Verb, model, plans, premises, talk
from game.scenario.units import Pace, Span
from game.view import Held

from .key_help import KEYS, STEP_WORDS
from .stock import Stock

Json = dict[str, Any]
KINDS = ("scenario", "venue", "catalogue", "roles", "cues", "topics", "accounts", "phrases", "props")
"""The kinds of files that an author writes."""
_MODELS: Mapping[str, type[BaseModel]] = {
    "scenario": model.Scenario,
    "venue": premises.Venue,
    "catalogue": model.Behaviour,
    "roles": model.Role,
    "cues": model.CueFamily,
    "topics": talk.TalkTopic,
    "accounts": talk.GeneralAccount,
    "phrases": talk.Phrase,
    "props": premises.PropKind,
}
_DIALECT = "http://json-schema.org/draft-07/schema#"


def schema(kind: str, stock: Stock) -> Json:
    """The schema of a kind of file; the stock's names are offered for completion, others are not refused."""
    whole = _MODELS[kind].model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions: Json = whole.pop("$defs", {})
    if kind not in ("scenario", "venue"):
        definitions[_MODELS[kind].__name__] = whole
        whole = {"type": "array", "items": _ref(_MODELS[kind].__name__)}
    parts = {of.__name__: of for of in KEYS}
    for name, part in [(_MODELS[kind].__name__, whole), *definitions.items()]:
        if name in parts and "properties" in part:
            _write(part, parts[name], stock)
    definitions.pop("Choose", None)
    if "WrittenStep" in definitions:
        definitions["WrittenStep"] = _step(stock)
    tidy = _tidy({"$schema": _DIALECT, **whole, "title": f"Second Look: {kind}", "definitions": definitions})
    return dict(tidy)


def as_text(schema_: Json) -> str:
    """The schema as it is kept in a file."""
    return json.dumps(schema_, indent=1, ensure_ascii=False) + "\n"


def write_all(folder: Path, stock: Stock) -> list[Path]:
    """Every kind's schema as a file of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for kind in KINDS:
        files.append(folder / f"{kind}.schema.json")
        files[-1].write_text(as_text(schema(kind, stock)), encoding="utf-8")
    return files


def _write(part: Json, of: type[BaseModel], stock: Stock) -> None:
    """The part as authors write it: their keys, the hover text, the short forms, the names to choose from."""
    properties: Json = part["properties"]
    if of is model.Behaviour:
        _name_by_key(part, properties)
    if of is talk.GeneralAccount:
        _account_or_cover(part, properties)
    if of is plans.Planned:
        _name_act(part, properties, stock)
    for key, text in KEYS[of].items():
        value = _value(properties.get(key, {}), of, key, stock)
        forms = value.get("description", "")
        properties[key] = {**value, "description": f"{text} {forms}".strip()}
    part["description"] = (of.__doc__ or "").split("\n")[0]
    if of is plans.Planned:
        short = {
            **_offer_known(stock.names("tell") + stock.names("look-alike")),
            "description": "A tell or look-alike by name.",
        }
        full = {key: part.pop(key) for key in list(part) if key != "description"}
        part["anyOf"] = [short, full]


def _name_by_key(part: Json, properties: Json) -> None:
    for key in ("kind", "name"):
        properties.pop(key)
    name = {"type": "string", "pattern": "^[a-z][a-z0-9_]{2,50}$"}
    properties.update({key: dict(name) for key in ("tell", "look_alike", "everyday")})
    properties["mimics"] = {"type": "string", "description": "The cue that it resembles: the same as `cue`."}
    properties["innocent"] = {"type": "string", "description": "Why it is innocent: the same as `why`."}
    part["required"] = ["title", "steps"]
    part["oneOf"] = [{"required": [key]} for key in ("tell", "look_alike", "everyday")]


def _account_or_cover(part: Json, properties: Json) -> None:
    properties.pop("hides")
    properties["cover"] = dict(properties["account"])
    part["required"] = []
    part["oneOf"] = [{"required": [key]} for key in ("account", "cover")]


def _name_act(part: Json, properties: Json, stock: Stock) -> None:
    properties.pop("name")
    known = stock.known(plans.Planned, "look_alike")
    properties["tell"] = {}
    properties["look_alike"] = {**_offer_known(known), "description": "The look-alike, by name."}
    properties["name"] = {"type": "string", "description": "Its name: `tell` or `look_alike` says more."}
    part.pop("required", None)


def _value(value: Json, of: type[BaseModel], key: str, stock: Stock) -> Json:
    known = stock.known(of, key)
    if not known:
        return value
    return _offer_known(known)


def _offer_known(words: list[tuple[str, str]]) -> Json:
    offered = [{"const": word, "description": text} if text else {"const": word} for word, text in words]
    return {"anyOf": [*offered, {"type": "string"}]}


def _step(stock: Stock) -> Json:
    """A step in all its forms: a bare verb, a verb with what it takes, and the ways of choosing and repeating."""
    bare = [{"const": str(verb), "description": verb.meaning.seen} for verb in Verb if not verb.meaning.needs]
    flow: Json = {
        "choose": {"description": "One of the options, drawn by weight.", "type": "array", "items": _ref("Option")},
        "repeat": {"description": "The steps over and over.", **_ref("Repeat")},
        "do": {"description": "A behaviour of the catalogue.", "anyOf": [_offer_known(stock.names("")), _ref("Do")]},
    }
    verbs = {str(verb): {"description": verb.meaning.seen, "anyOf": _offer_forms(verb)} for verb in Verb}
    full = {
        "type": "object",
        "properties": {**verbs, **flow},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    return {"anyOf": [{"enum": [word["const"] for word in bare]}, full]}


_NAME: Json = {"type": "string"}
_FORMS: Json = {
    "for": TypeAdapter(Span).json_schema(),
    "pause": TypeAdapter(Span).json_schema(),
    "pace": TypeAdapter(Pace).json_schema(),
    "decisive": {"type": "boolean"},
}


def _offer_forms(verb: Verb) -> list[Json]:
    means = verb.meaning
    words: Json = {word: {**_FORMS.get(word, _NAME), "description": STEP_WORDS[word]} for word in sorted(means.takes)}
    if "held" in words:
        words["held"] = {"enum": [str(held) for held in Held], "description": STEP_WORDS["held"]}
    full: Json = {"type": "object", "properties": words, "additionalProperties": False}
    if means.needs:
        return [{**full, "required": sorted(means.needs)}]
    return [full, {"type": "null"}, *([_FORMS["for"]] if "for" in means.takes else [])]


def _ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


_STEPS = {"#/definitions/WrittenStep", "#/definitions/Choose", "#/definitions/Repeat", "#/definitions/Do"}


def _tidy(part: Any) -> Any:
    """Without pydantic's own titles, with one schema for steps, and with `yes` and numbers where they are text."""
    if isinstance(part, list):
        return [_tidy(item) for item in part]
    if not isinstance(part, dict):
        return part
    if {choice.get("$ref") for choice in part.get("oneOf", ()) if isinstance(choice, dict)} >= _STEPS:
        return _ref("WrittenStep")
    kept = {key: value for key, value in part.items() if key not in ("default", "discriminator")}
    if isinstance(kept.get("title"), str) and not str(kept["title"]).startswith("Second Look"):
        kept.pop("title")
    if kept.get("type") == "boolean":
        kept.pop("type")
        kept["enum"] = [True, False, "yes", "no"]
    kept = _fix_length(kept)
    return {key: _tidy(value) for key, value in kept.items()}


def _fix_length(part: Json) -> Json:
    """Draft 7 says `items` for what later drafts call `prefixItems`."""
    if "prefixItems" not in part:
        return part
    return {**{key: value for key, value in part.items() if key != "prefixItems"}, "items": part["prefixItems"]}
