"""What is said about signing in, on the pages."""

OVER = "登录已失效，或页面打开太久；请重新登录后再做一次。"
OTHER_PAGE = "页面打开后又重新登录过；请刷新页面后再做一次。"
OTHER_SITE = "这个请求来自别的网站，没有执行。"
FORM_TOO_LARGE = "填写的内容太多，请删减后再提交。"
OTHER_ROLE = "您的角色没有这个页面。"
DIFFERENT = "两次输入的密码不一样。"
OTHER_BROWSER = "其他浏览器或程序"
OLD_WRONG = "现在的密码不对。"
ROLES = {
    "applicant": "申报单位",
    "reviewer": "市级审核员",
    "expert": "专家",
    "office": "省级主办单位",
    "administrator": "系统管理员",
    "auditor": "审计员",
    "worker": "核验程序",
}
"""What each role is called."""
DONE = {
    "password": "密码已更改，其他浏览器里的登录已退出。",
    "sessions": "其他浏览器里的登录已退出。",
    "person_change": "已保存。",
    "person_disable": "账号已停用，全部登录和令牌随即失效。",
    "person_enable": "账号已恢复。",
    "person_factor": "已取消其二次验证和备用码，全部登录已退出。",
    "person_sessions": "已在全部浏览器里退出其登录。",
}
"""What was done, by its name in the address."""
FACTOR_NEEDED = "您的角色必须使用二次验证，不能关闭；换手机时请重新设置。"
ROLE_MISSING = "请选择角色。"
REGION_MISSING = "市级审核员只看得到本市的申报，请写明设区市，如 南京市。"
NAME_MISSING = "请写明账号和姓名。"
PORTAL_FAILED = "没有登录成"
PORTAL_AWAY = "门户的登录服务没有应答。"
PORTAL_AWAY_ADVICE = "请稍后再试，或改用密码登录。"
PORTAL_DISTRUSTED = "门户送回的登录信息不完整、已过期，或不是给这个浏览器的。"
PORTAL_DISTRUSTED_ADVICE = "请回到登录页重新开始。"
PORTAL_STRANGER = "您的门户账号还没有本系统的权限。"
PORTAL_STRANGER_ADVICE = "请联系管理员。"
