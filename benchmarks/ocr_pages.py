"""Made pages with known text and known places: what the OCR benchmark and the OCR tests read.

Every page is drawn at 200 dpi on A4 and then damaged as scanners and telephones damage pages. A truth line is
the text of one run with its quad in fractions of the upright page, carried through every damage.
"""

import io
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = Path("/usr/share/fonts")
FACES = {
    "song": "opentype/noto/NotoSerifCJK-Regular.ttc",
    "song_bold": "opentype/noto/NotoSerifCJK-Bold.ttc",
    "hei": "opentype/noto/NotoSansCJK-Regular.ttc",
    "hei_bold": "opentype/noto/NotoSansCJK-Bold.ttc",
    "kai": "truetype/arphic/ukai.ttc",
    "ming": "truetype/arphic/uming.ttc",
    "micro_hei": "truetype/wqy/wqy-microhei.ttc",
    "zen_hei": "truetype/wqy/wqy-zenhei.ttc",
}
A4 = (1654, 2339)
Matrix = NDArray[np.float64]
Pixels = np.ndarray[Any, np.dtype[np.integer[Any] | np.floating[Any]]]

SENTENCES = (
    "根据《社会团体登记管理条例》的有关规定，经审查，准予成立登记。",
    "协会坚持以习近平新时代中国特色社会主义思想为指导，团结服务广大职工。",
    "会议应到会员代表一百二十八人，实到一百一十六人，符合章程规定的法定人数。",
    "本年度共开展技能培训12期，累计培训3,486人次，投入经费人民币256,800.00元。",
    "经民主选举，产生第三届理事会理事21名、监事3名，任期五年。",
    "双方本着平等自愿、诚实信用的原则，就职工心理关爱服务项目达成如下协议。",
    "满意度调查共发放问卷500份，回收有效问卷486份，满意率为96.3%。",
    "请各单位于2026年3月15日前将报名表报送至市总工会基层工作部（邮箱：jcgzb@example.org）。",
    "该单位近两年内未列入社会组织活动异常名录和严重违法失信名单。",
    "甲方应在合同签订后十五个工作日内支付合同总价款的60%，余款验收合格后付清。",
    "为深入贯彻落实党的二十大精神，切实维护新就业形态劳动者合法权益，制定本方案。",
    "财务管理实行预算制度，重大支出须经理事会集体讨论决定并形成会议纪要。",
    "服务中心位于南京市鼓楼区中山北路101号3栋2单元506室，建筑面积约180平方米。",
    "依照《中华人民共和国工会法》第十四条之规定，批复同意成立工会委员会。",
    "联系电话：025-83561234，统一社会信用代码：51320100MJ4567890X，邮政编码：210008。",
    "活动吸引了来自环卫、快递、外卖、网约车等行业的320余名一线职工参加。",
    "年度检查结论为合格，有效期自二〇二四年五月一日至二〇二九年四月三十日。",
    "工会主席负责主持全面工作，组织召开委员会会议，检查决议的执行情况。",
)


@dataclass(frozen=True)
class TrueLine:
    """A run of text and its corners (clockwise from the text's top left) in fractions of the upright page."""

    text: str
    quad: NDArray[np.float64]


@dataclass(frozen=True)
class MadePage:
    """A page as it is handed in, with what stands on it. `turned`: degrees clockwise that set it upright."""

    name: str
    image: Pixels
    lines: tuple[TrueLine, ...]
    seals: tuple[NDArray[np.float64], ...] = ()
    turned: int = 0

    @property
    def text(self) -> str:
        """The true text, a line a run."""
        return "\n".join(line.text for line in self.lines)


