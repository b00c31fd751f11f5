import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Held, RecordOf } from '../../api/records.js';
import { caseQuery, ledgerQuery, recordQuery, recordsQuery } from '../../api/questions.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords, spanWords } from '../../words/beijing.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { useNow } from '../../app/desk.js';
import { CaseHead } from '../cases/case-page.js';
import { VictimTag } from '../cases/overview.js';
import { Standing } from './standing.js';
import { ActionPanel } from '../stages/actions.js';

/** 照料: who has this victim in their care, minute by minute. */
export default function CustodyPage(): React.ReactNode {
  // A deadline knows the care and not the victim.
  const { caseId = '', victimId: asked = '' } = useParams();
  const { say } = useSpeaking();
  const now = useQuery(caseQuery(caseId));
  const custodies = useQuery(recordsQuery('rescue/custodies', caseId));
  const found = custodies.data?.items.find((custody) => custody.victimId === asked || custody.id === asked);
  const victimId = found?.victimId ?? asked;
  const { data: custody } = useQuery({
    ...recordQuery('rescue/custodies', { id: found?.id ?? '', caseId }),
    enabled: found !== undefined,
  });
  const victims = now.data?.victims ?? [];
  return (
    <div className="sheet">
      {now.data && <CaseHead now={now.data} />}
      {custodies.error && (
        <Trouble
          error={custodies.error}
          onRetry={() => {
            void custodies.refetch();
          }}
        />
      )}
      {custodies.isPending && <Waiting lines={6} />}
      <div className="columns record">
        <div>
          <section className="part">
            <h2>
              <VictimTag id={victimId} victims={victims} /> {say('的照料经过', ': who has had the care')}
            </h2>
            {custody && <Standing care={custody} />}
            <Strip caseId={caseId} victimId={victimId} />
          </section>
          {custody && <Kinship record={custody} />}
        </div>
        <div>{custody && <ActionPanel prefix="rescue/custodies" record={custody} victims={victims} />}</div>
      </div>
    </div>
  );
}

/** Each holder in turn; every one begins in the minute in which the one before ends. */
function Strip({ caseId, victimId }: { caseId: string; victimId: string }): React.ReactNode {
  const { say, language } = useSpeaking();
  const now = useNow();
  const { data } = useQuery(ledgerQuery(caseId));
  const care = data?.care.find((line) => line.victimId === victimId);
  if (!data) return <Waiting lines={3} />;
  if (!care) return <Nothing>{say('尚未解救,还没有照料记录。', 'Not free yet: there is no care on record.')}</Nothing>;
  const lengthOf = ({ fromAt, toAt }: Held): string => spanWords((toAt ? Date.parse(toAt) : now) - Date.parse(fromAt), language);
  return (
    <>
      <p className={care.findings.length === 0 ? 'verdict good' : 'verdict bad'}>
        {care.findings.length === 0
          ? say('✓ 已核验:每一分钟都恰有一方照料。', '✓ Proven: in every minute exactly one had her or him in their care.')
          : say('⚠ 照料经过有空档或重叠。', '⚠ The care has a gap or an overlap.')}
      </p>
      <ol className="strip">
        {care.intervals.map((held) => (
          <li key={held.fromAt} className={held.toAt ? undefined : 'running'}>
            <strong>{held.kind === 'relative' ? say('亲属', 'A relative') : <UnitName id={held.unitId} />}</strong>{' '}
            <PersonName id={held.personId} />
            <p className="quiet">
              {momentWords(held.fromAt, language)} → {held.toAt ? momentWords(held.toAt, language) : say('至今', 'now')} (
              {lengthOf(held)})
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function Kinship({ record: { kinship, namedParents } }: { record: RecordOf<'rescue/custodies'> }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const unproven = namedParents.filter(({ relativeId }) => !kinship.some((known) => known.relativeId === relativeId));
  return (
    <section className="part">
      <h2>
        {say('亲缘关系证明', 'Proofs of kinship')} <span className="tally">{kinship.length}</span>
      </h2>
      {kinship.length === 0 && (
        <Nothing>
          {say(
            '尚无。未成年人移交亲属须先证明亲缘关系;收买家庭一律不予。',
            'None. A minor is handed to a relative only on proven kinship, and never to a buyer household.',
          )}
        </Nothing>
      )}
      <ul className="rows">
        {kinship.map(({ relativeId, relation, proof }) => (
          <li className="row" key={relativeId}>
            <span>{word(CODE_WORDS, relation)}</span>
            <span>{word(CODE_WORDS, proof)}</span>
          </li>
        ))}
        {unproven.map(({ relativeId, relation, confirmedAt }) => (
          <li className="row" key={relativeId}>
            <span>{word(CODE_WORDS, relation)}</span>
            <span className="quiet">
              {say('DNA 比中已复核确认于', 'Named by a DNA hit that was confirmed on')} {momentWords(confirmedAt, language)}
              {say(',身份待核对登记', '; the papers are still to be looked at')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
