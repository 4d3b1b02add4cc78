"""Titles of honour in certificates, plaques, decisions and notices."""

from __future__ import annotations

import re
from statistics import median

from extractors.fields import Field, first
from extractors.paper import Paper
from extractors.recipients import Listed
from extractors.text import Text
from extractors.titles import is_title_like, row_height
from extractors.values import is_body

_QUOTED = r"[“\"「『《‘〝]([^”\"」』》’〞]{2,40})[”\"」』》’〞]"
_TITLE_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:授予|获得?|荣获|荣膺|评为|命名为|认定为|评选为|表彰为|被评|颁发)[^。“\"「『《‘〝]{{0,40}}{_QUOTED}",
        rf"{_QUOTED}(?:荣誉)?(?:称号|奖|奖项)",
        r"对(?:20\d\d(?:[-—至]20\d\d)?年?度?)?[“\"]?((?:优秀|先进|示范|模范|突出)[^，。；“”]{2,24}?)[”\"]?(?:等[^，。；]{0,8})?(?:予以|给予|进行)(?:通报)?表[扬彰]",
        r"(?:荣获|荣膺|获得|喜获|获)([^，。；:：“”]{0,24}?(?:特等奖|[一二三]等奖|[金银铜]奖|优秀奖|优胜奖|创新奖|组织奖|提名奖|特别奖))",
        r"(?:荣获|荣膺|获得|获(?!奖)|被?评为|被?授予|评选为|被?命名为|被?认定为|特授予|授予)[:：]?((?:[^，。；:：“”]{4,44}?)(?:称号|先进[^，。；]{0,8}?(?:集体|单位|个人|组织)|优秀[^，。；]{0,10}?(?:组织|单位|集体|个人|案例|项目|奖)|[一二三特]等奖|示范[^，。；]{0,6}?(?:单位|点|基地|组织)|标兵|能手|奖状|之家|品牌|项目))",
        r"(?:荣获|荣膺|获得|被?评为|被?授予|评选为|被?命名为|被?认定为)[:：]?([^，。；:：]{4,40}?)(?=[，。；]|特此|特发|特颁|以资|$)",
    )
)
_TITLE_NOUN = re.compile(
    r"((?:20\d\d(?:[-—至]20\d\d)?年?度?)?[\u4e00-\u9fa5A-Z\d·]{0,24}(?:先进[\u4e00-\u9fa5]{0,8}(?:集体|单位|组织|个人|社会组织|工作者)|优秀[\u4e00-\u9fa5]{0,10}|示范[\u4e00-\u9fa5]{0,8}|"
    r"[一二三特]等奖|奖状|模范[\u4e00-\u9fa5]{0,8}|标兵[\u4e00-\u9fa5]{0,4}|能手|文明单位|品牌社会组织|金牌[\u4e00-\u9fa5]{0,10}|五一[\u4e00-\u9fa5]{0,6}|工人先锋号|贡献奖|创新奖|[\u4e00-\u9fa5]{2,10}奖|特色[\u4e00-\u9fa5]{0,8}|最美[\u4e00-\u9fa5]{0,8}|[十百千][佳大优强][\u4e00-\u9fa5]{0,8}|[\u4e00-\u9fa5]{2,8}(?:示范点|之星|红旗集体)))$"
)


def honour_of(paper: Paper, fields: list[Field], entry: Listed | None) -> Text | None:
    """The title of honour: from the list's entry, labelled, in a sentence, in a notice's heading, or by itself."""
    if entry is not None and entry.honor is not None:
        return entry.honor.compact
    labelled = first(fields, "honor_title") or first(fields, "project")
    column = labelled is not None and labelled.below and "\n" in labelled.text.string
    if labelled is not None and not column:
        named = labelled.text[: len(_GLOSS.sub("", labelled.text.string))].compact
        if len(named) >= _SHORTEST and not _NO_TITLE.search(named.string):
            return named
    compact = paper.text.compact
    for pattern in _TITLE_PATTERNS:
        match = pattern.search(compact.string)
        if match and not _NO_TITLE.search(match.group(1)):
            tail = _GOES_ON.match(compact.string, match.end(1))
            return compact[match.start(1) : tail.end() if tail else match.end(1)]
    for heading in (paper.title.compact, *(row.text.compact for row in paper.rows[:_HEAD])):
        about = _ABOUT.search(heading.string) or _named_in(heading.string, named=entry is not None)
        if about:
            return heading[about.start(1) : about.end(1)]
    rows = sorted(paper.rows, key=lambda row: -max(fragment.size for fragment in row.fragments))
    for text in [paper.title.compact, *(row.text.compact for row in rows[:6])]:
        match = _TITLE_NOUN.search(text.string)
        if match and not _NO_TITLE.search(match.group(1)):
            return text[match.start(1) : match.end(1)]
    return _on_plaque(paper)


_GOES_ON = re.compile(
    r"(?:示范|先进|优秀|建设)?(?:岗|单位|集体|组织|个人|班组|点|基地|团队|企业)(?=$|[，。；、：”\"]|荣?誉?称号|特|以资|以兹|现|望|[\u4e00-\u9fa5]{2,30}(?:会|局|厅|委|府|部|公司|室)(?:20\d\d|二))"
)
"""What an honour may go on with behind a noun that ends most honours: `标兵岗`, `职工之家示范单位`."""

_GLOSS = re.compile(r"\n[A-Za-z .:’']+$")
"""The label in English, which stands under the Chinese one beside the end of a value."""

_SHORTEST = 3
"""Characters of a labelled honour at least."""

_STANDS_OUT = 1.4
"""A plaque's title is so many times as large as its usual line."""

