"""Staging as a whole: determinism, the key, twins, groups, ids."""

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from game.cast import Part
from game.clock import PRE_ROLL, ticks
from game.key import meets_decoy_rule, meets_subject_rule
from game.run import Site
from game.scenario import Production, Verb
from game.scenario.plans import EARLIEST, DecoyPool, least, most
from game.staging.company import Company
from game.staging.players import in_any_order
from game.staging.wanted import find_wanted
from tests.support.stagings import SetOnce, stage

ROOT = Path(__file__).parents[2]
DIGEST = """
from hashlib import sha256
from game.scenario import find, read
from tests.support.stagings import stage
print(sha256(repr(stage(read(find("king_street_morning")), 7)).encode()).hexdigest())
"""


def test_same_seed_same_cast_in_another_process(king_street: Production, set_once: SetOnce) -> None:
    """The same scenario and seed give the same cast and key, in another process too."""
    there = subprocess.run([sys.executable, "-c", DIGEST], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    here = stage(king_street, 7)
    assert there.split()[-1] == sha256(repr(here).encode()).hexdigest()
    assert here == (set_once(7).cast, set_once(7).key)
    assert here != (set_once(6).cast, set_once(6).key)


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 2**31))
def test_every_staging_keeps_the_truth_rule(king_street: Production, seed: int) -> None:
    """Whatever the seed, subjects and decoys are what the rule says, each act is in the part, ids are rows."""
    cast, key = stage(king_street, seed)
    assert [person.id for person in cast.people] == list(range(len(cast.people)))
    scenario = king_street.scenario
    assert least(scenario.subjects) <= len(key.subjects()) <= most(scenario.subjects)
    assert least(scenario.decoys) <= len(key.decoys()) <= most(scenario.decoys)
    for entry in key.subjects():
        assert entry.nature != "reconnaissance" or meets_subject_rule(entry.acts)
    for entry in key.decoys():
        assert meets_decoy_rule(entry.acts)
    for entry in key.entries:
        part = cast.people[entry.person].part
        everything = [*part.steps, *(step for reaction in part.reactions for step in reaction.steps)]
        for act in entry.acts:
            assert any(step.act == act.act and step.shows for step in everything)


def test_everyone_leaves_in_the_end(king_street: Production, set_once: SetOnce) -> None:
    """Every part ends in going away, and starts within the scene."""
    lasts = ticks(king_street.scenario.clock.lasts)
    for person in set_once(3).cast.people:
        assert person.part.steps[-1].verb in (Verb.LEAVE, Verb.BOARD)
        assert -PRE_ROLL <= person.part.arrive < lasts


def test_no_tell_is_planned_before_anyone_could_notice(set_once: SetOnce) -> None:
    """The call sheet plans every tell and look-alike after 0:00 and before the end."""
    for seed in range(5):
        sheet = set_once(seed).call_sheet()
        for call in sheet.calls:
            for act in call.acts:
                assert act.conditional or (act.tick is not None and 0 < act.tick < sheet.lasts), (seed, call.slot, act)


def test_twin_keeps_all_but_the_intent(king_street: Production, set_once: SetOnce) -> None:
    """With prevalence none the subject's slot keeps looks, role and arrival, and the key has no subject."""
    cast, key = set_once(5).cast, set_once(5).key
    twin, innocent = stage(king_street, 5, "none")
    assert innocent.subjects() == ()
    assert innocent.decoys() == key.decoys()
    assert len(twin.people) == len(cast.people)
    for entry in key.subjects():
        was, now = cast.people[entry.person], twin.people[entry.person]
        assert (was.looks, was.role, was.speed, was.part.arrive, was.part.enter) == (
            now.looks,
            now.role,
            now.speed,
            now.part.arrive,
            now.part.enter,
        )
        assert was.part.steps != now.part.steps


def test_groups_keep_to_a_leader_of_their_own(set_once: SetOnce) -> None:
    """Whoever has a leader arrives with them, and the leader has none."""
    cast = set_once(2).cast
    followers = [person for person in cast.people if person.leader is not None]
    assert followers
    for person in followers:
        assert person.leader is not None
        leader = cast.people[person.leader]
        assert leader.leader is None
        assert leader.part.arrive == person.part.arrive


def test_a_person_says_nothing_of_the_key(set_once: SetOnce) -> None:
    """No field of a person names a slot, a behaviour of the catalogue or a cue."""
    cast, key = set_once(1).cast, set_once(1).key
    words = {act.name for entry in key.entries for act in entry.acts} | {entry.slot for entry in key.entries}
    for person in cast.people:
        text = repr(replace(person, account=cast.people[0].account))  # claims are the author's own words
        assert not [word for word in words if word in text]


def _with_decoys(production: Production, number: int) -> Production:
    decoys = DecoyPool.model_validate({"how_many": number})
    return production.model_copy(update={"scenario": production.scenario.model_copy(update={"decoys": decoys})})


def test_slots_do_not_disturb_those_found_before(king_street: Production) -> None:
    """Taking a decoy out leaves the part of everybody as it was who is found before them, whatever the seed."""
    before = 0
    six, five = _with_decoys(king_street, 6), _with_decoys(king_street, 5)
    spots = Site(six).spots
    for seed in range(2):
        company = Company(six, spots, seed)
        order = [wanted.slot for wanted in in_any_order(company, find_wanted(company))]
        parts, fewer = _parts(six, seed), _parts(five, seed)
        assert fewer.keys() == parts.keys() - {"decoys/5"}
        for slot in order[: order.index("decoys/5")]:
            before += 1
            assert parts[slot].arrive == fewer[slot].arrive
            assert [step.verb for step in parts[slot].steps] == [step.verb for step in fewer[slot].steps]
    assert before


def _parts(production: Production, seed: int) -> dict[str, Part]:
    cast, key = stage(production, seed)
    return {entry.slot: cast.people[entry.person].part for entry in key.entries}


def test_no_two_acts_of_a_part_have_one_number(set_once: SetOnce) -> None:
    """What somebody shows when security comes near is never taken for an act of theirs that the key counts."""
    for seed in range(4):
        cast, key = set_once(seed).cast, set_once(seed).key
        for entry in key.entries:
            part = cast.people[entry.person].part
            reacting = {step.act for reaction in part.reactions for step in reaction.steps}
            assert not reacting & {step.act for step in part.steps if step.act is not None}
            assert {act.act for act in entry.acts if act.conditional} <= reacting
            assert not reacting & {act.act for act in entry.acts if not act.conditional}


def test_nobody_minds_security_before_there_is_time_to_notice(set_once: SetOnce) -> None:
    """Neither who has a part nor who has none reacts as the scene opens, when nobody saw what they broke off."""
    people = [person for seed in range(4) for person in set_once(seed).cast.people]
    minding = [reaction for person in people for reaction in person.part.reactions]
    assert minding
    assert {reaction.since for reaction in minding} == {ticks(EARLIEST)}
