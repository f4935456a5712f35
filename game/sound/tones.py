"""Sounds made from numbers: room tone, murmur, footsteps, a train, a chime. Each is (n, 2) int16 at RATE Hz.

Loops are made from spectra, so that their end meets their beginning without a click.
"""

import numpy as np
from numpy.typing import NDArray

from ..chance import stream

RATE = 22_050
Wave = NDArray[np.int16]
Floats = NDArray[np.float64]


def room_tone(seconds: float = 8.0) -> Wave:
    """The air of a large hall: a low, soft rush. Loops."""
    return _stereo([_noise(seconds, f"room {side}", _slope(40, 180)) for side in "lr"], 0.25)


def murmur(seconds: float = 12.0, voices: int = 14) -> Wave:
    """Many people talking far off, no word to be made out. Loops."""
    sides = []
    for side in "lr":
        chorus = np.zeros(round(seconds * RATE))
        for voice in range(voices):
            chance = stream(0, "murmur", f"{side}/{voice}")
            low = float(chance.uniform(180, 420))
            syllables = np.clip(_noise(seconds, f"syllables {side}/{voice}", _band(1.5, 5.5)), 0, None)
            chorus += _noise(seconds, f"voice {side}/{voice}", _band(low, low * 3.2)) * syllables
        sides.append(chorus)
    return _stereo(sides, 0.5)


def footsteps(seconds: float = 10.0, each_second: float = 9.0) -> Wave:
    """The steps of some people on a hard floor. Loops."""
    length = round(seconds * RATE)
    sides = [np.zeros(length), np.zeros(length)]
    chance = stream(0, "footsteps")
    for _ in range(round(seconds * each_second)):
        at, pan, loud = int(chance.integers(length)), float(chance.uniform(0.2, 0.8)), float(chance.uniform(0.2, 1.0))
        step = _step(chance) * loud
        where = (at + np.arange(len(step))) % length
        sides[0][where] += step * (1 - pan)
        sides[1][where] += step * pan
    return _stereo(sides, 0.35)


def train(seconds: float = 9.0) -> Wave:
    """A train that draws in beyond the hall and stops."""
    time = np.arange(round(seconds * RATE)) / RATE
    swell = np.clip(time / 3.0, 0, 1) * np.clip((seconds - time) / 4.0, 0, 1)
    sides = [_noise(seconds, f"train {side}", _slope(60, 320)) * swell for side in "lr"]
    return _stereo(sides, 0.5)


def chime() -> Wave:
    """Three notes before an announcement."""
    notes = (659.26, 523.25, 587.33)
    length = round(2.4 * RATE)
    sound = np.zeros(length)
    for n, pitch in enumerate(notes):
        start = round(n * 0.42 * RATE)
        time = np.arange(length - start) / RATE
        bell = np.sin(2 * np.pi * pitch * time) + 0.35 * np.sin(4 * np.pi * pitch * time)
        sound[start:] += bell * np.exp(-2.6 * time) * np.clip(time / 0.008, 0, 1)
    return _stereo([sound, sound], 0.45)


def tick() -> Wave:
    """A short, soft sound for a mark that was set."""
    time = np.arange(round(0.09 * RATE)) / RATE
    sound = np.sin(2 * np.pi * 880 * time) * np.exp(-45 * time) * np.clip(time / 0.003, 0, 1)
    return _stereo([sound, sound], 0.4)


def _step(chance: np.random.Generator) -> Floats:
    time = np.arange(round(0.07 * RATE)) / RATE
    pitch = float(chance.uniform(90, 190))
    heel = np.sin(2 * np.pi * pitch * time) * np.exp(-70 * time)
    return np.asarray(heel + 0.35 * chance.normal(size=len(time)) * np.exp(-140 * time))


def _slope(corner: float, end: float) -> NDArray[np.float64]:
    return np.array([corner, end, 0.0])


def _band(low: float, high: float) -> NDArray[np.float64]:
    return np.array([low, high, 1.0])


def _noise(seconds: float, purpose: str, shape: Floats) -> Floats:
    """Periodic noise: flat to a corner and falling to nothing (slope), or between two corners (band), in Hz."""
    length = round(seconds * RATE)
    chance = stream(0, "sound", purpose)
    pitch = np.fft.rfftfreq(length, 1 / RATE)
    low, high, banded = shape
    weight = 1 / (1 + (pitch / high) ** 4)
    weight *= pitch**2 / (pitch**2 + low**2) if banded else 1 / (1 + (pitch / low) ** 2)
    weight[0] = 0.0
    spectrum = weight * np.exp(2j * np.pi * chance.random(len(pitch)))
    wave = np.fft.irfft(spectrum, length)
    return np.asarray(wave / np.sqrt(np.mean(wave**2)))


def _stereo(sides: list[Floats], loud: float) -> Wave:
    both = np.stack(sides, axis=1)
    both *= loud / np.abs(both).max()
    return np.ascontiguousarray((both * 32_000).astype(np.int16))