@dataclass
class Sheet:
    """A sheet that is being drawn: its pixels, and the pixel corners of each run on it."""

    pixels: Pixels
    runs: list[tuple[str, NDArray[np.float64]]] = field(default_factory=list)
    seals: list[NDArray[np.float64]] = field(default_factory=list)

    @classmethod
    def blank(cls, size: tuple[int, int] = A4, paper: int = 252) -> "Sheet":
        """An empty sheet of the given width and height."""
        return cls(np.full((size[1], size[0], 3), paper, np.uint8))

    def write(
        self,
        x: float,
        y: float,
        text: str,
        face: str = "song",
        size: int = 36,
        ink: int = 30,
        *,
        centre: bool = False,
    ) -> float:
        """Writes a run with its top left (or top centre) at x, y; gives the y below it."""
        picture = Image.fromarray(self.pixels)
        draw = ImageDraw.Draw(picture)
        letters = font(face, size)
        if centre:
            x -= draw.textlength(text, font=letters) / 2
        draw.text((x, y), text, font=letters, fill=(ink, ink, ink))
        x0, y0, x1, y1 = draw.textbbox((x, y), text, font=letters)
        self.pixels = np.asarray(picture).copy()
        self.runs.append((text, corners(x0, y0, x1, y1)))
        return y + size * 1.75

    def carry(self, matrix: Matrix, pixels: Pixels) -> "Sheet":
        """The sheet after a damage that moved its points by `matrix` (3x3, pixels to pixels)."""
        moved = [(text, project(matrix, quad)) for text, quad in self.runs]
        return Sheet(pixels, moved, [project(matrix, quad) for quad in self.seals])

    def repaint(self, pixels: Pixels) -> "Sheet":
        """The sheet after a damage that moved nothing."""
        return Sheet(pixels, self.runs, self.seals)

    def page(self, name: str, quarter_turns: int = 0) -> MadePage:
        """The finished page; `quarter_turns` counter-clockwise turns are what the reader must undo."""
        height, width = self.pixels.shape[:2]
        scale = np.array([width, height], float)
        return MadePage(
            name=name,
            image=np.ascontiguousarray(np.rot90(self.pixels, quarter_turns)),
            lines=tuple(TrueLine(text, quad / scale) for text, quad in self.runs),
            seals=tuple(quad / scale for quad in self.seals),
            turned=quarter_turns * 90,
        )


def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """The face at a size in pixels."""
    path = FONTS / FACES[face]
    return ImageFont.truetype(path, size, index=2 if "noto" in FACES[face] else 0)


def corners(x0: float, y0: float, x1: float, y1: float) -> NDArray[np.float64]:
    """The corners of an upright rectangle, clockwise from the top left."""
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], float)


