"""People as pictures: bodies, clothes, things held, kept as sprites."""
