"""What the further documents say: honours, issuers, outlets, titles of this set; the rest is drawn as for the varied set."""

import importlib
import pkgutil
import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import codes, varied
from tests.corpus.divisions import ABBREVIATIONS, COUNTIES, counties_of
from tests.corpus.draft import LAST_DAY, Sampler, Values, some_day
from tests.corpus.further import prose
from tests.corpus.further.people import applicant, company, person
from tests.corpus.further.register import SAMPLERS
from tests.corpus.varied import bodies
from tests.corpus.varied import register as other
from tests.corpus.world import Organization

for _module in pkgutil.iter_modules(varied.__path__):
    importlib.import_module(f"{varied.__name__}.{_module.name}")
SAMPLERS.update(other.SAMPLERS)

_ISSUERS = {
    "national": (("中华全国总工会", "总工发"), ("应急管理部", "应急"), ("全国妇联", "妇字"), ("退役军人事务部", "退役军人部发"), ("共青团中央", "中青发")),
    "provincial": (
        ("江苏省总工会", "苏工发"), ("江苏省应急管理厅", "苏应急"), ("中共江苏省委宣传部", "苏宣发"), ("江苏省教育厅", "苏教"), ("江苏省建设交通工会", "苏建交工"),
        ("江苏省退役军人事务厅", "苏退役军人"), ("江苏省人力资源和社会保障厅", "苏人社发"),
    ),
}  # fmt: skip
_LOCAL = (
    ("{}总工会", "工发"), ("{}总工会", "总工"), ("{}人民政府", "政发"), ("中共{}委员会", "委发"), ("{}教育局", "教发"), ("{}应急管理局", "应急"), ("{}退役军人事务局", "退役军人"),
    ("中共{}委组织部", "组发"), ("{}科学技术协会", "科协"),
)  # fmt: skip
_OTHER = (
    "{company}",
    "{city}青年商会",
    "江苏省企业家协会",
    "{city}高新技术产业开发区工会工作委员会",
    "{company}工会委员会",
    "{city}社会组织总会",
)
_HONOURS = {
    "national": ("全国工人先锋号", "全国五一劳动奖状", "全国五一巾帼标兵岗", "全国示范性劳动争议调解组织", "全国最美志愿服务项目"),
    "provincial": ("江苏省工人先锋号", "江苏省五一劳动奖状", "江苏省五一巾帼标兵岗", "江苏省平安建设先进集体", "全省和谐劳动关系示范单位", "江苏省示范职工之家"),
    "prefecture": ("{city}工人先锋号", "{city}五一劳动奖状", "{city}金牌调解组织", "全市社会组织品牌项目", "{city}模范职工之家", "{city}双拥工作先进集体", "争先创优先进集体"),
    "county": ("工人先锋号", "服务职工先进单位", "先进集体", "平安志愿服务先进集体", "品牌社会组织"),
    "other": ("优秀共建单位", "先进集体", "最佳公益伙伴", "年度公益之星", "突出贡献单位"),
}  # fmt: skip
_PERSONAL = {
    "national": ("全国五一劳动奖章", "全国工会系统先进工作者"),
    "provincial": ("江苏省五一劳动奖章", "江苏省五一创新能手"),
    "prefecture": ("{city}五一劳动奖章", "{city}优秀工会工作者", "全市最美志愿者"),
    "county": ("先进工作者", "十佳社工"),
    "other": ("优秀辅导员", "先进个人"),
}


def issuer(rng: random.Random, org: Organization, level: str) -> tuple[str, str]:
    """Name and sign of a body of the level."""
    if level in _ISSUERS:
        return rng.choice(_ISSUERS[level])
    if level == "other":
        return rng.choice(_OTHER).format(city=org.place.city, company=company(rng, org.place)), "联"
    form, sign = rng.choice(_LOCAL)
    if level == "prefecture":
        return form.format(org.place.city), ABBREVIATIONS[org.place.city] + sign
    cities = [one for one in COUNTIES if one.is_county_city]
    county = (
        org.place
        if org.place.county
        else rng.choice(cities if rng.random() < 0.5 else counties_of(org.place.city))
    )
    return form.format(county.full), county.county[0] + sign


