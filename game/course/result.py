"""What an exercise came to, as a value. The record keeps it on its last line; words are made from it, never read."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

Mode = Literal["practice", "assess"]
Prevalence = Literal["as written", "none"]
"""Whether a scenario was staged with the subjects it lists, or as its twin without any."""
Trait = Literal["sex", "age", "skin", "hair", "head", "beard"]
"""In what people who were marked without reason are counted by how they look."""
Group = tuple[Trait, str]
"""People who are alike in a trait, and what they are called."""
ItemResolution = Literal["right", "out of order", "too much", "too little", "open"]
"""What was made of an unattended item. `out of order`: the four Cs were called for, and not taken all and in order ·
`too much`: a place was cleared for lost property · `too little`: a suspicious item was handed in or left · `open`:
nothing was done with it."""
Judgement = Literal["hit", "miss", "false alarm", "correct rejection", "crime noticed", "crime missed", "not judged"]
Evidence = Literal["unfounded", "lucky", "early", "founded"]
"""What a mark on a subject rested on when it was made. `unfounded`: nothing had been shown yet · `lucky`: something had
been shown, and the trainee had not made it out · `early`: they had made out signs of one family · `founded`: of two or
more."""
GROUNDED: tuple[Evidence, ...] = ("early", "founded")
"""The evidence that makes a hit."""
Miss = Literal["search", "recognition", "decision"]
"""`search`: no tell was ever in view, long and large enough · `recognition`: in view, and nothing done about it from
then on · `decision`: after that left at a note, or taken back (after Kundel & Nodine's taxonomy from radiology)."""
RULE = 2
"""The rule of judging by which a result is made. 1 was before evidence: a mark after the first tell was a hit, seen or
not, and one before it left the count. Results of rule 1 do not say so, and are not of the present shape."""

# Values come back from files that anybody may have written, so each has bounds: so wide that no change of the program
# ever refuses an old record, and just narrow enough that whatever is within them can be shown and reckoned with.
Text = Annotated[str, Field(max_length=200)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Seconds = Annotated[float, Field(ge=0, le=100_000)]
CONCERN = 2
"""The level of a mark from which on it says "suspicious"."""
Level = Annotated[int, Field(ge=0, le=3)]
"""Of the mark that stood at the end: 0 none, 1 note, 2 concern, 3 act."""
Moment = Annotated[AwareDatetime, Field(ge=datetime(1971, 1, 1, tzinfo=UTC), lt=datetime(2971, 1, 1, tzinfo=UTC))]
"""A date that every system can turn to local time: some fail before 1970, and Python after 9999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Which exercise it was, when, and whose.

    `scenario` is its id and `title` its name · `started` has the offset of the place where it was played · `trainee` is
    a pseudonym or a robot's name, empty for whoever sat at the machine · `prevalence` is what was staged; None in
    records from before it was noted · `lesson` if help was given meanwhile, and nothing counts.
    """

    scenario: Text
    title: Text
    venue: Text
    post: Text
    mode: Mode
    seed: Annotated[int, Field(ge=-(2**63), lt=2**63)]
    started: Moment
    trainee: Text = ""
    prevalence: Prevalence | None = None
    lesson: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One subject: what became of them, what they had shown by the end, and what the mark on them rested on.

    `level` is that of the mark that stood, and `evidence` what it rested on; None without a mark · `seen` are the ids
    of the cues made out before that mark · `tells` are the names of the catalogue's behaviours and `cues` the ids of
    the cues these show, each once, in order of time · `seconds` from the start of the first tell made out to the mark;
    None unless it was a hit or a crime noticed.
    """

    judgement: Judgement
    level: Level = 0
    evidence: Evidence | None = None
    seen: tuple[Text, ...] = ()
    miss: Miss | None = None
    tells: tuple[Text, ...] = ()
    cues: tuple[Text, ...] = ()
    seconds: Seconds | None = None

    @property
    def grounded_level(self) -> int:
        """The level of the mark that stood, if it rested on evidence that makes a hit; otherwise 0."""
        return self.level if self.evidence in GROUNDED else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DecoyCase:
    """One decoy: what became of them, at which level they were left, and the names of the look-alikes they showed.

    `made_out` are those that had been made out before the mark that stood: they alone can have been taken for a tell.
    None in records from before that was kept.
    """

    judgement: Judgement
    level: Level = 0
    look_alikes: tuple[Text, ...] = ()
    made_out: tuple[Text, ...] | None = None

    def was_fooled_by(self, look_alike: str) -> bool:
        """Whether this look-alike may be why they were marked."""
        taken = self.look_alikes if self.made_out is None else self.made_out
        return self.judgement == "false alarm" and look_alike in taken


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCase:
    """One decision about somebody: whether it was open to the post and borne, and what it settled.

    `found` whether a search found anything, and `spoken` how GOWISELY was said before it; None without a search.
    """

    decision: Text
    proportionate: bool
    resolution: Literal["right", "lucky", "wrong", "open", "not judged"]
    found: bool | None = None
    spoken: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCase:
    """One unattended item: what was made of it, and of how many of the three signs it was rightly said how it lay."""

    resolution: ItemResolution
    looked: Annotated[int, Field(ge=0, le=3)] | None = None
    sought: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LooksCount:
    """People with nothing to hide who look alike in one trait: so many were judged, and so many of them marked."""

    trait: Trait
    group: Text
    marked: Count
    judged: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one exercise came to.

    `rule` is the rule of judging it was made by · `lasted` ticks from 0:00 to the end, which came `early` if the
    trainee did not wait for the clock · `subjects` and `decoys` were staged · `found` of the `of` subjects of
    reconnaissance who showed enough, in sight of the post · `observable` people with nothing to hide could be seen for
    long enough to be judged, decoys among them, and of these the trainee `watched` so many closely;
    `passers_by_watched` leaves the decoys out · `decoys_marked` and `passers_by_marked` as suspicious · `notes` people
    only noted · `crimes_noticed` of `crimes` · `cases` one for each subject · `decoy_cases` one for each decoy who
    could be judged · `decisions` one for each that was made, in order · `items` one for each
    unattended item that was dealt with, or should have been · `by_looks` are false alarms by how people look; none in
    records from before they were counted.
    """

    occasion: Occasion
    rule: Annotated[int, Field(ge=2)]
    lasted: Count
    early: bool
    subjects: Count
    found: Count
    of: Count
    observable: Count
    watched: Count
    decoys: Count
    decoys_marked: Count
    passers_by_watched: Count
    passers_by_marked: Count
    notes: Count
    crimes: Count
    crimes_noticed: Count
    cases: Annotated[tuple[Case, ...], Field(max_length=100)] = ()
    decoy_cases: Annotated[tuple[DecoyCase, ...], Field(max_length=100)] = ()
    decisions: Annotated[tuple[DecisionCase, ...], Field(max_length=1000)] = ()
    items: Annotated[tuple[ItemCase, ...], Field(max_length=1000)] = ()
    by_looks: Annotated[tuple[LooksCount, ...], Field(max_length=100)] = ()

    @property
    def wrong(self) -> int:
        """How many people with nothing to hide were marked as suspicious."""
        return self.decoys_marked + self.passers_by_marked

    @property
    def decoys_judged(self) -> int:
        """How many of the decoys could be seen for long enough to be judged."""
        return len(self.decoy_cases)

    @property
    def right(self) -> int:
        """How many people were rightly marked, on something the trainee had made out; crimes count."""
        return self.found + self.crimes_noticed

    @property
    def flags(self) -> int:
        """How many people were marked as suspicious, rightly or not, of those who are judged."""
        return self.wrong + sum(case.level >= CONCERN and case.judgement != "not judged" for case in self.cases)

    @property
    def proportionate(self) -> int:
        """How many decisions were open to the post and borne by what had been seen."""
        return sum(case.proportionate for case in self.decisions)

    def count_missed_on(self, evidence: Evidence) -> int:
        """How many subjects were missed though marked, the mark resting on this."""
        return sum(
            case.judgement == "miss" and case.level >= CONCERN and case.evidence == evidence for case in self.cases
        )
