"""What a page is made of, as a screen reader goes through it; and what every page has to be."""

import re
from html.parser import HTMLParser
from itertools import pairwise


class Outline(HTMLParser):
    """Counts tags, and keeps headings in order, ids, labels, and cells that head nothing."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.labelled: list[str] = []
        self.unscoped = 0
        self.language = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag."""
        had = dict(attrs)
        self.tags.append(tag)
        self.ids += [str(had["id"])] if "id" in had else []
        self.labelled += [str(had["aria-labelledby"])] if "aria-labelledby" in had else []
        self.unscoped += tag == "th" and "scope" not in had
        self.language = self.language or str(had.get("lang", "")) * (tag == "html")


def check_page(page: str) -> None:
    """A language, one main heading and headings in order, tables with caption and heads, regions named; no network."""
    read = Outline(page)
    assert read.language == "en"
    assert read.tags.count("h1") == read.tags.count("main") == 1
    assert read.tags.count("title") >= 1
    assert read.tags.count("table") == read.tags.count("caption") == read.tags.count("thead")
    assert read.unscoped == 0
    assert set(read.labelled) <= set(read.ids)
    assert len(set(read.ids)) == len(read.ids)
    levels = [int(tag[1]) for tag in read.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert "script" not in read.tags
    assert not re.search(r"(?:src|href)=\"(?!data:|#)", page)
