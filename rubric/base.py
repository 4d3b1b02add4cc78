"""The base of the rubric's models, and the small types that they share."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Level = Literal["national", "provincial", "prefecture", "county", "other"]
"""The level of an authority, an outlet or an organizer, highest first."""

LEVELS: tuple[Level, ...] = ("national", "provincial", "prefecture", "county", "other")

LEVEL_NAMES: dict[Level, str] = {
    "national": "国家级",
    "provincial": "省级",
    "prefecture": "设区市级",
    "county": "县（市、区）级",
    "other": "其他单位",
}
"""The reviewer's name of each level."""

Points = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]
MonthDay = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
"""A day of any year, such as `06-30`."""
Words = Annotated[str, Field(min_length=1)]


class RubricModel(BaseModel):
    """A frozen, closed, strictly typed part of the standard."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def number(value: float) -> str:
    """Points as people write them: 6, 1.5."""
    return f"{value:g}"
