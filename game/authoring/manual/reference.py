"""The part of the manual that is made from the code and the catalogue, so that it cannot drift from them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from game.scenario import LEGIBLE_AT, Behaviour, Leaves, PropKind, Verb, model, plans, premises, talk, timed
from game.scenario.checks.set_rules import shows_text
from game.truth import family as family_of
from game.view import Held

from .key_help import KEYS, STEP_WORDS, names
from .role_needs import wants
from .stock import Stock

BEGIN, END = "<!-- made from the code: begin -->", "<!-- made from the code: end -->"
_TITLES: dict[type[BaseModel], str] = {
    model.Scenario: "A scenario",
    model.Briefing: "`briefing`",
    model.Clock: "`clock`",
    model.Baseline: "`baseline`",
    model.Crowd: "A line of `crowd`",
    plans.SubjectPool: "`subjects` as a pool",
    plans.DecoyPool: "`decoys` as a pool",
    plans.Subject: "One of `subjects`, or of their `pool`",
    plans.Decoy: "One of `decoys`, or of their `pool`",
    plans.DrawnTells: "`tells` that are drawn",
    plans.DrawnLookAlikes: "`look_alikes` that are drawn",
    plans.Planned: "One of `tells` or `look_alikes`",
    plans.WrittenAccount: "`account`",
    timed.TimedEvent: "One of `events`",
    timed.Bring: "The `bring` of an event",
    model.ReactionOdds: "`reactions`",
    model.LessonStep: "A step of `lesson`",
    premises.Venue: "A venue",
    premises.Void: "One of `voids`",
    premises.Wall: "One of `walls`",
    premises.Portal: "One of `portals`",
    premises.Lights: "The `lights` of a portal",
    premises.Place: "One of `places`",
    premises.Prop: "One of `props`",
    premises.Camera: "One of `cameras`",
    premises.Marking: "One of `markings`",
    model.Behaviour: "A behaviour, in `catalogue/*.yaml`",
    Leaves: "The `leaves` of a behaviour",
    model.Role: "A role, in `roles.yaml`",
    model.CueFamily: "A family, in `cues.yaml`",
    model.Cue: "One of `cues`",
    talk.TalkTopic: "A topic, in `topics.yaml`",
    talk.GeneralAccount: "An account or a cover, in `accounts.yaml`",
    talk.Phrase: "A phrase, in `phrases.yaml`",
}
_FLOW = """| step | what happens |
| --- | --- |
| `- do: NAME`, `- do: {do: NAME, target: PLACE}` | A behaviour of the catalogue. |
| `- choose: [{weight: 2, steps: […]}, {steps: […]}]` | One of the options, drawn by weight. |
| `- repeat: {times: 2-4, steps: […]}` | The steps over and over. |"""
_PLACES = """| word | what it means |
| --- | --- |
| a name | A place, portal, camera or named prop of the venue. |
| `target` | What the tell or look-alike is aimed at. |
| `near`, `beside`, `past` and a word | A free spot 3 to 7 m off with a view of it; within 2 m; beyond it. |
| `against` and a word | The free spot nearest to it, within reach of the hands. |
| `one end of`, `other end of` and a word | The ends of something long, such as a gateline. |
| `any KIND`, `nearest KIND` | A place of the kind, such as `any seat`, `near any board`, `nearest camera`. |
| `destination`, `exit` | Where this person is bound, and the portal by which they will leave. |
| `somewhere` | A free spot in the public part, away from the flow. |
| `nearest staff`, `nearest officer`, `nearest person`, `partner`, `leader` | Someone, as the step begins. |
| `nearest guard`, `nearest patrol` | A guard or officer; one who is walking, if any is. |
| `nearest visitor`, `nearest bystander` | The nearest not in uniform; one who is standing, if any is. |
| `nearest bag` | The nearest bystander with a bag on the back or the shoulder, standing with room behind them. |
| `next at the gates` | Whoever is walking towards the gates and nearest to them; if nobody is, the nearest passer-by. |
| `same person` | Whom this person last looked at, followed or spoke to. |
| `nearest passer-by` | The nearest who is walking and not in uniform; if nobody is, the nearest of all. |
| `same spot` | Where this behaviour first took them: for coming back to it. |
| `away from officer`, `away from staff` | A spot that is farther from the nearest of them. |
| `ahead`, `around`, `down`, `object` | For the eyes: straight on, all about, the floor, what they hold. |"""
_UNITS = """| quantity | forms |
| --- | --- |
| a time | `90 s`, `1:30`, `2 min` |
| a time that is drawn | `4-8 s`, `1-2 min`, `30 s - 2 min`, or one time |
| a rate | `40 per minute`, `2 per hour` |
| a length, an extent | `8 m`; `60 x 36 m` |
| a point or a direction | `[12, 8.5]`: metres east, metres north |
| a number that is drawn | `2-4`, or one number |
| a pace | `1.2`, `0.8-1.1`: a factor on the person's walking speed |
| yes or no | `yes`, `no` |"""


def reference(stock: Stock) -> str:
    """The whole of it, in Markdown."""
    parts = [
        "### Quantities",
        _UNITS,
        "### Keys",
        *_keys(),
        "### Verbs",
        _verbs(),
        "### Ways of choosing and repeating",
        _FLOW,
        "### Words in steps",
        _table(("word", "what it says"), ((f"`{word}`", text) for word, text in STEP_WORDS.items())),
        "### Words for places",
        _PLACES,
        "### What can be held",
        f"{_list_words(Held)}.",
        "### Cues",
        "What the guidance has published, and what a trainee can choose. A tell of your own names the one that comes "
        "nearest.",
        _cues(stock),
        *_catalogue(stock),
        "### Roles",
        "What a role needs is said in its line of the crowd, or is a place that the venue must have by that very name. "
        "Everybody else comes and goes by any way in or out that the public uses, unless `from` and `to` say which. "
        "What a role makes use of may be missing: they then stand about somewhere instead. What is carried most "
        "comes first.",
        _roles(stock),
        "### Props",
        "With `turn: 0` the front is to the south. A prop with a `name` is a landmark of the kind given: a tell can be "
        "aimed at it. Without a kind it is scenery.",
        _props(stock),
        "### Kinds of places that behaviours are aimed at",
        f"{_list_words(sorted({kind for behaviour in stock.behaviours for kind in behaviour.targets}))}. "
        "A portal is an `exit`, or a "
        "`staff door`, `shop` or `platform` if it is of that kind (a `train` is a `platform` too, a `bus` a "
        "`bus stand`); a camera is a `camera`. A place may be of any other "
        "kind too: for [a behaviour of your own](#a-behaviour-of-your-own).",
        "### What people can carry, and uniforms",
        f"{_list_words(stock.carries)}. Uniforms: {_list_words(stock.uniforms)}.",
        "### Topics",
        "What anybody can be asked.",
        _topics(stock),
        "### Accounts",
        "Whoever has a role that none is for gives that of `anybody`; a cover that poses as none goes with any. "
        "Why somebody is here stands in the `accounts` of their role, in `roles.yaml`.",
        _accounts(stock),
        "### Phrases",
        "Each stands in several wordings, of which one is drawn.",
        _phrases(stock),
    ]
    return "\n\n".join(parts)


def renew_manual(manual: str, stock: Stock) -> str:
    """The manual with its made part made anew."""
    before, _, rest = manual.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{reference(stock)}\n\n{END}{rest.partition(END)[2]}"


def renew(file: Path, stock: Stock) -> None:
    """Write the made part of the manual anew."""
    file.write_text(renew_manual(file.read_text(encoding="utf-8"), stock), encoding="utf-8")


def _keys() -> Iterable[str]:
    for of, title in _TITLES.items():
        yield f"#### {title}"
        yield _table(("key", "", "what it is for"), ((f"`{key}`", _need(of, key), _text(of, key)) for key in names(of)))


def _need(of: type[BaseModel], key: str) -> str:
    found = next((info for name, info in of.model_fields.items() if (info.alias or name) == key), None)
    return "needed" if found is not None and found.is_required() else ""


def _text(of: type[BaseModel], key: str) -> str:
    words = _choices(
        next((info.annotation for name, info in of.model_fields.items() if (info.alias or name) == key), None)
    )
    return f"{KEYS[of][key]}{f' One of {_list_words(words)}.' if words else ''}"


def _choices(annotation: Any) -> Sequence[str]:
    words = get_args(annotation)
    return [str(word) for word in words] if words and all(isinstance(word, str) for word in words) else []


def _verbs() -> str:
    rows = []
    for verb in Verb:
        means = verb.meaning
        low, high = means.seconds
        usual = f"{low:g}-{high:g} s" if high else "the way"
        words = _list_words(sorted(means.needs)), _list_words(sorted(means.may))
        rows.append((f"`{verb}`", means.seen, *words, usual, means.reads))
    head = ("verb", "what is seen", "needs", "may have", "takes, if not said", "read from")
    legible = ", ".join(f"{reads} from {height} px" for reads, height in LEGIBLE_AT.items())
    return f"{_table(head, rows)}\n\nBody language can be made out of a standing figure of this height: {legible}."


def _cues(stock: Stock) -> str:
    rows = (
        (f"{family.family} {family.title}", f"`{cue.cue}`", cue.wording, cue.source)
        for family in stock.families
        for cue in family.cues
    )
    return _table(("family", "cue", "wording", "published by"), rows)


def _catalogue(stock: Stock) -> Iterable[str]:
    kinds = {"tell": "Tells", "look-alike": "Look-alikes", "everyday": "Everyday behaviours"}
    for kind, title in kinds.items():
        yield f"### {title}"
        listed = [behaviour for behaviour in stock.behaviours if behaviour.kind == kind]
        if kind == "everyday":
            yield _table(("name", "they …"), ((f"`{behaviour.name}`", behaviour.title) for behaviour in listed))
            continue
        for family in stock.families:
            mine = [behaviour for behaviour in listed if behaviour.cue and family_of(behaviour.cue) == family.family]
            if mine:
                yield f"#### {family.family} {family.title}"
                yield _table(_HEADS[kind], (_row(behaviour) for behaviour in mine))


_HEADS = {
    "tell": ("name", "they …", "cue", "aimed at", "subtlety", "looks like"),
    "look-alike": ("name", "they …", "resembles", "aimed at", "", "is told from"),
}


def _row(behaviour: Behaviour) -> tuple[str, ...]:
    subtlety = str(behaviour.subtlety or "")
    title = f"{behaviour.title} (when: {behaviour.reacts_to})" if behaviour.reacts_to else behaviour.title
    return (
        f"`{behaviour.name}`",
        title,
        behaviour.cue or "",
        _list_words(behaviour.targets),
        subtlety,
        _list_words(behaviour.looks_like),
    )


def _roles(stock: Stock) -> str:
    behaviours = {behaviour.name: behaviour for behaviour in stock.behaviours}
    rows = []
    for role in stock.roles:
        needs, uses = wants(role, behaviours)
        carries = sorted(role.carries, key=lambda thing: -role.carries[thing])
        who = f"{role.title} (staff)" if role.staff else role.title
        rows.append((f"`{role.role}`", who, ", ".join(needs), _list_words(uses), _list_words(carries)))
    return _table(("role", "who", "needs", "makes use of", "carries"), rows)


def _props(stock: Stock) -> str:
    return _table(
        ("prop", "wide, deep, high (m)", "", "landmark"),
        (_prop(kind) for kind in sorted(stock.props, key=lambda kind: kind.prop)),
    )


def _prop(kind: PropKind) -> tuple[str, ...]:
    low = [min(box.at[n] for box in kind.boxes) for n in range(3)]
    high = [max(box.at[n] + box.size[n] for box in kind.boxes) for n in range(3)]
    extent = " × ".join(f"{high[n] - (low[n] if n < 2 else 0):.2g}" for n in range(3))
    seats = f"seats {len(kind.seats)}" if kind.seats else ""
    through = "" if kind.solid else "walked over or under"
    text = "shows its `text`" if shows_text(kind) else ""
    return (
        f"`{kind.prop}`",
        extent,
        ", ".join(filter(None, (seats, through, text))),
        f"`{kind.landmark}`" if kind.landmark else "",
    )


_FACTS = {
    "way": "the way in", "since": "since when they are there", "been": "where they have been",
    "act": "an act that was seen", "train": "the train that they name",
}  # fmt: skip


def _topics(stock: Stock) -> str:
    rows = (
        (f"`{topic.topic}`", topic.ask[0], _FACTS[topic.fact] if topic.fact else "", _code(topic.follows))
        for topic in stock.speech.topics
    )
    return _table(("topic", "what is asked, for one", "what can be checked of it", "follows"), rows)


def _accounts(stock: Stock) -> str:
    rows = (
        (
            _code(account.account),
            "a cover" if account.hides else _list_words(account.roles) or "anybody",
            _code(account.poses_as),
            _list_words(account.answers),
        )
        for account in stock.speech.accounts
    )
    return _table(("account", "of which roles", "poses as", "answers"), rows)


def _phrases(stock: Stock) -> str:
    rows = (
        (f"`{name}`", _list_words(f"{{{gap}}}" for gap in talk.find_gaps(name)), lines[0])
        for name, lines in stock.speech.phrases.items()
    )
    return _table(("phrase", "can have", "for one"), rows)


def _code(name: str | None) -> str:
    return f"`{name}`" if name else ""


def _list_words(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
