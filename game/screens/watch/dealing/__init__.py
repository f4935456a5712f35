"""Dealing with the selected person: what the trainee has to go by, and what they do."""
