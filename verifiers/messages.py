"""What the checks say to people, beside the sentences that the standard itself holds."""

from collections.abc import Iterable
from datetime import date

from dossier.dates import PartialDate, Window
from dossier.fact import Evidence
from rubric.base import number
from rubric.model import Criterion

NO_PROOF_FOUND = "提交材料中没有可供核对的证据。"
NOT_CLAIMED = "未申报该项得分。"
UNSTATED = "（未载明）"

_MOST_PLACES = 3


class Words(dict[str, str]):
    """What a sentence names; what is not known is said to be."""

    def __missing__(self, key: str) -> str:
        """The words for what isn't known."""
        return UNSTATED


# --- putting sentences together ---


def listing(names: Iterable[str]) -> str:
    """Names in a row."""
    return "、".join(names)


def where(evidence: Iterable[Evidence]) -> str:
    """The places, in brackets; nothing where there are none."""
    places = list(dict.fromkeys(_place(one) for one in evidence))
    if not places:
        return ""
    shown = "；".join(places[:_MOST_PLACES])
    return f"（见 {shown}{f' 等{len(places)}处' if len(places) > _MOST_PLACES else ''}）"


def placed(text: str, evidence: Iterable[Evidence]) -> str:
    """The sentence with its places before the full stop."""
    places = where(evidence)
    return f"{text.removesuffix('。')}{places}。" if places else text


def and_more(count: int) -> str:
    """That more papers say the same."""
    return f"另有{count}份材料不一一列出。"


def no_standard(day_: date) -> str:
    """A day on which no standard is in force."""
    return f"核验基准日{_iso(day_)}没有生效的评估标准，请检查 --as-of 或标准的生效日期。"


def _place(one: Evidence) -> str:
    return f"{one.document} {one.locator if one.box is None and one.locator else f'第{one.page}页'}"


def head(criterion: Criterion, claimed: float) -> str:
    """Which claim is spoken of."""
    return f"{criterion.id} {criterion.title}，" + (f"申报{number(claimed)}分" if claimed else "未申报得分")


def explanation(criterion: Criterion, claimed: float, told: Iterable[str]) -> str:
    """The finding's words: the claim, what was found, the clause."""
    return f"{head(criterion, claimed)}。{''.join(told)}依据：通知{criterion.clause.place}。"


def discrepancy(criterion: Criterion, claimed: float, words: str) -> str:
    """A discrepancy's words: the same, for a list."""
    return f"{head(criterion, claimed)}：{words}依据：通知{criterion.clause.place}。"


def day(value: PartialDate | None) -> str | None:
    """A date as people read it."""
    if value is None:
        return None
    parts = (
        f"{value.year}年",
        f"{value.month}月" if value.month else "",
        f"{value.day}日" if value.day else "",
    )
    return "".join(parts)


def partial(value: PartialDate) -> str:
    """That a date without its day decided the matter."""
    unit = "年" if value.precision == "year" else "月"
    return f"日期{day(value)}只写到{unit}，按对申报单位最有利的一天计算。"


def percent(rate: float) -> str:
    """A rate as people read it."""
    return f"{rate * 100:.2f}".rstrip("0").rstrip(".") + "%"


# --- why something stays open ---


def kind_unknown(path: str) -> str:
    """A document of no known kind."""
    return f"无法判断“{path}”是什么材料"


def taken_as(kind: str, criterion: str | None) -> str:
    """What the document is, and which other criterion it was named for."""
    return f"{kind}，已用于条款{criterion}" if criterion else kind


def name_unsure(name: str | None) -> str:
    """A name that may or may not be the applicant's."""
    return f"材料上的名称“{name}”与申报单位是否为同一家尚不能确定" if name else "不能确定材料是否属于申报单位"


def void_mark(text: str) -> str:
    """A paper marked as a specimen or as cancelled."""
    return f"材料上印有“{text}”字样"


def taken_back(path: str) -> str:
    """Another paper takes back what this one gave."""
    return f"另有材料“{path}”载明取消、撤销或解除"


TAKES_BACK = "材料本身是取消、撤销或解除的文书"
IS_DRAFT = "材料是草案、征求意见稿或样稿"
STATUS_ENDED = "材料载明的状态为注销、撤销或失效"
PROMISED = "材料是申报单位自己的承诺或声明，不是查询结果"
REFUSED = "材料中有不同意、不予批准的表述"
CANDIDATE = "材料是拟表彰公示、入围或候选名单，尚未正式授予"
PLANNED = "材料是方案或通知，不能说明活动已经举行"
INTENT = "材料是意向书，不具有合同效力"
UNSIGNED = "材料未填签订日期，也未见印章"
PAID = "报道标有广告或推广字样"
UNPUBLISHED = "材料是未见刊发的通稿"
OWN_ACCOUNT = "文章由申报单位自己的账号发布"
NAMED_ASIDE = "申报单位只出现在抄送、协办、转发等处"
BRANCH = "材料写的是申报单位的分支机构"
SELF_ASSESSED = "结论是单位自评"
BEFORE_YEAR_END = "材料日期早于所述年度结束"
NOT_ITS_SURVEY = "材料写的是另一单位"
LET_OUT = "申报单位在材料中是出租方"
ATTENDED = "材料只写明申报单位参加，没有写明其交流、发言"
NAME_UNSTATED = "材料上没有识别到申报单位名称"
KIND_UNSURE = "材料类型判断把握不足"


