"""What an instructor runs: checks of what a scene teaches, rehearsals, leak tests, new files, schema, sheets."""

from .ahead import Ahead, Span, StagedScene
from .billing import billed, initials
from .manual.new_files import Refused, new, role_name
from .manual.schema import KINDS, as_text, schema, write_all
from .manual.stock import Stock, stock
from .pages.chapter import Chapter
from .pages.contact_sheet import NotPlayed, contact_sheet
from .pages.proof_page import page
from .pages.subtlety import fall, measured, subtlety_lines
from .proof.prove import Proof, prove
from .proof.report import proof_data, proof_lines
from .teaching.teach import teach, teach_of

__all__ = [
    "KINDS",
    "Ahead",
    "Chapter",
    "NotPlayed",
    "Proof",
    "Refused",
    "Span",
    "StagedScene",
    "Stock",
    "as_text",
    "billed",
    "contact_sheet",
    "fall",
    "initials",
    "measured",
    "new",
    "page",
    "proof_data",
    "proof_lines",
    "prove",
    "role_name",
    "schema",
    "stock",
    "subtlety_lines",
    "teach",
    "teach_of",
    "write_all",
]
