import { useState } from 'react';
import { Button } from 'antd';
import type { Attachment } from '../../api/answers.js';
import { Refused } from '../../api/client.js';
import { COMMANDS } from '../../api/commands.js';
import type { StageKind } from '../../api/codes.js';
import type { StageRecord } from '../../api/records.js';
import { useSending } from '../../app/sending.js';
import { WhyNot } from '../../forms/why-not.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { Bringing, useBringing } from './bringing.js';
import { ChooseFile } from './choose-file.js';
import { Describing, type Described } from './describing.js';
import type { Chosen } from './files.js';

interface Adding {
  readonly stage: StageKind;
  readonly record: StageRecord;
  readonly known: readonly Attachment[];
  readonly onDone: () => void;
}

/** Two steps that look like one: the file is announced with its digest, then its bytes are brought. */
export function AddFile({ stage, record, known, onDone }: Adding): React.ReactNode {
  const { say, word } = useSpeaking();
  const { act } = useSending();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [described, setDescribed] = useState<Described>({ number: '', hasOriginal: false });
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  /** Once announced it is this file of this kind, whatever happens to the line. */
  const [announcedId, setAnnouncedId] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const bringing = useBringing(stage, record.caseId);
  const twin = known.find(({ digest, withdrawn }) => !withdrawn && digest === chosen?.digest);
  const announce = async ({ file, digest }: Chosen): Promise<string> => {
    const { kind, hasOriginal } = described;
    const number = described.number.trim() || undefined;
    const body = { recordId: record.id, kind, mediaType: file.type, bytes: file.size, digest, number, hasOriginal };
    const { facts } = await act({
      command: COMMANDS[`${stage}/attachments.announce`],
      at: {},
      body,
      commandId,
      caseId: record.caseId,
    });
    return facts.find(({ type }) => type === 'attachment.announced')!.data['attachmentId'] as string;
  };
  const submit = async (ready: Chosen): Promise<void> => {
    setTrouble(null);
    try {
      const id = announcedId ?? (await announce(ready));
      setAnnouncedId(id);
      if (await bringing.bring(id, ready.file)) onDone();
    } catch (error) {
      setTrouble(error);
      // A refused command has done nothing; one whose answer was lost stays the same.
      if (error instanceof Refused) setCommandId(crypto.randomUUID());
    }
  };
  return (
    <form
      className="command-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && described.kind) void submit(chosen);
      }}>
      <ChooseFile chosen={chosen} onChoose={setChosen} isDisabled={announcedId !== null} />
      {twin && !announcedId && (
        <p className="told" role="status">
          {say(`同一份文件已在附件中:${word(CODE_WORDS, twin.kind)}。`, `This very file is here already: ${word(CODE_WORDS, twin.kind)}.`)}
        </p>
      )}
      <Describing described={described} onChange={setDescribed} isFixed={announcedId !== null} />
      <Bringing bringing={bringing} />
      {trouble !== null && <WhyNot error={trouble} victims={[]} />}
      <footer className="form-foot">
        <Button type="primary" htmlType="submit" loading={bringing.percent !== null} disabled={!chosen || !described.kind}>
          {announcedId ? say('再次上传(不会重复)', 'Send again (nothing happens twice)') : say('登记并上传', 'Announce and send')}
        </Button>
      </footer>
    </form>
  );
}
