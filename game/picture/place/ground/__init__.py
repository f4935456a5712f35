"""The floor, what lies outside, and the light on both."""
