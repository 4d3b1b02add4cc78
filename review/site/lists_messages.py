"""What the pages of lists say that no template says."""

LISTS = {
    "outlets": ("媒体", "媒体的级别。名录里没有的媒体、改版改名的媒体，在这里写明。"),
    "authorities": ("机关和工会", "某个机关、工会的级别，写全称。"),
    "departments": ("部门", "地名后面的部门名称，如“数据局”：级别随它前面的地名。"),
    "names": ("曾用名和简称", "单位的曾用名、简称对应哪个全称。"),
}
"""Each list: what it is called, and what it says."""
COLUMNS = {
    "name": "名称",
    "level": "级别",
    "organization": "单位全称",
    "from": "自",
    "until": "至",
    "by": "决定人",
    "why": "理由",
}
PLACEHOLDERS = {"why": "如：2026年5月更名通知", "name": "写全称"}
NOTE_PUT = "增加：{name}"
NOTE_CHANGED = "修改：{name}"
NOTE_REMOVED = "删去：{name}"
NOTE_FILE = "换为文件 {file}"
HASH = "名称不能以 # 开头。"
GONE = "这一行已不在名录中；请重新打开后再操作。"
FILE_MISSING = "请选择文件。"
DONE = "已保存并记入留痕；下一次核验就用新的名录。"
