"""A venue as it lies: each prop in its place, the free floor, the ways between levels."""
