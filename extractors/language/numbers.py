"""Document numbers (苏工发〔2024〕12号), certificate numbers and telephone numbers in text."""

import re
from typing import NamedTuple

from extractors.language.numerals import chinese_number

_S = r"[ \t\r\n\u3000\xa0]{0,8}"
_OPEN, _CLOSE = r"[〔\[（(【﹝\{「『〈<]", r"[〕\]）)】﹞\}」』〉>]"
_WITH_YEAR = re.compile(
    rf"(?P<prefix>[\u4e00-\u9fff](?:{_S}[\u4e00-\u9fff（()）]){{0,15}}?){_S}"
    rf"(?:{_OPEN}{_S}(?P<y1>(?:19|20)[0-9]{{2}}){_S}年?{_CLOSE}?|(?P<y2>(?:19|20)[0-9]{{2}}){_S}{_CLOSE})"
    rf"{_S}(?:字)?(?:第)?{_S}(?P<number>[0-9]{{1,6}}){_S}号"
)
_WITHOUT_YEAR = re.compile(
    rf"(?P<prefix>(?:[\u4e00-\u9fff]{{1,8}}(?:令|公告|字|决定书))?){_S}第{_S}(?P<number>[0-9]{{1,6}}|[一二三四五六七八九十百〇零]{{1,5}}){_S}号"
)
_FOREIGN = re.compile(
    r"(?:文件|文号|编号|字号|根据|依据|按照|遵照|见附件|附件|通知|批复|决定|关于|经由|印发|下发|发文|日期|证书|公章|主管|年|月|日|号|的|以|和|及|为|见|附|经|由|在|按)"
)
_REGION_LETTERS = frozenset(
    "苏宁锡徐常通连淮盐扬镇泰宿国中总民财人教发全京津沪渝冀豫云辽黑湘皖鲁新浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川琼"
    "昆澄虞熟太张宜溧启皋海东仪邮丹句兴靖邳沂鼓玄秦建浦栖雨江六高锡惠滨梁贾泉铜丰沛睢天钟武金虎吴相姑崇如赣灌清洪涟盱亭都大响阜射广邗宝京润徒陵姜沭泗"
)
_LONGEST_PREFIX = 8
_ADDRESS = re.compile(r"(?:路|街|巷|弄|道|村|里|楼|幢|栋|室|院|层|园|大厦)$")
_CERTIFICATE = re.compile(
    r"(?:证书编号|证书号码?|登记证号|证号|证字号|证书代码|批准文号|许可证号|编\s*号|NO\.?|No\.?|№)[\s\u3000]{0,8}[:：.]?[\s\u3000]{0,8}"
    r"(?P<number>[A-Za-z0-9\u4e00-\u9fff〔〕\[\]（）()【】\-—–/第·]{0,30}?[0-9][A-Za-z0-9〔〕\[\]（）()【】\-—–/]*号?)"
)
_PHONE = re.compile(
    r"(?<![0-9A-Za-z])(?:(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}|(?:[（(]?0[1-9][0-9]{1,2}[)）]?[- －]?)[2-9][0-9]{6,7}(?:[-转][0-9]{1,6})?|"
    r"(?:400|800)[- ]?[0-9]{3}[- ]?[0-9]{4}|12345|12351)(?![0-9A-Za-z])"
)


class NumberMention(NamedTuple):
    """A number in a text: text[start:end] is `raw`, `value` is it in one way of writing."""

    start: int
    end: int
    value: str
    raw: str
    confidence: float


def _agency_code(prefix: str) -> str:
    """The end of the run of characters that can be an issuer's code word: 苏工发, 宁民管函."""
    run = re.split(_FOREIGN, prefix)[-1] or prefix[-3:]
    run = run.lstrip("（()）")
    if len(run) <= 3:
        return run
    run = run[-_LONGEST_PREFIX:]
    for at, char in enumerate(run[:-2]):
        if char in _REGION_LETTERS:
            return run[at:]
    return run


def find_document_numbers(text: str) -> list[NumberMention]:
    """All document numbers in reading order, brackets made 〔〕: 苏工发〔2024〕12号; without a year 第12号 (less sure)."""
    found: list[NumberMention] = []
    for hit in _WITH_YEAR.finditer(text):
        prefix = re.sub(r"[\s\u3000]", "", hit["prefix"])
        code = _agency_code(prefix)
        start = hit.start()
        while re.sub(r"[\s\u3000]", "", text[start : hit.end("prefix")]) != code and start < hit.end(
            "prefix"
        ):
            start += 1
        year = hit["y1"] or hit["y2"]
        value = f"{code}〔{year}〕{int(hit['number'])}号"
        found.append(
            NumberMention(start, hit.end(), value, text[start : hit.end()], 1.0 if hit["y1"] else 0.8)
        )
    for hit in _WITHOUT_YEAR.finditer(text):
        if any(other.start <= hit.start("number") < other.end for other in found) or _ADDRESS.search(
            text[: hit.start()]
        ):
            continue
        number = hit["number"] if hit["number"].isdigit() else str(chinese_number(hit["number"]))
        prefix = re.split(_FOREIGN, hit["prefix"])[-1]
        start = hit.end("prefix") - len(prefix)
        found.append(
            NumberMention(
                start, hit.end(), f"{prefix}第{number}号", text[start : hit.end()], 0.6 if prefix else 0.4
            )
        )
    return sorted(found)


def find_certificate_numbers(text: str) -> list[NumberMention]:
    """Numbers behind a label (证书编号, 证号, 编号, No.), white space taken out."""
    return [
        NumberMention(hit.start("number"), hit.end("number"), hit["number"], hit["number"], 0.95)
        for hit in _CERTIFICATE.finditer(text)
    ]


def find_phones(text: str) -> list[NumberMention]:
    """Telephone numbers, digits only."""
    return [
        NumberMention(hit.start(), hit.end(), re.sub(r"[^0-9]", "", hit.group()), hit.group(), 1.0)
        for hit in _PHONE.finditer(text)
    ]
