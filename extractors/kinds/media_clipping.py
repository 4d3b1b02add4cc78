"""媒体报道: a newspaper page, a web page's print, a WeChat article, an app's screenshot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.articles import article_about
from extractors.columns import in_columns
from extractors.cues import Cues
from extractors.fields import first
from extractors.kinds import Checker
from extractors.labels import Labels
from extractors.layout import Layout, Row
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import Value, dates


def _of(noun: str, *kinds: str) -> tuple[str, ...]:
    """Labels that end in one noun: 见报日期, 刊载日期."""
    return tuple(kind + noun for kind in kinds)


LABELS = Labels.of(
    {
        "outlet": (
            "来源",
            "信息来源",
            "稿件来源",
            "文章来源",
            "发布媒体",
            "刊登媒体",
            "报道媒体",
            "媒体名称",
            "刊载媒体",
            "媒体",
            "发布平台",
            *_of("名称", "报刊", "报纸", "刊物", "媒体"),
            *_of("媒体", "刊发", "发表", "刊播", "采用", "首发", "播出"),
            "报刊", "刊名", "发表刊物", "刊登报刊", "播出平台", "媒体/版面",
        ),
        "publish_date": (
            "发布时间",
            "发布日期",
            "刊登日期",
            "刊发日期",
            "报道时间",
            "报道日期",
            "发表时间",
            "刊登时间",
            *_of("日期", "见报", "刊载", "发稿", "播出", "采用", "出版", "发表"),
            *_of("时间", "见报", "刊发", "刊载", "发稿", "播出", "采用", "出版"),
            "时间",
            "日期",
        ),
        "title": (*_of("标题", "", "报道", "文章", "新闻", "稿件", "作品"), "篇名", "题名", "报道题目", "文章题目"),
    },
    stops=(
        "作者",
        "责任编辑",
        "编辑",
        "记者",
        "通讯员",
        "浏览",
        "阅读",
        "点击",
        "字体",
        "分享",
        "版面",
        "版次",
        "版数", "版位", "页码", "栏目", "体裁", "字数", "篇幅", "收集人", "剪报人", "整理人", "归档人", "经办人", "备注",
    ),
    strict=True,
)  # fmt: skip


def extract(paper: Paper) -> list[Fact]:
    """Facts of a clipping; those that need the applicant only where it is known."""
    fields = paper.fields(LABELS)
    article = article_about(paper)
    facts = [*_outlet(paper, [field.text for field in fields if field.name == "outlet"])]
    labelled = first(fields, "title")
    title = labelled.text.compact if labelled else (article.title.compact if article.title else None)
    if title:
        facts.append(paper.fact("title", re.sub("一一|--", "——", title.string), title, sure=0.9))
    published = _published(paper, [field.text for field in fields if field.name == "publish_date"])
    if published is not None:
        facts.append(paper.fact("publish_date", published.value, published.text, sure=0.93 * published.sure))
    facts += _about(paper, article.text, article.title)
    return facts


def _outlet(paper: Paper, labelled: list[Text]) -> list[Fact]:
    """The outlet that published: under 来源, else the largest or first that stands at the page's edges."""
    from extractors.language.levels import find_outlets, outlet_level

    compact = paper.text.compact
    for source in _SOURCE.finditer(compact.string):
        labelled = [*labelled, compact[source.start(1) : source.end(1)]]
    for text in labelled:
        compact = text.compact
        for start, end, name, level in find_outlets(compact.string):
            return _outlet_facts(
                paper, name, level.value, compact[start:end], 0.97, certain=level.certain, reason=level.reason
            )
        head = re.split(r"[0-9（(|“”，。：]|作者|记者|编辑", compact.string)[0]
        if 2 <= len(head) <= 20:
            level = outlet_level(head)
            value, certain, reason = (
                (level.value, level.certain, level.reason)
                if level
                else ("other", False, "名录中没有这家媒体")
            )
            return _outlet_facts(
                paper, head, value, compact[: len(head)], 0.9, certain=certain, reason=reason
            )
    found: list[tuple[float, str, str, Text, bool, str]] = []
    usual = median([fragment.size for row in paper.rows for fragment in row.fragments] or [0.02])
    for layout in paper.layouts:
        count = len(layout.rows)
        for number, row in enumerate(layout.rows):
            compact = row.text.compact
            for start, end, name, level in find_outlets(compact.string):
                place = compact[start:end]
                size = max(fragment.size for fragment in place.fragments) / usual
                edge = 1.0 if number < max(4, count // 8) else (0.6 if number >= count - 4 else 0.0)
                alone = (end - start) / max(1, len(compact))
                quoted = -0.5 if re.search(r"(据|转载|转自|接受)$", compact.string[:start]) else 0.0
                found.append(
                    (
                        min(size, 3) + 1.5 * edge + alone + quoted,
                        name,
                        level.value,
                        place,
                        level.certain,
                        level.reason,
                    )
                )
    if not found:
        return _masthead(paper)
    _, name, value, place, certain, reason = max(found, key=lambda each: each[0])
    return _outlet_facts(paper, name, value, place, 0.9, certain=certain, reason=reason)


_SOURCE = re.compile(
    r"(?:来源|稿源|信息来源)[:：]([\u4e00-\u9fa5“”]{2,16}?)(?=责任编辑|编辑|作者|记者|时间|发布|日期|浏览|点击|阅读|字号|分享|[\d（(【|]|$)"
)
_MASTHEAD = re.compile(
    r"(?:版权所有[:：]?|主办[:：]|©)?((?!权所有|所有)[\u4e00-\u9fa5]{2,12}?(?:日报|晚报|晨报|早报|快报|时报|工人报|商报|周报|新闻网|在线|发布|融媒体中心|融媒|电视台|广播电视台|客户端|资讯网|资讯|之声|新闻))(?![\u4e00-\u9fa5]*(?:日报|晚报|网|台))"
)


_CRUMB = re.compile(
    r"^(?:(?:您)?当前位置|您的位置|您当前的位置|位置)?[:：]?(?!首页|网站|返回|您|当前|主页)([\u4e00-\u9fa5]{3,12})(?:首页)?[>＞»›](?:[\u4e00-\u9fa5]{2,8}[>＞»›]?){1,3}$"
)


def _masthead(paper: Paper) -> list[Fact]:
    """An outlet that no list knows, by the form of its name, or at the head of a site's path to the page."""
    for row in (*paper.rows[:6], *paper.rows[-4:]):
        compact = row.text.compact
        match = _MASTHEAD.search(compact.string)
        if match and len(match.group(1)) >= 0.3 * len(compact):
            place = compact[match.start(1) : match.end(1)]
            return _outlet_facts(
                paper, match.group(1), "other", place, 0.75, certain=False, reason="名录中没有这家媒体"
            )
    for row in paper.rows[:_HEAD]:
        account = _account(row)
        if account is not None:
            return _outlet_facts(
                paper, account.string, "other", account, 0.75, certain=False, reason="名录中没有这家媒体"
            )
        compact = row.text.compact
        match = _CRUMB.match(compact.string)
        if match:
            place = compact[match.start(1) : match.end(1)]
            return _outlet_facts(
                paper, match.group(1), "other", place, 0.75, certain=False, reason="名录中没有这家媒体"
            )
    return []


_HEAD = 8
"""Rows at a page's top among which the way to it stands."""


def _account(row: Row) -> Text | None:
    """The account's name at an app's head, which stands beside the button to follow it."""
    cells = [Text.of(fragment).compact for fragment in row.fragments]
    if not any(_FOLLOW.fullmatch(cell.string) for cell in cells[1:]):
        return None
    return cells[0] if re.fullmatch(r"[\u4e00-\u9fa5A-Za-z]{2,16}", cells[0].string) else None


_FOLLOW = re.compile(r"[+＋]?(?:已?关注|订阅)")


def _outlet_facts(
    paper: Paper, name: str, level: str, place: Text, sure: float, *, certain: bool, reason: str
) -> list[Fact]:
    return [
        paper.fact("outlet", name, place, sure=sure),
        paper.fact("outlet_level", level, place, sure=sure if certain else sure * 0.5, note=reason),
    ]


def _published(paper: Paper, labelled: list[Text]) -> Value[str] | None:
    for text in labelled:
        for found in dates(text):
            if len(found.value) == len("2024-01-01"):
                return found
    candidates = [each for layout in paper.layouts for each in _days_on(layout)]
    if not candidates:
        return None
    score, found = max(candidates, key=lambda each: each[0])
    return Value(found.value, found.text, found.sure * (1.0 if score > 0.9 else 0.7))


def _days_on(layout: Layout) -> Iterator[tuple[float, Value[str]]]:
    """The days on a page, and how much each looks like that of the article: by its row's words, and where it stands."""
    count = len(layout.rows)
    for number, row in enumerate(layout.rows):
        compact = row.text.compact
        if _FURTHER.match(compact.string):
            return
        if number == 0 and row.place.y0 < _PAGE_HEAD and _PRINTED.match(row.text.string):
            continue
        told = 0.6 if _DATELINE.search(compact.string) else 0.0
        edge = 0.6 if number < max(6, count // 4) or number >= count - 3 else 0.0
        for found in dates(row.text):
            if len(found.value) == len("2024-01-01"):
                yield len(found.text) / max(1, len(compact)) + told + edge, found


_DATELINE = re.compile(r"星期|周[一二三四五六日]|第\d+期|农历|版|来源|发布|编辑[:：]|浏览|阅读|点击|\d:\d\d")

_FURTHER = re.compile(
    r"^(?:相关|推荐|延伸|热门|更多|精彩|猜你|热点|最新)(?:阅读|新闻|推荐|文章|链接|报道|资讯|内容|喜欢)[：:>＞]*$|^[上下]一[篇条][：:]"
)
"""What opens the list of other articles, which bear days of their own, under an article on a site."""

_PAGE_HEAD = 0.06
_PRINTED = re.compile(r"20\d\d[/.-]\d{1,2}[/.-]\d{1,2}\s+(?:[上下]午)?\d{1,2}:\d{2}\t")
"""The head that a browser prints over a page: the day of printing, then the page's name."""


def _about(paper: Paper, text: Text, title: Text | None) -> list[Fact]:
    """Whether the article names the applicant, and how it speaks of it."""
    if paper.organization is None:
        return []
    from extractors.language.stance import stance

    named = applicant_in(text, paper.organization)
    whole = (title + text) if title else text
    if named is None:
        elsewhere = applicant_in(in_columns(paper.layouts), paper.organization)
        if elsewhere is not None:
            return [paper.fact("mentions_organization", True, elsewhere.text, sure=0.8 * elsewhere.sure)]
        place = title or paper.text
        return [paper.fact("mentions_organization", False, place, sure=0.85)] if place.evidence() else []
    value, sure, _ = stance(whole.compact.string, paper.organization.name)
    return [
        paper.fact("mentions_organization", True, named.text, sure=named.sure),
        paper.fact("stance", value, title or named.text, sure=0.95 * sure),
    ]


def _looks(layouts: Sequence[Layout]) -> float:
    """A known outlet's name at the head or foot of the first or last page."""
    from extractors.language.levels import find_outlets

    edges = [*layouts[0].rows[:5], *layouts[-1].rows[-3:]]
    for row in edges:
        compact = row.text.compact
        if find_outlets(compact.string) and not re.search(
            r"(报|台|网)社?(关于|等单位)|文件$|单位[:：]", compact.string
        ):
            return 4.0
    if any(_NAMEPLATE.fullmatch(row.text.compact.string) for row in layouts[0].rows[:4]):
        return 2.5
    return 0.0


_NAMEPLATE = re.compile(
    r"[《“]?[\u4e00-\u9fa5]{2,10}(?:日报|晚报|晨报|时报|快报|商报|周刊|周报|新闻网|资讯网|资讯|网|在线|发布|客户端|融媒体?|融媒体中心|电视台|新闻)(?:客户端|APP)?[》”]?"
)


CHECKER = Checker(
    Cues(
        Kind.MEDIA_CLIPPING,
        titles=(
            (r"(日报|晚报|晨报|工人报|快报|时报|新闻网|融媒|电视台|广播电视台)$", 7),
            (
                r"(媒体|新闻|宣传)报道[\u4e00-\u9fa5]{0,4}(汇编|剪报|集锦|摘编|选编|摘录|汇总|登记[表簿册]?|资料)$|剪报([册集本]|登记[表簿])?$",
                11,
            ),
            (r"(证书|决定|通知|合同|制度|总结|计划|登记表|申报表|批复|章程)$", -4),
        ),
        words=(
            (r"本报(讯|记者)|本网讯|(讯|电)[（(]?(全媒体)?记者|记者[^，。]{2,8}(报道|通讯员)|通讯员", 3),
            (r"记者", 1.5),
            (r"责任编辑|责编|编辑[:：]|校对[:：]|审核[:：]|主编|终审|版式", 1.5),
            (r"来源[:：]", 1.2),
            (r"阅读\d*|在看|点赞|公众号|原创|扫码关注|分享到|浏览(量|次数)|点击[:：]|发表于江苏|发布于", 1.5),
            (
                r"国内统一(连续出版物|刊)号|CN\d\d-\d{4}|邮发代号|第?[0-9A-Z]{1,3}版|版面|星期[一二三四五六日天]",
                2,
            ),
            (r"https?://|www\.|\.(com|cn)", 0.8),
            (r"日报|晚报|新闻|融媒体", 0.8),
            (r"\d{4}[-年/.]\d\d[-月/.]\d\d日?\d\d:\d\d", 1.5),
            (r"原创", 1.5),
            (r"写评论|赞\d*分享|评论\d+|转发\d*|推荐阅读|相关阅读|打开APP", 2),
            (r"《[\u4e00-\u9fa5]{2,10}(报|网|周刊|新闻)》", 2),
            (r"(?:^|[。”])“?\d{1,2}月\d{1,2}日，", 1),
            (r"资讯网|新闻网|客户端", 1),
            (r"活动异常名录|处罚决定书|甲方|特发此证|签到|自评|调查问卷", -3),
        ),
    ),
    extract,
    _looks,
)
