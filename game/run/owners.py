"""Whose the items are that lie about: who says so when it is asked aloud, and whom cameras saw leave them."""

from game.belongings import LookedOver, OwnerTold, PutDown
from game.cast import Cast
from game.chance import stream
from game.duty import HOT
from game.exercise import Owner
from game.key import Key, Lies
from game.log import Log
from game.scenario.talk import Speech
from game.view import Snapshot

from .spotters import Spotters
from .wording import fresh


class ItemOwners:
    """Knows who put what down, and who meant to leave it."""

    def __init__(self, cast: Cast, key: Key, spotters: Spotters, speech: Speech) -> None:
        self._cast, self._spotters, self._speech = cast, spotters, speech
        self._lies = {
            (entry.person, act.act): act.leaves for entry in key.entries for act in entry.acts if act.leaves
        }
        self._meant = {(entry.person, act.act) for entry in key.entries for act in entry.acts if act.kind == "tell"}

    def speaks_up(self, put: PutDown, heard: bool, log: Log) -> Owner:
        """Who says that it is theirs; nobody does whose plan it was to leave it."""
        if heard and (put.person, put.act) not in self._meant:
            return Owner(put.person, self._say("owner speaks up", put, log))
        return Owner(None, self._say("nobody speaks up", put, log))

    def say_how_it_lies(self, put: PutDown, said: LookedOver) -> str:
        """How it truly lies, sign by sign, beside what was said of it."""
        lies = self._lies.get((put.person, put.act), Lies()) if put.act is not None else Lies()
        told = []
        for sign, (question, _) in HOT.items():
            so, given = getattr(lies, sign), getattr(said, sign)
            agrees = "as you said" if so == given else "not as you said"
            told.append(f"{question} {'Yes' if so else 'No'}, {agrees}.")
        return " ".join(told)

    def see_leaving(self, put: PutDown, now: Snapshot, log: Log) -> Owner:
        """Whom a camera saw leave it; nobody, if none looks at the spot."""
        if not self._spotters.camera_looks_at(put.x, put.y):
            return Owner(None, self._say("camera saw nobody leave it", put, log))
        gone = put.person not in now.ids
        looks = self._spotters.describe(put.person)
        words = self._say("camera saw who left it", put, log, looks)
        return Owner(put.person, f"{words} {self._say('they are not here now', put, log)}" if gone else words)

    def _say(self, phrase: str, put: PutDown, log: Log, value: str = "") -> str:
        chance = stream(self._cast.seed, phrase, str(put.item))
        return fresh(self._speech.lines(phrase), chance, {"value": value}, {event.text for event in log.of(OwnerTold)})
