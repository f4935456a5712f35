"""Colours as numbers: mixing, shading, and how far two can be told apart."""

from game.theme import Colour


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """The colour `share` of the way from a to b."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def light_up(colour: Colour, factor: float) -> Colour:
    """The colour under so much light: below 1 darker and a little cooler, above 1 lighter."""
    # Light is a little yellow and shadow a little blue, by which solid shapes look lit; the factors undo what that
    # takes.
    if factor >= 1:
        return mix(colour, (255, 252, 244), min(1.0, (factor - 1) * 1.6))
    return mix(colour, (24, 30, 48), min(1.0, (1 - factor) * 1.05))


def multiply(a: Colour, b: Colour) -> Colour:
    """The colour a seen under light of colour b."""
    return a[0] * b[0] // 255, a[1] * b[1] // 255, a[2] * b[2] // 255


def luminance(colour: Colour) -> float:
    """Relative luminance by WCAG 2.2."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])


def contrast(a: Colour, b: Colour) -> float:
    """Contrast ratio by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
