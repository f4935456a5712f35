"""The seat at this machine: who sits in it, and what they have chosen about the program."""

from collections.abc import Sequence
from dataclasses import replace

from game.screens.preferences import Preferences

from . import settings_file
from .errors import explain
from .trainees import Learner, each_trainee, enrol, plain_name


class TraineeSeat:
    """Somebody sits here, and another may take over between exercises."""

    def __init__(self, trainee: Learner, preferences: Preferences) -> None:
        self.trainee = trainee
        self.preferences = preferences

    @property
    def name(self) -> str:
        """Of who sits here; "" without one."""
        return self.trainee.name

    def known(self) -> Sequence[str]:
        """The names of all who have sat here."""
        return [learner.name for learner in each_trainee(self.trainee.home)]

    def prefer(self, preferences: Preferences) -> str:
        """Take over and keep what was chosen; a sentence if it could not be kept."""
        self.preferences = preferences
        return settings_file.save(self.trainee.folder, preferences)

    def take(self, name: str) -> str:
        """Let somebody sit here; a sentence if there can be no folder for them, and nobody moves.

        Whoever is new finds size of text and contrast as they are, and is offered the first lesson.
        """
        trainee = Learner(self.trainee.home, plain_name(name))
        new = not trainee.folder.is_dir()
        try:
            trainee = enrol(trainee)
        except OSError as why:
            return f"There can be no folder for {trainee.name or 'this'}: {explain(why)}"
        before = self.preferences
        self.trainee = trainee
        if new:
            return self.prefer(replace(before, lesson_done=False, course_page=0))
        # The window is as it is; it is not opened anew for whoever sits down before it.
        self.preferences = replace(settings_file.load(trainee.folder), full_screen=before.full_screen)
        return ""
