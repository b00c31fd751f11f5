import { useState } from 'react';
import { Button, Progress } from 'antd';
import type { Attachment } from '../../api/answers.js';
import type { StageKind } from '../../api/codes.js';
import { useFreshening } from '../../app/sending.js';
import { WhyNot } from '../../forms/why-not.js';
import { useSpeaking } from '../../words/language.js';
import { ChooseFile } from './choose-file.js';
import { bringFile, type Chosen } from './files.js';

interface Way {
  /** How much has gone out; null while nothing is being sent. */
  readonly percent: number | null;
  readonly trouble: unknown;
  /** @returns whether the file has come and is kept. */
  readonly bring: (id: string, file: File) => Promise<boolean>;
}

/** The way of a file from this machine to the service that keeps it. */
export function useBringing(stage: StageKind, caseId: string): Way {
  const freshen = useFreshening();
  const [percent, setPercent] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const bring = async (id: string, file: File): Promise<boolean> => {
    setTrouble(null);
    setPercent(0);
    try {
      await bringFile(stage, { id, file, onProgress: setPercent });
      return true;
    } catch (error) {
      setTrouble(error);
      return false;
    } finally {
      setPercent(null);
      freshen(caseId);
    }
  };
  return { percent, trouble, bring };
}

export function Bringing({ bringing: { percent, trouble } }: { bringing: Way }): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <>
      {percent !== null && <Progress percent={percent} aria-label={say('上传进度', 'Sent so far')} />}
      {trouble !== null && <WhyNot error={trouble} victims={[]} />}
    </>
  );
}

/** The file was announced and its bytes have not come: the same file is chosen once more. */
export function BringAgain({ stage, file }: { stage: StageKind; file: Attachment }): React.ReactNode {
  const { say } = useSpeaking();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const bringing = useBringing(stage, file.caseId);
  return (
    <form
      className="command-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) void bringing.bring(file.id, chosen.file);
      }}>
      <p className="told">
        {say('已登记,文件尚未上传。请选择登记时的同一份文件。', 'Announced; the file has not come yet. Choose the same file again.')}
      </p>
      <ChooseFile chosen={chosen} onChoose={setChosen} />
      <Bringing bringing={bringing} />
      <footer className="form-foot">
        <Button type="primary" htmlType="submit" loading={bringing.percent !== null} disabled={!chosen}>
          {say('上传', 'Send')}
        </Button>
      </footer>
    </form>
  );
}
