"""A tree of widgets on the screen: what the pointer is over, what the keyboard is on, what was pressed."""

from collections.abc import Hashable, Iterator

import pygame

from .boxes import Card, Column, Flow
from .press import Button, Slider
from .scroll import Scroll
from .shifting import Shifting
from .style import Style
from .widget import Feel, Gap, Label, Widget

TIP_AFTER = 0.5
"""Seconds for which a pointer rests before it is told what lies under it: who only passes is not disturbed."""
ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}


class Page:
    """What is shown and where the attention is. Trees come and go; focus and hover stay by what a widget yields."""

    def __init__(self, style: Style, *, leads: bool = False) -> None:
        """`leads` if Enter always does something here: where the keyboard is on nothing, what the page urges."""
        self.style, self.leads = style, leads
        self.root: Widget = Gap()
        self.dialog: Widget | None = None
        self.offsets: dict[str, int] = {}
        self.focus: Hashable = None
        self.ringed = False
        self._hover: Hashable = None
        self._down: Hashable = None
        self._still = 0.0
        self.pointer = (-1, -1)
        self.shifting = Shifting()

    def show(self, root: Widget, rect: pygame.Rect, dialog: Widget | None = None) -> None:
        """Lay out a tree in a rectangle, and perhaps a dialog over it."""
        self.root = root
        root.place(self.style, rect)
        if (dialog is None) != (self.dialog is None):
            self.focus = None
        self.dialog = dialog
        if dialog is not None:
            width = min(rect.w - self.style.px(40), max(dialog.wide(self.style), round(460 * self.style.scale)))
            height = min(rect.h - self.style.px(40), dialog.tall(self.style, width))
            box = pygame.Rect(0, 0, width, height)
            box.center = rect.center
            dialog.place(self.style, box)
            if self.ringed and self.focus is None:
                self.focus = next((widget.yields for widget in self.find_reachable()), None)
        before, self._hover = self._hover, self._under(self.pointer)
        if before != self._hover:
            self.shifting.note(self.pointer)

    @property
    def hovered(self) -> Hashable:
        """What the widget yields that the pointer is on."""
        return self._hover

    @property
    def top(self) -> Widget:
        """The tree that can be pressed: the dialog's, if there is one."""
        return self.dialog or self.root

    def find_reachable(self) -> list[Widget]:
        """The widgets that the keyboard can reach, in reading order."""
        return [widget for widget in walk(self.top) if widget.yields is not None and widget.enabled]

    def lit(self) -> Hashable:
        """What Enter presses, and what is ringed for it; None if nothing.

        What the keyboard is on; else the button to be urged; else what was clicked last, or else the first that does
        more than lead back.
        """
        reached = self.find_reachable()
        if self.ringed and any(widget.yields == self.focus for widget in reached):
            return self.focus
        if not reached or not (self.leads or self.dialog is not None):
            return None
        buttons = [widget for widget in reached if isinstance(widget, Button)]
        urged = [button for button in buttons if button.kind == "primary"]
        clicked = [widget for widget in reached if widget.yields == self.focus]
        others = [widget for widget in reached if not (isinstance(widget, Button) and widget.kind == "quiet")]
        return (urged or clicked or others or reached)[0].yields

    def find(self, yields: Hashable) -> Widget | None:
        """The widget that yields this, if it is there."""
        return find(self.top, yields)

    def over(self, at: tuple[int, int]) -> bool:
        """Whether a point is on a card, a list or a button, and not on what lies beneath the page."""
        solid = (Card, Scroll)
        return self.dialog is not None or any(
            (widget.yields is not None or isinstance(widget, solid)) and widget.rect.collidepoint(at)
            for widget in walk(self.root)
        )

    def turn_to(self, yields: Hashable) -> None:
        """Put the keyboard on the widget that yields this and bring it into view; None: on none."""
        self.focus, self.ringed = yields, yields is not None
        for scroll in (widget for widget in walk(self.top) if isinstance(widget, Scroll)):
            if inner := find(scroll.inside, self.focus):
                scroll.reveal(self.style, inner.rect)

    def handle(self, event: pygame.event.Event) -> Hashable:
        """What the widget yields that an event presses; None if it presses none."""
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type == pygame.MOUSEWHEEL:
            self._wheel(-event.y * self.style.px(60))
            return None
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._mouse(event)
        return None

    def update(self, seconds: float) -> None:
        """Count how long the pointer has rested, and how long what is shown has lain where it is."""
        self._still += seconds
        self.shifting.update(seconds)

    def draw(self, surface: pygame.Surface) -> None:
        """The tree, the dialog over it, the tip under the pointer."""
        feel = Feel(self._hover, self.lit(), self._down)
        self.root.draw(self.style, surface, feel if self.dialog is None else Feel())
        if self.dialog is not None:
            shade = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
            shade.fill(self.style.colour("shade"))
            surface.blit(shade, (0, 0))
            self.dialog.draw(self.style, surface, feel)
        pointed = self.find(self._hover) if self._still > TIP_AFTER else None
        if pointed and pointed.tip:
            draw_tip(self.style, surface, pointed)

    def _mouse(self, event: pygame.event.Event) -> Hashable:
        if event.pos != self.pointer:
            self._still = 0.0
        self.pointer = event.pos
        self._hover = self._under(event.pos)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.ringed = False
            self._down = None if self.shifting.misleads(event.pos) else self._hover
            return self._slide(event.pos)
        if event.type == pygame.MOUSEMOTION:
            return self._slide(event.pos)
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            down, self._down = self._down, None
            if down is not None and down == self._hover and not isinstance(self.find(down), Slider):
                self.focus = down
                return down
        return None

    def _slide(self, at: tuple[int, int]) -> Hashable:
        slider = self.find(self._down)
        if isinstance(slider, Slider):
            self.focus = self._down
            return slider.sets(slider.at(self.style, at[0]))
        return None

    def _key(self, event: pygame.event.Event) -> Hashable:
        order = [widget.yields for widget in self.find_reachable()]
        if event.key == pygame.K_TAB and order:
            step = -1 if event.mod & pygame.KMOD_SHIFT else 1
            lit = self.lit()
            here = order.index(lit) if lit in order else (-1 if step == 1 else 0)
            self.turn_to(order[(here + step) % len(order)])
            return None
        if event.key in ARROWS:
            return self._arrow(*ARROWS[event.key])
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            return self.lit()
        if event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self._scroll_by_key((1 if event.key == pygame.K_PAGEDOWN else -1) * self.style.size[1] // 2)
        return None

    def _arrow(self, dx: int, dy: int) -> Hashable:
        now = self.find(self.lit())
        if isinstance(now, Slider) and dx:
            return now.sets(now.move_by(dx))
        reached = self.find_reachable()
        if now is None:
            if reached:
                self.turn_to(reached[0].yields)
            return None
        ahead = [
            (far, n, widget) for n, widget in enumerate(reached)
            if (far := _ahead(now.rect, widget.rect, dx, dy)) is not None
        ]
        if ahead:
            self.turn_to(min(ahead, key=lambda found: found[:2])[2].yields)
        elif dy:
            self._scroll_by_key(dy * self.style.px(80))
        self.ringed = True
        return None

    def _wheel(self, by: int) -> None:
        """What lies under the pointer, and nothing beside it; from outside, a page's only list."""
        scrolls = [widget for widget in walk(self.top) if isinstance(widget, Scroll)]
        under = [scroll for scroll in scrolls if scroll.rect.collidepoint(self.pointer)]
        self._scroll(under or (scrolls if len(scrolls) == 1 else []), by)

    def _scroll_by_key(self, by: int) -> None:
        """What holds the keyboard's place, else what lies under the pointer, else the last that can be moved."""
        scrolls = [widget for widget in walk(self.top) if isinstance(widget, Scroll)]
        holding = [scroll for scroll in scrolls if find(scroll, self.focus)]
        under = [scroll for scroll in scrolls if scroll.rect.collidepoint(self.pointer)]
        self._scroll(holding or under or scrolls, by)

    def _scroll(self, scrolls: list[Scroll], by: int) -> None:
        for scroll in reversed(scrolls):
            if scroll.move(self.style, by):
                break
        self._hover = self._under(self.pointer)

    def _under(self, at: tuple[int, int]) -> Hashable:
        found = _deepest(self.top, at)
        return found.yields if found else None


def walk(widget: Widget) -> Iterator[Widget]:
    """A widget and all that is inside it, in reading order."""
    yield widget
    for part in widget.parts():
        yield from walk(part)


def find(root: Widget, yields: Hashable) -> Widget | None:
    """The widget of a tree that yields this, if it is there."""
    return None if yields is None else next((widget for widget in walk(root) if widget.yields == yields), None)


def draw_tip(style: Style, surface: pygame.Surface, pointed: Widget) -> None:
    """The tip of the widget that is pointed at, above it, or below where there is no room."""
    card = Card(Label(pointed.tip, "small"), pad=8, fill="raised", edge="line")
    width = min(round(340 * style.scale), card.wide(style))
    box = pygame.Rect(0, 0, width, card.tall(style, width))
    box.midbottom = pointed.rect.centerx, pointed.rect.top - style.px(6)
    if box.top < 0:
        box.top = pointed.rect.bottom + style.px(6)
    card.place(style, box.clamp(surface.get_rect().inflate(-2 * style.px(8), -2 * style.px(8))))
    card.draw(style, surface, Feel())


def ask(question: str, words: str, *answers: tuple[Hashable, str]) -> Widget:
    """A dialog: a question, what hangs on it, and the answers as (event, word); the first is the one to be urged."""
    buttons = [
        Button(word, "primary" if n == 0 else "plain", yields=event) for n, (event, word) in enumerate(answers)
    ]
    return Card(Column([Label(question, "heading"), Label(words), Gap(4), Flow(buttons)], gap=10), pad=24, edge="line")


def _deepest(widget: Widget, at: tuple[int, int]) -> Widget | None:
    if isinstance(widget, Scroll) and not widget.rect.collidepoint(at):
        return None
    parts = widget.parts()
    if isinstance(widget, Scroll) and widget.whole:
        parts = [part for part in widget.inside.parts() if not widget.cuts(part)]
    for part in reversed(parts):
        if found := _deepest(part, at):
            return found
    return widget if widget.yields is not None and widget.enabled and widget.rect.collidepoint(at) else None


def _ahead(a: pygame.Rect, b: pygame.Rect, dx: int, dy: int) -> float | None:
    """How far b lies from a in a direction, the way across counting double; None if it does not lie there."""
    if dx:
        along = b.left - a.right if dx > 0 else a.left - b.right
        across = max(0, b.top - a.bottom, a.top - b.bottom)
    else:
        along = b.top - a.bottom if dy > 0 else a.top - b.bottom
        across = max(0, b.left - a.right, a.left - b.right)
    return None if along < -2 else along + 2.0 * across + 0.001 * abs((b.centerx - a.centerx) if dy else 0)
