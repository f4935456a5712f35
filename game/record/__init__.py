"""What is kept of an exercise: the journal as it is written, and the recording as it is opened again.

The index of all that is kept is asked for by its own name, `game.record.index`: its database library takes half a
second to load, which most commands need not wait for.
"""

from .comment_book import LONGEST, Comment, CommentBook
from .digest import Digest
from .drill_record import begin_drill, keep, read_sortings
from .folder import Summary, summaries, summary
from .grounds_book import GroundsAnswered, GroundsBook
from .header import Header, make_header, pack_opening
from .journal import Journal, begin
from .recorder import Recorder
from .recording import Recording, open_journal, open_kept
from .seal import Seal, Unsealable, known_seal, take_seal
from .soundness import Soundness, State
from .trouble import Trouble, UnreadableError

__all__ = [
    "LONGEST",
    "Comment",
    "CommentBook",
    "Digest",
    "GroundsAnswered",
    "GroundsBook",
    "Header",
    "Journal",
    "Recorder",
    "Recording",
    "Seal",
    "Soundness",
    "State",
    "Summary",
    "Trouble",
    "UnreadableError",
    "Unsealable",
    "begin",
    "begin_drill",
    "keep",
    "known_seal",
    "make_header",
    "open_journal",
    "open_kept",
    "pack_opening",
    "read_sortings",
    "summaries",
    "summary",
    "take_seal",
]
