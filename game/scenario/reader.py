"""Reading: from an author's file to a production, or to every problem at once."""

from pathlib import Path

from .checks import check_draft
from .drafts import drafted, produced
from .model import Production
from .problems import Invalid, errors


def read(path: Path | str) -> Production:
    """The scenario in the file with all that it refers to. Raises `Invalid` with every problem if it has errors."""
    draft = drafted(Path(path))
    problems = check_draft(draft)
    production = produced(draft)
    if errors(problems) or production is None:
        raise Invalid(problems)
    return production
