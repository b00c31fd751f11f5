import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { ServiceRecord, VictimOfCase } from '../../api/answers.js';
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

export interface HandoverRecord extends ServiceRecord {
  readonly state: string;
  readonly port: string;
  readonly scheduledAt: string;
  readonly sendingUnit: string;
  readonly counterpart: string;
  readonly persons: readonly { returnId: string; victimId: string; destination: string }[];
  readonly items: readonly Item[];
  readonly sealedAt?: string | null;
  readonly signatures?: readonly {
    side: string;
    at?: string;
    signedAt?: string;
    byUnit?: string;
    unitId?: string;
    personId?: string;
    byPerson?: string;
  }[];
}

export interface Item {
  readonly n: number;
  readonly kind: string;
  readonly itemId: string;
  readonly returnId: string;
  readonly accepted: { at: string; remark: string; byPerson: string } | null;
}

export interface Manifest {
  readonly manifest: string;
  readonly digest: string;
  readonly signatures: readonly { side: string }[];
}

interface Written {
  readonly items: readonly { n: number; description: { zh: string; vi: string; en: string } }[];
}

/** 口岸移交: the list of what changes hands, item by item, and the two signatures over it. */
export default function HandoverPage(): React.ReactNode {
  const { caseId = '', id = '' } = useParams();
  const now = useQuery(caseQuery(caseId));
  const { data, error, refetch } = useQuery(recordQuery('cross-border', 'handovers', { id, caseId }));
  const manifest = useQuery({
    queryKey: [...KEYS.record(caseId), 'manifest', id, data?.version],
    enabled: data !== undefined,
    queryFn: () => ask<Manifest>('cross-border', `/handovers/${id}/manifest`),
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
      {!data && !error && <Waiting lines={8} />}
      {data && <Sheet record={data as unknown as HandoverRecord} manifest={manifest.data} victims={victims} />}
    </div>
  );
}

function Sheet({
  record,
  manifest,
  victims,
}: {
  record: HandoverRecord;
  manifest: Manifest | undefined;
  victims: readonly VictimOfCase[];
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
            {record.persons.map(({ returnId, victimId, destination }) => (
              <li className="row" key={returnId}>
                <VictimTag id={victimId} victims={victims} />
                <span>→ {word(CODE_WORDS, destination)}</span>
              </li>
            ))}
          </ul>
        </section>
        <ManifestItems record={record} words={written?.items ?? []} victims={victims} />
      </div>
      <div>
        <Signatures record={record} manifest={manifest} />
        <ActionPanel prefix="cross-border/handovers" record={record} victims={victims} without={['accept', 'sign', 'strike']} />
      </div>
    </div>
  );
}
