"""What must be seen of an act: its decisive steps, told by the world as they are shown, with what they are aimed at."""

import pytest

from game.cast import Step
from game.log import ActBegan, ActEnded, StepBegan, StepEnded
from game.run import Site, Stage, open_world, perform, set_stage
from game.scenario import Production, find, read
from game.scenario.verbs import Verb
from game.staging.script import mark_decisive

GAZE, LONG_GAZE = Step(Verb.LOOK, 20, shows=True), Step(Verb.WATCH, 90, shows=True)
HANDS = Step(Verb.TRY_DOOR, 60, shows=True)
WAY = Step(Verb.WALK)


def test_without_a_word_the_decisive_steps_show_what_most_of_it_shows() -> None:
    """The hand on the door, not the look about; and never the way there."""
    assert [step.decisive for step in mark_decisive([WAY, GAZE, HANDS, GAZE, HANDS])] == [
        False,
        False,
        True,
        False,
        True,
    ]
    assert [step.decisive for step in mark_decisive([WAY, LONG_GAZE, HANDS])] == [False, True, False]


def test_an_author_says_what_is_decisive() -> None:
    """Where one step says so, it alone is."""
    said = Step(Verb.CHECK_WATCH, 20, shows=True, decisive=True)
    assert [step.decisive for step in mark_decisive([WAY, LONG_GAZE, said])] == [False, False, True]


def test_the_world_tells_the_steps_of_acts_as_they_are_shown(quay: Production, site: Site) -> None:
    """Each act of the key has decisive steps within it, each is ended, and what the act is aimed at is told."""
    staged = set_stage(quay, 3, site=site)
    events = open_world(staged).run_until(staged.lasts)
    told = 0
    for entry in staged.key.entries:
        for act in entry.acts:
            mine = [
                event for event in events
                if isinstance(event, ActBegan | ActEnded | StepBegan | StepEnded)
                and (event.person, event.act) == (entry.person, act.act)
            ]
            if len([event for event in mine if isinstance(event, ActBegan | ActEnded)]) < 2:
                continue
            assert isinstance(mine[0], ActBegan)
            assert isinstance(mine[-1], ActEnded)
            steps = [event for event in mine if isinstance(event, StepBegan | StepEnded)]
            assert any(isinstance(step, StepBegan) and step.decisive for step in steps)
            assert [isinstance(step, StepBegan) for step in steps] == [True, False] * (len(steps) // 2)
            told += any(isinstance(step, StepBegan) and step.aim is not None for step in steps)
    assert told > 0


def test_who_reads_the_sign_for_staff_or_waits_by_it_stays_short_of_it() -> None:
    """At the mouth of the corridor, among shoppers, from beginning to end; the tell alone goes past the sign."""
    court = read(find("weavers_court_closing_time"))
    (sign,) = (prop for prop in court.venue.props if prop.text == "STAFF ONLY" and prop.prop == "hanging_sign")
    short = ("turns_back_at_service_corridor", "waits_for_end_of_shift", "times_deliveries")
    played = perform(court, (*short, "strays_into_service_corridor"), 1)
    furthest = {
        name: max(float(one.snapshot(tick).position[one.row(tick), 0]) for tick in range(one.began, one.ended, 5))
        for name, one in played.items()
    }
    assert all(furthest[name] < sign.at[0] for name in short), furthest
    assert furthest["strays_into_service_corridor"] > sign.at[0]


def test_what_time_has_only_shown_the_beginning_of_is_left_out(
    quay: Production, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the end comes before any step by which it is made out, there is no clip of it; after them all there is."""
    name = "films_behind_a_call"
    whole = perform(quay, (name,), 1, site=site)[name]
    assert whole.began < whole.telling
    for lasts, shown in ((whole.began + 1, False), (whole.telling, True)):
        monkeypatch.setattr(Stage, "lasts", lasts)
        assert (name in perform(quay, (name,), 1, site=site)) is shown
