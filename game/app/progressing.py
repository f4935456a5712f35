"""The progress of a trainee, from the records and the answers in drills."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from game.practice import Sorting, due_today
from game.progress import by_group, count_fooling, stretches, tell_faults
from game.record import read_sortings
from game.screens.front.progress_screen import Progressing
from game.screens.guide.book import GuidePlace, OwnMoment
from game.text import capitalise

from .archive import each_kept
from .background import Tell
from .practising import now
from .settings_file import held_out
from .trainees import Learner


def reckon(trainee: Learner, places: Iterable[GuidePlace], tell: Tell) -> Progressing:
    """All that the progress page tells; records of robots and lessons are left out."""
    tell(0.6, "Reading the records")
    results = [kept.result for kept in each_kept(trainee) if kept.result and not kept.result.occasion.trainee]
    tell(0.9, "Taking them together")
    sortings, at = read_sortings(trainee.folder), now()
    titles = {name: capitalise(behaviour.title) for place in places for name, behaviour in place.behaviours.items()}
    practised = sortings[-1].when if sortings else None
    waiting = len(due_today(sortings, at.astimezone()) - held_out(trainee.home))
    return Progressing(
        stretches(results),
        count_fooling(results),
        titles,
        practised,
        at,
        waiting,
        by_group(results),
        tell_faults(results),
        _count_days(sortings, at),
    )


def _count_days(sortings: Sequence[Sorting], at: datetime) -> int:
    """On how many of the last seven days, today's one of them, there was practice; by the clock of the place."""
    today = at.astimezone().date()
    return len({day for sorting in sortings if (today - (day := sorting.when.astimezone().date())).days < 7})


def look_back(trainee: Learner) -> dict[str, list[OwnMoment]]:
    """In which records each tell and look-alike was shown by somebody who was staged, the newest first."""
    found: dict[str, list[OwnMoment]] = {}
    for kept in each_kept(trainee):
        if kept.result is None or not kept.done:
            continue
        names = [name for case in kept.result.cases for name in case.tells]
        names += [name for case in kept.result.decoy_cases for name in case.look_alikes]
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(OwnMoment(kept.path, f"{kept.title}, {kept.when}", name))
    return found
