"""What an instructor runs: rehearsals, leak tests, new files, schema, contact sheets."""

from .new import Refused, new
from .schema import KINDS, as_text, schema, write_all
from .stock import Stock, stock

__all__ = ["KINDS", "Refused", "Stock", "as_text", "new", "schema", "stock", "write_all"]
