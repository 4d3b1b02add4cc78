"""What the readers tell people, in Chinese: what is wrong, where, and what to do next."""

EMPTY = "文件是空的（0 字节），没有可读的内容。请重新导出或扫描后再提交。"
EMPTY_CONTENT = "文件可以打开，但里面没有文字，也没有图片。请确认提交的是正确的文件。"
ENCRYPTED_PDF = "PDF 设有打开密码，无法读取。请取消密码（另存为不加密的 PDF）后再提交。"
ENCRYPTED_OFFICE = "文档设有打开密码，无法读取。请在 Office 或 WPS 中取消密码后再提交。"
ENCRYPTED_MEMBER = "压缩包内的“{name}”设有密码，无法解开。请不要加密，重新打包后再提交。"
TRUNCATED = "文件不完整，后面的部分缺失（常见于上传或下载中断）。请重新上传完整的文件。"
TRUNCATED_PARTLY = "文件不完整，只读到前面的部分，后面的内容可能缺失。请核对，必要时重新上传完整的文件。"
CORRUPT = "文件已损坏，无法打开。请用原软件打开确认，重新导出后再提交。"
CORRUPT_PAGE = "第{page}页的数据已损坏，无法读取。请重新导出或扫描这一页。"
CORRUPT_PART = "文档中的{part}已损坏，没有读取，其余内容已照常读取。请核对原件。"
TOO_LARGE_FILE = "文件有 {size} MB，超过 {limit} MB 的上限。请压缩图片或拆成几个文件后再提交。"
TOO_LARGE_IMAGE = "图片有 {width}×{height} 像素，超过 {limit} 万像素的上限。请缩小后再提交（一页 A4 用 200～300 dpi 即可）。"
TOO_LARGE_FILE_PIXELS = "图片的像素超过 {limit} 万的上限。请缩小后再提交（一页 A4 用 200～300 dpi 即可）。"
TOO_LARGE_PART = "文档内部的数据解开后超过 {limit} MB，没有读取。请精简后再提交。"
TOO_MANY_PAGES = "文件有 {pages} 页，超过 {limit} 页的上限，只读取了前 {limit} 页。请拆成几个文件后再提交。"
TOO_MANY_MERGED = "表格里合并的单元格过多，无法读取。请取消不必要的合并后再提交。"
TOO_MANY_CELLS = "工作簿内容过多，只读取了前 {limit} 个单元格。请只提交与申报有关的工作表。"
MISLABELLED = "文件名以“{suffix}”结尾，内容却是{actual}，已按实际内容读取。请改正文件名。"
UNSUPPORTED = "无法识别的文件类型（{what}）。请转换成 PDF、图片、Word、Excel、OFD 或文本后再提交。"
UNSUPPORTED_ARCHIVE = "不支持 {what} 压缩包。请解开后改用 zip 打包再提交。"
NOT_A_FORM = "不是 Word（docx）或 Excel（xlsx）文档，不能作为申报表读取。"
BLANK_PAGE = "第{page}页是空白页。"
BLANK_DOCUMENT = "所有页面都是空白的，没有可读的内容。请确认扫描或导出是否正常。"
UNREADABLE_PICTURE = "{place}的格式无法读取（{what}），没有识别其中的文字。请改插 JPG 或 PNG 图片。"
READER_FAILED_PAGE = (
    "读取第{page}页时程序两次异常中止，这一页没有读到，其余页不受影响。请打开原件人工核对这一页。"
)
READER_FAILED_FILE = "读取此文件时程序两次异常中止，没有读到内容。请打开原件人工核对，或重新导出后再提交。"
READER_ERROR_PAGE = "读取第{page}页时程序出错，这一页没有读到，其余页不受影响。请打开原件人工核对这一页。"
READER_ERROR_FILE = "读取此文件时程序出错，没有读到内容。请打开原件人工核对，或重新导出后再提交。"
READER_TIMEOUT_PAGE = "读取第{page}页超过 {seconds} 秒仍未完成，已停止。请打开原件人工核对这一页。"
READER_TIMEOUT_FILE = "检查此文件超过 {seconds} 秒仍未完成，已停止。请重新导出后再提交。"
WORD_95 = "这是 Word 95 或更早的文档，无法读取。请用 Word 或 WPS 另存为 docx 后再提交。"

