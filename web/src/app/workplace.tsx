import { useCallback, useEffect, useMemo, useState } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider, theme as themes, type ThemeConfig } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router/dom';
import { Refused, onSignedOut, speakAs } from '../api/client.js';
import { type Session } from '../session/session.js';
import { useSpeaking, type Language } from '../words/language.js';
import { DeskContext } from './desk.js';
import { isDark, prefersDark, rememberedLooks, rememberLooks, wear, type Looks } from './looks.js';
import { router } from './routes.js';
import { ShellContext } from './shell.js';
import { StillThere } from './still-there.js';

const SECOND_MS = 1_000;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * SECOND_MS,
      // A refusal is an answer; only silence is asked again.
      retry: (count, error) => !(error instanceof Refused) && count < 2,
    },
  },
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content || undefined;

/** Outside the body itself: there the components would add a style of their own, without the nonce. */
const layers = (): HTMLElement => document.getElementById('layers')!;

const POST_KEY = 'guitu.post';

/** Everything behind the door. */
export default function Workplace({
  session,
  aheadMs,
  onLanguage,
}: {
  session: Session;
  aheadMs: number;
  onLanguage: (language: Language) => void;
}): React.ReactNode {
  const { language } = useSpeaking();
  const [looks, setLooks] = useLooks();
  const [ended, setEnded] = useState<401 | 423 | null>(null);
  const [unitId, setUnitId] = useState(() => sessionStorage.getItem(POST_KEY));
  const post = session.posts.find((held) => held.unitId === unitId) ?? session.posts[0];
  const [ahead, onTime] = useAhead(aheadMs);
  const desk = useMemo(() => (post ? { session, post, aheadMs: ahead } : null), [session, post, ahead]);
  speakAs({ csrf: session.csrf, unitId: post?.unitId ?? '' });
  useEffect(() => onSignedOut(setEnded), []);
  const shell = {
    onLanguage,
    looks,
    onLooks: setLooks,
    onPost: (next: string) => {
      sessionStorage.setItem(POST_KEY, next);
      setUnitId(next);
      queries.clear();
    },
    onTime,
  };
  return (
    <ConfigProvider
      locale={language === 'zh' ? zh : en}
      theme={themeOf(looks)}
      csp={{ nonce }}
      getPopupContainer={layers}
      button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queries}>
        <App message={{ maxCount: 1 }}>
          <ShellContext value={shell}>
            <DeskContext value={desk}>
              {desk ? <RouterProvider router={router} /> : <NoPost />}
              {ended !== null && <StillThere status={ended} />}
            </DeskContext>
          </ShellContext>
        </App>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

/** How far the system's time is ahead of this machine's: as told last, and not for the moment that a message takes. */
function useAhead(atFirst: number): [number, (now: string) => void] {
  const [ahead, setAhead] = useState(atFirst);
  const onTime = useCallback((now: string) => {
    const told = Date.parse(now) - Date.now();
    setAhead((known) => (Math.abs(told - known) < 5 * SECOND_MS ? known : told));
  }, []);
  return [ahead, onTime];
}

function useLooks(): [Looks, (looks: Looks) => void] {
  const [looks, setLooks] = useState(rememberedLooks);
  const [, redraw] = useState(0);
  useEffect(() => {
    const media = prefersDark();
    const changed = (): void => {
      wear(looks);
      redraw((count) => count + 1);
    };
    changed();
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, [looks]);
  return [
    looks,
    (next) => {
      rememberLooks(next);
      setLooks(next);
    },
  ];
}

function themeOf(looks: Looks): ThemeConfig {
  const dark = isDark(looks);
  return {
    algorithm: dark ? themes.darkAlgorithm : themes.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#3d83c4' : '#0f4c81',
      colorLink: dark ? '#7db8ec' : '#0f4c81',
      borderRadius: 6,
      fontSize: looks.size === 'large' ? 18 : 15,
      colorTextDescription: dark ? '#a9b6c4' : '#4d5b6b',
      colorTextPlaceholder: dark ? '#93a1b0' : '#5f6d7c',
      colorError: dark ? '#ff8a7f' : '#b42318',
      motion: false,
      fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    },
    components: { Tabs: dark ? { itemSelectedColor: '#7db8ec', itemHoverColor: '#7db8ec', itemActiveColor: '#7db8ec' } : {} },
  };
}

function NoPost(): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <main className="door">
      <section className="door-card">
        <h1>{say('您目前没有在任岗位', 'You hold no post at this time')}</h1>
        <p>{say('请联系本单位的系统管理员任命岗位。', 'Ask the administrator of your unit to give you one.')}</p>
      </section>
    </main>
  );
}
