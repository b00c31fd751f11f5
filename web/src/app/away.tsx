import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { awayNow, DOOR, lookAgain, onAwayChange } from '../api/reach.js';
import { STAGE_WORDS } from '../words/codes.js';
import { useSpeaking, type Words } from '../words/language.js';

/** What people know a service by: what they do not get while it is away. */
const SERVICE_WORDS: Readonly<Record<string, Words>> = {
  ...STAGE_WORDS,
  casebook: ['案卷(待办、案件、通知、看板)', 'the casebook (work, cases, notices, board)'],
  identity: ['单位与人员名录', 'the directory of units and people'],
};

const AGAIN_MS = 5_000;

/** Says above every screen what does not answer, as long as it does not; afterwards everything is read anew. */
export function Away(): React.ReactNode {
  const { say, word } = useSpeaking();
  const queries = useQueryClient();
  const isOff = useIsOffLine();
  const away = useSyncExternalStore(onAwayChange, awayNow);
  const isAny = away.length > 0;
  const wasAny = useRef(false);
  useEffect(() => {
    if (wasAny.current && !isAny) void queries.invalidateQueries();
    wasAny.current = isAny;
    if (!isAny) return;
    const again = setInterval(() => void lookAgain(), AGAIN_MS);
    return () => clearInterval(again);
  }, [isAny, queries]);
  if (!isOff && !isAny) return null;
  const names = (joined: string): string => away.map((place) => word(SERVICE_WORDS, place)).join(joined);
  return (
    <div className="offline" role="alert">
      <strong>
        {isOff
          ? say('网络已断开。', 'You are off line.')
          : away.includes(DOOR)
            ? say('归途系统没有应答,可能是网络或系统中断。', 'Guitu does not answer: the line or the system is down.')
            : say(`${names('、')}暂时没有应答,其他部分可以照常办理。`, `No answer from ${names(', ')}; everything else goes on.`)}
      </strong>{' '}
      {say(
        '看到的可能不是最新;您填写的内容保存在本机,恢复后再提交不会重复。恢复后本提示自动消失。',
        'What you see may be old. What you write is kept on this machine, and sending it later does nothing twice. This goes away by itself.',
      )}
    </div>
  );
}

function useIsOffLine(): boolean {
  const [isOff, setOff] = useState(() => !navigator.onLine);
  useEffect(() => {
    const look = (): void => setOff(!navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOff;
}