CERTIFICATE = 200
"""Characters on a certificate at most, of which such a title is taken."""


def _on_plaque(paper: Paper) -> Text | None:
    """The words of a plaque or a certificate that stand out by their size, whatever they are."""
    if len(paper.text.compact) > CERTIFICATE or len(paper.rows) < 2:
        return None
    usual = median(row_height(row) for row in paper.rows)
    rows = [
        row
        for row in paper.rows
        if not _NO_TITLE.search(row.text.compact.string) and re.search(_HAN, row.text.string)
    ]
    largest = max(rows, key=row_height, default=None)
    if largest is None or row_height(largest) < _STANDS_OUT * usual or not is_title_like(largest):
        return None
    title = paper.title
    words = (title if largest.fragments[0] in title.fragments else largest.text).compact
    return words if _LEAST <= len(words) <= _MOST and not names_a_body(words.string) else None


HONOURS = re.compile(
    r"先进|优秀|优胜|示范|模范|文明|[一二三四五]星|A{2,5}级|最美|最佳|十佳|标杆|[金银铜]牌|标兵|能手|先锋|红旗|贡献|奖|放心|诚信|和谐|品牌|领军|[百十]强|标准化|达标|特色|杰出|突出|卓越|创新"
)
"""Words that honour: a cover or a banner has a body and a day, too."""

HONOURED_BODY = r"(?:协会|学会|研究会|促进会|商会|基金会|联合会|中心|服务[社站]|公司|学校)$"
"""How the name of one that is honoured ends, rather than the honour."""

_HAN = r"[\u4e00-\u9fa5]{2}"


def names_a_body(words: str) -> bool:
    """Whether words are a body's own name, rather than what it is honoured as: `五星级基层工会`."""
    return is_body(words) and not re.match(
        r"[一二三四五]星级|A{2,5}级|模范|先进|示范|优秀|最佳|十佳|文明|和谐|标杆|诚信", words
    )


_LEAST, _MOST = 4, 20
"""Characters of such a title."""

PLAQUE = 90
"""Characters on a plaque at most."""

_ABOUT = re.compile(
    r"关于(?:公布|表彰|授予|命名|评选|通报表扬)?(?:20\d\d(?:[-—至]20\d\d)?年?度?)?[“\"]?([^”\"]{4,40}?)[”\"]?(?:荣誉)?(?:称号)?(?:的)?(?:名单|(?:获奖|评选|认定|评定|评审|命名)(?:结果|名单))的?(?:公布|公告|决定|通报|通知|公示)"
)
_YEARS = r"(?:20\d\d(?:[-—－至~]+20\d\d)?年?度?)?"
_GIVES = re.compile(
    rf"关于(?:公布|表彰奖励|表彰|通报表[扬彰]|表扬|命名|认定|评定|嘉奖|发布){_YEARS}[“\"]?([^“”\"，。、]{{4,40}}?)[”\"]?(?:荣誉)?(?:称号)?的(?:决定|通报|通知|公告)$"
)
_LISTS = re.compile(
    rf"^(?:附件[\d一二三四五]?[:：]?)?{_YEARS}[“\"]?([^“”\"，。、]{{4,40}}?)[”\"]?(?:获奖|入选|命名|评选|认定|受?表[彰扬])?(?:对象|人员|(?<=获奖)单位|(?<=表[彰扬])单位|获得者)?(?:名单|一览表|名册|花名册|汇总表)(?:[（(][^（）()]{{0,16}}[)）])?$"
)
_PROPOSED = re.compile(r"^拟|候选|推荐|入围|申报|参评|为|授予|等级|[和及与]|" + HONOURED_BODY)


def _named_in(heading: str, *, named: bool) -> re.Match[str] | None:
    """The honour in a notice's title, or in that of a list, if the applicant is `named` there; None if it may be else."""
    found = _GIVES.search(heading) or (_LISTS.match(heading) if named else None)
    if found is None or not HONOURS.search(found.group(1)) or _PROPOSED.search(found.group(1)):
        return None
    return found


_HEAD = 6
"""Rows at the top among which a notice has its heading."""
_NO_TITLE = re.compile(
    r"证书|CERTIFICATE|HONOR|^(?:荣誉)?(?:奖状|奖牌|喜报|荣誉)$|^(?:各|有关|全体)|关于|名单|决定$|推荐单位|^[:：]|^(?:机关|单位|机构|部门|日期|时间)[\u4e00-\u9fa5\d]|(?:局|厅|部|会|政府|办公室)20\d\d年\d{1,2}月",
    re.IGNORECASE,
)


def tidy_title(title: str) -> str:
    """A title of honour without the quotation marks and 荣誉称号 around it."""
    bare = title[1:-1] if re.fullmatch(_QUOTED, title) else title
    bare = _POINTING.sub("", bare)
    bare = re.sub(r"^20\d\d(?:[-—－至~]+20\d\d)?年?度?(?=.{3})", "", bare)
    return re.sub(r"[”\"」』》’〞]?(的)?(?:(荣誉)?称号|(?<=[\u4e00-\u9fa5]{4})荣誉)$", "", bare)


_POINTING = re.compile(r"^(?:其|他们?|她们?|该(?:单位|组织|集体|同志|社会组织|协会|中心|团队))为?(?=.{4})")
"""A word that points back to the one honoured, between the verb and the honour: `决定授予其…`."""


def after_recipient(honor: Text, recipient: str) -> Text:
    """The title without the recipient's name in front of it."""
    return (
        honor[len(recipient) :]
        if honor.string.startswith(recipient) and len(honor) > len(recipient) + 2
        else honor
    )
