"""Talks of a staging, to be read aloud: `python -m tools.talks SCENARIO SEED PEOPLE` asks so many people everything.

Each is asked all topics, one after another, as in one sitting; every second one is spoken to bluntly, and every third
is thanked. At the end it is told which lines came more than once.
"""

import sys
from collections import Counter
from collections.abc import Iterator

from game.acts import Opening
from game.exercise import Conversing
from game.log import Asked, Event, Log, Replied, Spoke
from game.run import Stage, call_umpire, play, set_stage
from game.scenario import find, read

SHORT_AFTER = 7
"""Questions after which people answer as they do who have had nearly enough."""


def speak_with(staged: Stage, people: int) -> Iterator[str]:
    """The lines of the talks with the first so many who are there in the middle of the scene."""
    run, replies, middle = play(staged, 5), call_umpire(staged).replies, staged.lasts // 2
    events: list[Event] = [event for tick in run.events for event in tick if event.tick <= middle]
    for n, person in enumerate(run.at(middle).ids.tolist()[:people]):
        hides = any(entry.person == person for entry in staged.key.subjects())
        yield f"--- {n + 1}: {staged.cast.people[person].role}{', who has something to hide' if hides else ''}"
        opening: Opening = "blunt" if n % 2 else "explained"
        greeted = Spoke(middle, person, opening, replies.open_talk(person, opening, Log(events)))
        events.append(greeted)
        yield f"    “{greeted.text}”"
        yield from _ask_everything(replies, person, middle, events)
        last = replies.part(person, "let go" if n % 3 else "thanked", Log(events))
        events.append(Replied(middle, person, "", None, last, ""))
        yield f"    “{last}”"
    said = Counter(event.text for event in events if isinstance(event, (Replied, Spoke)))
    again = [f"{count} × {text}" for text, count in said.most_common() if count > 1]
    yield "--- said more than once: " + "; ".join(again)


def _ask_everything(replies: Conversing, person: int, tick: int, events: list[Event]) -> Iterator[str]:
    asked: set[tuple[str, int | None]] = set()
    while True:
        offered = replies.choices(person, Log(events), assessed=True)
        topic = next((other for other in offered if (other.topic, other.act) not in asked), None)
        if topic is None:
            return
        asked.add((topic.topic, topic.act))
        events.append(Asked(tick, person, topic.topic, topic.act, topic.words))
        said = replies.ask(person, topic.topic, topic.act, Log(events), curt=len(asked) > SHORT_AFTER)
        events.append(Replied(tick, person, topic.topic, topic.act, said.words, said.claim))
        yield f"You: {topic.words}\n    “{said.words}”"
        if said.claim:
            yield f"Control: {replies.look_up(person, topic.topic, topic.act, Log(events)).words}"


def main() -> None:
    """Read the arguments and print."""
    scenario, seed, people = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for line in speak_with(set_stage(read(find(scenario)), seed), people):
        print(line)


if __name__ == "__main__":
    main()
