"""Judging: pure functions of key and log. Nothing here plays, draws or keeps."""

from .counts import Counts
from .debriefing import ActTold, Debrief, PersonTold, debrief
from .decided import Judged, Resolution, Weighed, judge_decisions
from .decided_words import WORTHS, explain_decision, name_reason, name_reasons, tell_decision
from .followed import what_followed
from .grounds import GROUNDS, Named, ground_cues
from .grounds_drill import GroundsCard, Offered, Purpose, pose_grounds
from .items_judged import ItemJudged, judge_items
from .items_words import tell_item, tell_item_events
from .manner import Manner, manner, manner_told
from .marks import Dealings
from .outcomes import Outcome
from .reading import BaseRate, base_rate
from .reported import LineJudged, ReportJudged, judge_reports
from .reported_words import name_line, tell_report
from .scoring import FalseAlarms, Score, score
from .shown import Showing, showings
from .sight import sight
from .summing_up import sum_up
from .talked import TalkTold, tell_talks
from .talked_words import name_talk, tell_exchange, tell_opening, tell_parting
from .trials import Trial

__all__ = [
    "GROUNDS",
    "WORTHS",
    "ActTold",
    "BaseRate",
    "Counts",
    "Dealings",
    "Debrief",
    "FalseAlarms",
    "GroundsCard",
    "ItemJudged",
    "Judged",
    "LineJudged",
    "Manner",
    "Named",
    "Offered",
    "Outcome",
    "PersonTold",
    "Purpose",
    "ReportJudged",
    "Resolution",
    "Score",
    "Showing",
    "TalkTold",
    "Trial",
    "Weighed",
    "base_rate",
    "debrief",
    "explain_decision",
    "ground_cues",
    "judge_decisions",
    "judge_items",
    "judge_reports",
    "manner",
    "manner_told",
    "name_line",
    "name_reason",
    "name_reasons",
    "name_talk",
    "pose_grounds",
    "score",
    "showings",
    "sight",
    "sum_up",
    "tell_decision",
    "tell_exchange",
    "tell_item",
    "tell_item_events",
    "tell_opening",
    "tell_parting",
    "tell_report",
    "tell_talks",
    "what_followed",
]
