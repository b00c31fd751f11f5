import { factIn, INVESTIGATIONS, offered, type StageRecord } from '../walkthrough/src/moves.js';
import { beijing, type Stagecraft } from '../walkthrough/src/story.js';

export const YUANYANG = '532528-psb';

export interface Opened {
  readonly caseId: string;
  readonly intakeId: string;
}

/** A case of two women, opened over HTTP by the duty officer of Yuanyang, so that what follows is done in a browser. */
export async function openedCase(stage: Stagecraft): Promise<Opened> {
  const duty = await stage.at(YUANYANG, 'duty-officer');
  const { id, caseId } = await duty.post('intake', '/intakes/clues', {
    channel: 'new-media', discoveredAt: beijing('2026-06-19 21:12'), division: '532528', description: '求助', place: '元阳县新街镇',
  });
  await duty.put('intake', `/intakes/${id}/risk`, { risk: 'urgent' });
  const opened = await duty.put('intake', `/intakes/${id}/case`, {
    kind: 'woman-trafficking',
    victims: [
      { name: 'Trần Thị Hoa', sex: 'female', birthDate: '2004-03-08', nationality: 'VN' },
      { name: 'Lý Thị Mai', sex: 'female', birthDate: '2009-01-19', nationality: 'VN' },
    ],
  });
  factIn(opened, 'intake.case-opened');
  return { caseId: caseId!, intakeId: id! };
}

/** The same, with the investigation offered to the bureau of Yuanyang. */
export async function offeredCase(stage: Stagecraft): Promise<Opened & { investigation: StageRecord }> {
  const opened = await openedCase(stage);
  const duty = await stage.at(YUANYANG, 'duty-officer');
  await duty.post('intake', `/intakes/${opened.intakeId}/stage-requests`, { stage: 'investigation', toUnit: YUANYANG });
  const officer = await stage.at(YUANYANG, 'officer');
  return { ...opened, investigation: await offered(INVESTIGATIONS, { caseId: opened.caseId, by: officer }) };
}
