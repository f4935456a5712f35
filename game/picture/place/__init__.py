"""The venue as pictures: walls, props, stairs."""
