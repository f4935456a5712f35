"""What is written down of the fonts is what they have."""

from tools.font_letters import FONTS, LISTED, in_all, letters, list_ranges


def test_the_list_is_that_of_the_fonts_shipped() -> None:
    """Range for range, of all cuts together; what a font is known for is among them, and what it has not is not."""
    fonts = sorted(FONTS.glob("*.otf"))
    assert LISTED.read_text(encoding="ascii") == list_ranges(in_all(fonts))
    for font in fonts:
        has = letters(font.read_bytes())
        assert {ord(letter) for letter in "Aaé8ŁжΩ→€…"} <= has
        assert not {ord(letter) for letter in "漢שم\U0001f600"} & has
