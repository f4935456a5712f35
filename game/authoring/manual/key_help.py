"""What each key of an author's files is for: the hover text of editors, and the manual's tables."""

from pydantic import BaseModel

from game.scenario import Leaves, model, plans, premises, talk, timed

KEYS: dict[type[BaseModel], dict[str, str]] = {
    model.Scenario: {
        "scenario": "The scenario's title, as it stands in the list.",
        "venue": "The venue's name: its file in `venues`, without `.yaml`.",
        "summary": "One or two sentences for the list of scenarios.",
        "briefing": "What the trainee reads before the clock starts.",
        "clock": "When the scene starts and how long it lasts.",
        "crowd": "The everyday people, line by line.",
        "subjects": "The people whom the trainee should notice: a list, or a pool that they are drawn from. None at "
        "all is a scenario too.",
        "decoys": "People who look odd and are innocent: a list, or a pool, such as `{how_many: 5-8}`.",
        "weather": "`dry`, or `rain`: wet ground, streaks and umbrellas in the open; those who stand about there do so "
        "under trees and along walls, where there are any.",
        "events": "What happens of itself at a time: something is called, a way is shut, a train is late, people come "
        "all at once.",
        "reactions": "How likely people are to react to visible security.",
        "prevalence": "`as written`, or `none`: the same scene with the subjects' parts made innocent.",
        "baseline": "A time at the start in which the trainee only watches, such as `{watch: 60 s}`, and is then asked "
        "what is normal here. Nobody with a part does anything in it, and nothing in it counts.",
        "lesson": "For a guided exercise: what to do, one step after another.",
    },
    model.Briefing: {
        "post": "Who the trainee is: in the `control room`, or on the floor an `officer` or one of the `staff`.",
        "deployment": "For officers: `uniform` or `plain clothes`.",
        "objective": "What is asked of the trainee, in a sentence.",
        "text": "The situation. Do not give the answer away, and do not promise that there is one.",
        "baseline": "What is normal here at this time; the venue's own words if left out.",
    },
    model.Clock: {
        "starts": "The time of day at the start, as clocks here show it, such as 08:05.",
        "lasts": "From 30 s to 30 min. Six minutes are plenty.",
    },
    model.Baseline: {
        "watch": "For how long, from 20 s to 3 min. A minute is enough; let the scene last as much longer.",
    },
    model.Crowd: {
        "role": "A role, by name.",
        "arrive": "How many arrivals, such as `40 per minute`; a group counts as one. Either this or `present`.",
        "present": "How many people are there throughout, each of them alone. Either this or `arrive`.",
        "from": "The portals by which they come in; any public one at which nothing stops if left out.",
        "to": "Where they are bound: what `destination` means in their role's steps.",
        "at": "Where they stay: posts of staff, pitches, waiting rooms.",
        "by": "`train` for those who come off trains: as many in all, but all at once when a train comes in at one of "
        "the platforms in `from`; `bus` for those who get off buses at the stands in `from`.",
    },
    plans.SubjectPool: {
        "how_many": "How many subjects there are: weights by number.",
        "pool": "Whom they are drawn from, by weight: entries as in a list of `subjects`.",
    },
    plans.DecoyPool: {
        "how_many": "How many decoys there are.",
        "pool": "Whom they are drawn from, by weight; if left out, they do just anything that looks like a tell.",
    },
    plans.Subject: {
        "weight": "In a pool: how likely this entry is, against the others; 1 if left out.",
        "nature": "`reconnaissance`, or `crime` for pickpockets and the like, who are counted apart from hits.",
        "finds": "What is found on somebody who commits a crime. It is in the key, and nowhere else.",
        "role": "The role that they seem to be; drawn from the crowd's if left out.",
        "arrive": "When they come in; as it happens, with time for everything, if left out.",
        "from": "The portal by which they come in.",
        "carries": "What they carry; drawn as for anyone of the role if left out.",
        "tells": "What they show, in order: names, or `{tell: name, target: place, after: 20-30 s}`; or how it is "
        "drawn, such as `{how_many: 3-4}`.",
        "account": "What they say when asked; what anybody in their role says, if left out.",
    },
    plans.Decoy: {
        "weight": "In a pool: how likely this entry is, against the others; 1 if left out.",
        "role": "The role that they are; drawn from the crowd's if left out.",
        "arrive": "When they come in; as it happens, with time for everything, if left out.",
        "from": "The portal by which they come in.",
        "carries": "What they carry; drawn as for anyone of the role if left out.",
        "look_alikes": "What they do, in order: names, or `{look_alike: name, target: place, after: 20-30 s}`; or "
        "how it is drawn, such as `{how_many: 1-3}`.",
        "account": "What they say when asked; it checks out. What anybody in their role says, if left out.",
    },
    plans.DrawnTells: {
        "how_many": "How many tells; 3-4 if left out. More of them make a subject stay longer.",
        "families": "The families of cues that they are drawn from, such as `[F1, F2, F6]`; any but F11 and F12 if "
        "left out.",
        "subtlety": "How slight they are, by the level of each; 1-5 if left out.",
    },
    plans.DrawnLookAlikes: {
        "how_many": "How many look-alikes; 1-3 if left out.",
        "families": "The families of cues that they resemble; any if left out.",
        "subtlety": "The same, by level; 1-5 if left out.",
    },
    plans.Planned: {
        "tell": "The tell, by name (`look_alike` for a decoy).",
        "target": "The place, portal, camera or named prop that it is aimed at; drawn among those fitting if left out.",
        "after": "How long everyday life goes on before it, after coming in or after the one before. The way to where "
        "it is done comes on top.",
    },
    plans.WrittenAccount: {
        "claims": "The first thing they say about why they are here.",
        "details": "What they say when asked further: `question: answer`.",
        "breaks_on": "For subjects: the questions at which the account fails.",
    },
    timed.TimedEvent: {
        "at": "When it happens: a time from 0:00, or a range that it is drawn from. Left out with `close`, the way is "
        "shut before the scene begins.",
        "announce": "What the loudspeakers call then, in a sentence; it stands as a caption for six seconds. Nothing "
        "else is called about then.",
        "close": "Ways that are shut from then on: a barrier stands there, at both ends of what leads to another "
        "level; whoever comes up to it goes another way, and whoever would come in by it comes by another. Doors, "
        "streets, shops, stairs, escalators and lifts; one way out must be left, and one way between levels.",
        "for": "For how long they are shut; to the end if left out.",
        "delay": "Platforms or bus stands at which the next train or bus is late. Those who wait go on waiting, and "
        "those who would come off it (`by: train`, `by: bus`) come with it, and with them those due meanwhile.",
        "by": "How late it is.",
        "bring": "People who come all together, besides the crowd: off a flight, out of a show.",
    },
    timed.Bring: {
        "role": "A role, by name.",
        "how_many": "How many people: a number, or a range that it is drawn from.",
        "from": "The portals by which they come in; each of them takes one.",
        "to": "Where they are bound, as in a line of the crowd.",
        "within": "In what time all of them come; 40 s if left out.",
    },
    model.ReactionOdds: {
        "subjects": "The probability that a subject reacts to visible security, from 0 to 1.",
        "others": "The same for everyone else; never 0, since innocent people turn away too.",
    },
    model.LessonStep: {
        "say": "What the trainee reads. A key in braces, such as `{f}`, is shown as whichever key does that now.",
        "until": "The trainee's act that completes the step; `key` and `seen` are read, left by Enter; `hint` waits "
        "for one that shows somebody.",
        "whom": "To whom it must be done, with `note`, `concern`, `cue` or `clear`: `meant` are the subjects, "
        "`another` is anybody else.",
        "catch": "What is said if it was done to somebody else.",
    },
    premises.Venue: {
        "venue": "The venue's title.",
        "kind": "What sort of place it is.",
        "size": "Extent east and north, such as `60 x 36 m`.",
        "floor": "What the floor is made of.",
        "surroundings": "What lies around it: a `street` with traffic and roofs, a paved `square`, `earth` where it "
        "is below ground, an `airfield`, a `park`. Below ground it is as bright at all hours, and a `door` leads on "
        "into a passage.",
        "roof": "Whether it has a roof; `no` for a square or a street, which have the light of the sky and only such "
        "lamps as stand there.",
        "baseline": "What is normal here, for the briefing.",
        "voids": "Parts that are no floor: the ground between two levels, a light well. Nobody can walk there.",
        "walls": "Runs of wall.",
        "portals": "Ways in and out.",
        "places": "Named spots that scenarios refer to.",
        "props": "Things of the kit, placed.",
        "cameras": "CCTV cameras: landmarks, and small pictures in the control room.",
        "markings": "What is painted or laid on the floor.",
    },
    premises.Void: {
        "at": "Its south-west corner.",
        "size": "Its extent.",
    },
    premises.Wall: {
        "points": "The corners, `[[0, 0], [12, 0]]`, in metres.",
        "height": "Above 1.2 m it hides people.",
        "finish": "What it is made of; glass can be seen through. `stone` is the front of a house, with windows.",
    },
    premises.Portal: {
        "portal": "Its name; on stairs, escalators and lifts it is painted on the sign.",
        "at": "The middle of the line where people appear and vanish; beyond it on stairs, an escalator or in a lift.",
        "width": "How wide it is.",
        "kind": "What sort of way it is. The crowd does not use `shop` and `staff only` unless told to. `stairs`, "
        "`escalator` and `lift` are drawn, and one cannot walk over them. A `train` is the edge of a platform at which "
        "trains stop and go on, a `bus` a kerb at which buses do.",
        "towards": "Where `stairs`, an `escalator` or a `lift` lead, and on which side of a platform the `train` "
        "stands, or of a kerb the `bus`, as `[east, north]`; over the edge that is within 2 m if left out.",
        "leads": "Whether stairs or an escalator lead up or down.",
        "leads_to": "A portal on another level, where people come out again. Both are then no way out of the venue. "
        "Levels lie side by side on the plan.",
        "takes": "How long it is until they come out there, with a `leads_to`.",
        "every": "For a `train` or `bus`: about how long it is from one to the next.",
        "route": "For a `bus`: what it says on its front, such as `41 Fernley`.",
        "queue": "For a `bus`: the direction in which its queue grows, as `[east, north]`; if left out, six metres "
        "away from the kerb and on beside the bus.",
        "lights": "For a `street`: the crossing over the road outside has lights, at which traffic stops and "
        "passers-by wait; without, it is a zebra crossing.",
    },
    premises.Lights: {
        "people": "How long the man is green.",
        "clearing": "How long it is then red for all, so that whoever has stepped off gets over.",
        "traffic": "How long traffic may drive.",
    },
    premises.Place: {
        "place": "Its name.",
        "kind": "What `any …` and the `targets` of behaviours look for, such as `guard post` or `waiting area`; a "
        "word of your own will do.",
        "at": "Its middle.",
        "size": "Its extent; people stand anywhere within.",
        "height": "The height at which eyes rest on it.",
        "faces": "The direction that people face here, as `[east, north]`.",
        "queue": "The direction in which a queue grows from here, if people queue.",
    },
    premises.Prop: {
        "prop": "The kind of thing, from the kit.",
        "at": "The middle of its footprint.",
        "turn": "Degrees; 0 shows its front to the south, 90 to the east.",
        "name": "A name, if scenarios should refer to it.",
        "text": "What is written on it; on a board the heading, with rows if you like: `TODAY / 11:00 Choir`.",
        "colour": "The colour of its sign, as `#rrggbb`, if it has one.",
        "repeat": "How many, in a row.",
        "step": "From one of the row to the next, as `[east, north]`.",
    },
    premises.Camera: {
        "camera": "Its name.",
        "at": "Where it hangs.",
        "height": "How high it hangs.",
        "watches": "The spot on the floor that it looks at.",
    },
    premises.Marking: {
        "marking": "What it is.",
        "at": "Its south-west corner.",
        "size": "Its extent.",
        "colour": "Its colour, as `#rrggbb`; the usual one if left out.",
    },
    model.Behaviour: {
        "tell": "Its name, if it is a tell: shown by subjects.",
        "look_alike": "Its name, if it is an innocent behaviour that resembles a tell: done by decoys.",
        "everyday": "Its name, if it is something that everybody does.",
        "title": "As the debrief says it after “they”: “filmed a security camera”.",
        "cue": "The cue that a tell shows or a look-alike resembles, such as F2.1 (for look-alikes also `mimics`).",
        "subtlety": "From 1 (open) to 5 (hardly to be seen), as [measured](behaviours.md) beside its counterparts.",
        "why": "Why it matters, or (also `innocent`) why it is innocent.",
        "differs": "What tells it apart from its counterpart.",
        "looks_like": "Its counterparts: look-alikes of a tell, tells of a look-alike. Both name each other.",
        "targets": "The kinds of places that it can be aimed at, in the very words of the venue.",
        "reacts_to": "If it is a reaction: to what. `officer near`, `officer speaks` (near by, with somebody), `looked "
        "at` (by the trainee's officer in uniform, for two seconds), `dog near` (somebody comes by with a dog), "
        "`announcement` (the loudspeakers call) and `way closed` (a way near by is shut) come about; `spoken to` is "
        "kept for later. Reactions are a bonus; a scenario never counts on them.",
        "needs": "What the person must be carrying.",
        "partners": "How many others it takes.",
        "leaves": "How a bag or parcel lies that it puts down for good: `{hidden: yes, typical: no}`, or `{}`.",
        "steps": "What is done, in order.",
    },
    Leaves: {
        "hidden": "Whether it is put where it should not be seen; `no` if left out.",
        "obvious": "Whether wires, batteries, liquids or tape can be seen on it; `no` if left out.",
        "typical": "Whether it is what people leave behind at such a place; `yes` if left out.",
    },
    model.Role: {
        "role": "Its name.",
        "title": "As call sheet and debrief call them.",
        "staff": "Whether they work here.",
        "officer": "Whether they are police.",
        "uniform": "What they wear, if it is a uniform.",
        "pace": "A factor on walking speed, such as `0.9-1.1`.",
        "carries": "What they carry, each with its weight: `{nothing: 3, rucksack: 1}`.",
        "group": "How many come together at one arrival, each with its weight: `{1: 3, 2: 1}`.",
        "accounts": "What one of them may say when asked; one is drawn.",
        "steps": "What they do, in order.",
    },
    model.CueFamily: {
        "family": "F1 to F11.",
        "title": "Its name.",
        "evidence": "What research says about it, if it says something else than the guidance.",
        "cues": "Its cues.",
    },
    model.Cue: {
        "cue": "Its id, such as F2.1; never used again for another.",
        "wording": "What the trainee reads when choosing it.",
        "source": "Where it was published.",
    },
    premises.PropKind: {
        "prop": "Its name.",
        "boxes": "What it is made of.",
        "solid": "Whether people walk round it.",
        "opaque": "Whether it hides what is behind.",
        "seats": "Where people sit: `[east, north, facing]`, facing in degrees from the local north.",
        "stool": "Where one sits to use it, said as a seat; nobody else sits there.",
        "landmark": "The kind of landmark that it is, if any.",
        "height": "The height of the spot that people look at; its top if left out.",
        "rides": "Where cases ride along it, if it is a belt that runs.",
        "trays": "Where trays ride along it, beside whoever walks past, if it is the belt of a security lane.",
    },
    premises.Trays: {
        "begins": "Where they are put down, `[east, north]` in the prop's own frame.",
        "ends": "Where they are taken.",
        "high": "How high the belt is on which they lie.",
        "unseen": "From how many metres on to how many they are within a scanner, as `[1.5, 2.9]`. Its boxes are those "
        "that begin higher than the belt.",
    },
    premises.Rides: {
        "begins": "Where they come, `[east, north]` in the prop's own frame.",
        "ends": "Where they go to.",
        "high": "How high the belt is on which they lie.",
    },
    premises.Box: {
        "at": "Its south-west-bottom corner in the prop's own frame.",
        "size": "Its extent east, north and up.",
        "colour": "As `#rrggbb`.",
        "round": "Whether it is a cylinder, as wide as its shorter side.",
        "skin": "How its faces are drawn beyond the colour, such as glass, board or sign.",
    },
    model.Option: {
        "weight": "How likely it is, against the others; 1 if left out.",
        "steps": "What is then done; nothing if left out.",
    },
    talk.TalkTopic: {
        "topic": "Its name, by which `answers`, `lapses` and `slips` go.",
        "short": "What the choice is called in the talk.",
        "ask": "The question, in some wordings; one is drawn. `{target}` is what was seen, where it is about an act.",
        "fact": "What can be checked of the answer: `way`, `since`, `been`, `act` or `train`. Without it, nothing can.",
        "follows": "The topic that must have been answered first.",
    },
    talk.GeneralAccount: {
        "account": "Its name.",
        "cover": "Instead of `account`: the name of a cover, for those who hide something.",
        "roles": "Whose account it is; that of anybody who has none of their own, if left out.",
        "poses_as": "For a cover: the account that it goes with; any, if left out.",
        "answers": "What is said to topics that no camera knows of, and which train is named: `topic: [wordings]`.",
        "together": "The same for those who came in company, where they would say something else.",
        "lapses": "How often an honest person errs about what can be checked: `topic: 10%`.",
        "slips": "For a cover: how often it is wrong there.",
    },
    talk.Phrase: {
        "phrase": "What is said, and of what: `told way`, `vague since`, `temper shy`, `breaks off`.",
        "says": "The wordings. One of your own replaces all of a shipped phrase.",
    },
    model.Repeat: {
        "times": "How often, such as `2-4`.",
        "steps": "What is done again and again.",
    },
    model.Do: {
        "do": "A behaviour of the catalogue, by name.",
        "target": "What it is aimed at.",
    },
}
STEP_WORDS = {
    "to": "Where they go first. Going there is not part of the showing, unless the verb itself is a way of going.",
    "at": "What the eyes rest on.",
    "facing": "What the body, or the thing held, is turned to.",
    "with": "The other person.",
    "for": "How long it is held after arriving; the verb's usual time if left out.",
    "pause": "How long they stand there before the next step.",
    "pace": "A factor on their walking speed.",
    "held": "What is in the hands.",
    "says": "What an officer hears who stands within 4 m.",
    "decisive": "`true` in a step without which nobody has made the behaviour out: the hand on the door, not the way "
    "there. If no step says so, it is those that show what most of it shows: gaze, hands or gait. All verbs take it.",
}


def names(of: type[BaseModel]) -> list[str]:
    """The keys that authors write for a part, in the model's order."""
    written = [info.alias or name for name, info in of.model_fields.items()]
    if of is model.Behaviour:
        return ["tell", "look_alike", "everyday", *written[2:]]
    if of is talk.GeneralAccount:
        return ["account", "cover", *(name for name in written if name not in ("account", "hides"))]
    return ["tell", *written[1:]] if of is plans.Planned else written
