"""A short course for everybody: what to notice, whom to tell, and how."""
