import pytest

from extractors.language.stance import stance

NAME = "南京市家政服务业协会"


@pytest.mark.parametrize(
    "text",
    [
        "南京市家政服务业协会开展关爱职工活动，为300名职工免费体检，受到一致好评。",
        "南京市家政服务业协会受理投诉50件，化解纠纷30起，帮助职工讨薪20万元，获职工点赞。",
        "某公司因虚假宣传被罚款10万元。南京市家政服务业协会随后举办诚信培训，助力行业规范发展，受到好评。",
        "南京市家政服务业协会荣获5A级社会组织称号，其经验做法被推广。",
        "针对家政行业乱象，南京市家政服务业协会出台自律公约，推动行业规范发展。",
        "南京市家政服务业协会建立投诉处理机制，纠纷调解成功率达95%，受到好评。",
        "南京市家政服务业协会公开曝光违规企业名单，净化市场，受到消费者点赞。",
        "三年来，南京市家政服务业协会没有发生一起投诉，被评为先进单位。",
    ],
)
def test_praise_is_positive(text: str):
    assert stance(text, NAME)[0] == "positive"


@pytest.mark.parametrize(
    "text",
    [
        "南京市家政服务业协会因违规收费被市民政局行政处罚，罚款5万元。该协会会长致歉。",
        "近日，记者接到投诉，南京市家政服务业协会强制入会、乱收费。",
        "南京市家政服务业协会荣获5A级社会组织，示范引领。但有会员质疑其财务混乱，挪用会费，民政部门已立案调查。",
        "民政局通报批评一批社会组织，南京市家政服务业协会在列。",
        "以下社会组织被列入活动异常名录。一、南京市家政服务业协会。二、某学会。",
        "报道失实：南京市家政服务业协会夸大帮扶人数",
        "南京市家政服务业协会因处理投诉不力被通报。",
        "南京市家政服务业协会未按规定参加年检，被责令整改。",
        "南京市家政服务业协会账目不清，会员叫苦不迭，曝光后引发关注。",
        "记者调查：南京市家政服务业协会涉嫌骗取补贴",
        "表面上，南京市家政服务业协会屡获表彰、深受欢迎，是先进典型。该协会却拖欠职工工资，遭多人举报。",
    ],
)
def test_exposure_is_negative_whatever_praise_stands_around_it(text: str):
    assert stance(text, NAME)[0] == "negative"


@pytest.mark.parametrize(
    "text",
    [
        "经查，南京市家政服务业协会未发现违规行为，未受到行政处罚，未列入活动异常名录。",
        "南京市家政服务业协会召开第三届会员大会，选举产生了新一届理事会。",
        "有人冒用南京市家政服务业协会名义行骗，协会提醒会员提高警惕。",
        "南京市家政服务业协会举办反诈骗讲座，讲解诈骗手法。",
        "",
    ],
)
def test_what_neither_praises_nor_blames_is_neutral(text: str):
    assert stance(text, NAME)[0] == "neutral"


def test_a_stance_shows_its_cues_strongest_first():
    text = "南京市家政服务业协会因违规收费被通报批评，其公益活动曾获好评。"
    value, sure, cues = stance(text, NAME)
    assert value == "negative"
    assert 0 < sure <= 1
    assert abs(cues[0].weight) >= abs(cues[-1].weight)
    assert all(text[cue.start : cue.end] == cue.word for cue in cues)


def test_a_denied_word_is_shown_with_no_weight():
    _, _, cues = stance("南京市家政服务业协会未发现违规行为。", NAME)
    assert [(cue.word, cue.weight) for cue in cues] == [("违规", 0.0)]


def test_words_in_the_name_itself_are_no_cues():
    text = "南京市职工关爱促进会收费后迟迟不开课，关爱促进会涉嫌违规收费。"
    value, _, cues = stance(text, "南京市职工关爱促进会")
    assert value == "negative"
    assert stance("会议召开，南京市职工关爱促进会等单位参加。", "南京市职工关爱促进会") == (
        "neutral",
        0.7,
        (),
    )
    assert all(cue.start > 10 for cue in cues)
