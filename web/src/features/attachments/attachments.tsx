import { useState } from 'react';
import { App, Button, Drawer } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { Attachment } from '../../api/answers.js';
import { Refused } from '../../api/client.js';
import { attachmentsQuery } from '../../api/questions.js';
import type { StageKind } from '../../api/codes.js';
import { useDesk } from '../../app/desk.js';
import { Nothing, Trouble } from '../../app/states.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import type { Summary } from '../stages/record-page.js';
import { AddFile } from './add-file.js';
import { FileDrawer } from './file-drawer.js';
import { sizeWords } from './files.js';

/** 附件: the files of this record and who has their originals. Whoever may not read them is shown nothing. */
export function Attachments({ stage, record, victims }: Summary & { stage: StageKind }): React.ReactNode {
  const { say } = useSpeaking();
  const { data, error, refetch } = useQuery(attachmentsQuery(stage, record.caseId));
  const [isAdding, setAdding] = useState(false);
  const [search, setSearch] = useSearchParams();
  const openId = search.get('file');
  const open = (id: string | null): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete('file-do');
      if (id === null) next.delete('file');
      else next.set('file', id);
      return next;
    });
  if (error instanceof Refused && error.problem.status === 403) return null;
  if (!data && !error) return null;
  const files = (data ?? []).filter(({ recordId }) => recordId === record.id);
  const mayAdd = record.actions.some(({ action, open: isOpen }) => action === 'announce' && isOpen);
  const adding = say('添加附件', 'Add a file');
  return (
    <section className="part" aria-label={say('附件', 'Files')}>
      <h2>
        {say('附件', 'Files')} <span className="tally">{files.length}</span>
      </h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {data && files.length === 0 && <Nothing>{say('尚无附件。', 'There is none yet.')}</Nothing>}
      <ul className="rows">
        {files.map((file) => (
          <FileRow key={file.id} file={file} onOpen={() => open(file.id)} />
        ))}
      </ul>
      {mayAdd && <Button onClick={() => setAdding(true)}>{adding}…</Button>}
      {isAdding && (
        <Drawer open size={620} title={adding} onClose={() => setAdding(false)} destroyOnHidden>
          <AddFile stage={stage} record={record} known={files} onDone={() => setAdding(false)} />
        </Drawer>
      )}
      {openId && (
        <FileDrawer stage={stage} id={openId} caseId={record.caseId} victims={victims} onClose={() => open(null)} />
      )}
    </section>
  );
}

/** What it is, who brought it, and what is open about it. Withdrawn it is struck through and stays to be seen. */
function FileRow({ file, onOpen }: { file: Attachment; onOpen: () => void }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { kind, number, mediaType, bytes, addedBy, announcedAt, keptAt, withdrawn } = file;
  const name = (
    <>
      {word(CODE_WORDS, kind)} {number && <code>{number}</code>}
    </>
  );
  return (
    <li className="row">
      <div>
        <p>
          <strong>{withdrawn ? <s>{name}</s> : name}</strong>{' '}
          <span className="quiet">
            {word(CODE_WORDS, mediaType)} {sizeWords(bytes)}
          </span>
        </p>
        <p className="quiet">
          <UnitName id={addedBy.unitId} /> <PersonName id={addedBy.personId} /> {momentWords(keptAt ?? announcedAt, language)}
        </p>
        <Digest of={file} />
        <Standing file={file} />
      </div>
      <Button aria-label={say(`打开 ${word(CODE_WORDS, kind)}`, `Open ${word(CODE_WORDS, kind)}`)} onClick={onOpen}>
        {say('打开', 'Open')}
      </Button>
    </li>
  );
}

function Standing({ file }: { file: Attachment }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { post } = useDesk();
  const { keptAt, withdrawn, holdings, handingOver } = file;
  const holder = holdings.at(-1);
  return (
    <>
      {withdrawn && (
        <p className="told late">
          {say('已撤回', 'Withdrawn')} · {word(CODE_WORDS, withdrawn.reason)} · <UnitName id={withdrawn.byUnit} />{' '}
          {momentWords(withdrawn.at, language)}
        </p>
      )}
      {!keptAt && !withdrawn && <p className="told">{say('已登记,文件尚未上传', 'Announced; the file has not come yet')}</p>}
      {holder && (
        <p className="quiet">
          {say('原件在', 'The original is with')} <UnitName id={holder.unitId} />
        </p>
      )}
      {handingOver && (
        <p className="told">
          {handingOver.toUnit === post.unitId ? (
            say('原件移交给您单位,等待您单位接收', 'The original is offered to your unit; it waits for your answer')
          ) : (
            <>
              {say('原件移交给', 'The original is offered to')} <UnitName id={handingOver.toUnit} />
              {say(',等待对方接收', ', not accepted yet')}
            </>
          )}
        </p>
      )}
    </>
  );
}

/** The digest as far as people compare it by eye; copied it is whole. */
export function Digest({ of: { digest } }: { of: Attachment }): React.ReactNode {
  const { say } = useSpeaking();
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(digest);
    void message.success(say('摘要已复制', 'The digest is copied'));
  };
  return (
    <p className="quiet">
      SHA-256 <code title={digest}>{digest.slice(0, 16)}…</code>{' '}
      <Button size="small" type="text" onClick={() => void copy()}>
        {say('复制摘要', 'Copy digest')}
      </Button>
    </p>
  );
}
