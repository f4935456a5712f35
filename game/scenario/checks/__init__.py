"""What a file can say and still be wrong: names, times, plans, places."""
