"""Finds the letters that the fast recogniser writes, and is sure of, where a letter stands that it doesn't know.

    python -m benchmarks.ocr_suspects > extractors/ocr/suspects.txt

The tiny weights know 6,900 letters. A letter outside them becomes its nearest look-alike: 王翀 is read 王肿, with
99 % certainty. Each letter of GB 2312 that only the small weights know is drawn in several faces as part of a name;
what the tiny weights make of it is a suspect. Letters that ordinary text is full of are left out: sending every
line that holds 法 to the good recogniser would cost more than it gains.
"""

import numpy as np

from benchmarks.ocr_pages import SENTENCES, Sheet
from extractors.ocr.engine import shared_engine
from extractors.ocr.models import RECOGNITION_SMALL, RECOGNITION_TINY, known_letters

COMMON = (
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之"
    "都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名"
    "法间斯知世什两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物"
    "气每并别真打太新比才便夫再书部水像眼等体却加电主界门利海受听表德少克代员许稜先口由死安写性马光白或住难望教命花结乐色"
    "更拉东神记处让母父应直字场平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男边风解叫任金快原吃妈变通师立象数四失"
    "满战远格士音轻目条呢病始达深完今提求清王化空业思切怎非找片罗钱紧谁系件号级务规财政管建设服组织社团工会职登记证书单位"
    "政策制基层调研培训合同项目资产审计监督执章程选举委主席副秘书党群众技术产品质量标准评估等级信用处罚年检报告换届办公场"
    "所地址固定租赁房屋劳动保障权益维护协商律援助困难帮扶慰问演出赛志愿者宣传媒体新闻网站日晚报道江苏省南京无锡徐州常苏"
    "通连云港淮安盐城扬镇泰州宿迁市区县街村院校医疗卫生健康养老护理家庭儿童少妇女残疾环境保护科教文旅体育农商贸易物流运输"
    "交通建筑工程金融保险注册资本范围类型住所有效期限发证机关统代码法定表人业主管副扎实推进支出收入费元万亿百千甲乙丙丁签订"
    "局域挥促构视升超整署属需观介填握荐聘升荐城场美多此说与但低何做化只它完寄是最望某标概消深渠演满灵点然版牌特状|"
    "盖申请批复意见决定通知函件附录目第届任职兼挂骨干负责责影响优秀先进模范奖励表彰荣誉称号颁获特色品牌亮点创新持续增强"
)
"""Letters that ordinary office text is full of."""

FACES = ("song", "kai", "hei")
LEAST_CERTAINTY = 0.6


def suspects() -> set[str]:
    """The look-alikes."""
    unknown = sorted((known_letters(RECOGNITION_SMALL) - known_letters(RECOGNITION_TINY)) & set(gb2312()))
    found: set[str] = set()
    for letter in unknown:
        for face in FACES:
            sheet = Sheet.blank((400, 70))
            sheet.write(14, 14, f"李{letter}明", face, 36)
            width = int(sheet.runs[0][1][1][0]) + 14
            read = shared_engine().recognise_fast([np.ascontiguousarray(sheet.pixels[:, :width])])[0]
            if len(read.text) == 3 and read.weakest >= LEAST_CERTAINTY and read.text[1] != letter:
                found.add(read.text[1])
    return found - set("".join(SENTENCES)) - set(COMMON)


def gb2312() -> list[str]:
    """The 6,763 letters of GB 2312, the commoner 3,755 first."""
    codes = [
        (row, cell)
        for row in range(0xB0, 0xF8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA) or row > 0xD7
    ]
    return [bytes(code).decode("gb2312") for code in codes]


if __name__ == "__main__":
    print("".join(sorted(suspects())))
