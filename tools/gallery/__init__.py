"""Pictures of everything there is to see, and a page that shows them: `python -m tools.gallery`."""
