import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { CaseVictim, CasebookLedger, TimelineEntry } from '../../api/answers.js';
import type { Held } from '../../api/records.js';
import { caseQuery, ledgerQuery, timelineQuery } from '../../api/questions.js';
import { useNow } from '../../app/desk.js';
import { Trouble, Waiting } from '../../app/states.js';
import { PersonName, UnitName } from '../../look/names.js';
import { fromInput, momentWords, toInput } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { FACT_WORDS } from '../../words/facts.js';
import { useSpeaking } from '../../words/language.js';
import { VictimTag } from './overview.js';

/** How the case stood at two moments, side by side, and what happened between them. */
export default function Compare({ caseId }: { caseId: string }): React.ReactNode {
  const { say } = useSpeaking();
  const now = useNow();
  const ledger = useQuery(ledgerQuery(caseId));
  const timeline = useQuery(timelineQuery(caseId));
  const victims = useQuery(caseQuery(caseId)).data?.victims ?? [];
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  if (ledger.error) return <Trouble error={ledger.error} />;
  if (!ledger.data || !timeline.data) return <Waiting lines={8} />;
  const first = timeline.data[0]?.occurredAt;
  const moments = [chosen[0] ?? toInput(first ?? now), chosen[1] ?? toInput(now)] as const;
  const at = moments.map((value) => Date.parse(fromInput(value)));
  const choose = (side: 0 | 1, value: string): void => setChosen(side === 0 ? [value, chosen[1]] : [chosen[0], value]);
  return (
    <>
      <div className="columns compare">
        {([0, 1] as const).map((side) => (
          <section
            key={side}
            className="part"
            aria-label={side === 0 ? say('前一时刻', 'The first moment') : say('后一时刻', 'The second moment')}>
            <label>
              {side === 0 ? say('前一时刻', 'The first moment') : say('后一时刻', 'The second moment')}{' '}
              <input
                type="datetime-local"
                className="plain-input"
                value={moments[side]}
                onChange={({ target }) => choose(side, target.value)}
              />
            </label>
            <Standing ledger={ledger.data} at={at[side]!} other={at[1 - side]!} victims={victims} />
          </section>
        ))}
      </div>
      <Between entries={timeline.data} from={Math.min(at[0]!, at[1]!)} to={Math.max(at[0]!, at[1]!)} />
    </>
  );
}

const holderAt = (intervals: readonly Held[], at: number): Held | undefined =>
  intervals.find(({ fromAt, toAt }) => Date.parse(fromAt) <= at && (toAt === null || at < Date.parse(toAt)));

function Standing({
  ledger,
  at,
  other,
  victims,
}: {
  ledger: CasebookLedger;
  at: number;
  other: number;
  victims: readonly CaseVictim[];
}): React.ReactNode {
  const { say, word } = useSpeaking();
  const rows = [
    ...ledger.stages.map(({ stageId, stage, victimId, intervals }) => ({
      key: stageId,
      what: word(STAGE_WORDS, stage),
      victimId,
      intervals,
    })),
    ...ledger.care.map(({ victimId, intervals }) => ({
      key: `care ${victimId}`,
      what: say('照料', 'Care'),
      victimId,
      intervals,
    })),
  ];
  return (
    <ul className="rows">
      {rows.map(({ key, what, victimId, intervals }) => {
        const [here, there] = [holderAt(intervals, at), holderAt(intervals, other)];
        const differs = here?.unitId !== there?.unitId || here?.personId !== there?.personId;
        return (
          <li key={key} className={differs ? 'row differs' : 'row'}>
            <div className="row-what">
              {what} {victimId && <VictimTag id={victimId} victims={victims} />}
            </div>
            <div className="row-who">
              {here ? (
                <>
                  {here.kind === 'relative' ? say('亲属', 'A relative') : <UnitName id={here.unitId} />}{' '}
                  <PersonName id={here.personId} />
                </>
              ) : (
                <span className="quiet">{say('此刻没有', 'none then')}</span>
              )}
              {differs && <span className="told">≠</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Between({ entries, from, to }: { entries: readonly TimelineEntry[]; from: number; to: number }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const between = useMemo(
    () =>
      entries.filter(({ occurredAt, type }) => {
        const at = Date.parse(occurredAt);
        return at > from && at <= to && !type.startsWith('clock.');
      }),
    [entries, from, to],
  );
  return (
    <section className="part">
      <h2>
        {say('两时之间发生了', 'What happened between them')} <span className="tally">{between.length}</span>
      </h2>
      <ol className="between" tabIndex={0} aria-label={say('两时之间的经过', 'What happened between')}>
        {between.slice(0, 300).map((entry) => (
          <li key={`${entry.source} ${entry.version}`}>
            <time dateTime={entry.occurredAt}>{momentWords(entry.occurredAt, language)}</time>{' '}
            {word(STAGE_WORDS, entry.source)} ·{' '}
            <strong>{word(FACT_WORDS, entry.type)}</strong> <UnitName id={entry.actorUnit} />
          </li>
        ))}
      </ol>
    </section>
  );
}