def project(matrix: Matrix, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The points moved by a homography."""
    return (
        cv2.perspectiveTransform(points.reshape(1, -1, 2).astype(float), matrix).reshape(-1, 2).astype(float)
    )


# Sheets


def certificate(face: str = "kai", *, seal: bool = False) -> Sheet:
    """A registration certificate: few large runs, a date in Chinese numerals, a seal over the issuer if asked."""
    sheet = Sheet.blank()
    y = sheet.write(827, 260, "社会团体法人登记证书", "song_bold", 92, centre=True)
    y = sheet.write(827, y + 20, "（副本）", face, 48, centre=True) + 60
    for label, value in (
        ("统一社会信用代码", "51320100MJ4567890X"),
        ("名称", "南京市家政服务行业协会"),
        ("业务范围", "行业调研、技能培训、权益维护、交流合作"),
        ("住所", "南京市玄武区珠江路88号新世界中心A座1203室"),
        ("法定代表人", "欧阳建国"),
        ("注册资金", "叁拾万元整"),
        ("业务主管单位", "南京市总工会"),
    ):
        sheet.write(210, y, label, "hei", 40)
        y = sheet.write(640, y, value, face, 42) + 25
    sheet.write(210, y + 20, "有效期限自2024年03月18日至2029年03月17日", face, 40)
    sheet.write(1020, 1840, "发证机关：南京市民政局", face, 42)
    sheet.write(1020, 1930, "二〇二四年三月十八日", face, 42)
    return stamp(sheet, (1260, 1900), 230, "南京市民政局") if seal else sheet


def dense(rng: random.Random, face: str = "song", size: int = 32, lines: int = 40) -> Sheet:
    """A full page of small print."""
    sheet = Sheet.blank()
    y = sheet.write(827, 150, "关于开展职工服务项目年度评估的通知", "hei_bold", 52, centre=True) + 30
    text = "".join(rng.choice(SENTENCES) for _ in range(120))
    pitch = (2339 - y - 120) / lines
    letters = font(face, size)
    for _ in range(lines):
        cut = next(n for n in range(8, len(text)) if letters.getlength(text[: n + 1]) > 1290)
        sheet.write(180, y, text[:cut], face, size)
        text, y = text[cut:], y + pitch
    return sheet


def table(rng: random.Random) -> Sheet:
    """A ruled table of names, amounts and dates."""
    sheet = Sheet.blank()
    y = sheet.write(827, 150, "2025年度职工技能培训登记表", "hei_bold", 52, centre=True) + 40
    edges = [150, 290, 520, 860, 1120, 1500]
    rows = 26
    pitch = 72
    for row in range(rows + 1):
        cv2.line(
            sheet.pixels, (edges[0], int(y + row * pitch)), (edges[-1], int(y + row * pitch)), (40, 40, 40), 2
        )
    for edge in edges:
        cv2.line(sheet.pixels, (edge, int(y)), (edge, int(y + rows * pitch)), (40, 40, 40), 2)
    surnames, given = (
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨",
        "建国 志强 秀英 丽华 晓明 文博 思远 雨桐 海燕 玉梅".split(),
    )
    topics = "工会法解读 心理关爱 家政实务 安全生产 集体协商 法律援助".split()
    for row in range(rows):
        top = y + row * pitch + 16
        cells = (
            ["序号", "姓名", "培训主题", "金额（元）", "日期"]
            if row == 0
            else [
                str(row),
                rng.choice(surnames) + rng.choice(given),
                rng.choice(topics),
                f"{rng.randint(100, 9999):,}.{rng.randint(0, 99):02d}",
                f"2025-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
            ]
        )
        for left, cell in zip(edges, cells, strict=False):
            sheet.write(left + 18, top, cell, "song_bold" if row == 0 else "song", 34)
    return sheet


def report(rng: random.Random, face: str = "ming") -> Sheet:
    """A page of a report: headings and paragraphs with wide margins."""
    sheet = Sheet.blank()
    y = sheet.write(827, 200, "二〇二五年度工作总结", "song_bold", 60, centre=True) + 40
    for heading in ("一、组织建设情况", "二、服务开展情况", "三、存在的问题", "四、二〇二六年工作打算"):
        y = sheet.write(240, y, heading, "hei", 40)
        for _ in range(3):
            sentence = rng.choice(SENTENCES)
            y = sheet.write(240, y, sentence[:34], face, 36)
        y += 20
    return sheet


def nearly_empty() -> Sheet:
    """A page with two short runs."""
    sheet = Sheet.blank()
    sheet.write(827, 900, "附件一", "hei", 44, centre=True)
    sheet.write(827, 1000, "相关证明材料", "song", 44, centre=True)
    return sheet


def stamp(sheet: Sheet, centre: tuple[int, int], radius: int, name: str) -> Sheet:
    """The sheet with a round red seal: ring, star and the issuer's name along the ring."""
    layer = Image.new("RGBA", (radius * 2 + 40, radius * 2 + 40), (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    middle = radius + 20
    red = (215, 30, 40, 215)
    draw.ellipse((20, 20, 2 * radius + 20, 2 * radius + 20), outline=red, width=max(6, radius // 22))
    star = [
        (
            middle + math.sin(k * math.pi / 5) * radius * (0.3 if k % 2 == 0 else 0.12),
            middle - math.cos(k * math.pi / 5) * radius * (0.3 if k % 2 == 0 else 0.12),
        )
        for k in range(10)
    ]
    draw.polygon(star, fill=red)
    letters = font("song_bold", int(radius * 0.26))
    for index, letter in enumerate(name):
        angle = math.radians((index - (len(name) - 1) / 2) * min(40, 240 / len(name)))
        tile = Image.new("RGBA", (int(radius * 0.4), int(radius * 0.4)), (0, 0, 0, 0))
        ImageDraw.Draw(tile).text(
            (tile.width / 2, tile.height / 2), letter, font=letters, fill=red, anchor="mm"
        )
        tile = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        at = (middle + math.sin(angle) * radius * 0.76, middle - math.cos(angle) * radius * 0.76)
        layer.alpha_composite(tile, (int(at[0] - tile.width / 2), int(at[1] - tile.height / 2)))
    paper = Image.fromarray(sheet.pixels)
    ink = Image.new("RGB", paper.size, "white")
    ink.paste(layer, (centre[0] - middle, centre[1] - middle), layer)
    pixels = (np.asarray(paper, float) * np.asarray(ink, float) / 255).astype(np.uint8)
    stamped = sheet.repaint(pixels)
    box = (centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius)
    stamped.seals = [*sheet.seals, corners(*box)]
    return stamped


# Damages


def skew(sheet: Sheet, degrees: float) -> Sheet:
    """Turned a little, as by a feeder."""
    height, width = sheet.pixels.shape[:2]
    matrix = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 0.97), [0, 0, 1]])
    return sheet.carry(
        matrix, cv2.warpPerspective(sheet.pixels, matrix, (width, height), borderValue=(252,) * 3)
    )


def resize(sheet: Sheet, factor: float) -> Sheet:
    """Scanned at another resolution."""
    matrix = np.diag([factor, factor, 1.0])
    size = (round(sheet.pixels.shape[1] * factor), round(sheet.pixels.shape[0] * factor))
    return sheet.carry(matrix, cv2.resize(sheet.pixels, size, interpolation=cv2.INTER_AREA))


def jpeg(sheet: Sheet, quality: int) -> Sheet:
    """Saved with loss."""
    buffer = io.BytesIO()
    Image.fromarray(sheet.pixels).save(buffer, "JPEG", quality=quality)
    return sheet.repaint(np.asarray(Image.open(buffer).convert("RGB")).copy())


def blur(sheet: Sheet, radius: float) -> Sheet:
    """Out of focus."""
    return sheet.repaint(
        np.asarray(Image.fromarray(sheet.pixels).filter(ImageFilter.GaussianBlur(radius))).copy()
    )


def noise(sheet: Sheet, sigma: float, seed: int = 1) -> Sheet:
    """Grain of a sensor."""
    grain = np.random.default_rng(seed).normal(0, sigma, sheet.pixels.shape)
    return sheet.repaint(np.clip(sheet.pixels + grain, 0, 255).astype(np.uint8))


def shadow(sheet: Sheet, strength: float = 0.55) -> Sheet:
    """Light that falls off to one corner, with a hand's shadow."""
    height, width = sheet.pixels.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width]
    light = 1 - strength * (xs / width * 0.6 + ys / height * 0.4)
    hand = ((xs - width * 0.8) / (width * 0.3)) ** 2 + ((ys - height * 0.75) / (height * 0.25)) ** 2
    light *= 1 - 0.35 * np.clip(1.3 - hand, 0, 1)
    return sheet.repaint(np.clip(sheet.pixels * light[..., None], 0, 255).astype(np.uint8))


def photograph(sheet: Sheet, seed: int = 3, size: tuple[int, int] = (2400, 3200)) -> Sheet:
    """A telephone's photo: the page in perspective on a dark desk."""
    rng = np.random.default_rng(seed)
    height, width = sheet.pixels.shape[:2]
    inner = corners(size[0] * 0.09, size[1] * 0.08, size[0] * 0.91, size[1] * 0.93)
    inner += rng.uniform(-0.045, 0.045, (4, 2)) * size[0]
    source = corners(0, 0, width, height).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(source, inner.astype(np.float32)).astype(float)
    desk = rng.normal(0, 6, (size[1], size[0], 3)) + np.array([96, 70, 52])
    desk += 10 * np.sin(np.arange(size[0]) / 37)[None, :, None]
    pixels = np.clip(desk, 0, 255).astype(np.uint8)
    cv2.warpPerspective(sheet.pixels, matrix, size, pixels, cv2.INTER_AREA, cv2.BORDER_TRANSPARENT)
    return sheet.carry(matrix, pixels)


# The set


def made_pages() -> dict[str, Callable[[], MadePage]]:
    """The benchmark's pages by name, made when asked for."""

    def rng(seed: int) -> random.Random:
        return random.Random(seed)

    return {
        "certificate": lambda: certificate().page("certificate"),
        "certificate_seal": lambda: certificate(seal=True).page("certificate_seal"),
        "dense": lambda: dense(rng(1)).page("dense"),
        "dense_hei": lambda: dense(rng(2), "micro_hei", 30, 42).page("dense_hei"),
        "table": lambda: table(rng(3)).page("table"),
        "seal_skew_jpeg40": lambda: jpeg(skew(certificate("song", seal=True), 2), 40).page(
            "seal_skew_jpeg40"
        ),
        "table_skew5": lambda: skew(table(rng(4)), -5).page("table_skew5"),
        "dense_blur_noise": lambda: noise(blur(dense(rng(5), "kai"), 1.6), 9).page("dense_blur_noise"),
        "photo_shadow": lambda: jpeg(noise(shadow(photograph(report(rng(6), "song"))), 4), 80).page(
            "photo_shadow"
        ),
        "report_150dpi_noise": lambda: jpeg(noise(resize(report(rng(7)), 0.75), 14), 60).page(
            "report_150dpi_noise"
        ),
        "report_low": lambda: jpeg(resize(report(rng(8), "hei"), 0.42), 70).page("report_low"),
        "upside_down": lambda: noise(report(rng(9)), 5).page("upside_down", 2),
        "table_90": lambda: table(rng(10)).page("table_90", 1),
        "photo_270": lambda: jpeg(photograph(certificate(seal=True), 5), 75).page("photo_270", 3),
        "nearly_empty": lambda: nearly_empty().page("nearly_empty"),
    }


UPRIGHT: Sequence[str] = (
    "certificate",
    "certificate_seal",
    "dense",
    "dense_hei",
    "table",
    "seal_skew_jpeg40",
    "table_skew5",
    "dense_blur_noise",
    "photo_shadow",
    "report_150dpi_noise",
    "report_low",
)
"""The pages that stand upright: those that an engine without page orientation can be compared on."""
