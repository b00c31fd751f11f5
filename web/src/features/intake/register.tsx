import { useState } from 'react';
import { Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { COMMANDS } from '../../api/commands.js';
import type { Receipt } from '../../api/client.js';
import { useDesk } from '../../app/desk.js';
import { CommandForm } from '../../forms/command-form.js';
import { useSpeaking } from '../../words/language.js';
import { useTelling } from '../stages/actions.js';

interface IntakeReceipt extends Receipt {
  readonly caseId?: string;
}

/** 登记: a clue, or somebody who is missing. Accepted here and now; jurisdiction is settled afterwards. */
export default function Register(): React.ReactNode {
  const { say } = useSpeaking();
  const { post } = useDesk();
  const [what, setWhat] = useState<'clue' | 'missing'>('clue');
  const go = useNavigate();
  const tell = useTelling();
  const done = (receipt: IntakeReceipt): void => {
    tell(receipt);
    const opened = receipt.facts.find(({ type }) => type === 'stage.opened')?.data['stageId'] as string | undefined;
    const caseId = receipt.caseId ?? receipt.facts.find((fact) => fact.caseId)?.caseId;
    void go(opened && caseId ? `/cases/${caseId}/intake/${opened}` : '/');
  };
  const division = post.division ?? undefined;
  return (
    <div className="sheet narrow">
      <header className="sheet-head">
        <h1>{say('登记', 'Register')}</h1>
        <Segmented
          value={what}
          onChange={setWhat}
          aria-label={say('登记什么', 'What to register')}
          options={[
            { value: 'clue', label: say('线索', 'A clue') },
            { value: 'missing', label: say('失踪报案', 'A missing person') },
          ]}
        />
      </header>
      <section className="part">
        <p className="ban">
          {what === 'clue'
            ? say(
                '接到即登记;报告人身份单独加密保存,仅研判可看,每次查看留痕。',
                'Register it as it comes; who reported is kept apart, for triage only, and each look is on record.',
              )
            : say(
                '首接责任:谁先接到谁受理,不得推诿。提交后即开始计时;照片在提交后的页面作为附件添加。本系统尚不发布快速查找,请同时按现行渠道启动。',
                'Whoever is approached first accepts it, and the clock runs from then on; the photograph is added as a file on the page that opens then. The fast search is not sent out from here yet: start it by the usual way as well.',
              )}
        </p>
        {what === 'clue' ? (
          <CommandForm key="clue" command={COMMANDS['intake/intakes.receiveClue']} at={{}} start={{ division }} onDone={done} />
        ) : (
          <CommandForm
            key="missing"
            command={COMMANDS['intake/intakes.receiveMissingReport']}
            at={{}}
            start={{ division, person: { nationality: 'CN' } }}
            onDone={done}
          />
        )}
      </section>
    </div>
  );
}
