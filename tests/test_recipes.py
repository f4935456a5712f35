"""The recipes of CONTRIBUTING.md, each followed in a copy of the house: it touches the files it names, no others."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COPIED = ("game", "assets", "scenarios", "tests/support")


@dataclass
class Copy:
    """The house in a folder of its own, and which of its files have been changed."""

    at: Path
    changed: set[str] = field(default_factory=set)

    def put(self, path: str, *, before: str, text: str) -> None:
        """Put lines before the one place in a file where this stands."""
        self.swap(path, before, text + before)

    def swap(self, path: str, old: str, new: str) -> None:
        """Put something in the place of what stands in one place of a file."""
        self.changed.add(path)
        file = self.at / path
        whole = file.read_text(encoding="utf-8")
        assert whole.count(old) == 1, f"{path} has “{old}” {whole.count(old)} times"
        file.write_text(whole.replace(old, new), encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Add a file."""
        self.changed.add(path)
        assert not (self.at / path).exists()
        (self.at / path).write_text(text, encoding="utf-8")

    def shows(self, program: str) -> None:
        """Run a few lines in the copy, which fail where the recipe does not hold what it promises."""
        done = subprocess.run([sys.executable, "-c", program], cwd=self.at, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def add_verb(copy: Copy) -> None:
    """People bow, and the manual says that they can."""
    row = """BOW = "bow", Meaning(
        "Bows.", reads="gait", may=("to", "at", "for"), seconds=(2, 3), pose=Pose.CROUCH, seated=False,
    )
    """
    copy.put("game/scenario/verbs.py", before='LEAVE = "leave", Meaning(', text=row)
    copy.put("scenarios/catalogue/everyday.yaml", before="- everyday: makes_call\n", text="""\
- everyday: bows
  title: bowed
  steps:
    - bow: {for: 2-3 s}

""")
    copy.shows("""
from game.authoring.manual.reference import reference
from game.authoring.manual.stock import stock
from game.cast import Step
from game.scenario import Verb
from game.shipped import SCENARIOS
from game.view import POSES, Pose
from tests.support.drawn_venues import cast, person, venue
from tests.support.stagings import open_world

assert "| `bow` |" in reference(stock(SCENARIOS))
world = open_world(venue("A......"), cast(person(0, (1.0, 0.25), [Step(Verb("bow"), 30)], arrive=0)))
world.run_until(15)
assert POSES[int(world.snapshot().pose[0])] is Pose.CROUCH
""")


def add_prop(copy: Copy) -> None:
    """A venue can be furnished with it, and it is drawn."""
    copy.put("assets/props.yaml", before="- prop: bench\n", text="""\
- prop: sundial
  landmark: sundial
  opaque: false
  boxes:
    - {at: [-0.3, -0.3, 0], size: [0.6, 0.6, 1.1], colour: "#a04030", skin: stone}
""")
    copy.shows("""
import pygame
from game.authoring.manual.stock import stock
from game.picture import Instant, Scene
from game.scenario import Prop, layout
from game.shipped import SCENARIOS
from game.view import Viewpoint
from tests.support.drawn_halls import crowd, hall

kinds = {kind.prop: kind for kind in stock(SCENARIOS).props}
bare = hall()
furnished = layout(bare.venue.model_copy(update={"props": (Prop(prop="sundial", at=(10.0, 7.0)),)}), kinds)
pictures = []
for place in (bare, furnished):
    surface = pygame.Surface((400, 300))
    view = Viewpoint(10.0, 7.0, 44.0, 0, 400, 300)
    Scene(place, [], "12:00").draw(surface, Instant.of(crowd([]), view), effort=-1)
    pictures.append(pygame.image.tobytes(surface, "RGB"))
assert pictures[0] != pictures[1]
""")


def add_screen(copy: Copy) -> None:
    """The title leads to it, and Escape back."""
    copy.write("game/screens/front/thanks.py", '''"""Whom the program owes thanks."""

from typing import Never, assert_never

from game.widgets.screen import Next, PageScreen, sheet
from game.widgets.widget import Label, Widget


class Thanks(PageScreen[Never]):
    """A line."""

    def build(self) -> Widget:
        """The line."""
        return sheet("Thanks", "To all who watch.", Label("Thank you."))

    def respond(self, event: Never) -> Next | None:
        """There is only the way back."""
        assert_never(event)
''')
    copy.put("game/screens/navigation.py", before="    def help(self) -> Screen:", text='''\
    def thanks(self) -> Screen:
        """The thanks."""

''')
    copy.put("game/app/navigator.py", before="    def help(self) -> Screen:", text='''\
    def thanks(self) -> Screen:
        """The thanks."""
        from game.screens.front.thanks import Thanks

        return Thanks(self._style)

''')
    title = "game/screens/front/title.py"
    copy.put(title, before="    HELP = auto()\n", text="    THANKS = auto()\n")
    copy.put(title, before='            Button("Leave",', text='            Button("Thanks", yields=WayIn.THANKS),\n')
    copy.put(title, before="            case WayIn.HELP:\n", text="""\
            case WayIn.THANKS:
                to = ways.thanks()
""")
    copy.shows("""
import os, tempfile
os.environ["SECOND_LOOK_HOME"] = tempfile.mkdtemp()
from pathlib import Path
import pygame
from tests.support.playroom import WayIn, Watching

room = Watching(Path(tempfile.mkdtemp()))
room.press(WayIn.THANKS)
assert room.on == "Thanks" and "Thank you." in room.words()
room.key(pygame.K_ESCAPE)
assert room.on == "Title"
room.leave()
""")


def add_event(copy: Copy) -> None:
    """The trainee's act is logged, written to the journal, and comes back out of it."""
    copy.put("game/acts.py", before="@dataclass(frozen=True, slots=True)\nclass Pause:", text='''\
@dataclass(frozen=True, slots=True)
class Whistle:
    """Whistle, so long (s)."""

    seconds: int


''')
    copy.put("game/acts.py", before=" | Pause | Resume | Finish\n", text=" | Whistle")
    copy.put("game/log.py", before="@dataclass(frozen=True, slots=True)\nclass Paused:", text='''\
@dataclass(frozen=True, slots=True)
class Whistled:
    """The trainee whistled, so long (s)."""

    tick: int
    seconds: Annotated[int, Field(ge=0, le=60)]


''')
    copy.put("game/log.py", before=" | Paused | Resumed | Finished\n", text=" | Whistled")
    exercise = "game/exercise/exercise.py"
    copy.put(exercise, before="            case Pause() | Resume():\n", text="""\
            case Whistle(seconds):
                done = Whistled(self.tick, seconds)
""")
    imports = "from game.acts import Whistle\nfrom game.log import Whistled\n"
    copy.put(exercise, before="from . import refusal\n", text=imports)
    copy.shows("""
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from game.acts import Whistle
from game.log import Whistled
from game.record import open_journal
from game.run import Sitting, begin_record, head_record, open_world, set_stage, sit_down
from game.scenario import find, read

staged = set_stage(read(find("king_street_quiet")), 7)
exercise = sit_down(staged, open_world(staged), mode="practice")
head = head_record(staged, mode="practice", started=datetime(2026, 3, 1, tzinfo=UTC), program="0.1.0")
journal = begin_record(staged, head, Path(tempfile.mkdtemp()))
sitting = Sitting(exercise, journal)
sitting.advance()
assert sitting.do(Whistle(3)) is None
sitting.advance()
sitting.close()
assert list(open_journal(journal.path).log.of(Whistled)) == [Whistled(1, 3)]
""")


def add_rule(copy: Copy) -> None:
    """A mark for which no sign was ticked finds nobody any more, and the trainee is told why."""
    copy.swap(
        "game/score/outcomes.py", "found = suspected is not None and evidence in GROUNDED",
        "found = suspected is not None and bool(suspected.cues) and evidence in GROUNDED",
    )  # fmt: skip
    words = "game/score/verdict.py"
    copy.put(words, before="LUCKY = (\n", text='UNTICKED = "You ticked nothing that you saw: a mark needs a reason."\n')
    copy.put(words, before='UNFOUNDED if outcome.evidence == "unfounded"', text="""\
UNTICKED if outcome.evidence in GROUNDED else \\
            """)
    copy.put(words, before="from .marks import Dealings", text="from game.course import GROUNDED\n")
    copy.shows("""
from game.score import debrief
from tests.support.hand_made_runs import Run, subject

for ticked, hits in ((("F1.1",), 1), ((), 0)):
    run = Run((subject(0),)).performs(0, first=200).watches(0).marks(350, 0, 2, *ticked)
    score = run.judge()
    assert score.counts.hits == hits and score.counts.misses == 1 - hits
told = debrief({}, run.key(), run.log(), score)
assert told.people[0].verdict.startswith("You ticked nothing")
""")


RECIPES: dict[str, Callable[[Copy], None]] = {
    "A verb": add_verb, "A prop": add_prop, "A screen": add_screen, "A rule of the score": add_rule,
    "An event": add_event,
}  # fmt: skip


def _recipes() -> dict[str, set[str]]:
    """Of each recipe of CONTRIBUTING.md, the files it always takes: those in brackets are for what is not there yet."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    part = text.split("## Recipes\n")[1].split("\n## ")[0]
    found = re.findall(r"^- \*\*(.+?)\*\*(.+?)(?=^- \*\*|\Z)", part, flags=re.MULTILINE | re.DOTALL)
    always = {title: re.sub(r"\(.*?\)", "", words, flags=re.DOTALL) for title, words in found}
    return {title: set(re.findall(r"`((?:game|assets|scenarios)/[^`]+)`", words)) for title, words in always.items()}


def test_each_recipe_is_followed_here() -> None:
    """No recipe stands in CONTRIBUTING.md that is not tried."""
    assert set(_recipes()) == set(RECIPES)


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_names_the_files_it_takes(title: str, tmp_path: Path) -> None:
    """Followed in a copy, a recipe does what it promises and touches the files it names, and no others."""
    for name in COPIED:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    copy = Copy(tmp_path)
    RECIPES[title](copy)
    named = _recipes()[title]
    patterns = {name: re.compile(re.escape(name).replace("…", ".+") + r"\Z") for name in named}
    assert not [file for file in copy.changed if not any(pattern.match(file) for pattern in patterns.values())]
    assert not [name for name, pattern in patterns.items() if not any(map(pattern.match, copy.changed))]
