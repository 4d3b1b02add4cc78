"""What the workbench says that no template says."""

from typing import Final

NO_PLACE: Final = "这一条说的是材料之间的关系或整份申报，没有可指的位置。"
NO_PLACE_MISSING: Final = "没有找到能指的位置：这一条说的正是缺少的材料。"
SEVERITY_HINTS: Final = {
    "gate": "影响能否参评",
    "major": "影响得分或真实性",
    "minor": "需要说明",
    "info": "供参考",
}
NO_DOCUMENT: Final = "这份申报里没有“{path}”。"
