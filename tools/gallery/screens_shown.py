"""The gallery's screens: a real exercise, watched by a robot, seen at both window sizes and two sizes of text."""

import os
import time
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame

from game.acts import Select
from game.app import opening
from game.app.background import Tell
from game.app.errors import Wrong
from game.app.navigator import Rooms
from game.app.trainees import Learner
from game.app.window import Window, open_window
from game.picture import Plan
from game.robots import Robot, robot
from game.scenario import find
from game.screens.debrief.debrief_screen import Debriefing, Elsewhere
from game.screens.debrief.debrief_setup import DebriefWays
from game.screens.debrief.replay_screen import ReplayScreen
from game.screens.drill.drill_screen import DrillScreen
from game.screens.front.title import WayIn
from game.screens.guide.field_guide import FieldGuide
from game.screens.navigation import Offer, PlayTerms, again
from game.screens.preferences import Preferences
from game.screens.watch.choosing import GoTo
from game.screens.watch.own_walk import SentTo
from game.screens.watch.panels.inspector import FamilyToggled
from game.screens.watch.scene_view import Picture
from game.screens.watch.watch_screen import Watch
from game.screens.watch.watch_sound import Hearing
from game.widgets.page import Page
from game.widgets.screen import Home, Pop
from game.widgets.style import Style
from tools.gallery.drawn import Drawn

FACES = (((1280, 720), 100), ((1280, 720), 150), ((1920, 1080), 100), ((1920, 1080), 150))
PATIENCE = 240.0
"""Seconds to wait for the pictures of places."""
SEED, FLOOR_SEED = 7, 3
MINUTE = 600


class Camera:
    """A window on no screen, and what hands would do to it."""

    def __init__(self, home: Path) -> None:
        os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
        (home / "records").mkdir(parents=True, exist_ok=True)
        size = FACES[0][0]
        surface = open_window(size, full=False)
        self.style = Style(size)
        self.rooms = Rooms(self.style, home, Preferences(volume=0.0, lesson_done=True))
        self.window = Window(self.style, surface, self.rooms.title(), self.rooms.full_screen)
        self.rooms.open()

    def turns(self, count: int = 1, seconds: float = 0.0) -> None:
        """Let the loop go round."""
        for _ in range(count):
            self.window.turn(seconds)

    def wait(self, ready: Callable[[], object]) -> None:
        """Let the loop go round until something is there."""
        end = time.monotonic() + PATIENCE
        while not ready():
            self.turns(1, 0.1)
            time.sleep(0.02)
            if time.monotonic() > end:
                raise Wrong("The screens were not ready in time; the machine may be busy. Try again.")

    def key(self, key: int) -> None:
        """Press a key."""
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
        self.turns(2)

    def press(self, event: Hashable) -> None:
        """Press the widget that yields this."""
        self.turns()
        top = self.window.top
        page: Page = top.desk.board.page if isinstance(top, Watch) else top.page  # type: ignore[attr-defined]
        page.turn_to(event)
        page.ringed = False
        widget = page.find(event)
        if widget is None:
            raise Wrong(f"The screen has nothing that yields {event}.")
        for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=widget.rect.center, button=1, rel=(0, 0), buttons=(0, 0, 0)))
            self.turns()
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(2, 2), rel=(0, 0), buttons=(0, 0, 0)))
        self.turns()

    def take(self, name: str, words: str) -> Iterator[Drawn]:
        """The screen that is shown, at both sizes of window and of text; over a scene, the largest is left out."""
        lively = isinstance(self.window.top, Watch | Debriefing | ReplayScreen)
        for size, text in FACES[:3] if lively else FACES:
            surface = pygame.display.set_mode(size, pygame.RESIZABLE)
            self.rooms.prefer(replace(self.rooms.preferences, text=text))
            self.style.set(text=text)
            pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
            self.turns(30 if lively else 4, 0.0)
            told = f"{words}, {size[0]} × {size[1]}, text {text} %"
            yield Drawn(f"screen_{name}_{size[1]}_{text}.jpg", "Screens", told, surface.copy())


def photographs(home: Path) -> Iterator[Drawn]:
    """Every screen, in the order in which a trainee comes to them."""
    camera = Camera(home)
    shelf = camera.rooms.shelf
    camera.wait(lambda: shelf.ready)
    camera.wait(lambda: all(offer.problem or offer.picture((640, 320)) for offer in shelf.offers))
    camera.turns(30, 0.1)
    yield from camera.take("title", "The title")
    for way, name in ((WayIn.SCENARIOS, "scenarios"), (WayIn.SETTINGS, "settings"), (WayIn.HELP, "help")):
        camera.press(way)
        yield from camera.take(name, f"The {name}")
        camera.key(pygame.K_ESCAPE)
    camera.press(WayIn.GUIDE)
    camera.wait(lambda: isinstance(camera.window.top, FieldGuide) and camera.window.top.complete)
    yield from camera.take("guide", "The field guide")
    camera.key(pygame.K_ESCAPE)
    camera.press(WayIn.DRILL)
    camera.wait(lambda: isinstance(camera.window.top, DrillScreen))
    camera.turns(20, 0.1)
    yield from camera.take("drill", "A drill")
    camera.key(pygame.K_ESCAPE)
    for name in ("king_street_morning", "king_street_evening"):
        camera.window.screens.append(camera.rooms.briefing(_offer(shelf.offers, name)))
        yield from camera.take(f"briefing_{name}", "A briefing")
        camera.key(pygame.K_ESCAPE)
    yield from _on_floor(camera, home)
    yield from _exercise(camera, home)
    camera.press(WayIn.RECORDS)
    camera.turns(20, 0.1)
    yield from camera.take("records", "Past exercises")
    while camera.window.screens:
        camera.window.screens.pop().leave()


