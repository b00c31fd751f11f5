import { Drawer } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Attachment, CaseVictim } from '../../api/answers.js';
import { recordQuery } from '../../api/questions.js';
import type { StageKind } from '../../api/codes.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { ActionPanel } from '../stages/actions.js';
import { BringAgain } from './bringing.js';
import { Content } from './content.js';

interface Opened {
  readonly stage: StageKind;
  readonly id: string;
  readonly caseId: string;
  readonly victims: readonly CaseVictim[];
  readonly onClose: () => void;
}

/** One file: what it shows, where its original is, and what the reader can do with it now. */
export function FileDrawer({ stage, id, caseId, victims, onClose }: Opened): React.ReactNode {
  const { say, word } = useSpeaking();
  const { data: file, error, refetch } = useQuery(recordQuery(`${stage}/attachments`, { id, caseId }));
  const mayBring = file?.actions.some(({ action, open }) => action === 'bring' && open);
  return (
    <Drawer
      open size={620} onClose={onClose} destroyOnHidden
      title={file ? `${word(CODE_WORDS, file.kind)} ${file.number ?? ''}` : say('附件', 'File')}>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!file && !error && <Waiting lines={5} />}
      {file && (
        <div className="stacked">
          {file.keptAt && <Content key={file.id} stage={stage} file={file} />}
          {!file.keptAt && mayBring && <BringAgain stage={stage} file={file} />}
          {!file.keptAt && !mayBring && <Nothing>{say('文件尚未上传。', 'The file has not come yet.')}</Nothing>}
          <Original file={file} />
          <ActionPanel prefix={`${stage}/attachments`} record={file} victims={victims} without={['bring']} param="file-do" />
        </div>
      )}
    </Drawer>
  );
}

/** Each holder of the original in turn; every one begins in the minute in which the one before ends. */
function Original({ file: { holdings, handingOver } }: { file: Attachment }): React.ReactNode {
  const { say, language } = useSpeaking();
  return (
    <section className="part" aria-label={say('原件', 'The original')}>
      <h2>{say('原件在谁手中', 'Who has had the original')}</h2>
      {holdings.length === 0 && <Nothing>{say('没有原件,只有电子文件。', 'There is no original, only the file.')}</Nothing>}
      <ol className="strip">
        {holdings.map(({ unitId, personId, from, to }) => (
          <li key={from} className={to ? undefined : 'running'}>
            <strong>
              <UnitName id={unitId} />
            </strong>{' '}
            <PersonName id={personId} />
            <p className="quiet">
              {momentWords(from, language)} → {to ? momentWords(to, language) : say('至今', 'now')}
            </p>
          </li>
        ))}
      </ol>
      {handingOver && (
        <p className="told">
          {say('已移交给', 'Offered to')} <UnitName id={handingOver.toUnit} /> {momentWords(handingOver.at, language)}
          {say(';接收之前仍由原单位保管', '; until it is accepted the holder keeps it')}
        </p>
      )}
    </section>
  );
}