def not_read(*names: str) -> str:
    """Facts that weren't found, or were read without enough confidence."""
    return f"{listing(names)}没有识别到或识别把握不足"


def several(name: str) -> str:
    """A document that says several things under one name."""
    return f"同一材料上的{name}有不同的值"


def more_dates(year: int) -> str:
    """A paper of several pages with a day of another year on one of them."""
    return f"材料中另有{year}年的日期，可能是另一次培训"


def off_topic() -> str:
    """A paper whose text names nothing that the criterion is about."""
    return "材料文字中没有看到与本条款相关的内容"


# --- registration ---

REGISTRY_BY_CODE = "证书上没有识别到登记管理机关，信用代码首位表明由民政部门登记。"
CODE_OF_APPLICATION = "申报信息中的统一社会信用代码"
CODE_OF_CERTIFICATE = "证书上的统一社会信用代码"
CODE_NOT_GIVEN = "申报信息没有填写统一社会信用代码，无法比对"
CODE_MISREAD = "证书上的统一社会信用代码与申报信息不同，但可能是识别误差"


def registry_unknown(issuer: str) -> str:
    """An issuer that isn't known to register social organizations."""
    return f"不能确定“{issuer}”是否为社会组织登记管理机关"


def register_of(code: str) -> str:
    """Whose register a code belongs to."""
    return f"统一社会信用代码 {code}（首位“{code[:1]}”，不是民政部门登记的社会组织）"


# --- grade ---

GRADES_DIFFER = "几份等级证书的等级不同，且不能确定先后"


def later_grade(path: str, grade: str | None) -> str:
    """A later certificate of another grade that the claim doesn't name."""
    return f"“{path}”是日期更晚的等级材料（{grade or '等级不明'}），以哪份为准需核实"


def grader_unknown(issuer: str) -> str:
    """An issuer that doesn't grade social organizations."""
    return f"“{issuer}”一般不是社会组织评估等级的发证机关"


def maybe_expired(until: str | None) -> str:
    """A certificate that seems to be over."""
    return f"证书似已于{until or '某日'}到期"


# --- office, term ---

NO_REGISTERED_ADDRESS = "登记证书和申报信息中都没有可比对的住所"
CHARTER = "章程"
TERM_CHANGE = "换届材料"
TERM_UNKNOWN = "章程中没有识别到每届任期，不能确定换届是否按期"


def not_begun(day: str | None) -> str:
    """A term that begins later."""
    return f"{day}才开始"


def address_unsure(one: str, other: str) -> str:
    """Addresses that may or may not be one place."""
    return f"不能确定“{one}”与登记住所“{other}”是否一致"


def after_reference(day: str | None) -> str:
    """A date behind the reference date."""
    return f"日期{day}晚于核验基准日"


def first_term(day: str | None) -> str:
    """An organization in its first term."""
    return f"单位{day}登记，可能尚在第一届任期内，无需换届"


# --- annual inspection, credit records, penalties ---

NO_YEAR_OWED = "按登记日期，近两个年度均无须参加年检（年报），请人工判断"
CHARITY_REPORT = "慈善组织年度报告没有年检结论，已报送即可。"
RECORDS_DIFFER = "同一日期的信用查询记录内容不一致"
ABNORMAL_LIST = "活动异常名录查询结果"
ILLEGAL_LIST = "严重违法失信名单查询结果"


def due_today(year: int) -> str:
    """A year that falls due on the reference date itself."""
    return f"{year}年度年检（年报）正好在核验基准日到期"


def maybe_not_owed(year: int) -> str:
    """A year that the organization may be too young for."""
    return f"缺少{year}年度年检（年报），但现有材料不能确定单位当时是否已登记"


def no_conclusion(year: int) -> str:
    """A report without a conclusion."""
    return f"{year}年度材料上没有识别到年检结论，也不能确认为慈善组织年度报告"


def older_penalty(day: str | None, number: str | None, note: str) -> str:
    """A penalty before the window: told, not counted."""
    return f"另有{day or '日期不明'}作出的行政处罚{f'（{number}）' if number else ''}，早于规定期限，不计入。{note}"


def penalties_undated(count: int) -> str:
    """A record that counts penalties without their dates."""
    return f"信用查询记录显示有{count}条行政处罚，材料中没有可确定日期的处罚决定书"


# --- levels, media, unions ---

STANCE_NEUTRAL = "报道为中性，不能确定是否属于正面报道"
APPROVAL = "建会批复（工会法人资格证书）"
ACTIVITY = "近期工会活动记录"


