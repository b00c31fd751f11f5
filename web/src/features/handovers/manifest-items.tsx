import { useState } from 'react';
import { Button, Drawer } from 'antd';
import type { CaseVictim, ManifestItem } from '../../api/answers.js';
import type { Receipt } from '../../api/client.js';
import { COMMANDS } from '../../api/commands.js';
import { useSending } from '../../app/sending.js';
import { Nothing } from '../../app/states.js';
import { CommandForm } from '../../forms/command-form.js';
import { WhyNot } from '../../forms/why-not.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { VictimTag } from '../cases/overview.js';
import { useTelling } from '../stages/actions.js';
import { doablesOf } from '../stages/doables.js';
import type { HandoverRecord } from './handover-page.js';

interface Described {
  readonly n: number;
  readonly description: { readonly zh: string; readonly vi: string; readonly en: string };
}

/** The manifest, in three languages; the receiving side takes it item by item, each with what it noticed. */
export function ManifestItems({
  record,
  words,
  victims,
}: {
  record: HandoverRecord;
  words: readonly Described[];
  victims: readonly CaseVictim[];
}): React.ReactNode {
  const { say } = useSpeaking();
  const [trouble, setTrouble] = useState<unknown>(null);
  const { items = [] } = record;
  const taken = items.filter(({ accepted }) => accepted).length;
  return (
    <section className="part">
      <h2>
        {say('移交清单', 'Manifest')}{' '}
        <span className="tally">
          {say(`对方已接收 ${taken} / ${items.length} 项`, `${taken} of ${items.length} accepted`)}
        </span>
      </h2>
      {items.length === 0 && <Nothing>{say('清单还是空的。', 'The manifest is empty.')}</Nothing>}
      <ol className="rows manifest">
        {items.map((item) => (
          <ItemRow
            key={item.itemId}
            item={item}
            record={record}
            described={words.find(({ n }) => n === item.n)}
            victims={victims}
            onTrouble={setTrouble}
          />
        ))}
      </ol>
      {trouble !== null && <WhyNot error={trouble} victims={victims} />}
    </section>
  );
}

function ItemRow({
  item,
  record,
  described,
  victims,
  onTrouble,
}: {
  item: ManifestItem;
  record: HandoverRecord;
  described: Described | undefined;
  victims: readonly CaseVictim[];
  onTrouble: (trouble: unknown) => void;
}): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const victim = record.persons?.find(({ returnId }) => returnId === item.returnId)?.victimId;
  return (
    <li className={item.accepted ? (item.accepted.remark === 'as-listed' ? 'row taken' : 'row differing') : 'row'}>
      <div>
        <p>
          <strong>
            {item.n}. {word(CODE_WORDS, item.kind)}
          </strong>{' '}
          {victim && record.persons!.length > 1 && <VictimTag id={victim} victims={victims} />}
        </p>
        {described && (
          <p className="quiet">
            {described.description[language]} <span lang="vi">{described.description.vi}</span>
          </p>
        )}
      </div>
      <div className="row-who">
        {item.accepted ? (
          <span className={item.accepted.remark === 'as-listed' ? undefined : 'told'}>
            {item.accepted.remark === 'as-listed' ? '✓' : '⚠'} {word(CODE_WORDS, item.accepted.remark)}
          </span>
        ) : (
          <ItemActions item={item} record={record} onTrouble={onTrouble} />
        )}
        {!item.accepted && <span className="visually-hidden">{say('尚未接收', 'not accepted yet')}</span>}
      </div>
    </li>
  );
}

/** Taking an item as it is listed is one press; a remark opens the form. */
function ItemActions({
  item,
  record,
  onTrouble,
}: {
  item: ManifestItem;
  record: HandoverRecord;
  onTrouble: (trouble: unknown) => void;
}): React.ReactNode {
  const { say } = useSpeaking();
  const { act, sending } = useSending();
  const tell = useTelling();
  const [isOpen, setOpen] = useState(false);
  const can = (action: string): boolean =>
    record.actions === undefined ||
    doablesOf('cross-border/handovers', record).some(
      ({ key, open }) => open && (key === `${action} ${item.n}` || key === `${action} `),
    );
  const at = { id: record.id, n: String(item.n) };
  const command = COMMANDS['cross-border/handovers.accept'];
  const send = async (which: typeof command, body: object): Promise<void> => {
    try {
      tell(await act({ command: which, at, body, caseId: record.caseId, commandId: crypto.randomUUID() }));
      onTrouble(null);
    } catch (error) {
      onTrouble(error);
    }
  };
  return (
    <>
      {can('accept') && (
        <>
          <Button
            size="small"
            type="primary"
            loading={sending}
            onClick={() => {
              void send(command, { remark: 'as-listed' });
            }}
            aria-label={say(`第 ${item.n} 项与清单一致,接收`, `Item ${item.n} is as listed: accept`)}>
            {say('一致,接收', 'As listed')}
          </Button>
          <Button
            size="small"
            onClick={() => setOpen(true)}
            aria-label={say(`第 ${item.n} 项有出入,注明`, `Item ${item.n} differs: remark`)}>
            {say('有出入…', 'Differs…')}
          </Button>
        </>
      )}
      {can('strike') && (
        <Button
          size="small"
          type="text"
          danger
          loading={sending}
          onClick={() => {
            void send(COMMANDS['cross-border/handovers.strike'], {});
          }}
          aria-label={say(`删去第 ${item.n} 项`, `Strike item ${item.n}`)}>
          {say('删去', 'Strike')}
        </Button>
      )}
      {isOpen && <Remark record={record} n={item.n} onClose={() => setOpen(false)} />}
    </>
  );
}

function Remark({ record, n, onClose }: { record: HandoverRecord; n: number; onClose: () => void }): React.ReactNode {
  const { say } = useSpeaking();
  const tell = useTelling();
  const done = (receipt: Receipt): void => {
    tell(receipt);
    onClose();
  };
  return (
    <Drawer
      open
      size={520}
      title={say(`第 ${n} 项:接收并注明`, `Item ${n}: accept with a remark`)}
      onClose={onClose}
      destroyOnHidden>
      <CommandForm
        command={COMMANDS['cross-border/handovers.accept']}
        at={{ id: record.id, n: String(n) }}
        record={record}
        onItsOwn
        caseId={record.caseId}
        onCancel={onClose}
        onDone={done}
      />
    </Drawer>
  );
}
