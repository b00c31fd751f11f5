import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { CaseVictim, ManifestOnRecord } from '../../api/answers.js';
import type { RecordOf } from '../../api/records.js';
import { ask } from '../../api/client.js';
import { caseQuery, KEYS, recordQuery } from '../../api/questions.js';
import { Trouble, Waiting } from '../../app/states.js';
import { UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { CaseHead } from '../cases/case-page.js';
import { VictimTag } from '../cases/overview.js';
import { ActionPanel } from '../stages/actions.js';
import { ManifestItems } from './manifest-items.js';
import { Signatures } from './signatures.js';
import { Turn } from './turn.js';

export type HandoverRecord = RecordOf<'cross-border/handovers'>;

interface Written {
  readonly items: readonly { n: number; description: { zh: string; vi: string; en: string } }[];
}

/** 口岸移交: the list of what changes hands, item by item, and the two signatures over it. */
export default function HandoverPage(): React.ReactNode {
  const { caseId = '', id = '' } = useParams();
  const now = useQuery(caseQuery(caseId));
  const { data, error, refetch } = useQuery(recordQuery('cross-border/handovers', { id, caseId }));
  const manifest = useQuery({
    queryKey: [...KEYS.record(caseId), 'manifest', id, data?.version],
    enabled: data !== undefined,
    queryFn: () => ask('/api/cross-border/handovers/{id}/manifest', { id }),
    retry: false,
  });
  const victims = now.data?.victims ?? [];
  return (
    <div className="sheet">
      {now.data && <CaseHead now={now.data} />}
      {error && (
        <Trouble
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
      {(!data || !now.isFetched) && !error && <Waiting lines={8} />}
      {/* Not `isPending`: to whom the case is refused it is so again with every look, and a form begun would be gone. */}
      {data && now.isFetched && <Sheet record={data} manifest={manifest.data} victims={victims} />}
    </div>
  );
}

function Sheet({
  record,
  manifest,
  victims,
}: {
  record: HandoverRecord;
  manifest: ManifestOnRecord | undefined;
  victims: readonly CaseVictim[];
}): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const written = manifest && (JSON.parse(manifest.manifest) as Written);
  return (
    <div className="columns record">
      <div>
        <section className="part">
          <h2>
            {say('口岸移交', 'Handover')} · {word(CODE_WORDS, record.port)}{' '}
            <span className="tally">
              {record.state === 'handed-over' ? say('已移交', 'handed over') : say('待移交', 'to come')}
            </span>
          </h2>
          <p>
            <strong>{momentWords(record.scheduledAt, language)}</strong> · <UnitName id={record.sendingUnit} /> →{' '}
            <UnitName id={record.counterpart} />
          </p>
          <ul className="rows">
            {record.persons?.map(({ returnId, victimId, destination }) => (
              <li className="row" key={returnId}>
                <VictimTag id={victimId} victims={victims} />
                <span>→ {word(CODE_WORDS, destination)}</span>
              </li>
            ))}
          </ul>
        </section>
        {/* Whoever is shown no manifest is not told that it is empty. */}
        {record.items && <Turn standing={record} />}
        {record.items && <ManifestItems record={record} words={written?.items ?? []} victims={victims} />}
      </div>
      <div>
        <Signatures record={record} manifest={manifest} />
        <ActionPanel prefix="cross-border/handovers" record={record} victims={victims} without={['accept', 'sign', 'strike']} />
      </div>
    </div>
  );
}
