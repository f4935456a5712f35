"""What an instructor runs: checks of what a scene teaches, rehearsals, leak tests, new files, schema, sheets."""

from .ahead import Ahead, ShownAnswer, Span, StagedScene
from .billing import bill, initials
from .interview import Askable, Interview, ToldAnswer
from .manual.new_files import Refused, new, role_name
from .manual.schema import KINDS, as_text, schema, write_all
from .manual.stock import Stock, stock
from .pages.chapter import Chapter
from .pages.class_page import RobotsFared, class_page, class_table
from .pages.contact_sheet import NotPlayed, contact_sheet
from .pages.handout import answer_sheet, handout
from .pages.marks_page import ClassMark, marks_page
from .pages.proof_page import page
from .pages.subtlety import fall, measure_tells, pairs, subtlety_lines
from .proof.prove import BlindProof, Proof, prove, prove_blind
from .proof.report import blind_data, blind_lines, proof_data, proof_lines
from .teaching.teach import teach, teach_of

__all__ = [
    "KINDS",
    "Ahead",
    "Askable",
    "BlindProof",
    "Chapter",
    "ClassMark",
    "Interview",
    "NotPlayed",
    "Proof",
    "Refused",
    "RobotsFared",
    "ShownAnswer",
    "Span",
    "StagedScene",
    "Stock",
    "ToldAnswer",
    "answer_sheet",
    "as_text",
    "bill",
    "blind_data",
    "blind_lines",
    "class_page",
    "class_table",
    "contact_sheet",
    "fall",
    "handout",
    "initials",
    "marks_page",
    "measure_tells",
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
