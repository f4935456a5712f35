"""What the screens draw on: the window itself, or, where that is too small for any, a larger sheet shown smaller."""

import pygame

SMALLEST = (800, 500)
"""Px in which every screen finds room. The program opens no smaller window; what a system makes of it may be one."""
LARGEST_SHEET = (3200, 2000)
"""Px of a sheet at most: a window of a pixel by a thousand is distorted rather than that the memory be filled."""


class Canvas:
    """The surface `sheet` that is drawn on, for a window of any size."""

    def __init__(self, window: pygame.Surface) -> None:
        self.take(window)

    def take(self, window: pygame.Surface) -> None:
        """The window is another now."""
        size = sheet_size(window.get_size())
        self._window = window
        self.sheet = window if size == window.get_size() else pygame.Surface(size)

    def show(self) -> None:
        """Put on the screen what has been drawn."""
        if self.sheet is not self._window and min(self._window.get_size()) > 0:
            pygame.transform.smoothscale(self.sheet, self._window.get_size(), self._window)
        pygame.display.flip()

    def at(self, x: float, y: float) -> tuple[int, int]:
        """The point of the sheet that is shown at this point of the window."""
        if self.sheet is self._window:
            return int(x), int(y)
        (wide, high), (sheet_wide, sheet_high) = self._window.get_size(), self.sheet.get_size()
        return round(x * sheet_wide / max(1, wide)), round(y * sheet_high / max(1, high))


def sheet_size(window: tuple[int, int]) -> tuple[int, int]:
    """The size of the sheet for a window: in the same proportions, and large enough for any screen."""
    wide, high = max(1, window[0]), max(1, window[1])
    times = max(1.0, SMALLEST[0] / wide, SMALLEST[1] / high)
    if times == 1.0:
        return window
    return min(round(wide * times), LARGEST_SHEET[0]), min(round(high * times), LARGEST_SHEET[1])