def award(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """An honour of a level; a sixth are a person's."""
    level = fixed.get("authority_level") or rng.choice(bodies.LEVELS)
    name, sign = issuer(rng, org, level)
    personal = fixed.get("recipient_type", "person" if rng.random() < 0.17 else "organization") == "person"
    honour = rng.choice((_PERSONAL if personal else _HONOURS)[level]).format(city=org.place.city)
    if level != "other" and any(word in honour for word in ("五一", "先锋号", "职工之家", "工会")):
        while "总工会" not in name:
            name, sign = issuer(rng, org, level)
    issued = fixed.get("issue_date") or some_day(rng, date(2020, 2, 3), LAST_DAY)
    form = rng.choice(("{}〔{}〕{}号", "{}[{}]{}号", "{}﹝{}﹞{}号", "{}（{}）{}号", "{}〔{}〕第{}号"))
    values: Values = {
        "recipient": rng.choice(org.staff[:4]) if personal else org.name,
        "recipient_type": "person" if personal else "organization",
        "honor_title": honour,
        "issuing_authority": name,
        "authority_level": level,
        "document_number": form.format(sign, issued.year, rng.randint(1, 140)),
        "issue_date": issued,
        "personal": True if personal else None,
    }
    values.update(fixed)
    return values


_OUTLETS = {
    "national": ("工人日报", "人民日报", "新华每日电讯", "中国妇女报", "央广网", "中工网", "光明日报"),
    "provincial": ("新华日报", "江苏工人报", "扬子晚报", "现代快报", "荔枝新闻", "江苏经济报", "交汇点新闻"),
    "county": ("昆山日报", "江阴日报", "常熟日报", "宜兴日报", "张家港日报", "太仓日报"),
    "other": ("苏南早茶", "工友在线网", "江海生活圈", "城市公益观察", "职场e周"),
}


def media(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A report; one in six is about another organization."""
    level = fixed.get("outlet_level") or rng.choice(bodies.LEVELS)
    stance = fixed.get("stance") or rng.choices(("positive", "neutral", "negative"), (68, 16, 16))[0]
    about = fixed.get("mentions_organization", rng.random() < 0.84)
    published = fixed.get("publish_date") or some_day(rng, date(2021, 3, 1), LAST_DAY)
    title, texts = prose.article(rng, org if about else applicant(rng), published, stance)
    outlet = bodies.outlet(rng, org.place, level) if level == "prefecture" else rng.choice(_OUTLETS[level])
    values: Values = {
        "outlet": outlet,
        "outlet_level": level,
        "title": title,
        "publish_date": published,
        "mentions_organization": about,
        "stance": stance,
        "texts": texts,
        "paper": True if outlet.endswith(("报", "电讯")) else None,
        "about": True if about else None,
    }
    values.update(fixed)
    return values


_TITLES = {
    "charter": ("{name}章程", "《{name}章程》", "{name}章程（修正案）"),
    "policy_document": ("民主选举与民主决策制度", "现金及票据管理制度", "档案借阅与保密规定", "专职人员考勤与奖惩办法", "工会主席、委员工作职责", "财务开支审批办法"),
    "plan": ("{year}年度服务职工工作计划", "{year}年工作思路和主要任务", "“{brand}”{year}年度实施计划"),
    "budget": ("{year}年度经费预算", "{year}年服务职工专项资金预算书", "“{brand}”项目预算明细表"),
    "implementation": ("“{brand}”项目实施过程记录", "{year}年度重点任务完成情况", "服务职工项目中期实施情况"),
    "summary": ("{year}年工作总结报告", "“{brand}”项目{year}年度总结", "{year}年服务职工工作情况汇报"),
    "meeting_record": ("社会组织服务职工工作推进会", "{city}工会服务职工经验交流会", "区域社会组织工会联席会议"),
    "activity_record": ("“粽叶飘香”职工包粽子活动", "“工会杯”职工乒乓球友谊赛", "户外劳动者送温暖活动", "社会组织结对共建交流活动"),
    "study_record": ("劳动合同法专题学习会", "产业工人队伍建设改革精神学习", "职工普法夜校第三课"),
    "brand_material": ("“{brand}”品牌建设纪实", "我们的品牌：{brand}", "“{brand}”职工服务品牌手册"),
    "acceptance": ("购买服务项目验收报告", "职工服务项目验收意见书", "合作项目履约证明"),
    "union_roster": ("工会会员花名册", "工会委员会组成人员名单", "工会干部分工一览表"),
}  # fmt: skip
_COURSES = (
    "劳动关系协调师培训班",
    "社会组织财务规范专题培训",
    "职工心理疏导技能培训",
    "工会新媒体写作培训班",
    "安全应急与急救实操培训",
)


def _titled(kind: str, make: Sampler) -> Sampler:
    def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
        values = make(rng, org, fixed)
        if "title" not in fixed:
            said = {"year": values["date"].year, "brand": org.brand, "city": org.place.city, "name": org.name}
            values["title"] = rng.choice(_TITLES.get(kind, _COURSES)).format(**said)
        return values

    return sample


_SUBJECTS = (
    "新就业群体关爱服务",
    "职工法律援助与争议调解",
    "户外劳动者驿站运营",
    "职工心理健康促进",
    "困难职工家庭帮扶",
    "工会普惠服务活动承办",
)


def contract(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """As in the varied set, about other services and with other partners."""
    values = other.SAMPLERS["contract"](rng, org, fixed)
    values["subject"] = f"{rng.choice(_SUBJECTS)}{rng.choice(('项目', '服务'))}"
    if not values["party_a"].endswith("工会"):
        values["party_a"] = applicant(rng).name
    if values["amount"] is not None:
        values["amount"] = float(rng.choice((26800, 45000, 99500, 120000, 186500, 480000)))
    values.update(fixed)
    return values


def office(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """As in the varied set, other owners."""
    values = other.SAMPLERS["office_proof"](rng, org, fixed)
    if not values["deed"]:
        values["owner"] = rng.choice(
            (
                company(rng, org.place),
                f"{org.place.full}总工会",
                f"{org.place.city}产业投资集团有限公司",
                person(rng),
            )
        )
    values.update(fixed)
    return values


def penalty(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """As in the varied set; one in seven is against a company, no matter who hands it in."""
    values = other.SAMPLERS["penalty_decision"](rng, org, fixed)
    if not fixed and rng.random() < 0.14:
        values.update(
            {"organization_name": company(rng, org.place), "uscc": codes.make(rng, "91", org.place.code)}
        )
    return values


for _kind in (*_TITLES, "training_record"):
    SAMPLERS[_kind] = _titled(_kind, SAMPLERS[_kind])
SAMPLERS.update(
    {
        "award": award,
        "media_clipping": media,
        "contract": contract,
        "office_proof": office,
        "penalty_decision": penalty,
    }
)
