"""Every page in a real browser: axe-core finds nothing wrong, nothing overflows, nothing is fetched, it prints to A4.

It needs Chromium (`apt install chromium-headless-shell`, or any other) and axe-core (`pip install axe-core-python`).
"""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.app.commands.play_headless import run
from game.app.commands.tell_debrief import debrief
from game.app.commands.write_check_page import check_page
from game.app.commands.write_handout import answers_page, handout_page
from game.authoring import ClassMark, RobotsFared, class_page, marks_page
from game.progress import tell_class, tell_member
from game.scenario import find, layout, read
from tests.app.test_app_class import MISSED, TAKEN
from tests.progress.test_over_time import date
from tests.progress.test_together import HIT, sat

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
WIDTHS = (360, 800, 1280)
"""Px: a phone held upright, half a screen, a whole one."""
PATIENCE = 120
REPORT = "axe-report"
WATCH = """
<script>%s</script><script>
window.addEventListener("load", async () => {
  const found = await axe.run(document);
  const told = {
    wrong: found.violations.map(one => [one.id, one.help, one.nodes[0].html]),
    over: document.documentElement.scrollWidth - window.innerWidth,
    fetched: performance.getEntriesByType("resource").filter(one => !one.name.startsWith("data:")).map(one => one.name),
  };
  const note = document.createElement("template");
  note.id = "%s"; note.innerHTML = JSON.stringify(told).replace(/&/g, "&amp;").replace(/</g, "&lt;");
  document.body.append(note);
});
</script>
"""


@pytest.fixture(scope="module")
def browser() -> str:
    """A Chromium."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if not found:
        pytest.skip(f"no browser here: none of {', '.join(BROWSERS)}")
    return found


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core, as the Python package brings it."""
    spec = find_spec("axe_core_python")
    if not spec or not spec.submodule_search_locations:
        pytest.skip("axe-core is not here: pip install axe-core-python")
    return (Path(next(iter(spec.submodule_search_locations))) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every kind of page the program writes, made from what comes with it."""
    folder: Path = tmp_path_factory.mktemp("pages")
    morning = find("king_street_morning")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECOND_LOOK_HOME", str(folder / "home"))
        (folder / "home").mkdir()
        run(read(morning), 7, "skilled", keep=True)
        record = next((folder / "home" / "records").glob("*.jsonl"))
        assert debrief(record, folder / "debrief.html", None) == 0
        assert handout_page(morning, 7, folder / "handout.html") == 0
        assert answers_page(morning, 7, folder / "answers.html") == 0
        assert check_page([morning], 4, 1, folder / "check.html") in (0, 1)
    place = layout(read(morning).venue, read(morning).props)
    marks = [
        ClassMark("Ada", 7, 90, (3.0, 2.0), "subject"), ClassMark("Ada", 7, 400, (9.0, 5.0), "decoy"),
        ClassMark("Ben", 8, 2000, (20.0, 8.0), "crowd"),
    ]
    shown = marks_page("A scene", place, 3600, marks, ["Ada", "Ben"], [], "today")
    (folder / "marks.html").write_text(shown, encoding="utf-8")
    results = [replace(result, decoy_cases=(TAKEN,)) for result in date([sat(HIT, MISSED)] * 30)]
    told = tell_class({"Ada": tell_member(results), "Ben": tell_member(results[:2])})
    robots = {told.scenarios[0].scenario: RobotsFared(3, {"skilled": (6, 10)})}
    (folder / "class.html").write_text(
        class_page(told, {"leaves_bag": "left a bag"}, ["Ben: a copy."], "today", robots), encoding="utf-8"
    )
    return folder


KINDS = ("marks", "handout", "answers", "debrief", "check", "class")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_and_fits(browser: str, axe: str, pages: Path, kind: str, width: int) -> None:
    """At three widths: no finding of axe-core, no scrolling sideways, no request."""
    watched = pages / f"{kind}-{width}.html"
    page = (pages / f"{kind}.html").read_text(encoding="utf-8")
    watched.write_text(page.replace("</body>", WATCH % (axe, REPORT) + "</body>"), encoding="utf-8")
    window = f"--window-size={width},900"
    shown = _browse(browser, window, "--virtual-time-budget=20000", "--dump-dom", watched.as_uri())
    report = re.search(rf'<template id="{REPORT}">(.*?)</template>', shown, re.DOTALL)
    assert report, "the browser did not come to an end"
    told = json.loads(report[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    assert told == {"wrong": [], "over": told["over"], "fetched": []}
    assert told["over"] <= 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_prints(browser: str, pages: Path, kind: str) -> None:
    """To A4, on as many sheets as it takes: a handout on two."""
    printed = pages / f"{kind}.pdf"
    _browse(browser, f"--print-to-pdf={printed}", "--no-pdf-header-footer", (pages / f"{kind}.html").as_uri())
    sheets = printed.read_bytes()
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", sheets)
    assert boxes
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} <= {(595, 842), (596, 842), (594, 841)}
    if kind == "handout":
        assert len(boxes) == 2


def _browse(browser: str, *asked: str) -> str:
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", *asked],
        capture_output=True, text=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    return done.stdout
