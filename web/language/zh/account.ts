/** Words of logging in, and of one's own account where everybody meets them. */
export const account = {
  signIn: {
    or: '或',
    codeTitle: '两步验证',
    codeLead: '请打开手机上的验证器，输入 6 位验证码。手机不在身边时，可以输入一个恢复码。',
    code: '验证码或恢复码',
    missingCode: '请输入验证码',
    submitCode: '验证并登录',
    back: '换个账号登录',
    problems: {
      'identity-refused': '统一身份认证没有成功，请重新登录。',
      'no-account': '您的身份在本系统没有账号，请联系管理员开通。',
      'provider-unavailable': '统一身份认证暂时不可用，请稍后再试，或用密码登录。',
      other: '登录没有成功，请重新登录。',
    },
  },
  me: {
    title: '我的账号',
    menu: '我的账号',
    unknown: '您的账号在没用过的设备上登录过',
    unknownHint: '如果不是您本人，请立即结束该会话并修改密码。',
    known: '是我本人',
    check: '去查看',
  },
};
