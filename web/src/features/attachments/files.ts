import type { Attachment } from '../../api/answers.js';
import { bring, fetchFile } from '../../api/client.js';
import { COMMANDS } from '../../api/commands.js';
import type { StageKind } from '../../api/codes.js';

/** What is asked when a file is announced; the same in every service that keeps files. */
const ANNOUNCED = COMMANDS['investigation/attachments.announce'].body!.properties!;

export const FILE_BYTES_MAX = ANNOUNCED['bytes']!.maximum!;
export const KINDS = ANNOUNCED['kind']!.enum!;
export const MEDIA_TYPES = ANNOUNCED['mediaType']!.enum!;
export const NUMBER_MAX = ANNOUNCED['number']!.maxLength!;

/** A file in hand, and what it is. */
export interface Chosen {
  readonly file: File;
  readonly digest: string;
}

export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** SHA-256 in hexadecimal, worked out here: what is announced is what this machine has. */
export async function digestOf(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const contentOf = (stage: StageKind, id: string): string => `/api/${stage}/attachments/${encodeURIComponent(id)}/content`;

/** Sends the bytes of an announced file. After a broken line it is the same file, and is kept once. */
export const bringFile = (
  stage: StageKind,
  { id, file, onProgress }: { id: string; file: Blob; onProgress: (percent: number) => void },
): Promise<void> => bring(contentOf(stage, id), file, onProgress);

/** The bytes as they were brought. Each reading is on record with its purpose. */
export const readFile = (stage: StageKind, { id }: Pick<Attachment, 'id'>, purpose: string): Promise<Blob> =>
  fetchFile(`${contentOf(stage, id)}?purpose=${encodeURIComponent(purpose)}`);
