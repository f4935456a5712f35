"""What an instructor runs: checks of what a scene teaches, rehearsals, leak tests, new files, schema, sheets."""

from .ahead import Ahead, Scene, Span
from .billing import billed, initials
from .chapter import Chapter
from .contact_sheet import NotPlayed, contact_sheet
from .new import Refused, new, role_name
from .page import page
from .prove import Proof, prove
from .rehearsal import Stage, Trainee, set_stage, sit_down
from .report import proof_data, proof_lines
from .schema import KINDS, as_text, schema, write_all
from .stock import Stock, stock
from .subtlety import fall, measured, subtlety_lines
from .teach import teach

__all__ = [
    "KINDS",
    "Ahead",
    "Chapter",
    "NotPlayed",
    "Proof",
    "Refused",
    "Scene",
    "Span",
    "Stage",
    "Stock",
    "Trainee",
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
    "set_stage",
    "sit_down",
    "stock",
    "subtlety_lines",
    "teach",
    "write_all",
]
