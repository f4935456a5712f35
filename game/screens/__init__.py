"""What the trainee sees and touches: one file a screen. This front stays empty of imports, so that the watching
screens reach nothing that they must not know: take a screen from its own module, `game.screens.title`.
"""
