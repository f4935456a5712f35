"""What an instructor runs: checks of what a scene teaches, rehearsals, leak tests, new files, schema, sheets."""

from .ahead import Ahead, ShownAnswer, Span, StagedScene
from .billing import billed, initials
from .interview import Askable, Interview, ToldAnswer
from .manual.new_files import Refused, new, role_name
from .manual.schema import KINDS, as_text, schema, write_all
from .manual.stock import Stock, stock
from .pages.chapter import Chapter
from .pages.class_page import class_page, class_table
from .pages.contact_sheet import NotPlayed, contact_sheet
from .pages.handout import answer_sheet, handout
from .pages.proof_page import page
from .pages.subtlety import fall, measured, pairs, subtlety_lines
from .proof.prove import BlindProof, Proof, prove, prove_blind
from .proof.report import blind_data, blind_lines, proof_data, proof_lines
from .teaching.teach import teach, teach_of

__all__ = [
    "KINDS",
    "Ahead",
    "Askable",
    "BlindProof",
    "Chapter",
    "Interview",
    "NotPlayed",
    "Proof",
    "Refused",
    "ShownAnswer",
    "Span",
    "StagedScene",
    "Stock",
    "ToldAnswer",
    "answer_sheet",
    "as_text",
    "billed",
    "blind_data",
    "blind_lines",
    "class_page",
    "class_table",
    "contact_sheet",
    "fall",
    "handout",
    "initials",
    "measured",
    "new",
    "page",
    "pairs",
    "proof_data",
    "proof_lines",
    "prove",
    "prove_blind",
    "role_name",
    "schema",
    "stock",
    "subtlety_lines",
    "teach",
    "teach_of",
    "write_all",
]
