"""One file a command: what it does, what it prints, and the exit code it ends with."""
