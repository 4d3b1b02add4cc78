"""What is said about signing in, on the pages."""

OVER = "登录已失效，或页面打开太久；请重新登录后再做一次。"
OTHER_PAGE = "页面打开后又重新登录过；请刷新页面后再做一次。"
OTHER_SITE = "这个请求来自别的网站，没有执行。"
OTHER_ROLE = "您的角色没有这个页面。"
DIFFERENT = "两次输入的密码不一样。"
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
