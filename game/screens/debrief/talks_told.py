"""The talks with a person, each answer beside what was so."""

from collections.abc import Iterator

from game.clock import clock
from game.score import TalkTold, name_talk, tell_exchange, tell_opening, tell_parting
from game.widgets.boxes import Column
from game.widgets.press import Press
from game.widgets.widget import Label, Widget

from .moments import SaidChosen


def talks_told(talks: list[TalkTold]) -> Iterator[tuple[int, Widget]]:
    """Each talk, and each question in it, to be pressed for its moment; and the tick of that."""
    for talk in talks:
        opening = tell_opening(talk)
        lines = [Label(f"{clock(talk.began.tick)}  {name_talk(talk)}", "strong")]
        lines += [Label(text, "small") for text in (opening, tell_parting(talk)) if text]
        yield talk.began.tick, Press(Column(lines, gap=3), yields=SaidChosen(talk.began.tick, talk.ended), pad=9)
        for exchange in talk.exchanges:
            asked = exchange.asked.tick
            ended = exchange.replied.tick if exchange.replied else asked
            first, *more = tell_exchange(exchange)
            said = [Label(f"{clock(asked)}  {first}", "small"), *(Label(text, "small", "text_soft") for text in more)]
            pressed = Press(Column(said, gap=3), yields=SaidChosen(asked, ended), pad=9, fill="raised_down")
            yield asked, pressed
