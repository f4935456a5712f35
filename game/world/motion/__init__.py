"""One tick of moving: steering, walking, turning."""
