"""What the vault says to people."""

# the store
FOLDER_UNREACHABLE = "保存材料的文件夹不能读写：{path}"
FOLDER_UNREACHABLE_WHERE = "系统的说明：{reason}"
FOLDER_UNREACHABLE_ADVICE = "请检查磁盘是否挂载、当前用户是否有权限，然后重试；没有存下半份文件。"
STORE_UNREACHABLE = "对象存储没有应答：{endpoint}"
STORE_UNREACHABLE_ADVICE = (
    "请检查它是否在运行、网络是否通、HEZHENG_S3_ENDPOINT 与 HEZHENG_S3_SECURE 是否写对，然后重试。"
)
STORE_REFUSED = "对象存储拒绝了请求：{endpoint}（{code}）"
STORE_REFUSED_ADVICE = (
    "请检查 HEZHENG_S3_ACCESS_KEY、HEZHENG_S3_SECRET_KEY 以及该账号对存储桶 {bucket} 的权限。"
)
STORE_FULL = "保存材料的地方已满：{place}"
STORE_FULL_ADVICE = "请腾出或增加空间后重试；没有存下半份文件。"
STORE_UNFIT = "存储桶 {bucket} 没有启用对象锁定，不能保证材料在申诉期内不被删除。"
STORE_UNFIT_ADVICE = "对象锁定只能在建桶时启用：请换一个新桶（会自动启用），或不设 HEZHENG_KEEP_UNTIL。"

# what is kept
BLOB_MISSING = "存储中没有：{key}"
BLOB_MISSING_ADVICE = "请运行 hezheng vault check 查看缺失的材料，并从备份恢复。"
BLOB_TAKEN = "存储中已有另一份内容：{key}"
BLOB_TAKEN_ADVICE = "原内容没有被覆盖；请运行 hezheng vault check 检查。"
BLOB_ALTERED = "存储中的材料被改动过：{key}"
BLOB_ALTERED_WHERE = "现在的校验值：{found}"
BLOB_ALTERED_ADVICE = "请从备份恢复，并查明是谁改动的；在此之前不要采信它。"
BLOB_LOCKED = "材料须保存到 {day}，不能删除：{key}"
BLOB_LOCKED_ADVICE = "这是申诉期内的保存要求；到期后可以删除。"
SOME_DAY = "规定的日期"

# what comes in
CONTENT_SIZE = "文件没有传完整：应有 {size} 字节，收到 {found} 字节。"
CONTENT_HASH = "文件内容与校验值不符：应为 {sha256}，实为 {found}。"
CONTENT_ADVICE = "没有存下任何内容，请重新上传。"

# backups
BACKUP_NONE = "这里没有完整的备份：{path}"
BACKUP_NONE_ADVICE = "请给出 hezheng backup 所用的文件夹；没有 backup.json 的备份没有做完，不能用。"
BACKUP_ALTERED = "备份中的数据库文件缺失或被改动过：{path}"
BACKUP_FAULTS = "有 {count} 份内容不能从备份恢复，例如：{key}"
BACKUP_OTHER_ADVICE = "数据库没有改动。请用 --at 换一份备份，或检查备份所在的磁盘。"

# exports of the portal
EXPORT_NO_FOLDER = "没有这个文件夹：{path}"
EXPORT_NO_FOLDER_ADVICE = "请给出门户导出的文件夹（其中每个文件夹或 zip 是一份申报），或 s3://存储桶/前缀。"
EXPORT_NO_STORE = "不能从 {address} 导入：没有设置对象存储，或没有写存储桶。"
EXPORT_NO_STORE_ADVICE = (
    "请设置 HEZHENG_S3_ENDPOINT、HEZHENG_S3_ACCESS_KEY 和 HEZHENG_S3_SECRET_KEY，地址写成 s3://存储桶/前缀。"
)
EXPORT_REFUSED = "存储桶 {bucket} 不能读取（{code}）。"
EXPORT_REFUSED_ADVICE = "请检查存储桶名称，以及该账号有没有列出和读取的权限。"
ENTRY_NAME = "文件名不能使用：{name}"
ENTRY_SIZE = "“{name}”有 {size} MiB，超过上限 {limit} MiB。"
