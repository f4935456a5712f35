"""Sounds are made soundly, follow the crowd, and their absence is no trouble."""

import numpy as np
import pygame
import pytest

from game.programme import Called, Programme
from game.sound import Ambience, Volumes, announcements, tones
from game.sound.ambience import HEADROOM
from game.timetable import departures


@pytest.mark.parametrize("make", [tones.room_tone, tones.murmur, tones.footsteps])
def test_loops_meet_their_beginning(make: object) -> None:
    """The step from a loop's last sample to its first is no larger than steps within it."""
    assert callable(make)
    wave = make().astype(float)
    within = np.abs(np.diff(wave, axis=0)).max()
    assert np.abs(wave[0] - wave[-1]).max() <= within


@pytest.mark.parametrize("make", [tones.room_tone, tones.murmur, tones.footsteps, tones.train, tones.chime, tones.tick])
def test_sounds_are_loud_enough_and_never_clip(make: object) -> None:
    """Each sound uses some of the range and never more than the range."""
    assert callable(make)
    wave = make()
    assert wave.dtype == np.int16
    assert wave.shape[1] == 2
    assert 3_000 < np.abs(wave.astype(int)).max() < 32_000


def test_everything_at_once_stays_within_the_range() -> None:
    """A full hall, a train and a chime together, all volumes up, are still not cut off."""
    whole = np.zeros((round(12 * tones.RATE), 2))
    for make in (tones.room_tone, tones.murmur, tones.footsteps, tones.train, tones.chime):
        wave = make().astype(float)
        whole += HEADROOM * np.tile(wave, (-(-len(whole) // len(wave)), 1))[: len(whole)]
    assert 0.2 * 32_768 < np.abs(whole).max() < 32_768


@pytest.mark.parametrize("make", [tones.room_tone, tones.murmur, tones.footsteps, tones.train, tones.chime])
def test_sounds_are_heard_on_small_loudspeakers_and_are_not_shrill(make: object) -> None:
    """Half of each sound's strength lies above 90 Hz, and hardly any above 4 kHz."""
    assert callable(make)
    strength = np.abs(np.fft.rfft(make().mean(axis=1))) ** 2
    pitch = np.fft.rfftfreq(2 * (len(strength) - 1), 1 / tones.RATE)
    assert strength[pitch > 90].sum() > 0.5 * strength.sum()
    assert strength[pitch > 4000].sum() < 0.1 * strength.sum()


def test_what_is_called_is_on_the_board() -> None:
    """A train that is announced is the next that the board shows two minutes on, at a platform that there is."""
    for announcement in announcements("railway station", "08:05", 3600):
        if announcement.train:
            minute = 8 * 60 + 5 + announcement.tick // 600
            shown = departures(minute + 2, 1)[0]
            assert announcement.caption == f"Platform {shown.platform} for the {shown.time} to {shown.town}."
            assert 1 <= int(shown.platform) <= 4


def test_calls_of_the_scenarios_own_come_first() -> None:
    """They are announced at their tick, and what is called anyway is left out about then."""
    own = announcements("airport", "08:05", 3600, Programme(called=(Called(810, "Boarding has begun."),)))
    ticks = [announcement.tick for announcement in own]
    assert ticks == sorted(ticks)
    assert {announcement.tick for announcement in announcements("airport", "08:05", 3600)} - set(ticks) == {800}
    assert [announcement.caption for announcement in own if announcement.tick == 810] == ["Boarding has begun."]


def test_murmur_follows_the_crowd() -> None:
    """More people, more murmur; none, none; volumes scale it."""
    ambience = Ambience(Volumes(all=1.0, place=0.5))
    assert ambience.audible
    loudness = []
    for present in (0, 50, 200):
        ambience.follow(present, present // 2)
        loudness.append(ambience._loops["murmur"][1].get_volume())
    assert loudness[0] == 0 < loudness[1] < loudness[2] <= 0.5
    ambience.stop()


def test_no_device_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no sound device everything goes on, unheard."""
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such device")
    ambience = Ambience(Volumes())
    assert not ambience.audible
    ambience.follow(100, 50)
    ambience.signal("chime")
    ambience.hush(True)
    ambience.stop()


def test_announcements_name_times_to_come() -> None:
    """At a station each announced train is due after the moment of its announcement, around midnight too."""
    said = announcements("railway station", "23:58", 3600)
    assert len(said) >= 5
    assert any(announcement.train for announcement in said)
    assert all(0 < announcement.tick < 3600 for announcement in said)
    assert not any(announcement.train for announcement in announcements("shopping centre", "10:00", 3600))
