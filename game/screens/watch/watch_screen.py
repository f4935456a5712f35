"""Where the trainee watches: the scene over the whole window, and panels to inspect, mark and find one's way."""

from collections.abc import Callable
from dataclasses import replace

import pygame

from game.clock import TICKS_PER_SECOND
from game.widgets.page import Fired, Page
from game.widgets.screen import Home, Next, Replace, Screen
from game.widgets.style import Style

from ..navigation import Ways
from .actions import Hands
from .drag import Dragging
from .inspector import row_under
from .lesson import Coach
from .outline import Outlined
from .own_figure import OnFloor
from .panels import Panels
from .plan_panel import PlanPanel
from .plan_shade import Sight
from .pointing import CHEST, at_row, body, in_view, row_of, wander
from .questions import question
from .scene_view import Picture
from .view_control import Looking
from .watch_clock import Passing
from .watch_keys import LEVEL_KEYS, PAN_KEYS, PANEL_KEYS, TURN_KEYS, ZOOM_KEYS
from .watch_setup import Watched
from .watch_sound import Hearing

NOTCH = 70  # px that the view moves at once when an arrow key goes down


class Watch:
    """The exercise on the screen. `after` gives the screen that follows it."""

    frames = 60

    def __init__(
        self, style: Style, ways: Ways, watched: Watched, picture: Picture, hearing: Hearing,
        after: Callable[[], Screen],
    ) -> None:
        self.style = style
        self.page = Page(style)
        self._ways, self._watched, self._picture, self._after = ways, watched, picture, after
        self._hearing = hearing
        self._hearing.start(ways.preferences)
        self.exercise = watched.exercise
        self._plan = PlanPanel(style, picture.plan, Sight(style, self.exercise.officer, watched.layout.venue.size))
        self.coach = Coach(watched.lesson)
        self._hands = Hands(watched, self.coach)
        extent = watched.layout.venue.size
        start = replace(self.exercise.viewpoint, width=style.size[0], height=style.size[1])
        self._looking = Looking(start, extent)
        self.floor = OnFloor(style, watched)
        self._time = Passing(watched, self.floor)
        self.panels = Panels(
            style, watched, picture, self._plan, self._looking, self.floor, self._time, self.page.offsets
        )
        self._built: tuple[object, ...] = ()
        self._outlined = Outlined()
        self._asked = ""
        self._held = False
        self._follows = self.floor.officer is not None
        self._panning = False
        self._dragging = Dragging()
        self._handed_over = False

    # --- what the loop asks ------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> Next | None:
        """Keys and pointer: first the question that stands, then the panels, then the scene."""
        self._lay()
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION, pygame.MOUSEWHEEL):
            return self._mouse(event)
        return None

    def update(self, seconds: float) -> Next | None:
        """Let the scene go on by as much time as has passed, and the view with it."""
        self._pan_by_keys(seconds)
        if self._time.go_on(seconds, lambda: self._hands.look(self._looking.viewpoint)):
            self._hearing.hear(self._time.now)
        self._keep_up()
        self._looking.update(seconds)
        if not self._dragging.on:
            self._outlined.look(self._open_under)
        for one in (self.coach, self._hands, self.page):
            one.update(seconds)
        if self.exercise.over and not self._asked:
            self._asked = "over"
            self._renew()
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """The scene, then the panels."""
        self._lay()
        now, viewpoint = self._time.now, self._looking.viewpoint
        outlined = self._outlined.person if self._outlined.person is not None else row_under(self.page.hovered)
        signs = self._picture.signs(now, self.exercise.marks, self.exercise.selected, outlined)
        self._picture.draw(
            surface, *self._time.pictured, self._time.share, viewpoint, (*self.floor.signs(), *signs),
            pale=self.floor.hidden(now),
        )
        self.floor.draw(surface, viewpoint)
        self.page.draw(surface)

    def leave(self) -> None:
        """Close the record, unless the debrief does so."""
        if not self._handed_over:
            self._watched.sitting.close()
        self._hearing.stop()

    def people_in_view(self) -> list[int]:
        """Whom the keyboard can point at, from left to right."""
        found = in_view(self._time.now, self._looking.viewpoint, self.exercise.panels)
        return [person for person in found if self.floor.sees(person)]

    def pixel_of(self, person: int) -> tuple[int, int]:
        """Where in the window the chest of someone present is."""
        row = row_of(self._time.now, person)
        x, y = self._looking.viewpoint.project(self._time.now.position[row], CHEST).tolist()
        return round(x), round(y)

    def under(self, at: tuple[int, int]) -> list[int]:
        """Who stands under a pixel, the nearest first."""
        return self._picture.pick(at, self._time.now, self._looking.viewpoint)

    # --- keys --------------------------------------------------------------------------------------------------------

    def _key(self, event: pygame.event.Event) -> Next | None:
        if self._asked:
            return self._key_in_dialog(event)
        if event.key != pygame.K_ESCAPE and self.coach.did("key"):
            self._renew()
            return None
        if not (self.page.ringed and self.page.focus and self._key_in_panels(event)):
            self._key_in_scene(event)
        return None

    def _key_in_dialog(self, event: pygame.event.Event) -> Next | None:
        if event.key == pygame.K_ESCAPE and self._asked != "over":
            return self._pressed(Fired("stay"))
        if event.key in {pygame.K_RETURN, pygame.K_KP_ENTER} and not (self.page.ringed and self.page.focus):
            return self._pressed(Fired(self.page.reached()[0].key))
        fired = self.page.handle(event)
        return self._pressed(fired) if fired else None

    def _key_in_panels(self, event: pygame.event.Event) -> bool:
        """Whether the panel that has the keyboard took the key."""
        if event.key == pygame.K_ESCAPE:
            self.page.turn_to("")
            return True
        if event.key in PANEL_KEYS and (fired := self.page.handle(event)):
            self._pressed(fired)
        return event.key in PANEL_KEYS

    def _key_in_scene(self, event: pygame.event.Event) -> None:
        key = event.key
        if key in LEVEL_KEYS:
            self._hands.mark(LEVEL_KEYS[key])
        elif key in TURN_KEYS:
            self._looking.turn(TURN_KEYS[key])
            self._did("turn")
        elif key in ZOOM_KEYS:
            self._looking.zoom(ZOOM_KEYS[key])
            self._did("zoom")
        elif key == pygame.K_TAB:
            self._wander(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        elif key in PAN_KEYS:
            self._step(*PAN_KEYS[key], walk=bool(event.mod & pygame.KMOD_SHIFT))
        else:
            doing = self._doings().get(key)
            if doing:
                doing()
        self._renew()

    def _doings(self) -> dict[int, Callable[[], None]]:
        return {
            pygame.K_RETURN: self._take_outlined, pygame.K_KP_ENTER: self._take_outlined,
            pygame.K_ESCAPE: self._escape, pygame.K_SPACE: self._pause, pygame.K_f: self._follow,
            pygame.K_x: self._hands.clear, pygame.K_BACKSPACE: self._hands.clear, pygame.K_c: self._cues,
            pygame.K_m: self._next_mark, pygame.K_p: self.panels.fold, pygame.K_v: self.panels.feeds.toggle,
            pygame.K_h: lambda: self._ask("help"), pygame.K_HOME: self._looking.whole,
        }

    def _step(self, right: int, down: int, *, walk: bool) -> None:
        """A press of an arrow key: the view moves by a notch; with Shift the own figure goes a few steps instead."""
        if walk and self.floor.officer:
            self.go(*self.floor.beside(right, down, self._looking.viewpoint))
        elif not self._panning:
            self._pan(right * NOTCH, down * NOTCH)

    def _pan_by_keys(self, seconds: float) -> None:
        if self._asked or (self.page.ringed and self.page.focus):
            return
        pressed = pygame.key.get_pressed()
        right, down = (sum(way[n] for key, way in PAN_KEYS.items() if pressed[key]) for n in (0, 1))
        walks = self.floor.officer is not None and pygame.key.get_mods() & pygame.KMOD_SHIFT
        self._panning = bool(right or down) and not walks
        if self._panning:
            speed = 900 * seconds * self._ways.preferences.view_speed
            self._pan(right * speed, down * speed)

    def _pan(self, right: float, down: float) -> None:
        self._looking.pan(right, down)
        self._follows = False
        self._did("pan")

    # --- pointer -----------------------------------------------------------------------------------------------------

    def _mouse(self, event: pygame.event.Event) -> Next | None:
        at = pygame.mouse.get_pos() if event.type == pygame.MOUSEWHEEL else event.pos
        if not self._dragging.on and (self.page.over(at) or event.type == pygame.MOUSEBUTTONUP):
            fired = self.page.handle(event)
            if self.page.over(at):
                self._outlined.point(None)
                self._walk_on_plan(event, at)
            return self._pressed(fired) if fired else None
        if event.type != pygame.MOUSEWHEEL:
            self.page.handle(event)
        if event.type == pygame.MOUSEWHEEL:
            self._looking.zoom(max(-2, min(2, event.y)), at)
            self._did("zoom")
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button in (1, 3):
            self._dragging.begin(at)
            self.page.turn_to("")
        elif event.type == pygame.MOUSEMOTION:
            self._motion(at)
        elif event.type == pygame.MOUSEBUTTONUP and event.button in (1, 3):
            nth = self._dragging.end(at)
            if event.button == 1 and nth is not None:
                found = self.under(at)
                self._select(found[nth % len(found)] if found else None)
            elif event.button == 3 and nth is not None and self.floor.officer:
                self.go(*self._looking.viewpoint.floor_at(*at))
        return None

    def _walk_on_plan(self, event: pygame.event.Event, at: tuple[int, int]) -> None:
        pressed = event.type == pygame.MOUSEBUTTONDOWN and event.button == 3
        if pressed and self.floor.officer and self.panels.plan_open and self._plan.over(at):
            self.go(*self._plan.floor_at(at, self._looking.viewpoint.turn))

    def _motion(self, at: tuple[int, int]) -> None:
        self._outlined.point(at)
        if not self._dragging.on:
            self._outlined.look(self._open_under)
        elif any(by := self._dragging.move(at)):
            self._looking.drag(*by)
            self._follows = False
            self._did("pan")

    def _open_under(self, at: tuple[int, int]) -> list[int]:
        return [] if self.page.over(at) else self.under(at)

    # --- what the trainee does ---------------------------------------------------------------------------------------

    def _did(self, act: str) -> None:
        if self.coach.did(act):
            self._renew()

    def _select(self, person: int | None) -> None:
        if self._hands.select(person):
            self._follows, self.panels.family = False, ""
            self._uncover(person)
        self._renew()

    def _uncover(self, person: int | None) -> None:
        """Bring the view to where no panel covers the person just selected."""
        if person is None or (row := row_of(self._time.now, person)) is None:
            return
        self._renew()
        self._lay()
        box = body(self._time.now.position[row], self._watched.looks[person].stature, self._looking.bound)
        self._looking.uncover(box, self.exercise.panels, self.style.px(12))

    def _take_outlined(self) -> None:
        if self._outlined.person is not None:
            self._select(self._outlined.person)

    def _wander(self, step: int) -> None:
        now = self._outlined.person if self._outlined.person is not None else self.exercise.selected
        self._outlined.choose(wander(self.people_in_view(), now, step))

    def _cues(self) -> None:
        if self.exercise.selected is not None:
            self._lay()
            self.page.turn_to(f"family/{self.panels.family or self._watched.families[0].family}")

    def _follow(self) -> None:
        """Follow the selected person; on the floor, with nobody selected, the own figure."""
        self._follows = not self._follows and (self.exercise.selected is not None or self.floor.officer is not None)

    def _keep_up(self) -> None:
        if not self._follows:
            return
        if (row := row_of(self._time.now, self.exercise.selected)) is not None:
            self._looking.go(*at_row(self._time.now, row))
        elif self.exercise.selected is None and self.floor.officer:
            self._looking.go(*self.floor.at)

    def go(self, x: float, y: float) -> None:
        """Send the own figure to a floor point."""
        if self._hands.go(x, y):
            self.floor.heads_for(x, y)
            self._follows |= self.exercise.selected is None

    def _pause(self) -> None:
        self._hands.pause()
        self._hearing.hush(quiet=self.exercise.paused)

    def _next_mark(self) -> None:
        if (person := self.panels.marks.next()) is not None:
            self._go_to(person)

    def _go_to(self, person: int) -> None:
        if (row := row_of(self._time.now, person)) is not None:
            self._looking.go(*at_row(self._time.now, row))
            self._select(person)
        else:
            self._hands.say("That person has left.")

    def _escape(self) -> None:
        if self.exercise.selected is not None:
            self._select(None)
        else:
            self._ask("end")

    # --- panels ------------------------------------------------------------------------------------------------------

    def _pressed(self, fired: Fired) -> Next | None:
        self._renew()
        what, _, which = fired.key.partition("/")
        if what == "leave":
            return Home()
        if what == "finish":
            self._hands.finish()
        if what in {"finish", "debrief"}:
            self._handed_over = True
            return Replace(self._after())
        if what == "stay":
            self._asked = ""
            if self._held and self.exercise.paused:
                self._pause()
            return None
        self._pressed_in_panel(what, which)
        return None

    def _pressed_in_panel(self, what: str, which: str) -> None:
        match what:
            case "level":
                self._hands.mark(int(which))
            case "cue" | "seen":
                self._hands.cue(which)
            case "family":
                self.panels.family = "" if self.panels.family == which else which
            case "go":
                self._go_to(int(which))
            case "plan":
                self._looking.go(*self._plan.floor_at(self.page.pointer, self._looking.viewpoint.turn))
            case "feed":
                self._looking.go(*self.panels.feeds.spot(int(which)))
                self._looking.face(self.panels.feeds.turn(int(which)))
                self._follows = False
            case "feeds":
                self.panels.feeds.toggle()
            case "coach":
                self.coach.go_on() if which == "next" else self.coach.stop()
            case _:
                {"close": lambda: self._select(None), "follow": self._follow, "clear": self._hands.clear}[what]()

    def _ask(self, what: str) -> None:
        self._asked = what
        self._held = what == "help" and not self.exercise.paused and self._watched.mode != "assess"
        if self._held:
            self._pause()
        self._renew()

    def _renew(self) -> None:
        self._built = ()

    def _lay(self) -> None:
        """Build the panels if anything that they show has changed; tell the exercise what they cover."""
        exercise = self.exercise
        now = (
            self.style.version, exercise.tick // TICKS_PER_SECOND, exercise.selected, exercise.paused, self._asked,
            self._hands.message, exercise.selected is None or self.floor.sees(exercise.selected),
        )
        if now == self._built:
            return
        self._built = now
        self._looking.resize(self.style.size)
        caption = self._hands.message or self._hearing.caption(exercise.tick)
        corners = self.panels.corners(self.coach.card(), caption, follows=self._follows)
        most, watched = 0.66 * self.style.size[1], self._watched
        dialog = question(self._asked, self.page.offsets, most, lesson=bool(watched.lesson))
        self.page.show(corners, pygame.Rect((0, 0), self.style.size), dialog)
        exercise.panels = corners.covered()
