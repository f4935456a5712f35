"""Second Look: a training simulator for noticing hostile reconnaissance in crowded places."""

__version__ = "0.1.0"
