"""The two example submissions of the project: one that holds, one that claims more than its papers carry."""

import json
import random
import shutil
from pathlib import Path

from tests.corpus import faults
from tests.corpus.divisions import city_of
from tests.corpus.plan import honest
from tests.corpus.submissions import Style, Submission, draw_submission

DISHONEST_FAULTS = (
    "grade_overstated",
    "county_citys_award",
    "annual_basic",
    "credit_record_old",
    "survey_miscounted",
    "unknown_outlet",
    "lease_ended",
    "training_year_missing",
    "page_handed_in_twice",
    "sum_is_wrong",
)
_CONDITIONS = {"digital": 34, "scan": 34, "photo": 30, "screenshot": 18, "docx": 16, "xlsx": 12}
_LEFT_OUT = ("4.2", "1.4", "5.3")
_SEEDS = {"honest": "honest-1", "dishonest": "dishonest-1"}


def make_example(which: str) -> Submission:
    """`honest` or `dishonest`; the same each time."""
    seed = _SEEDS[which]
    rng = random.Random(f"example|{seed}")
    plan = honest(rng, full=True, bound=1.5, place=city_of("南通市" if which == "honest" else "苏州市"))
    for criterion in _LEFT_OUT:
        plan.drop(criterion)
    for key, item in plan.items.items():
        if key.startswith("rules") or key in (
            "plan",
            "budget",
            "implementation",
            "summary",
            "duties",
            "charter",
        ):
            item.layouts = ("plain",)
    names: list[str] = [*DISHONEST_FAULTS] if which == "dishonest" else []
    faults.apply(rng, plan, names)
    style = Style(
        application="json" if which == "honest" else "docx",
        naming="folders" if which == "honest" else "mixed",
        compact=True,
        conditions=_CONDITIONS,
    )
    return draw_submission(seed, plan, style, names)


def write_examples(out: Path) -> str:
    """Writes both examples, each with what must be found beside it; says how large they are."""
    lines = []
    for which in _SEEDS:
        folder = out / which
        if folder.is_dir():
            shutil.rmtree(folder)
        made = make_example(which)
        made.write(folder)
        told = {
            key: made.truth[key]
            for key in ("organization", "as_of", "faults", "expected", "eligible", "carried")
        }
        (out / f"{which}.expected.json").write_text(
            json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        lines.append(f"{folder}: {len(made.files)} files, {sum(map(len, made.files.values())) / 1e6:.2f} MB")
    return "\n".join(lines)
