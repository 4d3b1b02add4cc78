"""What the rounds' page says that no template says."""

DONE = "批次设置已保存，已记入留痕。"
UNUSABLE = (
    "没有保存：请填写名称和日期；申报截止不晚于推荐截止，申诉截止不早于推荐截止；名额为 0 至 999 的整数。"
)
