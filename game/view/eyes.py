"""How high eyes are."""

EYE_LEVEL = 1.6
"""Height in m from which people look, and at which they are looked at.

Half way between British men (1.63 m) and women (1.505 m), in shoes of 25 and 45 mm (Pheasant and Haslegrave,
*Bodyspace*, 2006). One height for all: nobody is to see more, or be looked at otherwise, for being tall.
"""
FACE_HIGH = 1.5
"""Metres: the middle of the face below them."""
