"""The window's icon: an eye with a second, smaller look in it."""

import pygame

SIDE, FINE = 64, 4
BACK, WHITE, IRIS, INK = (22, 30, 42), (240, 243, 248), (77, 163, 255), (13, 18, 24)


def icon() -> pygame.Surface:
    """The icon, drawn four times as large and shrunk, so that its edges are smooth."""
    side = SIDE * FINE
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.rect(large, BACK, large.get_rect(), border_radius=side // 5)
    # Two discs that overlap in the shape of an eye: what lies in both.
    lid = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.circle(lid, (255, 255, 255, 255), (side // 2, round(side * 0.80)), round(side * 0.52))
    other = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.circle(other, (255, 255, 255, 255), (side // 2, round(side * 0.20)), round(side * 0.52))
    lid.blit(other, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    lid.fill((*WHITE, 255), special_flags=pygame.BLEND_RGBA_MIN)
    large.blit(lid, (0, 0))
    middle = side // 2, side // 2
    for share, colour in ((0.19, IRIS), (0.10, INK)):
        pygame.draw.circle(large, colour, middle, round(side * share))
    pygame.draw.circle(large, WHITE, (round(side * 0.545), round(side * 0.455)), round(side * 0.045))
    return pygame.transform.smoothscale(large, (SIDE, SIDE))
