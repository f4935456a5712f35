"""Drills: short clips, sorted as nothing or worth a second look, with an answer and the reason each time."""
