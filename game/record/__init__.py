"""What is kept of an exercise: the journal as it is written, and the recording as it is opened again."""

from .digest import Digest
from .folder import Summary, home, listing, records, summary
from .header import Header, header
from .journal import Journal, begin
from .recorder import Recorder
from .recording import Recording, open_journal, open_kept
from .trouble import Trouble, UnreadableError

__all__ = [
    "Digest", "Header", "Journal", "Recorder", "Recording", "Summary", "Trouble", "UnreadableError", "begin", "header",
    "home", "listing", "open_journal", "open_kept", "records", "summary",
]
