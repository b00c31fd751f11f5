import { createContext, use, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Dropdown, Select, Tooltip } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { NavLink, Outlet, useLocation } from 'react-router';
import { signOut } from '../api/client.js';
import { worklistQuery } from '../api/questions.js';
import { momentWords } from '../words/beijing.js';
import { postWords } from '../words/codes.js';
import { PaperFoot, PaperHead } from '../look/paper.js';
import { useSpeaking, type Language } from '../words/language.js';
import { Away } from './away.js';
import { dropAllDrafts } from './drafts.js';
import { useDesk, useNow } from './desk.js';
import { useNotices } from '../features/notices/notices.js';
import { SearchBox } from '../features/search/search-box.js';
import { SoughtContext } from '../features/search/sought.js';
import { useLive } from './live.js';
import type { Looks } from './looks.js';

export const ShellContext = createContext<{
  readonly onLanguage: (language: Language) => void;
  readonly looks: Looks;
  readonly onLooks: (looks: Looks) => void;
  readonly onPost: (unitId: string) => void;
  readonly onTime: (now: string) => void;
}>({
  onLanguage: () => undefined,
  looks: { theme: 'system', size: 'normal' },
  onLooks: () => undefined,
  onPost: () => undefined,
  onTime: () => undefined,
});

/** What is around every screen: where one can go, as whom one acts, and whether this is real. */
export function Shell(): React.ReactNode {
  const { say } = useSpeaking();
  const { session, post } = useDesk();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const { onTime } = use(ShellContext);
  useLive({ unitId: post.unitId, caseId: /^\/cases\/([0-9a-f-]{36})/.exec(pathname)?.[1], onTime });
  useEffect(() => {
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  const [sought, seek] = useState('');
  const search = useMemo(() => ({ sought, seek }), [sought]);
  return (
    <SoughtContext value={search}>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}>
        {say('跳到正文', 'Skip to the content')}
      </a>
      {session.mode === 'rehearsal' && <Rehearsal />}
      <header className="bar">
        <NavLink to="/" className="brand">
          归途 <span lang="en">Guitu</span>
        </NavLink>
        <Navigation />
        {pathname !== '/search' && <SearchBox key={sought} />}
        <div className="bar-right">
          <WhoActs />
          <PersonMenu />
        </div>
      </header>
      <Away />
      <PaperHead />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <PaperFoot />
    </SoughtContext>
  );
}

/** Who finds the registration in the bar; whether one may is said by the service. */
const REGISTERS = ['public-security', 'police-station'];

function Navigation(): React.ReactNode {
  const { say } = useSpeaking();
  const { post } = useDesk();
  const { data } = useQuery(worklistQuery(post.unitId));
  const unread = useNotices().data?.pages[0]?.unread ?? 0;
  const waiting = data ? data.offers.items.length + data['care-offers'].items.length + data.asked.items.length : 0;
  return (
    <nav aria-label={say('主要页面', 'Main pages')}>
      <NavLink to="/" end>
        {say('我的工作', 'My work')}
        {waiting > 0 && (
          <span className="count" aria-label={say(`${waiting} 件待答复`, `${waiting} to answer`)}>
            {waiting}
          </span>
        )}
      </NavLink>
      <NavLink to="/cases">{say('案件', 'Cases')}</NavLink>
      {REGISTERS.includes(post.kind) && <NavLink to="/new">{say('登记', 'Register')}</NavLink>}
      <NavLink to="/board">{say('看板', 'Board')}</NavLink>
      <NavLink to="/notices">
        {say('通知', 'Notices')}
        {unread > 0 && (
          <span className="count" aria-label={say(`${unread} 条未读`, `${unread} unread`)}>
            {unread}
          </span>
        )}
      </NavLink>
    </nav>
  );
}

function Rehearsal(): React.ReactNode {
  const { say, language } = useSpeaking();
  const now = useNow();
  return (
    <aside className="rehearsal" aria-label={say('演练提示', 'Exercise')}>
      <strong>{say('演练', 'EXERCISE')}</strong> {say('不是真实案件。系统时间', 'Not a real case. The system’s time is')}{' '}
      {momentWords(now, language)}
    </aside>
  );
}

/** Somebody acts as the holder of a post in a unit, never as a mere person. */
function WhoActs(): React.ReactNode {
  const { say, language } = useSpeaking();
  const { session, post } = useDesk();
  const { onPost } = use(ShellContext);
  const nameOf = (held: typeof post): string => `${held.unitName[language]} · ${say(...postWords(held.post, held.kind))}`;
  if (session.posts.length < 2) return <span className="who-acts">{nameOf(post)}</span>;
  return (
    <Select
      aria-label={say('以哪个岗位办理', 'The post in which you act')}
      value={post.unitId}
      onChange={onPost}
      variant="filled"
      popupMatchSelectWidth={false}
      options={session.posts.map((held) => ({ value: held.unitId, label: nameOf(held) }))}
    />
  );
}

function PersonMenu(): React.ReactNode {
  const { say, language } = useSpeaking();
  const { session } = useDesk();
  const { onLanguage, looks, onLooks } = use(ShellContext);
  const leave = async (everywhere: boolean): Promise<void> => {
    dropAllDrafts();
    sessionStorage.clear();
    await signOut(everywhere).catch(() => undefined);
    location.assign('/');
  };
  const items = [
    { key: 'theme', label: looks.theme === 'dark' ? say('浅色', 'Light') : say('深色', 'Dark') },
    { key: 'size', label: looks.size === 'large' ? say('标准字号', 'Normal type') : say('大字号', 'Large type') },
    { type: 'divider' as const },
    { key: 'out', label: say('退出登录', 'Sign out') },
    { key: 'out-all', label: say('在所有设备上退出', 'Sign out everywhere') },
  ];
  const chosen = ({ key }: { key: string }): void => {
    if (key === 'theme') onLooks({ ...looks, theme: looks.theme === 'dark' ? 'light' : 'dark' });
    if (key === 'size') onLooks({ ...looks, size: looks.size === 'large' ? 'normal' : 'large' });
    if (key === 'out' || key === 'out-all') void leave(key === 'out-all');
  };
  return (
    <>
      <Tooltip title={language === 'zh' ? 'Switch to English' : '切换为中文'}>
        <Button
          className="bar-button"
          type="text"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'EN' : '中'}
        </Button>
      </Tooltip>
      <Dropdown trigger={['click']} menu={{ items, onClick: chosen }}>
        <Button className="bar-button" type="text">
          {say(session.name, session.nameLatin || session.name)} ▾
        </Button>
      </Dropdown>
    </>
  );
}