ARCHIVE_EMPTY = "压缩包里没有文件。请确认打包是否正确。"
ARCHIVE_TOO_DEEP = "压缩包内的“{name}”套了太多层压缩包，没有解开。请减少一层后再提交。"
ARCHIVE_TOO_MANY = "压缩包里的文件超过 {limit} 个，后面的没有解开。请拆分后再提交。"
ARCHIVE_BOMB = "压缩包内的“{name}”解开后异常地大，已停止解压。请检查此文件，重新打包后再提交。"
ARCHIVE_TOO_LARGE = "压缩包解开后超过 {limit} MB，后面的文件没有解开。请拆分后再提交。"
ARCHIVE_TRAVERSAL = "压缩包内的文件名“{name}”指向包外的位置，已拒绝解开。请重新打包后再提交。"
ARCHIVE_LINK = "压缩包内的“{name}”是链接而不是文件，已跳过。请放入文件本身，重新打包。"
ARCHIVE_MEMBER_CORRUPT = "压缩包内的“{name}”已损坏，无法解开。请重新打包后再提交。"
ARCHIVE_MEMBER_METHOD = "压缩包内的“{name}”使用了不支持的压缩方法。请用普通 zip 方式重新打包。"

MISMATCH = "第{page}页的文字层写着“{layer}”，页面上看到的却是“{seen}”，已以页面图像为准。常见的无害原因：扫描软件自动识别有误。"
MISMATCH_WHOLE = "第{page}页的文字层与页面图像大部分不一致，已以页面图像为准。常见的无害原因：字体编码不标准，或扫描软件识别质量差。"
HIDDEN_TEXT = "第{page}页藏有看不见的文字“{layer}”（与背景同色、被遮盖或在页面之外），没有计入。常见的无害原因：模板残留或扫描软件的文字层。"

FOREIGN_FONT = "第{page}页“{text}”中的“{part}”用的字体（{font}）与紧邻的字符（{other}）不同。常见的无害原因：空白处另行填写，或排版时个别字符换了字体。"
TEXT_OVER_COVER = "第{page}页有一小块色块盖住了下面的内容，上面另写着“{text}”{under}。常见的无害原因：更正笔误，或在扫描件上用软件填写。"
UNDER_COVER = "，下面原写着“{text}”"
PICTURE_OVER = (
    "第{page}页有一小块图片盖在{under}上。常见的无害原因：贴上的签名或条码，或扫描软件把一页拆成几块保存。"
)
UNDER_SCAN = "扫描图像"
UNDER_TEXT = "文字“{text}”"
PAINTED_SPOT = "第{page}页这里有一小块与整页不是同一次压缩保存的，像是扫描之后另外改上去的。常见的无害原因：扫描后加盖页码、遮盖污点或补填内容再保存。"
REVISED_SIGNED = (
    "第{page}页的内容在电子签名之后被改过：{change}。常见的无害原因：签名后又填写表单或加盖骑缝章。"
)
REVISED = "第{page}页的内容在文件生成（{created}）之后另行修改并保存（{modified}）：{change}。文件里还留着修改前的版本。常见的无害原因：更正笔误后重新保存。"
CHANGED_TEXT = "原为“{before}”，现为“{after}”"
ADDED_TEXT = "新增了“{after}”"
REMOVED_TEXT = "删去了“{before}”"
CHANGED_PICTURE = "图像有变化"
EDITOR = "文件信息显示经过“{program}”处理。常见的无害原因：裁剪、调亮、拼页，或用该软件扫描、导出。"

TYPE_NAMES = {
    "application/pdf": "PDF",
    "image/jpeg": "JPG 图片",
    "image/png": "PNG 图片",
    "image/gif": "GIF 图片",
    "image/tiff": "TIF 图片",
    "image/bmp": "BMP 图片",
    "image/webp": "WEBP 图片",
    "image/heic": "HEIC 图片",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word 文档（docx）",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel 工作簿（xlsx）",
    "application/msword": "Word 文档（doc）",
    "application/vnd.ms-excel": "Excel 工作簿（xls）",
    "application/ofd": "OFD 版式文件",
    "application/zip": "zip 压缩包",
    "text/plain": "纯文本",
    "text/html": "网页",
}
"""What each media type is called."""


def type_name(media_type: str) -> str:
    """The Chinese name of a media type."""
    return TYPE_NAMES.get(media_type, media_type)


# reading processes
MEASURES_UNKNOWN = "读取进程没有回答，无法得知隔离措施是否有效。"
