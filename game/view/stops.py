"""What a stop is to anybody who sees only where people stand: one thing to staging, and to whoever counts stops."""

LEAST = 30
"""Ticks for which someone must stand for it to be a stop: a pause in a stream of people, or a card at a gate, is
shorter."""
ELSEWHERE = 2.0
"""Metres from the last stop at which standing is another one: less is shifting one's feet."""
