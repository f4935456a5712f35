"""Sheets of pictures to look at: charts, stills, strips."""
