"""The panels over the scene, one a file.

A panel is a class made from the `Desk`: `widget()` builds what it shows (None: nothing at present), and `version` grows
whenever that has changed for a reason of its own. A new one gets a line in `table.py`, and what its buttons yield a
line in `watch_screen.py`.
"""
