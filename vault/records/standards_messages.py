"""What the records say about standards and lists."""

OWN_PROPOSAL = "启用需要另一个人同意，不能同意自己提出的启用。"
OTHERS_PROPOSAL = "只能撤回自己提出的启用。"
ANSWERED = "这项启用已经有了结果。"
PROPOSED = "这一版本已提出从同一天启用，等待同意。"
