"""The only place that knows all: command line, window, settings, and the ways from screen to screen."""
