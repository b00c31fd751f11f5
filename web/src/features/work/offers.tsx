import { useState } from 'react';
import { App, Button, Modal, Radio } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ActionState, OfferedCare, OfferedStage } from '../../api/answers.js';
import { recordQuery, recordsQuery } from '../../api/questions.js';
import { useDesk } from '../../app/desk.js';
import { SHELVES } from '../../api/records.js';
import { REFUSALS } from '../../api/refusals.js';
import { useSending, type Act } from '../../app/sending.js';
import { Trouble } from '../../app/states.js';
import { Due } from '../../look/due.js';
import { DivisionName, PersonName, UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { CASE_KIND_WORDS, RETURN_REASON_WORDS, STAGE_WORDS } from '../../words/codes.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { CaseLink } from '../cases/case-link.js';
import { VictimOf } from '../cases/victim-of.js';

/** A stage is offered to us: who asks, until when, what happens with each button. */
export function StageOffer({ offer }: { offer: OfferedStage }): React.ReactNode {
  const { say, word } = useSpeaking();
  const { session } = useDesk();
  const path = `/${SHELVES[offer.stage].split('/')[1]!}/{id}/offers/{offerId}`;
  const at = { id: offer.subjectId, offerId: offer.offerId! };
  const stage = word(STAGE_WORDS, offer.stage);
  const { data: record, isPending } = useQuery(recordQuery(SHELVES[offer.stage], { id: offer.subjectId, caseId: offer.caseId }));
  const accepting = record?.actions.find(({ action }) => action === 'accept');
  return (
    <li className="offer" data-victim={offer.victimId}>
      <div className="offer-what">
        <p className="offer-ask">
          <UnitName id={offer.offerByUnit} /> {say('请您单位接收', 'asks your unit to take over the')}{' '}
          <strong className="stage-name">{say(`【${stage}】`, stage)}</strong>{' '}
          {offer.victimId && <VictimOf caseId={offer.caseId} id={offer.victimId} />}
        </p>
        <CaseInShort of={offer.case} />
        <p className="quiet">
          <CaseLink id={offer.caseId} number={offer.caseNumber} /> · {say('提出人', 'by')} <PersonName id={offer.offerByPerson} />
          {offer.offerToPerson === session.personId && (
            <>
              {' '}
              · <strong>{say('指名由您接收', 'addressed to you')}</strong>
            </>
          )}
        </p>
      </div>
      {offer.offerExpiresAt && <Due at={offer.offerExpiresAt} since={offer.offeredAt ?? undefined} />}
      <Answering
        caseId={offer.caseId}
        accept={{
          label: say('接收', 'Accept'),
          isPending,
          isClosed: accepting?.open === false,
          meaning: say(
            `接收后,【${stage}】由 ${session.name} 负责,时限开始计算,对方不再负责。`,
            `From then on ${session.nameLatin || session.name} answers for the ${stage.toLowerCase()}; its deadlines run, and the other unit no longer answers for it.`,
          ),
          act: { command: { service: offer.stage, method: 'PUT', path: `${path}/acceptance` }, at },
        }}
        decline={{
          label: say('退回', 'Return'),
          isPending,
          meaning: say(
            '退回后仍由对方负责;对方会看到退回理由。',
            'The other unit goes on answering for it, and reads your reason.',
          ),
          reasons: true,
          act: { command: { service: offer.stage, method: 'PUT', path: `${path}/return` }, at },
        }}
      />
      <NotYours state={accepting} />
    </li>
  );
}

/** What somebody must know before they take a stage over: how urgent, what kind of case, where, of how many. */
function CaseInShort({ of: { kind, risk, division, victims } }: { of: OfferedStage['case'] }): React.ReactNode {
  const { say, word } = useSpeaking();
  return (
    <p className="offer-case">
      {risk && <strong className={risk === 'urgent' ? 'told late' : undefined}>{word(CODE_WORDS, risk)}</strong>}
      {kind && <span>{word(CASE_KIND_WORDS, kind)}</span>}
      {division && <DivisionName code={division} />}
      {victims > 0 && <span>{say(`受害人 ${victims} 名`, `${victims} victim(s)`)}</span>}
    </p>
  );
}

/** A victim is to come into our care. */
export function CareOffer({ offer }: { offer: OfferedCare }): React.ReactNode {
  const { say, language } = useSpeaking();
  const { session } = useDesk();
  const { data } = useQuery(recordsQuery('rescue/custodies', offer.caseId));
  const custody = data?.items.find(({ victimId }) => victimId === offer.victimId);
  const { data: record, isPending } = useQuery({
    ...recordQuery('rescue/custodies', { id: custody?.id ?? '', caseId: offer.caseId }),
    enabled: custody !== undefined,
  });
  const [accepting, declining] = ['accept', 'decline'].map((asked) => record?.actions.find(({ action }) => action === asked));
  const path = '/custodies/{id}/offers/{offerId}';
  const at = { id: custody?.id ?? '', offerId: offer.offerId! };
  return (
    <li className="offer" data-victim={offer.victimId}>
      <div className="offer-what">
        <p className="offer-ask">
          <UnitName id={offer.unitId} /> {say('请您单位照料', 'asks your unit to take into its care')}{' '}
          <VictimOf caseId={offer.caseId} id={offer.victimId} />
        </p>
        <p className="quiet">
          <CaseLink id={offer.caseId} number={offer.caseNumber} />
          {offer.offeredAt && (
            <>
              {' '}
              · {say('提出于', 'offered')} {momentWords(offer.offeredAt, language)}
            </>
          )}
        </p>
      </div>
      {custody && (
        <Answering
          caseId={offer.caseId}
          accept={{
            label: say('接到人了', 'The person is here'),
            isPending,
            isClosed: accepting?.open === false,
            meaning: say(
              `从此刻起,受害人由 ${session.name} 照料。人已到您处才可确认。`,
              `From this minute the victim is in the care of ${session.nameLatin || session.name}. Confirm only when the person is with you.`,
            ),
            act: { command: { service: 'rescue', method: 'PUT', path: `${path}/acceptance` }, at },
          }}
          decline={{
            label: say('不接收', 'Decline'),
            isPending,
            isClosed: declining?.open === false,
            meaning: say('仍由对方照料。', 'The other unit keeps the victim in its care.'),
            act: { command: { service: 'rescue', method: 'PUT', path: `${path}/decline` }, at },
          }}
        />
      )}
      <NotYours state={accepting} />
    </li>
  );
}

interface Choice {
  readonly label: string;
  /** What happens if one presses this. */
  readonly meaning: string;
  readonly reasons?: boolean;
  /** Until the service has said whether it would take this answer from the reader the button waits. */
  readonly isPending?: boolean;
  readonly isClosed?: boolean;
  readonly act: Pick<Act, 'command' | 'at'>;
}

function Answering({ caseId, accept, decline }: { caseId: string; accept: Choice; decline: Choice }): React.ReactNode {
  return (
    <div className="offer-answer">
      <Asking choice={accept} caseId={caseId} type="primary" />
      <Asking choice={decline} caseId={caseId} />
    </div>
  );
}

/** Who could, in the words of the service that would refuse the reader. */
function NotYours({ state }: { state: ActionState | undefined }): React.ReactNode {
  const { say } = useSpeaking();
  const text = state?.refusal && TEXTS[state.refusal.code];
  if (!text) return null;
  return (
    <p className="told offer-whose">
      {say('您不能接收:', 'You cannot accept it: ')}
      {say(text.zh, text.en)}
    </p>
  );
}

const TEXTS = REFUSALS as Readonly<Record<string, { zh: string; en: string } | undefined>>;

/** The question stays until it is shut, and gives the focus back to its button; the next time it begins anew. */
function Asking({ choice, caseId, type }: { choice: Choice; caseId: string; type?: 'primary' }): React.ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [times, setTimes] = useState(0);
  return (
    <>
      <Button type={type} disabled={choice.isPending || choice.isClosed} onClick={() => setOpen(true)}>
        {choice.label}
      </Button>
      <Confirm
        key={times}
        open={isOpen}
        choice={choice}
        caseId={caseId}
        onClose={() => setOpen(false)}
        onClosed={() => setTimes((count) => count + 1)}
      />
    </>
  );
}

interface Confirming {
  readonly open: boolean;
  readonly choice: Choice;
  readonly caseId: string;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}

function Confirm({ open, choice, caseId, onClose, onClosed }: Confirming): React.ReactNode {
  const { say } = useSpeaking();
  const { message } = App.useApp();
  const { act, sending } = useSending();
  const [commandId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    try {
      await act({ ...choice.act, caseId, commandId, body: choice.reasons ? { reason } : {} });
      void message.success(say('已办理', 'Done'));
      onClose();
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <Modal
      open={open}
      title={choice.label}
      onCancel={onClose}
      afterClose={onClosed}
      okText={choice.label}
      cancelText={say('再想想', 'Not now')}
      okButtonProps={{ loading: sending, disabled: choice.reasons && reason === null }}
      onOk={() => {
        void send();
      }}>
      <p>{choice.meaning}</p>
      {choice.reasons && (
        <Radio.Group
          className="stacked"
          value={reason}
          onChange={({ target }) => setReason(target.value as string)}
          aria-label={say('理由', 'Reason')}
          options={Object.entries(RETURN_REASON_WORDS).map(([value, words]) => ({ value, label: say(...words) }))}
        />
      )}
      {trouble !== null && <Trouble error={trouble} />}
    </Modal>
  );
}