def front(home: Path) -> pygame.Surface:
    """The watching screen of the morning peak, with somebody looked at closely."""
    camera = Camera(home)
    begun = opening.begin(opening.prepare(find("king_street_morning"), PlayTerms(seed=SEED), Tell()), Learner(home))
    drive(robot("skilled", begun.watched.layout.landmarks), begun, 2 * MINUTE + 200)
    size = 1600, 900
    surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    camera.style.set(size=size)
    watching(camera, begun)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
    camera.press(GoTo(_in_the_middle(begun)))
    camera.turns(40, 0.005)
    camera.turns(30)
    picture = surface.copy()
    camera.window.screens.pop().leave()
    return picture


def _in_the_middle(begun: opening.Begun) -> int:
    """Of those present who were marked for something seen, whoever stands nearest to the middle of the place."""
    now, marks = begun.watched.exercise.snapshot(), begun.watched.exercise.marks
    wide, deep = begun.watched.layout.venue.size
    places = dict(zip(now.ids.tolist(), now.position.tolist(), strict=True))
    here = [person for person, mark in marks.items() if person in places and mark.cues] or list(places)
    return min(here, key=lambda person: (places[person][0] - wide / 2) ** 2 + (places[person][1] - deep / 2) ** 2)


def _offer(offers: list[Offer], name: str) -> Offer:
    return next(offer for offer in offers if offer.path.stem == name)


def _exercise(camera: Camera, home: Path) -> Iterator[Drawn]:
    """Two minutes watched by a robot; then the inspector, the cameras, the help; then the debrief of all of it."""
    begun = opening.begin(opening.prepare(find("king_street_morning"), PlayTerms(seed=SEED), Tell()), Learner(home))
    exercise = begun.watched.exercise
    watcher = robot("skilled", begun.watched.layout.landmarks)
    drive(watcher, begun, 2 * MINUTE + 200)
    watching(camera, begun)
    yield from camera.take("watch", "Watching, from the control room")
    chosen = max(exercise.marks.values(), key=lambda mark: (mark.level, len(mark.cues), mark.tick))
    camera.press(GoTo(chosen.person))
    camera.turns(40, 0.005)
    camera.press(FamilyToggled("F2"))
    yield from camera.take("watch_inspector", "Somebody looked at closely")
    camera.key(pygame.K_v)
    yield from camera.take("watch_cameras", "The pictures of four cameras")
    camera.key(pygame.K_h)
    yield from camera.take("watch_keys", "The keys")
    camera.key(pygame.K_ESCAPE)
    camera.window.screens.pop()
    drive(watcher, begun, exercise.lasts)
    told = opening.finish(begun, Tell())
    picture = Picture(camera.style, told.scene, Plan(told.told.layout, camera.style.theme))
    over = again(camera.rooms, told.told.recording.header.title)
    ways = DebriefWays(Pop(), camera.rooms.learning, lambda _: Home(), str, again=over)
    camera.window.screens.append(Debriefing(camera.style, told.told, picture, ways))
    camera.turns(40, 0.02)
    yield from camera.take("debrief", "The debrief")
    camera.press(Elsewhere.LARGER)
    yield from camera.take("replay", "A moment again, large")
    camera.key(pygame.K_ESCAPE)
    camera.key(pygame.K_ESCAPE)


def _on_floor(camera: Camera, home: Path) -> Iterator[Drawn]:
    """The trainee among the people, on their way."""
    prepared = opening.prepare(find("king_street_evening"), PlayTerms(seed=FLOOR_SEED), Tell())
    begun = opening.begin(prepared, Learner(home))
    drive(robot("skilled", begun.watched.layout.landmarks), begun, 300)
    begun.watched.sitting.do(Select(None))
    watch = watching(camera, begun)
    watch.take(SentTo(30.0, 16.0))
    camera.turns(60, 0.05)
    yield from camera.take("floor", "On the floor: who is out of sight is a pale shape")
    camera.window.screens.pop().leave()


def watching(camera: Camera, begun: opening.Begun) -> Watch:
    """The watching screen over an exercise that is under way."""
    watched = begun.watched
    picture = Picture(camera.style, begun.scene, Plan(watched.layout, camera.style.theme))
    watch = Watch(camera.style, camera.rooms, watched, picture, Hearing(begun.said), after=camera.rooms.title)
    camera.window.screens.append(watch)
    camera.turns(4)
    return watch


def drive(watcher: Robot, begun: opening.Begun, until: int) -> None:
    """Let a robot watch up to a tick."""
    exercise, sitting = begun.watched.exercise, begun.watched.sitting
    while not exercise.over and exercise.tick < until:
        if exercise.tick % 5 == 0:
            for act in watcher.watch(exercise.sightings()):
                sitting.do(act)
        sitting.advance()
