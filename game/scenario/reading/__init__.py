"""From an author's file to values, or to every problem at once."""