def level_unsure(label: str) -> str:
    """A level that isn't known for sure."""
    return f"{label}不能确定"


def start(window: Window) -> str:
    """The first day of a period."""
    return "" if window.first is None else day(PartialDate.of(window.first)) or ""


def own_union(name: str) -> str:
    """An organizer that is the applicant's own union."""
    return f"主办方“{name}”是申报单位自己的工会"


def person_unknown(names: str) -> str:
    """A person who may or may not be the organization's."""
    return f"不能确定“{names}”是否为本单位负责人或工作人员"


# --- contracts, surveys ---

NO_PARTNER_SEEN = "材料中没有看到其他社会组织的名称或协作交流的内容"
UNION_CONTRACT = "与工会签订的服务（合作）合同"
ACCEPTANCE = "验收（绩效）材料"
NO_CONTRACT_YET = "没有可确认的工会服务合同，不能确定该材料对应的项目"
SURVEYS_DIFFER = "几份满意度调查的结果不一致"
COUNTS_DIFFER = "调查表中的各项份数互相矛盾"
COUNTS_SAY_MORE = "按份数计算的满意率高于表上印出的满意率"
NO_COUNTS = "没有识别到回收份数和满意份数，不能重新计算满意率"


def basic_decides(strict: str, rate: str) -> str:
    """基本满意 decides the tier."""
    return f"是否把“基本满意”计入决定得分：不计为{strict}，计入为{rate}"


# --- the submission as such ---


def sentence(text: str) -> str:
    """The text with a full stop."""
    return text if text.endswith(("。", "！", "？")) else f"{text}。"


def page(number: int) -> str:
    """A page as a place."""
    return f"第{number}页"


def sum_differs(stated: str, total: str) -> str:
    """A total that isn't the sum."""
    return f"申报总分填写为{stated}分，各项申报分相加为{total}分，两者不符。请核对各项分值与总分。"


def below_threshold(claimed: str, threshold: str, place: str) -> str:
    """Less claimed than the round asks for."""
    return f"自评总分{claimed}分，未达到申报要求的{threshold}分。依据：通知{place}。"


def out_of_window(day: date, first: date, last: date, place: str) -> str:
    """Submitted on another day than the round's."""
    when = "早于" if day < first else "晚于"
    return f"提交日期{_iso(day)}{when}申报时间（{_iso(first)}至{_iso(last)}）。依据：通知{place}。"


def _iso(value: date) -> str:
    return day(PartialDate.of(value)) or ""


def unreadable(path: str, problems: str, *, whole: bool) -> str:
    """A file that gave nothing, or pages of it."""
    what = "无法识读" if whole else "部分页面无法识读"
    return f"“{path}”{what}：{sentence(problems)}请申报单位重新提交清晰、完整的文件。"


def same_page(one: str, page_one: int, other: str, page_other: int) -> str:
    """One page under two names."""
    return f"“{other}”第{page_other}页与“{one}”第{page_one}页是同一份材料，以不同文件名重复提交，只能计一次。"


def number_shared(number: str, one: str, other: str) -> str:
    """One number on two certificates, or on two decisions."""
    return (
        f"“{one}”与“{other}”编号相同（{number}），但持有人、等级或日期不同，请向发证机关核实。"
        "常见的无害原因：单位更名后换证，或编号识别有误。"
    )


def two_versions(one: str, other: str, before: str, after: str) -> str:
    """One scan with two contents."""
    return (
        f"“{other}”与“{one}”是同一次扫描的页面，各行位置完全重合，内容却有出入：一处为“{before}”，一处为“{after}”。"
        "请核对原件。常见的无害原因：识别有误。这只是线索，不是结论。"
    )


def code_shared(code: str, names: Iterable[str]) -> str:
    """One credit code on papers of several bodies."""
    return (
        f"统一社会信用代码{code}在不同材料中对应不同的单位：{listing(names)}。请核对原件并查询登记信息。"
        "常见的无害原因：单位更过名。这只是线索，不是结论。"
    )


def text_layer(path: str, words: str) -> str:
    """A text layer that says something else than the page."""
    return f"“{path}”的文字层与页面图像不一致：{words}"


def suspected(path: str, words: str) -> str:
    """Traces of editing."""
    return f"“{path}”有改动痕迹，请核对原件：{words}这只是线索，不是结论。"


def edited(path: str, words: str) -> str:
    """A file that went through an editor."""
    return f"“{path}”的文件信息提示：{words}这只是线索，不是结论。"


def seal_differs(path: str, issuer: str, seal: str, *, clear: bool) -> str:
    """A seal that isn't the issuer's, with what may be innocent about it."""
    found = "印章文字为" if clear else "另有印章，印文似为"
    return (
        f"“{path}”署名单位为“{issuer}”，{found}“{seal}”，两者不一致。"
        "可能的正常原因：联合署名或由其他单位代章、机构改革或更名、复印件由其他单位盖章证明、印文识别有误。请核对原件。"
    )
