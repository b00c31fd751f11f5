import type { RequestedStage } from '../../api/answers.js';
import { UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { useSpeaking } from '../../words/language.js';

/** Which stages this one has asked for, of whom, and what it asks for no more. */
export function NextStages({ requests }: { requests: readonly RequestedStage[] }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  if (requests.length === 0) return null;
  return (
    <section className="part">
      <h2>{say('已请求的下一阶段', 'Next stages asked for')}</h2>
      <ul className="rows">
        {requests.map(({ requestId, stage, toUnit, withdrawnAt }) => (
          <li className="row" key={requestId}>
            <span>{word(STAGE_WORDS, stage)}</span>
            <span>
              <UnitName id={toUnit} />
              {withdrawnAt && (
                <span className="quiet">
                  {' '}
                  · {say('已撤回', 'withdrawn')} {momentWords(withdrawnAt, language)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
