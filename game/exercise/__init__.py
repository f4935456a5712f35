"""What the trainee does: looks, selects, marks; and what they could see while doing it."""

from .answers import Answer, Answering
from .conversing import CameraReport, Conversing, Disposition, OfferedTopic, Statement
from .deciding import DecisionMade, leaves
from .description import describe, head_description, itemise
from .exercise import Exercise, Running, Terms, gaze_over
from .gaze import Gaze
from .lookouts import Eyes, Lookouts, Spotted
from .normal import NormalQuestion, NormalWatch
from .officer import Officer, on_floor, sightline
from .refusal import Refusal
from .talk_state import SpeakingWorld, Talk, TalkStage, hear
from .talking import Talking
from .unattended import Owner, Owners, Unattended

__all__ = [
    "Answer",
    "Answering",
    "CameraReport",
    "Conversing",
    "DecisionMade",
    "Disposition",
    "Exercise",
    "Eyes",
    "Gaze",
    "Lookouts",
    "NormalQuestion",
    "NormalWatch",
    "OfferedTopic",
    "Officer",
    "Owner",
    "Owners",
    "Refusal",
    "Running",
    "SpeakingWorld",
    "Spotted",
    "Statement",
    "Talk",
    "TalkStage",
    "Talking",
    "Terms",
    "Unattended",
    "describe",
    "gaze_over",
    "head_description",
    "hear",
    "itemise",
    "leaves",
    "on_floor",
    "sightline",
]
