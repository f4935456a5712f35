"""The toolkit of all screens: words, boxes, buttons, pages. It knows nothing of the game."""
