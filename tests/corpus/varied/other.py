"""What proves nothing: an identity card without data, a cover, a receipt, a picture without words, a blank page."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import LAST_DAY, PAPER_ONLY, Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.page import A4
from tests.corpus.seals import box_stamp
from tests.corpus.varied.people import address, company, person
from tests.corpus.varied.pieces import day
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "other"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:  # noqa: ARG001
    """Nothing is told by these documents."""
    return {"date": some_day(rng, date(2024, 2, 1), LAST_DAY), **fixed}


@layout(KIND, "identity_card", PAPER_ONLY)
def identity_card(draft: Draft) -> None:
    """Both sides of a card on one sheet; the number is crossed out."""
    page = draft.page(A4)
    body = draft.type("hei", 11)
    page.rect((160, 110, 440, 286), (120, 140, 170), 0.8, (232, 240, 246), radius=8)
    for n, (name, value) in enumerate(
        (
            ("姓名", person(draft.rng)),
            ("性别", "男　　民族　汉"),
            ("出生", "****年**月**日"),
            ("住址", address(draft.rng, draft.org.place)[:14]),
        )
    ):
        page.text(176, 146 + n * 30, name, draft.type("hei", 9.5, (60, 110, 170)))
        page.text(212, 146 + n * 30, value, body)
    page.text(176, 272, "公民身份号码　******************", body)
    page.rect((356, 130, 424, 216), None, fill=(196, 204, 212))
    page.rect((160, 340, 440, 516), (120, 140, 170), 0.8, (232, 240, 246), radius=8)
    page.text(300, 390, "中华人民共和国", draft.type("hei", 17), "center")
    page.text(300, 426, "居 民 身 份 证", draft.type("hei", 20), "center")
    page.text(196, 474, f"签发机关　{draft.org.place.city}公安局", body)
    page.text(196, 498, "有效期限　****.**.**-****.**.**", body)
    page.seal(box_stamp("仅供核验使用", draft.rng.randrange(9)), (300, 300), 130, "仅供核验使用")


@layout(KIND, "volume_cover", ("digital", "scan", "photo", "docx"))
def volume_cover(draft: Draft) -> None:
    """The cover of the volume of evidence with a list of contents."""
    flow = draft.flow(draft.type("song", 15, leading=2.0), margins=(90, 120, 90, 70))
    flow.heading("佐证材料汇编", draft.type("song-bold", 32), after=8)
    flow.heading(draft.pick("（第二册）", "（组织建设卷）", "（附件）"), draft.type("song", 16), after=60)
    for n, one in enumerate(
        ("登记证书", "等级评估证书", "年检材料", "章程及制度", "获奖证书", "媒体报道"), start=1
    ):
        flow.paragraph(f"{n}. {one} …………………………… {n * 3 - 2}", indent=1)
    flow.space(60)
    flow.paragraph(draft.org.name, indent=0, align="center")
    flow.paragraph(day(draft["date"]), indent=0, align="center")


@layout(KIND, "receipt")
def receipt(draft: Draft) -> None:
    """收据 with a sum."""
    page = draft.page((595, 330), (252, 250, 240))
    body, hand = draft.type("song", 12), draft.type("hand", 14, (30, 40, 110))
    amount = float(draft.rng.randint(1, 90) * 100)
    page.text(297, 46, "收　　据", draft.type("song-bold", 24), "center")
    page.text(297, 74, day(draft["date"], "boxes"), body, "center")
    page.text(
        545, 46, f"No {draft.rng.randint(10**6, 10**7)}", draft.type("song", 13, (200, 30, 30)), "right"
    )
    page.rect((40, 92, 555, 270), (60, 60, 60), 0.8)
    for n, (name, value) in enumerate(
        (
            ("今收到", company(draft.rng, draft.org.place)),
            ("交　来", draft.pick("会费", "场地使用费", "资料费")),
            ("人民币（大写）", printed.capitals(amount)),
            ("￥", f"{amount:.2f}"),
        )
    ):
        page.text(56, 122 + n * 40, name, body)
        page.text(160, 122 + n * 40, value, hand)
    page.text(56, 300, f"收款单位（盖章）　　收款人：{person(draft.rng)}　　交款人：", body)
    draft.seal(page, (150, 280), draft.org.name, 90)


@layout(KIND, "wordless_photo", ("photo", "screenshot", "poor"))
def wordless_photo(draft: Draft) -> None:
    """A picture of people in a room; no words."""
    rng = draft.rng
    page = draft.page((640, 480), (186, 178, 166))
    page.rect((0, 320, 640, 480), None, fill=(120, 96, 74))
    page.rect((40, 40, 250, 200), None, fill=(206, 222, 236))
    for _ in range(rng.randint(4, 9)):
        x, y, tone = (
            rng.uniform(40, 600),
            rng.uniform(220, 330),
            tuple(rng.randint(40, 200) for _ in range(3)),
        )
        page.round((x - 16, y - 44, x + 16, y - 8), None, fill=(224, 190, 164))
        page.rect((x - 26, y - 8, x + 26, y + 90), None, fill=tone, radius=12)  # pyright: ignore[reportArgumentType]


@layout(KIND, "blank_with_folio", ("scan", "digital", "photo"))
def blank_with_folio(draft: Draft) -> None:
    """An empty page with a folio."""
    page = draft.page(A4)
    page.text(297, 806, f"— {draft.rng.randint(2, 60)} —", draft.type("song", 10), "center")


@layout(KIND, "express_slip", ("photo", "scan"))
def express_slip(draft: Draft) -> None:
    """An express company's slip: addresses, telephone, a day."""
    flow = draft.flow(draft.type("hei", 11, leading=1.5), size=(420, 560), margins=(24, 30, 24, 24))
    flow.heading("电子运单", draft.type("hei-bold", 18), align="left", after=4)
    flow.table(
        [
            [
                Cell("寄"),
                Cell(f"{person(draft.rng)} 1**********\n{address(draft.rng, draft.org.place)}", align="left"),
            ],
            [
                Cell("收"),
                Cell(f"{draft.org.city_union}\n{address(draft.rng, draft.org.place)}", align="left"),
            ],
            [Cell("物品"), Cell("文件　1件　0.5kg", align="left")],
            [Cell("时间"), Cell(f"{day(draft['date'], 'iso')} 16:20", align="left")],
        ],
        (0.8, 6),
        least=50,
    )
