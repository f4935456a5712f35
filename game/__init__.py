"""Second Look: a training simulator for noticing hostile reconnaissance in crowded places."""
