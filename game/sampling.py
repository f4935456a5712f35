"""How often and how much of someone's view is sampled for the log.

The log's events `Exposed` and `Observable` mean what these say. They are a module of their own because the synthetic
trainees need them and may not know the log.
"""

EXPOSED_EVERY = 5
"""Ticks between two samples of what the trainee had in view: the shortest act, a glance of 0.6 s, has one wherever it
falls."""
OBSERVABLE_EVERY = 10
"""Ticks between two samples of who could have been seen: four turns cost more to measure, and people pass slowly."""
GLIMPSE = 0.05
"""Least share of a body in view for the person to count as seen at all: less is a sleeve at a pillar's edge."""
OPEN_TO_VIEW = 0.4
"""Least share of a body that some viewpoint must show for the person to count as observable."""
