"""The author's preview, with the truth shown."""
