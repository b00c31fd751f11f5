import { useSpeaking, type Language } from '../words/language.js';
import { DemoPeople } from './demo-people.js';
import { signInAddress, type SessionState } from './session.js';

/** The door: what this is, and the one thing to do here. */
export function SignInPage({
  state,
  onLanguage,
  onRetry,
}: {
  state: Exclude<SessionState, { is: 'in' }>;
  onLanguage: (language: Language) => void;
  onRetry: () => void;
}): React.ReactNode {
  const { language, say } = useSpeaking();
  return (
    <main className="door with-people">
      <section className="door-card wide-card">
        <h1>
          归途 <span lang="en">Guitu</span>
        </h1>
        <p className="door-what">{say('反拐案件协同系统', 'Anti-trafficking casework across agencies')}</p>
        {state.is === 'away' && (
          <p role="alert" className="door-alert">
            {say(
              '系统暂时没有应答。您的草稿还在本机,请稍后再试。',
              'The system does not answer now. Your drafts are kept on this machine; try again in a moment.',
            )}
          </p>
        )}
        {state.is === 'locked' && (
          <p role="status" className="door-alert">
            {say(
              '久未操作,已锁定。重新登录后继续,草稿不会丢失。',
              'Locked after a while without use. Sign in again to go on; your drafts are kept.',
            )}
          </p>
        )}
        {state.is === 'away' ? (
          <button type="button" className="door-act" onClick={onRetry}>
            {say('再试一次', 'Try again')}
          </button>
        ) : (
          <a className="door-act" href={signInAddress()}>
            {say('登录', 'Sign in')}
          </a>
        )}
        <p className="door-note">
          {say(
            '每一步都记录是谁、在哪个岗位、何时办理。请用本人账号登录。',
            'Every step is kept with who did it, in which post and when. Use your own account.',
          )}
        </p>
        <button
          type="button"
          className="door-language"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
        {state.is !== 'away' && <DemoPeople />}
      </section>
    </main>
  );
}
