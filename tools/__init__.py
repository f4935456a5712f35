"""What the developers run: figures of the code, the gallery."""
