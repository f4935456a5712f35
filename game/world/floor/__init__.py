"""The floor: where one can stand, who is near whom, and the ways over it."""
