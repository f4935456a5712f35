"""What comes of exercises over time."""
