"""Pages as they are filled in: one file each, that opens in any browser without a network, and prints."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..manual.new_files import TEMPLATES


def shelf() -> Environment:
    """Where the templates of pages lie; whatever is filled in is text, and never markup."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
