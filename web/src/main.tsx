import { lazy, StrictMode, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { dropOldDrafts } from './app/drafts.js';
import { rememberedLooks, wear } from './app/looks.js';
import { askSession, type SessionState } from './session/session.js';
import { SignInPage } from './session/sign-in-page.js';
import { rememberedLanguage, rememberLanguage, speaking, SpeakingContext, type Language } from './words/language.js';
import './look/page.css';
import './look/print.css';

/** Everything behind the door is loaded only when somebody is in. */
const Workplace = lazy(() => import('./app/workplace.js'));

function Door(): React.ReactNode {
  const [state, setState] = useState<SessionState | null>(null);
  const [language, setLanguage] = useState<Language>(rememberedLanguage);
  useEffect(() => {
    void askSession().then(setState);
  }, []);
  const choose = (chosen: Language): void => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  const waiting = <div className="door-waiting" role="status" aria-label={speaking(language).say('正在打开', 'Opening')} />;
  if (!state) return waiting;
  return (
    <SpeakingContext value={speaking(language)}>
      {state.is === 'in' ? (
        <Suspense fallback={waiting}>
          <Workplace session={state.session} aheadMs={state.aheadMs} onLanguage={choose} />
        </Suspense>
      ) : (
        <SignInPage
          state={state}
          onLanguage={choose}
          onRetry={() => {
            void askSession().then(setState);
          }}
        />
      )}
    </SpeakingContext>
  );
}

rememberLanguage(rememberedLanguage());
wear(rememberedLooks());
dropOldDrafts();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Door />
  </StrictMode>,
);
