"""What the course for the public says, page by page. Awareness level only: what posters and public courses say."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourseAnswer:
    """One thing that can be answered, whether it is right, and why."""

    text: str
    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class CoursePage:
    """One page. `clips` are behaviours by name, each with what is said below it; `exercise` if one is offered "
    "here."""

    title: str
    says: Sequence[str] = ()
    clips: Sequence[tuple[str, str]] = ()
    asks: str = ""
    answers: Sequence[CourseAnswer] = ()
    exercise: bool = False


PAGES: Sequence[CoursePage] = (
    CoursePage(
        "See something, say something",
        (
            "This takes about twenty minutes. You need no training and no powers: whoever works or waits in a busy "
            "place every day knows best what is normal there.",
            "Before an attack, somebody often comes to look at the place first. They want to know where the cameras "
            "and the guards are, which doors are locked, and when. That takes time, and it can be seen.",
            "You are not asked to judge anybody. You are asked to notice, and to tell. Those you tell will look into "
            "it.",
        ),
    ),
    CoursePage(
        "What people do, never who they are",
        (
            "Nobody can be picked out by looks, age, origin, religion or clothes. Such a feeling says something "
            "about us, and nothing about them.",
            "What somebody does can be noticed, and can be told: what, where, when, and to what it was turned.",
            "Begin with what is normal. Where do people look here? How long do they stay? Where do they put their "
            "bags? Only whoever knows that sees what does not fit.",
        ),
    ),
    CoursePage(
        "Pictures: of what?",
        (
            "People take pictures everywhere, and may. Look at what the picture is of. The ring shows the person, "
            "the lines where their eyes and their phone are turned.",
        ),
        clips=(
            ("films_security_feature", "Films a security camera: hardly anybody wants a picture of that."),
            ("films_departure_board", "Films the departure board: so as not to forget a platform."),
        ),
    ),
    CoursePage(
        "Which would you tell of?",
        ("Three people with a phone in their hand.",),
        asks="Which of them would you tell somebody about?",
        answers=(
            CourseAnswer(
                "A man films his family in front of the fountain for a long time.", False,
                "That is what the place is there for. Long is not strange where it is about people or views.",
            ),
            CourseAnswer(
                "Somebody films the staff door and the camera over it, then the next door.", True,
                "Doors and cameras, one after another, is what somebody wants who asks how a place is guarded.",
            ),
            CourseAnswer(
                "A woman in a long coat looks at her phone and turns away from the crowd.", False,
                "A coat says nothing, and whoever telephones turns away. There is nothing here to tell.",
            ),
        ),
    ),
    CoursePage(
        "Doors that are not for the public",
        (
            "Trying a door once is a mistake that everybody makes. What follows tells more: looking round first, "
            "trying the next one, coming back to it.",
        ),
        clips=(
            ("tries_staff_door", "Looks about, tries the handle of a staff door, and goes on."),
            ("takes_wrong_door", "Takes it for a way out, sees the sign, and turns round."),
        ),
    ),
    CoursePage(
        "Watching those who guard a place",
        (
            "Most people glance at a guard and forget them. Somebody who watches one for a long time, from where "
            "they are not in the way, and looks at the time, may be learning a routine. Or waiting for a friend: "
            "then their eyes go to the door.",
        ),
        clips=(
            ("watches_guard", "Watches a guard for far longer than a glance."),
            ("watches_for_friend", "Watches the way in, for somebody who is to come."),
        ),
    ),
    CoursePage(
        "One thing, or several?",
        ("One odd thing has a hundred harmless reasons. Several together, at more than one moment, are worth "
        "telling.",),
        asks="Who is worth telling of?",
        answers=(
            CourseAnswer(
                "Somebody who has paced up and down below the board for ten minutes.", False,
                "Trains are late, and waiting makes people walk. One thing, with an everyday reason at hand.",
            ),
            CourseAnswer(
                "Somebody who looks nervous and sweats.", False,
                "Signs of stress say nothing: honest people show them just as often. People are late, ill or afraid "
                "of flying.",
            ),
            CourseAnswer(
                "Somebody who asked you when the guards change, and now writes something down beside the "
                "camera.", True,
                "Two things that belong together, both about how the place is guarded. Tell it soon, while it is "
                "fresh.",
            ),
        ),
    ),
    CoursePage(
        "A bag without its owner",
        (
            "Most bags that lie alone were forgotten. Three questions help, HOT: is it Hidden? Is it Obviously "
            "suspicious, with wires, liquid or the like? Is it Typical of what is left here?",
            "Ask aloud whose it is. Do not touch or move it. If it only lies there as lost things do, tell staff of "
            "it.",
            "If it is hidden, obviously suspicious or out of place here, and nobody comes for it: go away from it, "
            "take others along, and only then tell staff, or ring 999. Use no phone and no radio close to it.",
        ),
        clips=(("forgets_bag", "Puts a bag down in the open, and goes on without it."),),
    ),
    CoursePage(
        "Whom do you tell?",
        (
            "In an emergency, or if somebody is in danger now: 999.",
            "Here, and worth looking at now: staff, security or a police officer. You need not be sure.",
            "Later, or if something goes on troubling you: the Anti-Terrorist Hotline, 0800\u00a0789\u00a0321. Calls "
            "are taken in confidence, and nobody minds if it turns out to be nothing.",
        ),
    ),
    CoursePage(
        "Which number?",
        ("On the way home you remember somebody. Twice this week they filmed the cameras at your station; "
        "nobody is there "
         "now.",),
        asks="Whom do you tell?",
        answers=(
            CourseAnswer(
                "Nobody: it is over, and I am not sure.", False,
                "You need not be sure. Twice the same thing is just what those who collect such reports want to hear "
                "of.",
            ),
            CourseAnswer(
                "999.", False,
                "999 is for what is happening now, or for somebody in danger. This can wait for a quiet minute, but "
                "not for long.",
            ),
            CourseAnswer(
                "The Anti-Terrorist Hotline, 0800\u00a0789\u00a0321, or staff there.", True,
                "That is what it is for. Say what they did, where and when, and how they looked last of all.",
            ),
        ),
    ),
    CoursePage(
        "What do you say?",
        (
            "Who, what, where, when, and why it struck you. Say what you saw and not what you think of it. How "
            "somebody looks comes last, so that they can be found: it is no reason.",
        ),
        asks="Which of these helps most?",
        answers=(
            CourseAnswer(
                "“There is a shady man in the hall, you should have a look at him.”", False,
                "Nobody can do anything with that: what did he do? And “shady” says only how he struck you.",
            ),
            CourseAnswer(
                "“Ten minutes ago, at gate two, somebody filmed the camera and then tried the staff door. Grey coat, "
                "red bag, gone towards platform 3.”", True,
                "What, where and when, in order; then how to find them. That is a report.",
            ),
            CourseAnswer(
                "“I think somebody is planning something here.”", False,
                "Leave the thinking to those you tell, and say what you saw.",
            ),
        ),
    ),
    CoursePage(
        "What you do not do",
        (
            "Do not follow anybody, do not stop or search them, do not put yourself in the way. Keep at ease, and "
            "keep away.",
            "A friendly “can I help you?” is always right, if your work is to help people. Whoever is lost is glad "
            "of it.",
            "Do not post it. Tell those who can look into it.",
        ),
    ),
    CoursePage(
        "Try it",
        (
            "Now a few minutes as one of the staff in a busy hall. You walk the floor, look at what people do, and "
            "tell of those of whom it is worth it; there may be nobody. You can stop the clock at any time. "
            "Afterwards you are shown who was there and what they did.",
            "You come back here when you have read that.",
        ),
        exercise=True,
    ),
    CoursePage(
        "To keep",
        (
            "Know what is normal. Notice what people do, never who they are.",
            "Several things together, at more than one moment, about how a place is guarded: tell somebody. You need "
            "not be sure.",
            "In an emergency 999. Here and now: staff, security, police. Later: Anti-Terrorist Hotline "
            "0800\u00a0789\u00a0321.",
            "Say who, what, where, when. Do not touch, do not follow.",
            "This was practice on a screen. It fades within weeks: come back to it, or do a two-minute drill now and "
            "then.",
        ),
    ),
)
