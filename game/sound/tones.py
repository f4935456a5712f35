"""Sounds made from numbers: room tone, murmur, footsteps, a train, a chime. Each is (n, 2) int16 at RATE Hz.

Loops are made from spectra, so that their end meets their beginning without a click. What pitch, pace and loudness are
not given a reason of their own were set by ear, against each other: nothing of a place may drown a signal.
"""

import numpy as np
from numpy.typing import NDArray

from game.chance import stream

RATE = 22_050
"""Samples a second: half of a CD's. They carry all up to 11 kHz; nothing here is brighter, and it is made at start."""
Wave = NDArray[np.int16]
Floats = NDArray[np.float64]


def room_tone(seconds: float = 8.0) -> Wave:
    """The air of a large hall: a low, soft rush, and a faint hum of its machines. Loops."""
    time = np.arange(round(seconds * RATE)) / RATE
    # What hangs on mains of 50 Hz hums at twice that, and at the octave above.
    hum = 0.10 * np.sin(2 * np.pi * 100 * time) + 0.05 * np.sin(2 * np.pi * 200 * time)
    return _stereo([_noise(seconds, f"room {side}", 90, 420) + hum for side in "lr"], 0.20)


def murmur(seconds: float = 12.0, voices: int = 14) -> Wave:
    """Many people talking far off, no word to be made out. Loops."""
    sides = []
    for side in "lr":
        chorus = np.zeros(round(seconds * RATE))
        for voice in range(voices):
            chance = stream(0, "murmur", f"{side}/{voice}")
            # Voices through a hall: from a deep to a high one, without the consonants that words are made out by, and
            # swelling as often as people speak syllables.
            low = float(chance.uniform(180, 420))
            syllables = np.clip(_noise(seconds, f"syllables {side}/{voice}", 1.5, 5.5), 0, None)
            chorus += _noise(seconds, f"voice {side}/{voice}", low, low * 3.2) * syllables
        sides.append(chorus)
    return _stereo(sides, 0.45)


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
    return _stereo(sides, 0.30)


def train(seconds: float = 9.0) -> Wave:
    """A train that draws in beyond the hall and stops."""
    time = np.arange(round(seconds * RATE)) / RATE
    # It swells for 3 s and dies away over the last 4; in the last second it stands.
    swell = np.clip(time / 3.0, 0, 1) * np.clip((seconds - time) / 4.0, 0, 1)
    slows = np.clip((seconds - 1.0 - time) / (seconds - 1.0), 0, 1)
    sides = []
    for side in "lr":
        rumble = _noise(seconds, f"train {side}", 60, 300)
        wind = 0.25 * _noise(seconds, f"brakes {side}", 500, 1500) * slows
        sides.append((rumble + wind + _joints(time, slows)) * swell)
    return _stereo(sides, 0.4)


def _joints(time: Floats, pace: Floats) -> Floats:
    """Wheels over the joints of rails: pairs of dull knocks, further apart as the train slows."""
    # At full speed 2.2 joints a second; the second axle of a bogie follows by 0.18 of the way from joint to joint.
    way = np.cumsum(pace) / RATE * 2.2
    knocks = np.exp(-18 * (way % 1.0)) + 0.7 * np.exp(-18 * ((way + 0.82) % 1.0))
    return np.asarray(1.6 * knocks * np.sin(2 * np.pi * 130 * time) * (pace > 0.04))


def chime() -> Wave:
    """Three notes before an announcement."""
    notes = (659.26, 523.25, 587.33)  # E5, C5 and D5, in Hz
    length = round(2.4 * RATE)
    sound = np.zeros(length)
    for n, pitch in enumerate(notes):
        start = round(n * 0.42 * RATE)
        time = np.arange(length - start) / RATE
        # A bell's octave, dying away over a second or so; 8 ms of swelling, for a tone that begins at once clicks.
        bell = np.sin(2 * np.pi * pitch * time) + 0.35 * np.sin(4 * np.pi * pitch * time)
        sound[start:] += bell * np.exp(-2.6 * time) * np.clip(time / 0.008, 0, 1)
    return _stereo([sound, sound], 0.38)


def tick() -> Wave:
    """A short, soft sound for a mark that was set."""
    time = np.arange(round(0.09 * RATE)) / RATE
    sound = np.sin(2 * np.pi * 880 * time) * np.exp(-45 * time) * np.clip(time / 0.003, 0, 1)
    return _stereo([sound, sound], 0.4)


def _step(chance: np.random.Generator) -> Floats:
    time = np.arange(round(0.07 * RATE)) / RATE
    # A heel's dull thud, and the shorter rush of a sole.
    pitch = float(chance.uniform(90, 190))
    heel = np.sin(2 * np.pi * pitch * time) * np.exp(-70 * time)
    return np.asarray(heel + 0.35 * chance.normal(size=len(time)) * np.exp(-140 * time))


def _noise(seconds: float, purpose: str, low: float, high: float) -> Floats:
    """Periodic noise between two corners in Hz, falling off gently beyond them."""
    length = round(seconds * RATE)
    chance = stream(0, "sound", purpose)
    pitch = np.fft.rfftfreq(length, 1 / RATE)
    weight = pitch**2 / (pitch**2 + low**2) / (1 + (pitch / high) ** 4)
    spectrum = weight * np.exp(2j * np.pi * chance.random(len(pitch)))
    wave = np.fft.irfft(spectrum, length)
    return np.asarray(wave / np.sqrt(np.mean(wave**2)))


def _stereo(sides: list[Floats], loud: float) -> Wave:
    both = np.stack(sides, axis=1)
    both *= loud / np.abs(both).max()
    # A little less than what 16 bits hold, for two sounds may meet at their loudest.
    return np.ascontiguousarray((both * 32_000).astype(np.int16))
