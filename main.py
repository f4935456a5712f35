"""Second Look: `python main.py` starts the game, `python main.py --help` lists what else there is."""

from game.app.cli import main

if __name__ == "__main__":
    main()
