"""Mistakes that authors make, each to be planted alone: in the small good files, or in what is shipped."""

from dataclasses import dataclass

SCENARIO, VENUE, ACTS, ROLES = "good.yaml", "venues/hall.yaml", "catalogue/acts.yaml", "roles.yaml"


@dataclass(frozen=True)
class Mistake:
    """In `file`, `old` becomes `new`: `code` is expected where `token` stands, with `hint` in the way out."""

    name: str
    file: str
    old: str
    new: str
    code: str
    token: str
    hint: str


DECOYS = """decoys:
  - role: passenger
    carries: rucksack
    look_alikes:
      - {look_alike: films_board, target: board}
    account: {claims: My train is late.}"""
TELLS = """tells:
      - {tell: films_camera, target: hall camera, after: 20-30 s}
      - {tell: watches_guard, target: guard post, after: 20 s}
      - tries_door"""
"""What the good scenario has in the place of a pool."""
MISTAKES = [
    # YAML
    Mistake("tab", SCENARIO, "  - {role: guard", "\t- {role: guard", "SL102", "\t", "spaces"),
    Mistake(
        "bracket left open",
        SCENARIO,
        "breaks_on: [the friend]",
        "breaks_on: [the friend",
        "SL101",
        "[the friend",
        "`]`",
    ),
    Mistake("quote left open", SCENARIO, "summary: A quiet", 'summary: "A quiet', "SL101", '"A quiet', "quote"),
    Mistake("second colon", SCENARIO, "summary: A quiet noon", "summary: Note: a quiet noon", "SL101", ": a", "quotes"),
    Mistake("indent", SCENARIO, "  post: control room", "   post: control room", "SL101", "objective", "column"),
    Mistake("one space too many", SCENARIO, "  objective: ", "   objective: ", "SL101", "objective", "same column"),
    Mistake(
        "list for keys", SCENARIO, "clock: {starts: 12:00, lasts: 4 min}", "clock: [12:00, 4 min]", "SL203", "[12:00",
        "`starts: …` and `lasts: …`",
    ),
    Mistake(
        "watching for too long", SCENARIO, "subjects:\n", "baseline: {watch: 5 min}\nsubjects:\n", "SL205", "5 min",
        "The most is 3 min.",
    ),
    Mistake("weight as a share", ROLES, "group: {1: 3,", "group: {1: 30%,", "SL204", "30%", "a weight without %"),
    Mistake("no space after the colon", SCENARIO, "venue: hall\n", "venue:hall\n", "SL101", ":hall", "colon"),
    Mistake("key twice", SCENARIO, "venue: hall\n", "venue: hall\nvenue: hall\n", "SL103", "venue", "line 3"),
    Mistake("alias", SCENARIO, "at: waiting room", "at: *there", "SL104", "*there", "quotes"),
    Mistake("anchor", SCENARIO, "at: waiting room", "at: &there waiting room", "SL104", "&there", "quotes"),
    Mistake(
        "tag", SCENARIO, "summary: A quiet", "summary: !!python/name:os.system A quiet", "SL105", "!!python", "quotes"
    ),
    Mistake("second document", SCENARIO, "\ndecoys:", "\n---\ndecoys:", "SL108", "---", "`---`"),
    Mistake("list as a key", SCENARIO, "summary: A", "[a, b]: c\nsummary: A", "SL109", "[", "quotes"),
    Mistake(
        "nothing after a key",
        SCENARIO,
        "summary: A quiet noon in a small hall.",
        "summary:",
        "SL110",
        "summary",
        "value",
    ),
    Mistake(
        "comma in a text within brackets",
        SCENARIO,
        "{claims: My train is late.}",
        "{claims: My train is late, he says.}",
        "SL110",
        "he says.",
        "quotes",
    ),
    # Shape
    Mistake("misspelt key", SCENARIO, "decoys:\n", "decoyes:\n", "SL201", "decoyes", "`decoys`"),
    Mistake(
        "misspelt key of a line",
        SCENARIO,
        "{role: passenger, present: 8",
        "{role: passenger, presnt: 8",
        "SL201",
        "presnt",
        "`present`",
    ),
    Mistake("a word of another trade", SCENARIO, "lasts: 4 min", "duration: 4 min", "SL201", "duration", "`lasts`"),
    Mistake(
        "missing key", SCENARIO, "  objective: Notice those who do not fit.\n", "", "SL202", "briefing", "`objective:`"
    ),
    Mistake("missing title", SCENARIO, "scenario: The hall at noon\n", "", "SL202", "", "`scenario:`"),
    Mistake(
        "value instead of a list",
        SCENARIO,
        "    look_alikes:\n      - {look_alike: films_board, target: board}",
        "    look_alikes: films_board",
        "SL203",
        "films_board",
        "dash",
    ),
    Mistake(
        "list instead of a text",
        SCENARIO,
        "summary: A quiet noon in a small hall.",
        "summary: [a, b]",
        "SL203",
        "[",
        "quotes",
    ),
    Mistake(
        "text instead of keys",
        SCENARIO,
        "account: {claims: My train is late.}",
        "account: My train is late.",
        "SL203",
        "My train",
        "`claims: …`",
    ),
    Mistake("word instead of a number", SCENARIO, "present: 8", "present: eight", "SL204", "eight", "digits"),
    Mistake("one number instead of two", VENUE, "at: [4, 10]", "at: 4", "SL204", "4", "[12, 8.5]"),
    Mistake("three numbers instead of two", VENUE, "at: [4, 10]", "at: [4, 10, 0]", "SL204", "[", "[12, 8.5]"),
    Mistake("not a number at all", VENUE, "at: [4, 10]", "at: [4, .nan]", "SL204", ".nan", "digits"),
    Mistake("too many", SCENARIO, "present: 8", "present: 8000", "SL205", "8000", "400"),
    Mistake("too short a scene", SCENARIO, "lasts: 4 min", "lasts: 5 s", "SL205", "5 s", "30"),
    Mistake("too large a venue", VENUE, "size: 20 x 14 m", "size: 20000 x 14 m", "SL205", "20000 x 14 m", "300"),
    Mistake(
        "word not in the list",
        SCENARIO,
        "post: control room",
        "post: controlroom",
        "SL206",
        "controlroom",
        "`control room`",
    ),
    Mistake("neither yes nor no", ROLES, "staff: yes", "staff: maybe", "SL206", "maybe", "yes"),
    Mistake("time without a unit", SCENARIO, "lasts: 4 min", "lasts: 4", "SL207", "4}", "90 s"),
    Mistake("unknown unit", SCENARIO, "after: 20-30 s", "after: 20-30 sx", "SL207", "20-30 sx", "4-8 s"),
    Mistake("range the wrong way round", SCENARIO, "after: 20-30 s", "after: 30-20 s", "SL207", "30-20 s", "smaller"),
    Mistake("rate without a time", SCENARIO, "arrive: 12 per minute", "arrive: 12", "SL207", "12,", "40 per minute"),
    Mistake("size without a cross", VENUE, "size: 20 x 14 m", "size: 20 m", "SL207", "20 m", "60 x 36 m"),
    Mistake("pace as a word", ROLES, "pace: 0.9-1.2", "pace: fast", "SL207", "fast", "0.8-1.1"),
    Mistake(
        "empty text", SCENARIO, "objective: Notice those who do not fit.", 'objective: ""', "SL208", '""', "1 letter"
    ),
    Mistake(
        "name too long", SCENARIO, "scenario: The hall at noon", f"scenario: {'Noon ' * 30}", "SL208", "Noon", "60"
    ),
    Mistake(
        "empty list",
        SCENARIO,
        "    look_alikes:\n      - {look_alike: films_board, target: board}",
        "    look_alikes: []",
        "SL209",
        "[",
        "at least 1",
    ),
    Mistake(
        "no crowd",
        SCENARIO,
        "  - {role: passenger, arrive: 12 per minute, from: [west door, east door], to: [west door, east door]}\n"
        "  - {role: passenger, present: 8, at: waiting room}\n  - {role: guard, present: 1, at: guard post}\n",
        "  []\n",
        "SL209",
        "[",
        "1",
    ),
    Mistake(
        "name with capitals",
        ACTS,
        "everyday: reads_phone",
        "everyday: Reads-Phone",
        "SL210",
        "Reads-Phone",
        "small letters",
    ),
    Mistake("time of day", SCENARIO, "starts: 12:00", "starts: 25:00", "SL210", "25:00", "08:05"),
    Mistake(
        "behaviour without a name",
        ACTS,
        "- everyday: reads_phone\n  title",
        "- title",
        "SL211",
        "title",
        "`tell: name`",
    ),
    # Steps
    Mistake("misspelt verb", ACTS, "- try door: {to", "- try doors: {to", "SL220", "try doors", "`try door`"),
    Mistake(
        "word a verb does not take",
        ACTS,
        "{held: phone, at: target, for: 4-8 s}",
        "{object: phone, at: target, for: 4-8 s}",
        "SL221",
        "object",
        "`held`",
    ),
    Mistake(
        "place a verb does not take",
        ACTS,
        "walk: {to: near target, pause",
        "walk: {to: near target, facing: target, pause",
        "SL221",
        "facing",
        "`pause`",
    ),
    Mistake(
        "word a verb needs",
        ACTS,
        "- try door: {to: target}",
        "- try door: {for: 2 s}",
        "SL222",
        "try door",
        "`- try door: {to: near target",
    ),
    Mistake(
        "bare value for a verb with words",
        ACTS,
        "- try door: {to: target}",
        "- try door: target",
        "SL223",
        "target",
        "`- try door: {to",
    ),
    Mistake(
        "two verbs in a step",
        ROLES,
        "    - sit: {to: any seat, for: 10-20 s}\n    - walk",
        "    - sit: {to: any seat, for: 10-20 s}\n      walk",
        "SL223",
        "walk",
        "dash",
    ),
    Mistake("repeat without times", ACTS, "repeat: {times: 2-3, steps", "repeat: {steps", "SL202", "repeat", "times"),
    Mistake(
        "held in the air",
        ACTS,
        "film: {held: phone, at: target}",
        "film: {held: fone, at: target}",
        "SL308",
        "fone",
        "`phone`",
    ),
    # What is named
    Mistake("venue's name with a space", SCENARIO, "venue: hall", "venue: the hall", "SL315", "the hall", "`hall`"),
    Mistake("unknown venue", SCENARIO, "venue: hall", "venue: hal", "SL301", "hal", "`hall`"),
    Mistake(
        "path as a venue", SCENARIO, "venue: hall", "venue: ../../etc/passwd", "SL315", "../../etc/passwd", "`hall`"
    ),
    Mistake(
        "misspelt target", SCENARIO, "target: hall camera", "target: hall camra", "SL302", "hall camra", "`hall camera`"
    ),
    Mistake(
        "misspelt place", SCENARIO, "at: waiting room", "at: waiting rom", "SL302", "waiting rom", "`waiting room`"
    ),
    Mistake("kind as a place", ROLES, "to: any seat", "to: seat", "SL302", "seat", "`any seat`"),
    Mistake(
        "misspelt kind", ROLES, "look: {at: any board}", "look: {at: any bord}", "SL309", "any bord", "`any board`"
    ),
    Mistake(
        "place of a step", ROLES, "wait: {to: guard post", "wait: {to: gard post", "SL302", "gard post", "`guard post`"
    ),
    Mistake(
        "feet sent where eyes go", ROLES, "walk: {to: destination}", "walk: {to: around}", "SL319", "around", "place"
    ),
    Mistake(
        "misspelt tell", SCENARIO, "tell: films_camera", "tell: film_camera", "SL303", "film_camera", "`films_camera`"
    ),
    Mistake(
        "misspelt look-alike",
        SCENARIO,
        "look_alike: films_board",
        "look_alike: films_bord",
        "SL303",
        "films_bord",
        "`films_board`",
    ),
    Mistake(
        "misspelt everyday behaviour",
        ROLES,
        "do: reads_phone",
        "do: reads_fone",
        "SL303",
        "reads_fone",
        "`reads_phone`",
    ),
    Mistake(
        "misspelt counterpart",
        ACTS,
        "looks_like: films_board",
        "looks_like: films_bored",
        "SL303",
        "films_bored",
        "`films_board`",
    ),
    Mistake("misspelt role", SCENARIO, "{role: guard, present", "{role: gard, present", "SL304", "gard", "`guard`"),
    Mistake("unknown cue", ACTS, "cue: F1.1", "cue: F1.9", "SL305", "F1.9", "`F1.1`"),
    Mistake("misspelt prop", VENUE, "prop: bench,", "prop: bensh,", "SL306", "bensh", "`bench`"),
    Mistake(
        "misspelt portal", SCENARIO, "    from: west door", "    from: wst door", "SL307", "wst door", "`west door`"
    ),
    Mistake(
        "place as a portal",
        SCENARIO,
        "    from: west door",
        "    from: waiting room",
        "SL307",
        "waiting room",
        "`west door`",
    ),
    Mistake("misspelt luggage", SCENARIO, "carries: rucksack", "carries: rucksak", "SL308", "rucksak", "`rucksack`"),
    Mistake(
        "misspelt uniform",
        ROLES,
        "uniform: security guard",
        "uniform: security gard",
        "SL320",
        "security gard",
        "`security guard`",
    ),
    Mistake("two places of one name", VENUE, "place: vault,", "place: guard post,", "SL310", "guard post", "line"),
    Mistake(
        "decoy given a tell",
        SCENARIO,
        "{look_alike: films_board, target: board}",
        "{look_alike: films_camera, target: hall camera}",
        "SL311",
        "films_camera",
        "`films_board`",
    ),
    Mistake(
        "target of another kind",
        SCENARIO,
        "target: hall camera",
        "target: guard post",
        "SL313",
        "guard post",
        "`hall camera`",
    ),
    Mistake(
        "target for what has none",
        SCENARIO,
        "      - tries_door\n",
        "      - tries_door\n      - {tell: turns_away, target: board}\n",
        "SL314",
        "target",
        "out",
    ),
    Mistake("nothing to aim at", VENUE, "kind: service door", "kind: cupboard", "SL312", "", "venue"),
    Mistake("one-sided counterpart", ACTS, "  looks_like: [films_camera]\n", "", "SL316", "films_board", "looks_like"),
    Mistake(
        "tell without a reason", ACTS, "  why: It tests whether it is locked.\n", "", "SL317", "tries_door", "`why:`"
    ),
    # The scene
    Mistake("tell after the end", SCENARIO, "after: 20-30 s", "after: 5 min", "SL401", "5 min", "after"),
    Mistake("arrival after the end", SCENARIO, "arrive: 5-10 s", "arrive: 5 min", "SL408", "5 min", "earlier"),
    Mistake("bound for a closed place", SCENARIO, "at: waiting room", "at: vault", "SL402", "vault", "1 m"),
    Mistake(
        "walled-up way in",
        VENUE,
        "portal: east door, at: [19.5, 5]",
        "portal: east door, at: [17, 11.5]",
        "SL402",
        "[17",
        "1 m",
    ),
    Mistake(
        "stairs to nowhere",
        VENUE,
        "portal: east door, at: [19.5, 5]",
        "portal: east door, kind: stairs, at: [16, 5]",
        "SL414",
        "[16",
        "towards",
    ),
    Mistake(
        "no such level",
        VENUE,
        "portal: east door, at: [19.5, 5]",
        "portal: east door, leads_to: gallery, at: [19.5, 5]",
        "SL307",
        "gallery",
        "portals",
    ),
    Mistake(
        "how many, not at all",
        SCENARIO,
        "{role: passenger, present: 8, at",
        "{role: passenger, at",
        "SL403",
        "passenger",
        "`present: 5`",
    ),
    Mistake(
        "how many, twice",
        SCENARIO,
        "{role: passenger, present: 8, at",
        "{role: passenger, arrive: 2 per minute, present: 8, at",
        "SL403",
        "present",
        "line of its own",
    ),
    Mistake("too dense", SCENARIO, "present: 8", "present: 380", "SL404", "380", "present"),
    Mistake(
        "too many people",
        SCENARIO,
        "arrive: 12 per minute",
        "arrive: 900 per minute",
        "SL405",
        "900 per minute",
        "arrive",
    ),
    Mistake("outside the venue", VENUE, "at: [4, 10]", "at: [40, 10]", "SL406", "[", "20 m east"),
    Mistake(
        "circle of behaviours",
        ACTS,
        "    - read: {held: phone, for: 5-10 s}",
        "    - read: {held: phone, for: 5-10 s}\n    - do: reads_phone",
        "SL409",
        "reads_phone",
        "Take out",
    ),
    Mistake("subject who shows too little", SCENARIO, "      - tries_door\n", "", "SL411", "tells", "three cues"),
    Mistake(
        "account that never fails", SCENARIO, "      breaks_on: [the friend]\n", "", "SL413", "account", "breaks_on"
    ),
    Mistake(
        "decoy's account that fails",
        SCENARIO,
        "{claims: My train is late.}",
        "{claims: My train is late., breaks_on: [train]}",
        "SL413",
        "breaks_on",
        "out",
    ),
    # A pool
    Mistake("pool of nobody", SCENARIO, DECOYS, "decoys: {how_many: {5: 0}}", "SL701", "{5: 0}", "0: 3"),
    Mistake("pool of too many", SCENARIO, DECOYS, "decoys: {how_many: 15-30}", "SL207", "15-30", "20"),
    Mistake("pool that is empty", SCENARIO, DECOYS, "decoys: {how_many: 2, pool: []}", "SL209", "[]", "1"),
    Mistake("pool without a number", SCENARIO, DECOYS, "decoys: {}", "SL202", "decoys", "how_many"),
    Mistake("crime that is drawn", SCENARIO, TELLS, "nature: crime\n    tells: {}", "SL703", "{}", "Write"),
    Mistake("find without crime", SCENARIO, "    tells:", "    finds: a knife\n    tells:", "SL704", "finds", "crime"),
    Mistake("tells of one family", SCENARIO, TELLS, "tells: {families: [F2]}", "SL705", "{families", "families"),
    Mistake("family out of the list", SCENARIO, TELLS, "tells: {families: [F22]}", "SL206", "F22", "F2"),
    Mistake("level that there is not", SCENARIO, TELLS, "tells: {subtlety: 2-9}", "SL207", "2-9", "1 to 5"),
]

