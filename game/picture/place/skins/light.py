"""Light as it is laid on things, the same on all of them."""

from game.theme import Colour

SHINE: Colour = (255, 255, 255)
"""Light on glass and polish, laid on thinly; and what a colour is made paler with."""
LAMPLIGHT: Colour = (255, 228, 170)
"""Lamps within, as seen through a window from outside."""
