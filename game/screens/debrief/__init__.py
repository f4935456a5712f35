"""The debrief and its replay."""
