"""What looks are drawn from: the lists of `assets/looks.yaml`, as frozen values."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer

from .frozen import Frozen, Hue, Name

Age = Literal["child", "young", "adult", "older"]
Frame = Literal["woman", "man"]
NOTHING = ("none", "nothing", "")
"""What authors write where somebody has not what the list is of; a value of ours is None there."""


def or_none(word: str | None) -> str | None:
    """A word of the lists; None where it says that there is nothing."""
    return None if word in NOTHING else word


_IfAny = BeforeValidator(lambda given: or_none(given) if isinstance(given, str) else given)
Had = Annotated[Name | None, _IfAny, PlainSerializer(lambda name: name or "none")]
"""What somebody may have or not; a file says "none" for not."""
Painted = Annotated[Hue | None, _IfAny, PlainSerializer(lambda hue: hue or "")]
"""A colour of what a uniform may have or not."""


class _Entry(Frozen):
    """One line of a list. Keys of no use today are let by, for a record keeps the lists of its day for ever."""

    model_config = ConfigDict(extra="ignore")


class Drawn(_Entry):
    """What is drawn by lot: `ages` and `frames` say for whom; `ages` with weights of their own replace the weight."""

    weight: float = Field(default=1.0, ge=0)
    ages: tuple[Age, ...] | dict[Age, float] | None = None
    frames: tuple[Frame, ...] | None = None
    word: str = ""
    """How a description says it."""

    def weigh(self, age: Age | None, frame: Frame | None) -> float:
        """How readily it is drawn for somebody of whom so much has been drawn before it."""
        if frame and self.frames is not None and frame not in self.frames:
            return 0.0
        if isinstance(self.ages, dict):
            return self.ages.get(age, 0.0) if age else 0.0
        return 0.0 if self.ages is not None and age not in self.ages else self.weight


class AgeGroup(Drawn):
    """How old somebody looks; `pace` multiplies a free walking speed."""

    age: Age
    pace: float = Field(default=1.0, gt=0)


class BodyFrame(Drawn):
    """What a body is built like."""

    frame: Frame


class Stature(_Entry):
    """How tall people of an age and frame are: a normal curve, in m."""

    age: Age
    frame: Frame
    mean: float = Field(gt=0)
    sd: float = Field(ge=0)


class Build(Drawn):
    """The girth of a body, of which 1 is the middle."""

    build: float = Field(gt=0)


class Tint(Drawn):
    """A colour of skin, hair or cloth; an appearance holds its number in the list."""

    colour: Hue


class Garment(Drawn):
    """Something that is worn, grown, carried or leant on; None where the lot may also fall on having nothing of it."""

    name: Had


class Hair(Garment):
    """A cut of hair."""

    name: Name = Field(alias="hair")


class Beard(Garment):
    """A beard."""

    name: Had = Field(alias="beard")


class Hat(Garment):
    """What is on a head."""

    name: Had = Field(alias="hat")


class Top(Garment):
    """What is worn above."""

    name: Name = Field(alias="top")


class Bottom(Garment):
    """What is worn below."""

    name: Name = Field(alias="bottom")


class Carried(Garment):
    """What somebody has with them."""

    name: Annotated[Name | None, _IfAny, PlainSerializer(lambda name: name or "nothing")] = Field(alias="carries")


class Aid(Garment):
    """What somebody walks or rides with."""

    name: Had = Field(alias="aid")


class Uniform(_Entry):
    """What a role's uniform fixes, its colours written out; all that it does not name is drawn as for anyone."""

    uniform: Name
    word: str = ""
    top: Name
    top_colour: Hue
    bottom: Name
    bottom_colour: Hue
    shoes: int
    """Their number among the colours of shoes."""
    hat: Had
    hat_colour: Hue | None = None
    """As it was drawn for them, where the uniform's hat has no colour of its own."""
    vest: Painted = None
    """A hi-vis vest over the top, and the stripes on it or on the top."""
    stripe: Painted = None
    trim: Painted = None
    """Collar and cuffs."""
    apron: Painted = None
    checks: bool = False
    """Whether the hat has a chequered band."""


class Vocabulary(_Entry):
    """All that an appearance is drawn from, and said with. A record of an earlier day may lack a list that is new."""

    ages: tuple[AgeGroup, ...] = ()
    frames: tuple[BodyFrame, ...] = ()
    statures: tuple[Stature, ...] = ()
    builds: tuple[Build, ...] = ()
    skins: tuple[Tint, ...] = ()
    hair: tuple[Hair, ...] = ()
    beards: tuple[Beard, ...] = ()
    hair_colours: tuple[Tint, ...] = ()
    hats: tuple[Hat, ...] = ()
    tops: tuple[Top, ...] = ()
    bottoms: tuple[Bottom, ...] = ()
    colours: tuple[Tint, ...] = ()
    bottom_colours: tuple[Tint, ...] = ()
    shoes: tuple[Tint, ...] = ()
    glasses: dict[Age, float] = Field(default_factory=dict)
    """The share of people of each age who wear them."""
    carries: tuple[Carried, ...] = ()
    aids: tuple[Aid, ...] = ()
    uniforms: tuple[Uniform, ...] = ()

    def find_uniform(self, name: str | None) -> Uniform | None:
        """The uniform of this name; None for nobody's, and for one that there is not."""
        return next((uniform for uniform in self.uniforms if uniform.uniform == name), None)
