import { memo, useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox, Input } from 'antd';
import type { CaseVictim, TimelineEntry } from '../../api/answers.js';
import type { StageKind } from '../../api/codes.js';
import { caseQuery, timelineQuery } from '../../api/questions.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { PersonName, UnitName } from '../../look/names.js';
import { usePrinting } from '../../look/paper.js';
import { momentWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { FACT_WORDS } from '../../words/facts.js';
import { useSpeaking } from '../../words/language.js';
import { FactDetails } from './fact-details.js';

const ROW_PX = 74;
const SOURCES = Object.keys(STAGE_WORDS) as StageKind[];

/** What happened, the newest first; a case of 2,000 entries scrolls as one of ten. */
export default function Timeline({ caseId }: { caseId: string }): React.ReactNode {
  const { say, word } = useSpeaking();
  const { data, error, refetch } = useQuery(timelineQuery(caseId));
  const victims = useQuery(caseQuery(caseId)).data?.victims ?? [];
  const [sources, setSources] = useState<readonly string[]>(SOURCES);
  const [withClocks, setWithClocks] = useState(false);
  const [wanted, setWanted] = useState('');
  const isPrinting = usePrinting();
  const shown = useMemo(
    () =>
      (data ?? [])
        .filter(
          (entry) =>
            // Paper that goes into the files is the whole, whatever somebody was looking for.
            isPrinting ||
            (sources.includes(entry.source) &&
              (withClocks || !entry.type.startsWith('clock.')) &&
              (wanted === '' ||
                `${entry.type} ${(FACT_WORDS as Record<string, readonly string[]>)[entry.type]?.join(' ') ?? ''} ${entry.actorUnit}`
                  .toLowerCase()
                  .includes(wanted.toLowerCase()))),
        )
        .reverse(),
    [data, sources, withClocks, wanted, isPrinting],
  );
  if (error)
    return (
      <Trouble
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  if (!data) return <Waiting lines={8} />;
  return (
    <>
      <div className="filters" role="group" aria-label={say('筛选', 'Filter')}>
        <Checkbox.Group
          value={[...sources]}
          onChange={setSources}
          options={SOURCES.map((source) => ({ value: source, label: word(STAGE_WORDS, source) }))}
        />
        <Checkbox checked={withClocks} onChange={({ target }) => setWithClocks(target.checked)}>
          {say('含计时', 'With deadlines')}
        </Checkbox>
        <Input
          allowClear
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          placeholder={say('找一件事', 'Find something')}
          aria-label={say('在经过中查找', 'Find in the timeline')}
        />
        <span className="quiet" role="status">
          {say(`显示 ${shown.length} 条,共 ${data.length} 条`, `${shown.length} of ${data.length}`)}
        </span>
      </div>
      {shown.length === 0 ? (
        <Nothing>{say('没有符合的记录。', 'Nothing matches.')}</Nothing>
      ) : (
        <Entries entries={shown} victims={victims} isPrinting={isPrinting} />
      )}
    </>
  );
}

interface Told {
  readonly entries: readonly TimelineEntry[];
  readonly victims: readonly CaseVictim[];
  readonly isPrinting: boolean;
}

function Entries({ entries, victims, isPrinting }: Told): React.ReactNode {
  const { say } = useSpeaking();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: (index) => `${entries[index]!.source} ${entries[index]!.version}`,
  });
  if (isPrinting)
    return (
      <div className="timeline">
        <ol>
          {entries.map((entry) => (
            <li key={`${entry.source} ${entry.version}`}>
              <Entry entry={entry} victims={victims} />
            </li>
          ))}
        </ol>
      </div>
    );
  return (
    // A scrolled region that cannot be focused could not be read with the keyboard.
    <div className="timeline" ref={scroller} tabIndex={0} role="region" aria-label={say('案件经过', 'Timeline of the case')}>
      <ol style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            data-index={index}
            ref={rows.measureElement}
            style={{ transform: `translateY(${start}px)` }}
            aria-setsize={entries.length}
            aria-posinset={index + 1}>
            <Entry entry={entries[index]!} victims={victims} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface EntryGiven {
  readonly entry: TimelineEntry;
  readonly victims: readonly CaseVictim[];
}

/** Drawn once, and not again with every turn of the wheel. */
const Entry = memo(function Entry({ entry, victims }: EntryGiven): React.ReactNode {
  const { word, language, say } = useSpeaking();
  const lateMs = Date.parse(entry.recordedAt) - Date.parse(entry.occurredAt);
  return (
    <div className={`entry ${entry.source} ${entry.type.split('.')[0]!}`}>
      <time dateTime={entry.occurredAt}>{momentWords(entry.occurredAt, language)}</time>
      <div>
        <p>
          <span className="entry-source">{word(STAGE_WORDS, entry.source)}</span> <strong>{word(FACT_WORDS, entry.type)}</strong>
        </p>
        <p className="quiet">
          <FactDetails data={entry.data} victims={victims} />
          <UnitName id={entry.actorUnit} /> <PersonName id={entry.actorPerson} />
          {lateMs > 3_600_000 && (
            <span>
              {' '}
              · {say('补录于', 'recorded')} {momentWords(entry.recordedAt, language)}
            </span>
          )}
        </p>
      </div>
    </div>
  );
});
