import { declareRefusals } from '../refusal.js';

/** What the door says about the browser that asks. */
export const sessionRefusals = declareRefusals('session', {
  locked: { status: 423, zh: '因长时间未操作,已锁定。请重新登录,未提交的内容仍在。', en: 'Locked after a time without work. Sign in again; what you have not sent yet is still there.' },
  'not-confirmed': { status: 403, zh: '请求未经本页面确认,请刷新页面后重试。', en: 'The request does not come from this page of yours; reload it and try again.' },
  'cross-site': { status: 403, zh: '不接受来自其他网站的请求。', en: 'Requests that another site has made are not accepted.' },
  'sign-in-expired': { status: 400, zh: '本次登录已过期或已完成,请重新登录。', en: 'This sign-in has expired or is done; sign in again.' },
  'not-fresh': { status: 403, zh: '登录服务没有重新核对您的身份,请重新登录并输入密码。', en: 'The sign-in service has not asked who you are anew; sign in again with your password.' },
  'no-person': { status: 403, zh: '登录服务没有说明您在名录中的身份,请联系管理员。', en: 'The sign-in service does not say who you are in the directory; ask your administrator.' },
});

/** What the door says about the way behind it. */
export const gatewayRefusals = declareRefusals('gateway', {
  'unknown-service': { status: 404, zh: '没有这项服务。', en: 'There is no such service.' },
  'bad-path': { status: 400, zh: '地址的写法不被接受。', en: 'The address is not written in a way that is accepted.' },
  'service-away': { status: 503, zh: '该服务暂时没有应答,请稍后以同一命令编号重试。', en: 'The service does not answer at the moment; try again with the same command id.' },
  'too-slow': { status: 504, zh: '该服务未能及时应答,结果未知;请以同一命令编号重试。', en: 'The service has not answered in time, so the outcome is unknown; try again with the same command id.' },
  'too-many-requests': { status: 429, zh: '请求过于频繁,请稍候再试。', en: 'Too many requests; wait a moment.' },
  'too-many-sign-ins': { status: 429, zh: '登录过于频繁,请一分钟后再试。', en: 'Too many sign-ins; try again in a minute.' },
  'too-many-streams': { status: 429, zh: '打开的页面过多,请关闭一些再试。', en: 'Too many open pages; close some of them.' },
});
