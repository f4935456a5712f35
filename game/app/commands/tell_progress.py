"""What `progress` prints: what the exercises of one trainee say together."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from game.course import Result
from game.progress import Pooled, by_prevalence, faults, tell, tell_faults

from ..archive import read_records
from ..console import answer, complain, say
from ..errors import Wrong, near
from ..settings_file import folder, place
from ..trainees import Learner, each_trainee, plain_name


def progress(records: Path | None, trainee: str, *, as_json: bool) -> int:
    """Of the records in a folder, the program's own if none is named; `trainee` is the name of
    somebody who practises here, or of a robot, and "" for whoever gave no name."""
    if records is not None and not records.is_dir():
        raise Wrong(f"“{records}” is no folder.")
    people = {} if records else {learner.name.casefold(): learner for learner in each_trainee(folder())}
    sits = people.get(plain_name(trainee).casefold())
    results = list(_results(records or (sits or Learner(folder())).records))
    own = [result for result in results if result.occasion.trainee == ("" if sits else trainee)]
    if trainee and not own and not sits:
        known = {result.occasion.trainee for result in results} - {""} | {learner.name for learner in people.values()}
        raise Wrong(f"There is no record of “{trainee}”.{near(trainee, known)}")
    blocks = by_prevalence(own)
    if as_json:
        answer({"trainee": trainee, "blocks": [asdict(block) for block in blocks], "faults": faults(own)})
    elif blocks:
        say(*(line for n, block in enumerate(blocks) for line in ("",) * (n > 0) + tuple(_lines(block))))
        if said := tell_faults(own):
            say("", "What stands out", *(f"  {sentence}" for sentence in said))
    else:
        say("No exercises yet that could be counted.")
    return 0


def _results(records: Path) -> Iterator[Result]:
    """By the present rule of scoring; what cannot be read, or was changed, is said, and left out."""
    anew = 0
    for found in read_records(records, place()):
        passed, came = found.summary, found.presented
        if passed.soundness and passed.soundness.state == "changed":
            complain(f"{passed.name} was changed after it was written, and is left out.")
        if came.problem:
            complain(came.problem)
        if came.result:
            anew += came.anew
            yield came.result
    if anew:
        complain(f"{anew} from before the present rule of scoring, judged anew by it.")


def _lines(block: Pooled) -> Iterator[str]:
    told = tell(block)
    yield told.heading
    yield from (f"  {sentence}" for sentence in told.sentences)
    if block.added_up and block.estimate:
        sums = block.added_up
        yield (
            f"  Added up, as if caution never changed (log-linear): d′ {sums.sensitivity:.2f}, c {sums.criterion:.2f}. "
            "For comparison only."
        )
