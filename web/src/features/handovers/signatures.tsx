import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ManifestOnRecord } from '../../api/answers.js';
import { KEYS } from '../../api/questions.js';
import { useDesk } from '../../app/desk.js';
import { WhyNot } from '../../forms/why-not.js';
import { Sure } from '../../look/sure.js';
import { UnitName } from '../../look/names.js';
import { useSpeaking } from '../../words/language.js';
import { useTelling } from '../stages/actions.js';
import { doablesOf } from '../stages/doables.js';
import type { HandoverRecord } from './handover-page.js';
import { signAs } from './signing.js';

const SIDES = ['sending', 'receiving'] as const;

/** Both sides sign the same bytes; with the second signature the persons are handed over. Neither side can do it alone. */
export function Signatures({
  record,
  manifest,
}: {
  record: HandoverRecord;
  manifest: ManifestOnRecord | undefined;
}): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <section className="part" aria-label={say('双方签字', 'Signatures of both sides')}>
      <h2>{say('双方签字', 'Signatures of both sides')}</h2>
      {manifest && (
        <p className="quiet">
          {say('双方签的是同一份清单,摘要', 'Both sign the same manifest; its digest')}{' '}
          <code>{manifest.digest.slice(0, 24)}…</code>
        </p>
      )}
      <ul className="rows">
        {SIDES.map((side) => (
          <Side key={side} side={side} record={record} manifest={manifest} />
        ))}
      </ul>
      {/* Whoever may not read the manifest may not print it either. */}
      {record.state === 'handed-over' && manifest && (
        <p>
          <a href={`/api/cross-border/handovers/${record.id}/record.pdf`} target="_blank" rel="noreferrer">
            {say('打印移交记录(中、越、英文 PDF)', 'Print the record (PDF in Chinese, Vietnamese and English)')}
          </a>
        </p>
      )}
    </section>
  );
}

function Side({
  side,
  record,
  manifest,
}: {
  side: 'sending' | 'receiving';
  record: HandoverRecord;
  manifest: ManifestOnRecord | undefined;
}): React.ReactNode {
  const { say } = useSpeaking();
  const {
    session: { personId },
    post: { unitId },
  } = useDesk();
  const queries = useQueryClient();
  const tell = useTelling();
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const signatures = record.signatures ?? manifest?.signatures;
  const isSigned = record.state === 'handed-over' || (signatures?.some((signature) => signature.side === side) ?? false);
  const unit = side === 'sending' ? record.sendingUnit : record.counterpart;
  const doable = doablesOf('cross-border/handovers', record).find(
    ({ command, of }) => command.path.includes('/signatures/') && of === side,
  );
  const sign = async (): Promise<void> => {
    setSending(true);
    try {
      tell(await signAs(side, { personId, unitId, handoverId: record.id, manifest: manifest!.manifest, seen: record.version }));
      setTrouble(null);
    } catch (error) {
      setTrouble(error);
    }
    setSending(false);
    void queries.invalidateQueries({ queryKey: KEYS.case(record.caseId) });
  };
  return (
    <li className="row">
      <div>
        <strong>{side === 'sending' ? say('送出方', 'Sending side') : say('接收方', 'Receiving side')}</strong>{' '}
        <UnitName id={unit} />
        {trouble !== null && <WhyNot error={trouble} victims={[]} />}
      </div>
      <div className="row-who">
        {isSigned && <span>✓ {say('已签字', 'signed')}</span>}
        {!isSigned && manifest && doable?.open && unitId === unit && (
          <Sure
            type="primary"
            loading={sending}
            title={say('以本人密钥签字?', 'Sign with your own key?')}
            meaning={say(
              '您声明已逐项核对清单;双方都签字后,人员即移交。',
              'You declare that you have checked the manifest item by item; with both signatures the persons are handed over.',
            )}
            ok={say('签字', 'Sign')}
            onSure={() => {
              void sign();
            }}>
            {say('签字', 'Sign')}
          </Sure>
        )}
        {!isSigned && signatures && !(doable?.open && unitId === unit) && (
          <span className="quiet">{say('尚未签字', 'not signed yet')}</span>
        )}
      </div>
    </li>
  );
}
