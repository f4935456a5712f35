"""A report of the selected person, sentence by sentence."""

from collections.abc import Iterator

from game.duty import WHY, ReportLine, Rests
from game.widgets.boxes import Column, Flow, Grid, Row
from game.widgets.press import Button, Chip
from game.widgets.scroll import Scroll
from game.widgets.widget import Label, Widget

from ..dealing.own_reasons import OwnReasons
from ..dealing.telling import LineToggled, ReportGiven, ReportLeft, RestsChosen
from ..desk import Desk

RESTS: tuple[tuple[Rests, str], ...] = (
    ("seen", "seen"), ("heard", "heard"), ("inferred", "made of it"), ("appearance", "looks"),
)  # fmt: skip
"""What a sentence can rest on, and how it is called."""
CHOICES = 3
"""How many answers there are to each heading of a description: that of the person, and those of others."""


class ReportPanel:
    """The lower part of the inspector, while a report is made."""

    def __init__(self, desk: Desk, own: OwnReasons) -> None:
        self._desk, self._own = desk, own

    def widget(self, person: int) -> Widget:
        """What, where, who and why; the description only once it is said what they did."""
        lines = Column([part for lines in self._parts(person) for part in lines], gap=6)
        buttons = Row([
            Button("Report", "primary", yields=ReportGiven(), grow=1), Button("Back", "quiet", yields=ReportLeft()),
        ], gap=6)
        listed = Scroll(lines, self._desk.board.page.offsets, f"report {person}", grow=1)
        return Column([listed, buttons], gap=6, grow=1)

    def _parts(self, person: int) -> Iterator[list[Widget]]:
        watched = self._desk.watched
        signs = [
            (
                ReportLine("sign", reason.about, reason.tick),
                f"{watched.hour(reason.tick)} · {watched.wordings.get(reason.about, reason.about)}",
            )
            for reason in self._own.signs(person)
        ]
        answers = [
            (ReportLine("answer", answer.reason.about, answer.reason.tick), f"They said: “{answer.said}”")
            for answer in self._own.answers(person)
        ]
        yield self._section("What did they do or say? In order.", [*signs, *answers])
        places = [(ReportLine("place", portal.portal), portal.portal) for portal in watched.layout.venue.portals]
        yield self._section("Where? Nearest to …", places)
        if self._desk.telling.says_what:
            yield [Label("Who? Only what you could see.", "small", "text_soft")]
            for heading, words in self._headings(person):
                looks = [(ReportLine("look", f"{heading}: {word}"), word) for word in words]
                yield self._section(heading, looks)
        yield self._section("Why do you report it?", [(ReportLine("reason", code), text) for code, text in WHY.items()])

    def _headings(self, person: int) -> Iterator[tuple[str, list[str]]]:
        """Each heading with what is so of the person, and of others, in an order that gives nothing away."""
        headed = self._desk.watched.headed
        for heading, so in headed[person].items():
            rest = (*headed[person + 1 :], *headed[:person])
            others = [other[heading] for other in rest if other.get(heading, so) != so]
            yield heading, sorted([so, *list(dict.fromkeys(others))[: CHOICES - 1]])

    def _section(self, title: str, offered: list[tuple[ReportLine, str]]) -> list[Widget]:
        chips: list[Widget] = []
        for line, words in offered:
            chosen = self._desk.telling.find_chosen(line)
            chip = Chip(words, chosen is not None, yields=LineToggled(line), most=4, listed=True)
            chips.append(Column([chip, *([self._rests(chosen, line)] if chosen else [])], gap=3))
        if not offered:
            return []
        return [Label(title, "small", "text_soft"), Grid(chips, least=130, gap=4, most=1 if _long(offered) else 2)]

    def _rests(self, chosen: ReportLine, line: ReportLine) -> Widget:
        return Flow([
            Chip(word, chosen.rests == rests, "note", tick=False, yields=RestsChosen(line, rests))
            for rests, word in RESTS
        ], gap=4)


def _long(offered: list[tuple[ReportLine, str]]) -> bool:
    return any(len(words) > 24 for _, words in offered)