FIRST = "scenarios/first_steps.yaml"
MORNING, STATION = "scenarios/king_street_morning.yaml", "scenarios/venues/king_street_station.yaml"
PROPS, CUES, LOOKS = "assets/props.yaml", "scenarios/cues.yaml", "assets/looks.yaml"
TOPICS, ACCOUNTS, PHRASES = (f"scenarios/{part}.yaml" for part in ("topics", "accounts", "phrases"))
WATCHING, SHIPPED_ROLES = "scenarios/catalogue/watching.yaml", "scenarios/roles.yaml"

IN_SHIPPED = [
    # A scenario
    Mistake("number as a word", MORNING, "present: 2, at: [gate", "present: two, at: [gate", "SL204", "two", "digits"),
    Mistake("bracket not opened", MORNING, "from: [west door", "from: west door", "SL101", "]", "`[`"),
    Mistake(
        "value and list", FIRST, "tells:\n", "tells: watches_guard\n", "SL101", "watches_guard", "one or the other"
    ),
    Mistake("value and keys", FIRST, "details:\n", "details: none\n", "SL101", "none", "one or the other"),
    Mistake("point in a time of day", MORNING, 'starts: "08:05"', "starts: 8.05", "SL210", "8.05", "08:05"),
    Mistake("dash without a space", MORNING, "  - {role: commuter", "  -{role: commuter", "SL101", "-{role", "item"),
    Mistake("quote left open in a group", MORNING, '"08:05", lasts', '"08:05, lasts', "SL101", '"08:05', "quote"),
    Mistake(
        "bracket left open in a line of many",
        MORNING,
        "platform 3, platform 4]}\n  - {role: waiting passenger, arrive",
        "platform 3, platform 4]\n  - {role: waiting passenger, arrive",
        "SL101",
        "{role: waiting passenger, present",
        "`}`",
    ),
    Mistake(
        "item further left than the others",
        FIRST,
        "      - {tell: notes_security, target: gate",
        "    - {tell: notes_security, target: gate",
        "SL101",
        "- {tell: notes_security",
        "column",
    ),
    Mistake(
        "first key further left",
        FIRST,
        "  - role: waiting passenger\n    arrive: 0-5 s",
        "- role: waiting passenger\n    arrive: 0-5 s",
        "SL101",
        "- role: waiting passenger",
        "straight above",
    ),
    # A venue
    Mistake(
        "points without outer brackets", STATION, "[[0, 36], [60, 36]]", "[0, 36], [60, 36]", "SL109", "[60", "`points`"
    ),
    Mistake("misspelt finish", STATION, "finish: glass", "finish: gless", "SL206", "gless", "`glass`"),
    Mistake("one of several stairs", STATION, "kind: stairs}", "kind: stair}", "SL206", "stair", "`stairs`"),
    Mistake("commas in numbers", STATION, "at: [42.4, 27.2]", "at: [42,4, 27,2]", "SL204", "[42,4", "[12, 8.5]"),
    Mistake("size below nothing", STATION, "size: 60 x 36 m", "size: 60 x -36 m", "SL207", "60 x -36 m", "60 x 36 m"),
    Mistake("turned to the north", STATION, "turn: 180", "turn: north", "SL204", "north", "digits"),
    Mistake("repeated less than never", STATION, "repeat: 11", "repeat: -1", "SL205", "-1", "least is 1"),
    Mistake("colour without quotes", STATION, 'colour: "#bdb8ab"', "colour: #bdb8ab", "SL101", "#bdb8ab", "quotes"),
    Mistake("colour by name", STATION, 'colour: "#bdb8ab"', "colour: grey", "SL210", "grey", "#8d6e4f"),
    # Behaviours
    Mistake(
        "misspelt verb of a behaviour",
        WATCHING,
        "- watch: {at: target",
        "- wach: {at: target",
        "SL220",
        "wach",
        "`watch`",
    ),
    Mistake("misspelt word of a step", WATCHING, "for: ", "fro: ", "SL221", "fro", "`for`"),
    Mistake("subtlety off the scale", WATCHING, "subtlety: ", "subtlety: 7  # ", "SL205", "7", "most is 5"),
    # Roles
    Mistake("pace the wrong way round", SHIPPED_ROLES, "pace: 1.0-1.2", "pace: 1.2-1.0", "SL207", "1.2-1.0", "0.8-1.1"),
    Mistake(
        "weight left out",
        SHIPPED_ROLES,
        "carries: {nothing: 2,",
        "carries: {nothing,",
        "SL110",
        "nothing",
        "`nothing: ",
    ),
    Mistake("group by a word", SHIPPED_ROLES, "group: {1: 9", "group: {one: 9", "SL204", "one", "digits"),
    Mistake("misspelt weight", SHIPPED_ROLES, "{weight: 4, steps", "{wieght: 4, steps", "SL201", "wieght", "`weight`"),
    # Cues
    Mistake("comma in a cue's id", CUES, "cue: F1.1", "cue: F1,1", "SL210", "F1,1", "F2.1"),
    Mistake("family that there is not", CUES, "family: F1\n", "family: F13\n", "SL206", "F13", "`F1`"),
    Mistake("misspelt source", CUES, "source:", "sorce:", "SL201", "sorce", "`source`"),
    # Talks
    Mistake("misspelt topic", ACCOUNTS, "lapses: {way: 10%", "lapses: {weigh: 10%", "SL801", "weigh", "`way`"),
    Mistake("topic that follows none", TOPICS, "follows: reason", "follows: raisin", "SL801", "raisin", "`reason`"),
    Mistake(
        "topic that follows itself", TOPICS, "topic: reason", "topic: reason\n  follows: reason", "SL801", "reason",
        "follow nothing",
    ),
    Mistake("role that there is not", ACCOUNTS, "roles: [meeter", "roles: [meter", "SL302", "meter", "`meeter`"),
    Mistake("gap that there is not", PHRASES, "In at {value}, and", "By {way}, and", "SL207", "By", "{value}"),
    Mistake("gap that nothing fills", PHRASES, "I really have to go now.", "My {train} is here.", "SL802", "My", "out"),
    Mistake("misspelt phrase", PHRASES, "- phrase: breaks off", "- phrase: brakes off", "SL207", "brakes", "told"),
    Mistake("answer that settles it", ACCOUNTS, "slips: {way: 42%", "slips: {way: 55%", "SL803", "55%", "nearer"),
    Mistake("share of more than all", ACCOUNTS, "lapses: {way: 10%", "lapses: {way: 150%", "SL205", "150%", "30%"),
    Mistake("share without its sign", ACCOUNTS, "slips: {way: 42%", "slips: {way: 42", "SL205", "42,", "`42%`"),
    Mistake("misspelt gap", ACCOUNTS, "seeing {friend} later", "seeing {frend} later", "SL207", "I'm", "`{friend}`"),
    Mistake(
        "chance of more than all", FIRST, "subjects:\n", "reactions: {subjects: 140%}\nsubjects:\n", "SL205", "140%",
        "30%",
    ),
    # Props and looks
    Mistake("letter for a digit", PROPS, "size: [0.16", "size: [O.16", "SL204", "O.16", "digits"),
    Mistake("colour without its mark", PROPS, 'colour: "#', 'colour: "', "SL210", '"', "#8d6e4f"),
    Mistake("neither solid nor not", PROPS, "solid: false", "solid: perhaps", "SL206", "perhaps", "yes"),
    Mistake("key of the looks", LOOKS, "{carries: rucksack", "{carris: rucksack", "SL202", "{", "`carries:`"),
    Mistake("looks not closed", LOOKS, "{carries: rucksack, ", "carries: rucksack, ", "SL101", ": 20", "colon"),
]
