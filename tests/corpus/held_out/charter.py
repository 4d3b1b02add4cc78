"""Charters: one approved with a stamp on its first page, one filled into the model text, one as the site posts it."""

import random
from collections.abc import Mapping
from typing import Any

from tests.corpus.draft import SAMPLERS as USUAL
from tests.corpus.draft import Draft, Values
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import work_papers as _usual  # noqa: F401 - registers the usual sampler
from tests.corpus.layouts.shared import sealed
from tests.corpus.seals import box_stamp
from tests.corpus.world import Organization

KIND = "charter"
_YEARS = "一二三四五"
_ARTICLES = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四".split()


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The usual charter; the length of a term, 3 to 5 years, goes with it."""
    values = USUAL[KIND](rng, org, fixed)
    return {"term": rng.choice((3, 4, 5, 5)), **values}


SAMPLERS[KIND] = sample


def _we(draft: Draft) -> str:
    return {"社会团体": "本会", "民办非企业单位": "本单位", "基金会": "本基金会"}[draft.org.type]


def _nature(draft: Draft) -> str:
    return {
        "社会团体": "从业单位和个人自愿结成的非营利性社会团体法人",
        "民办非企业单位": "利用非国有资产自愿举办、从事非营利性社会服务的社会组织",
        "基金会": "利用捐赠财产从事公益事业的非营利性法人",
    }[draft.org.type]


def _top(draft: Draft) -> str:
    return "会员代表大会" if draft.org.type == "社会团体" else "理事会"


@layout(KIND, "approved", ("digital", "scan", "poor"))
def approved(draft: Draft) -> None:
    """The charter that the registry approved: its stamp with the day over the title, articles in chapters."""
    org, we, top = draft.org, _we(draft), _top(draft)
    flow = draft.flow(draft.type("fang", 14, leading=1.75), numbered="- {} -")
    flow.space(30)
    flow.heading(draft.put("title"), draft.type("song-bold", 22), after=4)
    flow.heading(
        f"（{draft.date('date', 'cn')}经{org.registration_authority}核准）", draft.type("kai", 13), after=10
    )
    flow.page.seal(box_stamp("章程核准专用", 4), (500, 66), 120, "章程核准专用")
    articles = (
        ("总　则", f"{we}名称是{draft.put('organization_name')}。", f"{we}是依法登记、自主办会的非营利性社会组织。", f"{we}坚持中国共产党的全面领导，根据党章规定设立党的组织，开展党的活动。", f"{we}接受业务主管单位{org.supervisory_body}和登记管理机关{org.registration_authority}的业务指导和监督管理。", f"{we}住所：{org.address}。"),
        ("业务范围", f"{we}的业务范围：{org.scope}"),
        ("组织机构", f"{we}的最高权力机构是{top}。", f"理事会每届任期{_YEARS[draft['term'] - 1]}年，任期届满应当换届。因特殊情况需提前或者延期换届的，报业务主管单位审查并经登记管理机关批准，延期最长不超过一年。", "理事会须有三分之二以上理事出席方能召开，其决议须经到会理事三分之二以上表决通过方能生效。"),
        ("资产管理、使用原则", f"{we}的收入全部用于章程规定的业务活动，盈余不得分红。", f"换届或者更换法定代表人之前，{we}应当进行财务审计。"),
        ("章程的修改和终止", f"对{we}章程的修改，须经理事会表决通过后报{top}审议。", f"{we}终止后的剩余财产，按照国家有关规定用于发展与{we}宗旨相关的事业。"),
    )  # fmt: skip
    number = 0
    for chapter, (name, *texts) in enumerate(articles):
        flow.heading(f"第{_YEARS[chapter]}章　{name}", draft.type("hei", 14), after=4, level=2)
        for text in texts:
            flow.paragraph(f"第{_ARTICLES[number]}条　{text}")
            number += 1
    draft.seal(flow.page, (430, min(flow.y, 740)), org.name)


@layout(KIND, "model_text_filled", ("docx", "digital", "scan"))
def model_text_filled(draft: Draft) -> None:
    """The model text with blanks filled by hand of the office: bracketed hints stay, the vote and its day at the end."""
    org, we, top = draft.org, _we(draft), _top(draft)
    flow = draft.flow(draft.type("song", 12, leading=1.8), header="章程示范文本（2023版）")
    flow.heading(draft.put("title"), draft.type("song-bold", 20), after=12)
    head = draft.type("song-bold", 13)
    for name, texts in (
        ("第一章  总则", (f"第一条 单位的名称：  {draft.put('organization_name')}  。", f"第二条 单位的性质：{_nature(draft)}【登记类型：{org.type}】。", f"第三条 单位的住所地：  {org.address}  。")),
        ("第二章  宗旨和业务范围", ("第四条 宗旨：遵守宪法、法律、法规和国家政策，遵守社会公德，服务广大职工。", f"第五条 业务范围：  {org.scope}")),
        ("第三章  组织管理", (f"第六条 {we}设理事会，理事  {draft.rng.choice((5, 7, 9))}  人，每届任期  {draft['term']}  年【3年至5年】，理事任期届满，连选可以连任。", f"第七条 {we}法定代表人为理事长（现任：{org.legal_representative}）。")),
        ("第四章  附则", (f"第八条 本章程经  {draft.date('date', draft.pick('cn', 'spaced'))}  第  {draft.rng.choice((2, 3))}  届  1  次{top}表决通过。", f"第九条 本章程的解释权属{top}。")),
    ):  # fmt: skip
        flow.heading(name, head, align="left", after=2, level=2)
        for text in texts:
            flow.paragraph(text, after=3)
    flow.paragraph("全体理事签名：" + "　".join(org.staff[:5]), indent=0)
    sealed(draft, flow, [f"（单位盖章）{org.name}"], org.name)


@layout(KIND, "posted", ("html", "txt", "docx"))
def posted(draft: Draft) -> None:
    """The charter as the organization's own site posts it: numbered clauses without chapters, the day in the head."""
    org, we, top = draft.org, _we(draft), _top(draft)
    flow = draft.flow(draft.type("hei", 11, leading=1.7))
    flow.paragraph("首页 / 信息公开 / 组织章程", indent=0)
    flow.heading(draft.put("title"), draft.type("hei", 19), after=4)
    flow.paragraph(
        f"发布日期：{draft.date('date', draft.pick('iso', 'slash'))}　来源：秘书处　点击：{draft.rng.randint(40, 3000)}",
        indent=0,
    )
    flow.paragraph(f"1．{draft.put('organization_name')}（以下称{we}）是{_nature(draft)}。")
    flow.paragraph(
        f"2．{we}登记管理机关为{org.registration_authority}，业务主管单位为{org.supervisory_body}。"
    )
    flow.paragraph(f"3．业务范围为：{org.scope}")
    flow.paragraph(f"4．{top}每年至少召开一次，须有半数以上成员出席。")
    flow.paragraph(f"5．理事会任期{draft['term']}年，届满前三个月启动换届。")
    flow.paragraph(f"6．{we}经费来源为会费、捐赠、政府资助、服务收入和利息。")
    flow.paragraph(f"7．修改本章程，应当由理事会提出，{top}审议通过，报登记管理机关核准后生效。")
