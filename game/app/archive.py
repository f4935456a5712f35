"""The past exercises, read one by one, the newest first: what of them can be relied upon, and what they came to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from game import __version__
from game.clock import clock
from game.course import RULE, Result, headline, in_short
from game.log import Finished
from game.progress import ProgressTold, by_prevalence, tell
from game.record import Header, Summary, UnreadableError, known_seal, open_journal
from game.record.index import Indexed, Presented, RecordIndex
from game.run import group_by_looks
from game.score import score, sum_up
from game.screens.navigation import Kept

from .trainees import Learner

T = TypeVar("T")
ANEW = "(Played before the present rule of scoring, and judged by it.)"
CHANGED = "This record was changed after it was written. It is left out of what the exercises say together."


@dataclass(frozen=True, slots=True)
class Reliance:
    """How far a record can be relied upon: in a word, and with `caution` in a sentence if it is not the own and whole.

    `vouched` if the seal of this installation vouches for all that it says.
    """

    word: str = ""
    caution: str = ""
    vouched: bool = False


def say_soundness(summary: Summary, own: str) -> Reliance:
    """How far a record can be relied upon, at the installation whose public key is `own`."""
    sound = summary.soundness
    if sound is None:
        return Reliance()
    match sound.state:
        case "whole":
            if sound.by == own:
                return Reliance("Whole", vouched=True)
            return Reliance("Whole", f"This record was sealed by another installation, {mark(sound.by)}.")
        case "cut":
            return Reliance("Cut", "This record breaks off before its end.")
        case "changed":
            return Reliance("Changed", CHANGED)
        case "unsealed":
            return Reliance("Unsealed", "This record bears no seal: nothing vouches that it is as it was written.")


def mark(public: str) -> str:
    """A public key by its beginning, as people can compare it."""
    return " ".join(public[at : at + 4] for at in range(0, 16, 4))


def read_records(folder: Path, home: Path) -> Iterator[Indexed]:
    """The records of a folder, newest first, and what each came to; those that are known as they are not read anew.

    `home` is the data folder, whose seal is relied upon.
    """
    own = known_seal(home)
    return _index(home, own).read(folder, lambda seen: present(seen, own))


def read_together(
    groups: Sequence[Sequence[Path]], home: Path, shape: TypeAdapter[T], tell: Callable[[Sequence[Path]], T]
) -> Iterator[T]:
    """What `tell` says of all records in each group of folders; of those that are as they were it is not asked anew."""
    return _index(home, known_seal(home)).read_together(groups, shape, tell)


def _index(home: Path, own: str) -> RecordIndex:
    """All that what is told of a record depends on but the file itself is in the name of who made it."""
    return RecordIndex(home, f"{__version__}, rule {RULE}, seal {own or 'none'}")


def each_kept(trainee: Learner) -> Iterator[Kept]:
    """Every record of a trainee at a glance."""
    own = known_seal(trainee.home)
    for entry in read_records(trainee.records, trainee.home):
        yield list_kept(entry, own)


def list_kept(entry: Indexed, own: str) -> Kept:
    """A record as the list shows it, at the installation whose public key is `own`."""
    summary, came = entry.summary, entry.presented
    path, header, standing = summary.path, summary.header, say_soundness(summary, own)
    if header is None:
        return Kept(path, title=Path(summary.name).stem, problem=summary.problem, opens=False, standing=standing.word)
    shown = Kept(path, say_moment(header.started), header.title, _kind(header), standing=standing.word)
    if problem := CHANGED if standing.word == "Changed" else summary.problem:
        return replace(shown, problem=problem)
    if not summary.ended:
        return replace(shown, summary=f"Broken off at {clock(summary.tick)}.")
    if came.problem:
        return replace(shown, problem=came.problem, opens=False)
    if came.result:
        return _with_result(shown, header, came.result, anew=came.anew)
    return replace(shown, summary="Not finished.")


def _with_result(shown: Kept, header: Header, result: Result, *, anew: bool) -> Kept:
    said = f"{headline(result)} {ANEW}" if anew else headline(result)
    return replace(
        shown, summary=said, short=in_short(result), result=result, scenario=header.scenario, done=not header.trainee
    )


def say_moment(moment: datetime) -> str:
    """A date and time as the clocks said at the place, with their offset where it is not that of here and then."""
    said = f"{moment:%d %B %Y, %H:%M}"
    if moment.utcoffset() == moment.astimezone().utcoffset():
        return said
    return f"{said} (UTC{moment.isoformat()[-6:]})"


def present(summary: Summary, own: str) -> Presented:
    """What an exercise came to by the present rule of scoring.

    What a record says that it came to is taken only from one that the own seal vouches for; of others it is reckoned
    anew from what was done and seen. Of what was changed, broken off or not finished there is no result.
    """
    standing = say_soundness(summary, own)
    if summary.header is None or summary.problem or not summary.ended or standing.word == "Changed":
        return Presented()
    said = summary.result
    if said and said.rule == RULE and standing.vouched:
        return Presented(said)
    try:
        result = _reckon(summary.path)
    except UnreadableError as why:
        return Presented(problem=str(why))
    except Exception:  # whatever a stranger's file leads judging to, it hides no other record
        return Presented(problem=f"{summary.name} cannot be judged: what it tells does not fit together.")
    return Presented(result, anew=said is None or said.rule != RULE)


def _reckon(path: Path) -> Result | None:
    recording = open_journal(path, pictures=False)
    if not any(recording.log.of(Finished)):
        return None
    occasion = replace(recording.header.occasion, lesson=bool(recording.production.scenario.lesson))
    people = recording.cast.people
    return sum_up(score(recording.key, recording.log, len(people)), occasion, group_by_looks(people))


def together(results: Iterable[Result], trainee: str = "") -> tuple[ProgressTold, ...]:
    """What the exercises of one trainee, the one at this machine if none is named, say together."""
    return tuple(
        tell(block) for block in by_prevalence(result for result in results if result.occasion.trainee == trainee)
    )


def _kind(header: Header) -> str:
    if header.trainee:
        return f"Robot: {header.trainee}"
    return "Assessment" if header.mode == "assess" else "Practice"
