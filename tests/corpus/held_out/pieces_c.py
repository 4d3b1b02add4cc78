"""Pieces that papers of an organization's work share: sentences, samplers told anew, pictures, telephone screens."""

import random
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tests.corpus.draft import SAMPLERS as USUAL
from tests.corpus.draft import Draft, Values
from tests.corpus.held_out.register import SAMPLERS
from tests.corpus.page import Colour, Page
from tests.corpus.world import Organization, company

if TYPE_CHECKING:
    from PIL.Image import Image

GREY: Colour = (128, 128, 132)
Change = Callable[[random.Random, Organization, Values], Values]

_DEEDS = (
    "一季度走访{firm}等{few}家企业，摸排出加班疲劳、子女托管、技能断层三类突出诉求，逐条登记销号",
    "“{brand}”服务点由{few}个增加到{more}个，夜间值班延长至二十一时，外卖小哥、环卫工人随到随歇",
    "新聘持证社工{few}名，与{firm}工会结对，开设小组课堂{more}期，职工到课率保持在八成以上",
    "全年接待来电来访{many}人次，开展一对一心理疏导{more}例，其中转介专科门诊{few}例",
    "举办焊工、养老护理、直播运营等公益技能班{few}期，{many}名职工拿到合格证书",
    "协助{firm}开展集体协商要约，提出女职工哺乳时间、高温津贴等条款建议{few}条，均被采纳",
    "两节期间为{many}户困难职工家庭送去米面油和御寒衣物，建立“一户一册”帮扶档案",
    "联合律师事务所坐班普法{more}场，代写法律文书{few}份，为务工人员追回拖欠工资",
    "组织单身职工联谊、亲子研学、八段锦健身等文体活动{more}场，参与职工{many}人",
)
_OTHER_BODIES = (
    "{city}蓝帆职工心灵驿站",
    "{city}工业设计协会",
    "{city}天平劳动法律服务中心",
    "{city}家政服务业商会",
    "{city}汇爱社会工作服务社",
    "{city}长风志愿服务协会",
    "{city}起跑线青工发展中心",
    "{city}银铃养老护理员协会",
    "{city}焊接行业协会",
    "{city}南风社区公益发展中心",
)


def told_anew(kind: str, change: Change) -> None:
    """Registers the usual sampler of a kind, its wordings replaced by what `change` gives where they aren't fixed."""
    usual = USUAL[kind]

    def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
        values = usual(rng, org, fixed)
        return {**values, **change(rng, org, values), **fixed}

    SAMPLERS[kind] = sample


def deeds(draft: Draft, count: int) -> list[str]:
    """Sentences about services rendered, without a full stop."""
    rng = draft.rng
    return [
        text.format(
            firm=company(rng, draft.org.place),
            brand=draft.org.brand,
            few=rng.randint(3, 9),
            more=rng.randint(11, 38),
            many=rng.randint(120, 2400),
        )
        for text in rng.sample(_DEEDS, count)
    ]


def other_bodies(draft: Draft, count: int) -> list[str]:
    """Other social organizations of the city, never the applicant."""
    names = [one.format(city=draft.org.place.city) for one in _OTHER_BODIES]
    return draft.rng.sample([one for one in names if one != draft.org.name], count)


def snapshot(rng: random.Random) -> "Image":
    """A stand-in for a photograph: a hall, a banner without words, people seen from behind."""
    from PIL import Image, ImageDraw

    wall = tuple(rng.randint(150, 225) for _ in range(3))
    image = Image.new("RGB", (360, 220), wall)
    pen = ImageDraw.Draw(image)
    pen.polygon(((0, 220), (0, 170), (120, 140), (360, 150), (360, 220)), fill=(112, 96, 84))
    pen.rectangle((90, 24, 290, 74), fill=rng.choice(((176, 36, 36), (40, 90, 160), (30, 120, 90))))
    for row, scale in ((0, 0.8), (1, 1.15)):
        for number in range(8):
            x = 14 + number * 44 + row * 18 + rng.randint(-5, 5)
            y, size = 118 + row * 42, 18 * scale
            pen.ellipse((x, y, x + size, y + size), fill=(44, 36, 32))
            coat = (rng.randint(30, 190), rng.randint(50, 170), rng.randint(60, 200))
            pen.rounded_rectangle((x - 8, y + size - 2, x + size + 8, y + size + 54 * scale), 8, fill=coat)
    return image


def telephone(draft: Draft, height: float, bar: str = "") -> Page:
    """The screen of a telephone: time and battery, then a bar with a title."""
    page = draft.page((390, height), (255, 255, 255))
    small = draft.type("hei", 11)
    page.text(26, 22, f"{draft.rng.randint(7, 22)}:{draft.rng.randint(10, 59)}", small)
    page.text(364, 22, f"5G  {draft.rng.randint(18, 99)}%", small, "right")
    page.text(20, 52, "<", draft.type("hei", 17))
    page.text(195, 52, bar, draft.type("hei", 15), "center")
    page.text(368, 50, "…", draft.type("hei", 15), "right")
    return page
