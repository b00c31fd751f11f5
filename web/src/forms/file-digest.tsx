import type { Picking } from './pickers.js';
import { useSpeaking } from '../words/language.js';

/** The digest of a file (SHA-256), worked out in the browser: the file itself is not sent. */
export function FileDigest({ id, value, onChange }: Picking): React.ReactNode {
  const { say } = useSpeaking();
  const digest = async (file: File | undefined): Promise<void> => {
    if (!file) return onChange(undefined);
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    return onChange([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  };
  return (
    <>
      <input id={id} type="file" onChange={({ target }) => void digest(target.files?.[0])} />
      {value && (
        <code className="quiet">
          SHA-256 {value.slice(0, 16)}… {say('(文件不上传,只记摘要)', '(the file is not sent, only its digest)')}
        </code>
      )}
    </>
  );
}
