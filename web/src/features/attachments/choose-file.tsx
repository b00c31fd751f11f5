import { useId, useState } from 'react';
import { useSpeaking } from '../../words/language.js';
import { digestOf, FILE_BYTES_MAX, MEDIA_TYPES, sizeWords, type Chosen } from './files.js';

interface Choosing {
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
  readonly isDisabled?: boolean;
}

/** A file of this machine; its digest is worked out before anything is sent. */
export function ChooseFile({ chosen, onChoose, isDisabled = false }: Choosing): React.ReactNode {
  const { say } = useSpeaking();
  const id = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  const limit = sizeWords(FILE_BYTES_MAX);
  const choose = async (file: File | undefined): Promise<void> => {
    onChoose(null);
    const why = file && whyNot(file);
    setWrong(why ?? null);
    if (file && !why) onChoose({ file, digest: await digestOf(file) });
  };
  const whyNot = ({ size, type }: File): string | null => {
    if (size > FILE_BYTES_MAX) return say(`超过 ${limit},请压缩或拆分。`, `More than ${limit}: make it smaller or split it.`);
    if (size === 0) return say('文件是空的。', 'The file is empty.');
    if (!MEDIA_TYPES.includes(type)) return say('只收 PDF、JPEG 或 PNG。', 'Only PDF, JPEG and PNG are taken.');
    return null;
  };
  return (
    <div className="field">
      <label htmlFor={id}>{say('文件', 'File')}</label>
      <input
        id={id} type="file" accept={MEDIA_TYPES.join(',')} disabled={isDisabled}
        onChange={({ target }) => void choose(target.files?.[0])}
      />
      <p className="quiet">{say(`PDF、JPEG 或 PNG,至多 ${limit}。加密保存。`, `PDF, JPEG or PNG, ${limit} at most. Kept sealed.`)}</p>
      {chosen && (
        <p className="quiet">
          {sizeWords(chosen.file.size)} · SHA-256 <code title={chosen.digest}>{chosen.digest.slice(0, 16)}…</code>
        </p>
      )}
      {wrong && (
        <p role="alert" className="told late">
          {wrong}
        </p>
      )}
    </div>
  );
}
