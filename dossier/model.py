"""The base of all nouns: frozen, closed, and equal when their values are."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A value object. Unknown fields are refused, so that a misspelt name is told at once."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")
