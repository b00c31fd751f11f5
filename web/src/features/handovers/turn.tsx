import { useSpeaking, type Words } from '../../words/language.js';

interface Standing {
  readonly state: string;
  readonly items?: readonly { readonly accepted: object | null }[];
  readonly signatures?: readonly { readonly side: string }[];
}

/** Whose turn it is at the port, and what they do next. */
export function Turn({ standing }: { standing: Standing }): React.ReactNode {
  const { say } = useSpeaking();
  const words = turnOf(standing);
  const isOver = standing.state === 'handed-over';
  return <p className={isOver ? 'verdict good' : 'meaning'}>{say(...words)}</p>;
}

function turnOf({ state, items = [], signatures = [] }: Standing): Words {
  if (state === 'handed-over')
    return ['✓ 双方已签字,人员已移交。', '✓ Both sides have signed; the persons are handed over.'];
  if (state === 'refused')
    return ['接收方没有接收;须另定时间。', 'The receiving side has not taken it; another time is to be set.'];
  if (items.length === 0)
    return ['下一步:送出方把人员、证件、物品逐项列入清单。', 'Next: the sending side lists persons, papers and belongings.'];
  if (state !== 'sealed')
    return [
      '下一步:送出方核对清单并封定;封定后不能增删,接收方才能逐项接收。',
      'Next: the sending side checks the manifest and seals it; nothing is added afterwards, and the other side accepts item by item.',
    ];
  const open = items.filter(({ accepted }) => accepted === null).length;
  if (open > 0) return [`下一步:接收方逐项接收,还有 ${open} 项。`, `Next: the receiving side accepts item by item; ${open} left.`];
  const hasSigned = (side: string): boolean => signatures.some((signature) => signature.side === side);
  if (!hasSigned('sending') && !hasSigned('receiving'))
    return ['下一步:双方签字;两个签字齐了,人员即移交。', 'Next: both sides sign; with the second signature the persons are handed over.'];
  return hasSigned('sending')
    ? ['下一步:接收方签字;签字后人员即移交。', 'Next: the receiving side signs; then the persons are handed over.']
    : ['下一步:送出方签字;签字后人员即移交。', 'Next: the sending side signs; then the persons are handed over.'];
}
