import { createHash } from 'node:crypto';

const STYLE = `
  :root { color-scheme: light dark; --ink: #1f2937; --paper: #fff; --ground: #f1f4f8; --line: #c5ced9; --act: #0f4c81; --no: #b42318 }
  @media (prefers-color-scheme: dark) { :root { --ink: #e5e9ef; --paper: #18212c; --ground: #0e141b; --line: #3b4857; --act: #4b93d1; --no: #ff9c92 } }
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--ground); color: var(--ink);
    font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
  main { width: 100%; max-width: 24rem; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 2rem }
  h1 { margin: 0; font-size: 1.5rem } .sub { margin: 0 0 1.5rem; opacity: .75 }
  label { display: block; margin: 1rem 0 .25rem; font-weight: 600 } small { font-weight: 400; opacity: .75 }
  input { width: 100%; font: inherit; padding: .6rem .7rem; border: 1px solid var(--line); border-radius: 6px; background: transparent; color: inherit }
  button { width: 100%; margin-top: 1.5rem; padding: .7rem; font: inherit; font-weight: 600; border: 0; border-radius: 6px; background: var(--act); color: #fff; cursor: pointer }
  button.quiet { background: transparent; color: inherit; border: 1px solid var(--line); margin-top: .75rem }
  input:focus-visible, button:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
  [role=alert] { border-left: 4px solid var(--no); padding: .25rem .75rem; color: var(--no) }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * What every page of ours is sent with: no script at all, our style only, and forms that lead to us or back to the
 * client that asked (browsers count the redirect after a form as a part of it).
 */
export function pageHeaders(returnsTo?: string): Record<string, string> {
  const back = returnsTo && URL.canParse(returnsTo) ? ` ${new URL(returnsTo).origin}` : '';
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'${back}; frame-ancestors 'none'; base-uri 'none'`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}

interface Notice {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const noticeOf = (notice: Notice | undefined): string => (notice
  ? `<p role="alert" data-code="${safe(notice.code)}">${safe(notice.zh)}<br><small>${safe(notice.en)}</small></p>` : '');

/** The one form of this system that takes a password. `password` is filled in only in an exercise. */
export function signInPage(given: { action: string; username?: string; password?: string; notice?: Notice }): string {
  const exercise = given.password === undefined ? '' : '<p><strong>演练 Exercise</strong> <small>密码已填好 · The password is filled in</small></p>';
  return page('登录 · Sign in', `${noticeOf(given.notice)}${exercise}
    <form method="post" action="${safe(given.action)}">
      <label for="username">登录名 <small>User name</small></label>
      <input id="username" name="username" value="${safe(given.username ?? '')}" required maxlength="64" autocomplete="username" autocapitalize="none" spellcheck="false">
      <label for="password">密码 <small>Password</small></label>
      <input id="password" name="password" type="password" value="${safe(given.password ?? '')}" required maxlength="256" autocomplete="current-password">
      <button type="submit">登录 · Sign in</button>
    </form>`);
}

/** Asks once more before signing out. `form` is the provider's, with its own proof of origin. */
export const signOutPage = (form: string): string => page('退出登录 · Sign out', `
    <p>确定退出归途系统?<br><small>Sign out of Guitu?</small></p>
    ${form}
    <button type="submit" form="op.logoutForm" name="logout" value="yes">退出 · Sign out</button>
    <button type="submit" form="op.logoutForm" class="quiet">留下 · Stay</button>`);

export const signedOutPage = (): string => page('已退出 · Signed out', `
    <p>您已退出登录。<br><small>You are signed out.</small></p>`);

/** Something about the request to sign in was not right. */
export const noticePage = (notice: Notice): string => page('无法登录 · Cannot sign in', noticeOf(notice));

const page = (title: string, body: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${safe(title)} · 归途 Guitu</title>
  <style>${STYLE}</style>
</head>
<body>
  <main>
    <h1>归途</h1>
    <p class="sub">反拐案件协同系统 <small lang="en">Guitu · anti-trafficking casework</small></p>
    ${body}
  </main>
</body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const safe = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
