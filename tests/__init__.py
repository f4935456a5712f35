"""The tests, by room; what they share is in `tests.support`."""
