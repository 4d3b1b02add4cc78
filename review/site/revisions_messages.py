"""What the pages on corrections say that no template says."""

from typing import Final

NEW_HINT: Final = "照原件填写；日期如 2026-05-03，是否类填“是”或“否”"
TOO_OLD: Final = "这份报告由较早的版本作出，不能就地更正；请先在审定页重新核验。"
NO_REPORT: Final = "还没有核验报告。"
NO_FILE: Final = "那一次的报告文件已不在。"
NO_FACT: Final = "没有这项可以更正的事实；报告可能已更新，请重新打开。"
NO_PAGE: Final = "材料里没有这一页。"
NO_NAME: Final = "请选择要补的事实。"
NO_VALUE: Final = "请填写更正后的内容。"
NO_BOX: Final = "请在页面上框出这项内容所在的位置。"
NO_LINE: Final = "框内没有读出文字，请框住文字所在的行。"
