"""Pages and sheets with pictures: a check to keep, a behaviour moment by moment."""
