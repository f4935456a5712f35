"""The progress of a trainee, from the records and the answers in drills."""

from collections.abc import Iterable

from game.practice import due
from game.progress import by_group, fooled, stretches
from game.record import read_sortings
from game.screens.front.progress_screen import Progressing
from game.screens.guide.book import GuidePlace, sentence

from .archive import each_kept
from .background import Tell
from .practising import now
from .trainees import Learner


def reckon(trainee: Learner, places: Iterable[GuidePlace], tell: Tell) -> Progressing:
    """All that the progress page tells; records of robots and lessons are left out."""
    tell(0.6, "Reading the records")
    results = [one.result for one in each_kept(trainee) if one.result and not one.result.occasion.trainee]
    tell(0.9, "Taking them together")
    sortings, at = read_sortings(trainee.folder), now()
    titles = {name: sentence(one.title) for place in places for name, one in place.behaviours.items()}
    practised = sortings[-1].when if sortings else None
    return Progressing(
        stretches(results), fooled(results), titles, practised, at, len(due(sortings, at)), by_group(results)
    )
