import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDesk, useNow } from '../app/desk.js';
import { dayWords, momentWords } from '../words/beijing.js';
import { useSpeaking } from '../words/language.js';

/** True while the page is put on paper: then all of a list is drawn, and not only what is in sight. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

/** What stands above on paper, and not on the screen: that it is of the files of cases, and of which moment. */
export function PaperHead(): React.ReactNode {
  const { say, language } = useSpeaking();
  const now = useNow();
  return (
    <div className="paper-head">
      <p className="paper-title">{say('案件办理材料', 'Case record')}</p>
      <p>
        {say('打印于', 'Printed')} {momentWords(now, language)}
      </p>
    </div>
  );
}

/** What stands below: whose print it is, and the day, where an official paper has them. */
export function PaperFoot(): React.ReactNode {
  const { language } = useSpeaking();
  const { session, post } = useDesk();
  const now = useNow();
  return (
    <div className="paper-foot">
      <p>
        {language === 'zh' ? `${post.unitName.zh} ${session.name}` : `${post.unitName.en}, ${session.nameLatin}`}
      </p>
      <p>{dayWords(now, language)}</p>
    </div>
  );
}
