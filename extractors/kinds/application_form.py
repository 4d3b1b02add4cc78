"""申报表 as a document among others: who applies, through whom, what is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Labels, first
from extractors.kinds import Checker, common
from extractors.layout import Row
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import body_of

LABELS = Labels.of(
    {
        "organization_name": common.ORGANIZATION,
        "uscc": common.CODE,
        "legal_representative": common.REPRESENTATIVE,
        "recommender": ("推荐单位", "推荐工会", "推荐单位（盖章）", "推荐机构", "推荐单位名称", "所属设区市总工会"),
        "claimed_total": ("自评总分", "自评合计", "自评得分合计", "自评分合计", "自评得分", "合计得分", "总得分", "自评总得分", "总分", "合计", "总计"),
    },
    stops=("地址", "住所", "单位地址", "联系人", "联系电话", "单位类型", "组织类型", "申报日期", "填表日期", "成立时间", "申报年度", "邮箱", "电话", "登记管理机关", "业务主管单位"),
)  # fmt: skip

_CRITERION = re.compile(r"^\s*([1-6])\s*[.．·]\s*(\d)(?!\d)")
_POINTS = re.compile(r"^(\d{1,3}(?:\.\d)?)\s*分?$")


def extract(paper: Paper) -> list[Fact]:
    """Facts of an application form."""
    fields = paper.fields(LABELS)
    facts = [
        *common.organization_name(paper, fields),
        *common.credit_code(paper, fields),
        *common.representative(paper, fields),
    ]
    recommender = first(fields, "recommender")
    if recommender is not None:
        body = body_of(recommender.text)
        if len(body) >= 4:
            facts.append(paper.fact("recommender", common.tidy_name(body.string), body, sure=0.95))
    for field in fields:
        if field.name != "claimed_total":
            continue
        match = re.search(r"\d{1,3}(?:\.\d)?", field.cell.string)
        if match and "满分" not in field.value:
            facts.append(
                paper.fact(
                    "claimed_total", float(match.group()), field.cell[match.start() : match.end()], sure=0.9
                )
            )
            break
    claims = list(_claims(paper))
    if claims:
        value = [{"criterion": criterion, "points": points} for criterion, points, _ in claims]
        facts.append(paper.fact("claims", list(value), [place for _, _, place in claims], sure=0.9))
    return facts


def _claims(paper: Paper) -> Iterator[tuple[str, float, Text]]:
    """Rows that begin with a criterion's number: its points stand in the column headed 自评."""
    column: float | None = None
    for row in paper.rows:
        column = _score_column(row) or column
        match = _CRITERION.match(row.text.string)
        if match is None:
            continue
        numbers = [
            (fragment.place.centre[0], found.group(1), Text.of(fragment))
            for fragment in row.fragments
            if (found := _POINTS.match(fragment.text.strip()))
        ]
        if not numbers:
            continue
        if column is not None:
            distances = [abs(centre - column) for centre, _, _ in numbers]
            chosen = numbers[distances.index(min(distances))]
        else:
            chosen = numbers[1] if len(numbers) > 1 else numbers[0]
        yield f"{match.group(1)}.{match.group(2)}", float(chosen[1]), chosen[2]


def _score_column(row: Row) -> float | None:
    """Centre of the column headed 自评分, 自评得分 or 得分."""
    for fragment in row.fragments:
        if re.search(r"自评|申报分|得分", fragment.text) and len(fragment.text.strip()) <= 8:
            return fragment.place.centre[0]
    return None


CHECKER = Checker(
    Cues(
        Kind.APPLICATION_FORM,
        titles=(
            (r"申报表|申请表|申报书|推荐表", 10),
            (r"自评表|自查自评", 8),
            (r"申报.{0,24}(请示|报告|申请书?|函)$|申请.{0,20}(认定|评定|命名)", 9),
            (r"合同|协议|制度|通知$", -6),
        ),
        words=(
            (r"申报单位|申请单位|推荐单位", 1.5),
            (r"自评(得)?分|自评", 2),
            (r"申报表|服务职工优秀社会组织", 1.5),
            (r"推荐意见|审核意见", 1),
            (r"满分|标准分", 0.7),
        ),
    ),
    extract,
)
