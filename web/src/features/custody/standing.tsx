import type { RecordOf } from '../../api/records.js';
import { useNow } from '../../app/desk.js';
import { Due } from '../../look/due.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords, spanWords } from '../../words/beijing.js';
import { useSpeaking } from '../../words/language.js';

/** Who has the victim at this minute, and who is asked to take over. */
export function Standing({ care: { holder, since, offer } }: { care: RecordOf<'rescue/custodies'> }): React.ReactNode {
  const { say, language } = useSpeaking();
  const now = useNow();
  return (
    <>
      <p className="standing">
        {holder ? say('现由', 'Now in the care of') : say('照料已结束', 'Care has ended')}{' '}
        {holder && (
          <strong>
            {holder.kind === 'relative' ? say('亲属', 'a relative') : <UnitName id={holder.unitId ?? ''} />}{' '}
            <PersonName id={holder.personId} />
          </strong>
        )}{' '}
        {holder && say('照料', '')}{' '}
        <span className="quiet">
          {say('自', 'since')} {momentWords(since, language)}
          {holder && ` (${spanWords(now - Date.parse(since), language)})`}
        </span>
      </p>
      {offer && (
        <p className="meaning">
          {say('已提出移交给', 'Offered to')} <UnitName id={offer.toUnit} /> {offer.toPerson && <PersonName id={offer.toPerson} />}
          {say(';对方确认接到人之前,仍由上述一方照料。', '; until it confirms that the person is there, the above has the care.')}{' '}
          <Due at={offer.expiresAt} since={offer.offeredAt} />
        </p>
      )}
    </>
  );
}
