"""What an exercise came to, as a value. The record keeps it on its last line; words are made from it, never read."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

Mode = Literal["practice", "assess"]
Prevalence = Literal["as written", "none"]
"""Whether a scenario was staged with the subjects it lists, or as its twin without any."""
Judgement = Literal[
    "hit", "miss", "unfounded", "false alarm", "correct rejection", "crime noticed", "crime missed", "not judged"
]
Miss = Literal["search", "recognition", "decision"]
"""`search`: no tell was ever in view, long and large enough · `recognition`: in view, and not marked · `decision`:
marked, then only noted or taken back (after Kundel & Nodine's taxonomy from radiology)."""

# Values come back from files that anybody may have written, so each has bounds: so wide that no change of the program
# ever refuses an old record, and just narrow enough that whatever is within them can be shown and reckoned with.
Text = Annotated[str, Field(max_length=200)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Seconds = Annotated[float, Field(ge=0, le=100_000)]
Moment = Annotated[AwareDatetime, Field(ge=datetime(1971, 1, 1, tzinfo=UTC), lt=datetime(2971, 1, 1, tzinfo=UTC))]
"""A date that every system can turn to local time: some fail before 1970, and Python after 9999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Which exercise it was, when, and whose.

    `scenario` is its id and `title` its name · `started` has the offset of the place where it was played · `trainee` is
    a pseudonym or a robot's name, empty for whoever sat at the machine · `prevalence` is what was staged; None in
    records from before it was noted.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One subject: what became of them, and what they had shown by then.

    `tells` are the names of the catalogue's behaviours and `cues` the ids of the cues these show, each once, in order
    of time · `seconds` from the start of the first tell to the mark; None unless it was a hit or a crime noticed.
    """

    judgement: Judgement
    miss: Miss | None = None
    tells: tuple[Text, ...] = ()
    cues: tuple[Text, ...] = ()
    seconds: Seconds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one exercise came to.

    `lasted` ticks from 0:00 to the end, which came `early` if the trainee did not wait for the clock · `subjects` and
    `decoys` were staged · `found` of the `of` subjects of reconnaissance who showed enough, in sight of the post;
    `unfounded` ones were marked before they had shown anything · `observable` people with nothing to hide could be seen
    for long enough to be judged, decoys among them; of these, so many `decoys_marked` and `passers_by_marked` · `notes`
    people only noted · `crimes_noticed` of `crimes` · `cases` one for each subject.
    """

    occasion: Occasion
    lasted: Count
    early: bool
    subjects: Count
    found: Count
    of: Count
    unfounded: Count
    observable: Count
    decoys: Count
    decoys_marked: Count
    passers_by_marked: Count
    notes: Count
    crimes: Count
    crimes_noticed: Count
    cases: Annotated[tuple[Case, ...], Field(max_length=100)] = ()

    @property
    def wrong(self) -> int:
        """How many people with nothing to hide were marked as suspicious."""
        return self.decoys_marked + self.passers_by_marked
