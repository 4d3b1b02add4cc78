"""What the assorted documents say: the values are drawn as for the varied set, but for honours and reports."""

import importlib
import pkgutil
import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import varied
from tests.corpus.assorted import prose
from tests.corpus.assorted.people import applicant
from tests.corpus.assorted.register import SAMPLERS
from tests.corpus.draft import LAST_DAY, Sampler, Values, some_day
from tests.corpus.varied import bodies
from tests.corpus.varied import register as other
from tests.corpus.world import Organization

for _module in pkgutil.iter_modules(varied.__path__):
    importlib.import_module(f"{varied.__name__}.{_module.name}")
SAMPLERS.update(other.SAMPLERS)

_HONOURS = {
    "national": ("全国模范职工小家", "全国社会工作服务示范单位", "全国职工书屋", "全国先进社会组织"),
    "provincial": ("江苏省工人先锋号", "江苏慈善奖", "江苏省社会工作优秀案例二等奖", "全省新就业形态劳动者服务先进集体"),
    "prefecture": ("{city}五一巾帼标兵岗", "{city}模范职工小家", "{city}慈善之星", "全市社会组织党建示范点", "{city}工人先锋号"),
    "county": ("服务职工先锋团队", "社会组织公益创投一等奖", "优秀志愿服务集体", "模范职工小家"),
    "other": ("公益同行奖", "年度服务之星单位", "优秀供应商", "先进会员单位"),
}  # fmt: skip
_PERSONAL = {
    "national": ("全国优秀工会工作者", "全国五一劳动奖章"),
    "provincial": ("江苏省五一劳动奖章", "江苏省优秀社会工作人才"),
    "prefecture": ("{city}五一劳动奖章", "{city}最美劳动者", "{city}青年岗位能手"),
    "county": ("优秀工会之友", "身边好人"),
    "other": ("优秀学员", "年度人物"),
}


def award(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """An honour of a level; a sixth are a person's."""
    level = fixed.get("authority_level") or rng.choice(bodies.LEVELS)
    body = bodies.issuer(rng, org.place, level)
    personal = fixed.get("recipient_type", "person" if rng.random() < 0.17 else "organization") == "person"
    issued = fixed.get("issue_date") or some_day(rng, date(2020, 3, 2), LAST_DAY)
    values: Values = {
        "recipient": rng.choice(org.staff[:4]) if personal else org.name,
        "recipient_type": "person" if personal else "organization",
        "honor_title": rng.choice((_PERSONAL if personal else _HONOURS)[level]).format(city=org.place.city),
        "issuing_authority": body.name,
        "authority_level": body.level,
        "document_number": rng.choice(("{}〔{}〕{}号", "{}字〔{}〕{}号", "{}[{}]{}号")).format(
            body.sign, issued.year, rng.randint(1, 130)
        ),
        "issue_date": issued,
        "personal": True if personal else None,
    }
    values.update(fixed)
    return values


def media(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A report; one in six is about another organization."""
    level = fixed.get("outlet_level") or rng.choice(bodies.LEVELS)
    stance = fixed.get("stance") or rng.choices(("positive", "neutral", "negative"), (68, 16, 16))[0]
    about = fixed.get("mentions_organization", rng.random() < 0.84)
    published = fixed.get("publish_date") or some_day(rng, date(2021, 3, 1), LAST_DAY)
    title, texts = prose.article(rng, org if about else applicant(rng), published, stance)
    name = bodies.outlet(rng, org.place, level)
    values: Values = {
        "outlet": name,
        "outlet_level": level,
        "title": title,
        "publish_date": published,
        "mentions_organization": about,
        "stance": stance,
        "texts": texts,
        "paper": True if name.endswith(("报", "刊")) else None,
    }
    values.update(fixed)
    return values


_TITLES = {
    "policy_document": ("财务报销管理规定", "志愿者管理办法", "重大事项报告制度", "工会经费审查委员会职责", "人事聘用管理办法", "民主选举办法"),
    "plan": ("{year}年度工作计划", "{year}年工会及服务职工工作安排", "{year}年“{brand}”项目工作方案"),
    "budget": ("{year}年度预算表", "{year}年度服务职工项目资金预算", "{year}年经费收支预算表"),
    "implementation": ("{year}年度服务项目实施台账", "“{brand}”项目进展情况表", "服务职工项目推进情况"),
    "summary": ("{year}年度工作总结", "{year}年服务职工工作总结", "“{brand}”项目工作总结"),
    "meeting_record": ("{city}劳动关系协调联席会议", "社会组织党建工作联席会议", "{city}区域性社会组织联合会年度会议"),
    "activity_record": ("“迎五一”职工健步走活动", "新就业群体集体生日会", "端午包粽子暨普法宣传活动", "两地社会组织互访交流活动"),
    "study_record": ("工会法专题学习", "党的二十届三中全会精神学习", "安全生产法规集中学习"),
    "brand_material": ("“{brand}”服务品牌简介", "特色工作品牌——{brand}", "“{brand}”品牌故事"),
    "acceptance": ("工会购买服务项目验收表", "项目绩效评价验收意见", "服务项目结项验收证明"),
}  # fmt: skip
_COURSES = (
    "集体协商实务培训班",
    "职工心理健康辅导员培训",
    "社会组织财务管理培训班",
    "工会主席履职能力提升班",
    "公益项目设计与评估培训",
)


def _titled(kind: str, make: Sampler) -> Sampler:
    def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
        values = make(rng, org, fixed)
        if "title" not in fixed:
            words = {"year": values["date"].year, "brand": org.brand, "city": org.place.city}
            values["title"] = rng.choice(_TITLES.get(kind, _COURSES)).format(**words)
        return values

    return sample


for _kind in (*_TITLES, "training_record"):
    SAMPLERS[_kind] = _titled(_kind, SAMPLERS[_kind])
SAMPLERS["award"] = award
SAMPLERS["media_clipping"] = media
