"""Whether subjects show enough to be noticed by, decoys little enough to be left in peace, and accounts fit."""

from collections.abc import Sequence

from game.truth import decoy_fault, subject_fault

from ..plans import Decoy, DrawnLookAlikes, DrawnTells, Planned, Subject
from ..reading.document import Path_
from .kit import Kit


def check_subject(kit: Kit, path: Path_, subject: Subject) -> None:
    """Note if the subject shows too little, or an account that holds."""
    if subject.account and not subject.account.breaks_on:
        _account(
            kit,
            path,
            "A subject's account fails when asked, and this one breaks on nothing.",
            "Add `breaks_on: [a word they are asked about]`.",
        )
    cues = None if isinstance(subject.tells, DrawnTells) else _cues(kit, subject.tells, "tell")
    if cues is None or subject.nature != "reconnaissance":
        return
    if fault := subject_fault(cues):
        kit.draft.sheet.document.complain(
            "SL411",
            kit.draft.sheet.document.key((*path, "tells")),
            f"This is too little to be suspicious: {fault}.",
            "A subject shows at least three cues from two families, one of them from F1, F2, F5 or F6; "
            "reactions do not count.",
        )


def check_decoy(kit: Kit, path: Path_, decoy: Decoy) -> None:
    """Note if the decoy does too much, or has an account that fails."""
    if decoy.account and decoy.account.breaks_on:
        _account(kit, path, "A decoy's account checks out, and this one breaks.", "Take `breaks_on` out.")
    if isinstance(decoy.look_alikes, DrawnLookAlikes):
        return
    cues = _cues(kit, decoy.look_alikes, "look-alike")
    if cues is not None and (fault := decoy_fault(cues)):
        kit.draft.sheet.document.complain(
            "SL412",
            kit.draft.sheet.document.key((*path, "look_alikes")),
            f"This is too much for an innocent person: {fault}.",
            "A decoy resembles at most two cues, or cues of a single family.",
        )


def _account(kit: Kit, path: Path_, message: str, way_out: str) -> None:
    document = kit.draft.sheet.document
    at = (*path, "account", "breaks_on")
    document.complain("SL413", document.key(at if at in document.keys else at[:-1]), message, way_out)


def _cues(kit: Kit, acts: Sequence[Planned], kind: str) -> list[str] | None:
    """The cues of the acts that happen whatever the trainee does; None if some act is not known."""
    found = [kit.draft.behaviours.things.get(act.name) for act in acts]
    if any(behaviour is None or behaviour.kind != kind or behaviour.cue is None for behaviour in found):
        return None
    return [
        behaviour.cue
        for behaviour in found
        if behaviour and behaviour.cue and not (kind == "tell" and behaviour.reacts_to)
    ]
