"""Every word can be read: contrast computed from the theme, by the WCAG formula."""

import pygame
import pytest

from game.theme import theme
from game.widgets.press import Button, Chip, Press
from game.widgets.style import Colour, Style
from game.widgets.widget import Feel

THEME = theme()
GROUNDS = ("backdrop", "panel", "panel_over", "raised", "raised_hover", "raised_down")


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 black to 1 white (WCAG 2.1)."""
    parts = [one / 255 for one in colour[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: Colour, b: Colour) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def over_the_scene(colour: Colour, under: int = 255) -> Colour:
    """A translucent panel as it looks over the lightest scene there can be."""
    share = colour[3] / 255
    red, green, blue = (round(part * share + under * (1 - share)) for part in colour[:3])
    return red, green, blue, 255


def test_the_formula_gives_the_published_ends() -> None:
    """Black on white is 21, and a colour on itself is 1."""
    assert contrast((0, 0, 0, 255), (255, 255, 255, 255)) == pytest.approx(21)
    assert contrast((86, 180, 233, 255), (86, 180, 233, 255)) == 1


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "text_soft", "accent"])
def test_words_stand_off_whatever_they_are_on(ink: str, ground: str, high: bool) -> None:
    """Text is at least 4.5:1 on every panel, over the lightest scene too, as designed and with high contrast."""
    assert contrast(THEME.colour(ink, contrast=high), over_the_scene(THEME.colour(ground, contrast=high))) >= 4.5


@pytest.mark.parametrize("state", ["note", "concern", "act", "hit", "miss", "decoy", "subject", "unfounded"])
def test_states_stand_off_and_can_be_written_on(state: str) -> None:
    """A state's colour is at least 4.5:1 as text on a panel, and bears dark text at 4.5:1."""
    assert contrast(THEME.colours[state], THEME.colours["panel"]) >= 4.5
    assert contrast(THEME.colours[state], THEME.colours["raised"]) >= 4.5
    assert contrast(THEME.colours["ink"], THEME.colours[state]) >= 4.5


@pytest.mark.parametrize("thick", [1, 2])
@pytest.mark.parametrize("fill", [(28, 28, 28, 255), (0, 0, 0, 0), (20, 26, 35, 230)])
def test_a_frame_is_closed_at_its_corners(fill: Colour, thick: int) -> None:
    """From the middle of a corner outwards, the line is met as it is at the sides."""
    pygame.font.init()
    surface = pygame.Surface((60, 60))
    Style().box(surface, pygame.Rect(0, 0, 60, 60), fill, radius=12, line=(200, 200, 200, 255), thick=thick)
    across = sorted(max(surface.get_at((n, n))[:3]) for n in range(12))
    assert sum(across[-2:]) > 100, "two pixels share a thin line where it runs aslant"
    assert max(surface.get_at((30, 0))[:3]) == 200
    assert max(surface.get_at((20, 20))[:3]) < 60


@pytest.mark.parametrize("pressed", ["primary", "plain", "quiet", "chip", "card"])
def test_high_contrast_puts_a_line_round_all_that_can_be_pressed(pressed: str) -> None:
    """Every kind of button, chip and card has one."""
    pygame.font.init()
    style = Style(contrast=True)
    surface = pygame.Surface((200, 60))
    word = Button("Press", "quiet" if pressed == "quiet" else "primary" if pressed == "primary" else "plain")
    widget = {"chip": Chip("Press"), "card": Press(word)}.get(pressed, word)
    widget.place(style, pygame.Rect(10, 10, 180, 40))
    widget.draw(style, surface, Feel())
    red, green, blue, _ = surface.get_at((100, 10))
    assert contrast((red, green, blue, 255), (0, 0, 0, 255)) > 7
