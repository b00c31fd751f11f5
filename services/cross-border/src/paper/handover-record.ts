import { SIDES, type Manifest, type Side, type Trilingual } from '#contracts';
import { inLines, labelled, ruled, small, type Content, type Sheet } from '#paper';
import type { Unit } from '#messaging';
import type { ManifestOnRecord } from '../commands/read-manifest.js';
import type { Names } from './directory-names.js';
import {
  DESTINATION_WORDS, KIND_WORDS, PORT_WORDS, RECORD_WORDS as W, REMARK_WORDS, SIDE_WORDS, UNIT_WORDS,
} from './words.js';

export interface RecordToPrint {
  readonly onRecord: ManifestOnRecord;
  readonly units: Readonly<Record<Side, Unit>>;
  /** Null where it is not known here; the paper then has the id. */
  readonly caseNumber: string | null;
  readonly names: Names;
  readonly isExercise: boolean;
  readonly at: Date;
}

/** The printed record of a handover, in Chinese, Vietnamese and English on the same page: both sides sign one paper. */
export function handoverRecord({ onRecord, units, caseNumber, names, isExercise, at }: RecordToPrint): Sheet {
  const manifest = JSON.parse(onRecord.manifest) as Manifest;
  const isSigned = SIDES.every((side) => onRecord.signatures.some((signature) => signature.side === side));
  return {
    title: `${W.title.zh} ${manifest.handoverId}`, language: 'zh-CN', at,
    foot: `${W.title.zh} · ${manifest.handoverId}`,
    watermark: isExercise ? lines(W.exercise, ' ') : undefined,
    content: [
      ...title(isSigned),
      labelled([
        [inLine(W.handover), manifest.handoverId], [inLine(W.case), caseNumber ?? manifest.caseId],
        [inLine(W.port), inLine(PORT_WORDS[manifest.port])], [inLine(W.time), inBeijing(manifest.scheduledAt)],
        ...SIDES.map((side): [string, string] => [inLine(SIDE_WORDS[side]), unitLine(units[side], names)]),
      ]),
      persons(manifest), items(manifest), ...SIDES.map((side) => signatureOf(side, onRecord, names)),
      digest(onRecord.digest),
    ],
  };
}

const title = (isSigned: boolean): Content[] => [
  { text: W.title.zh, fontSize: 22, bold: true, alignment: 'center', characterSpacing: 1 },
  { text: W.title.vi, fontSize: 12, bold: true, alignment: 'center' },
  { text: W.title.en, fontSize: 12, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
  ...(isSigned ? [] : [{ text: lines(W.draft), color: '#aa0000', alignment: 'center', margin: [0, 0, 0, 8] } as Content]),
];

/** Each person as the manifest calls her; by her number where it does not. */
const persons = ({ persons: going, items: listed }: Manifest): Content => ruled({
  title: inLine(W.persons), head: ['№', inLine(W.person), inLine(W.destination)], widths: [24, '*', '*'],
  rows: going.map(({ returnId, victimId, destination }, index) => {
    const named = listed.find((item) => item.kind === 'person' && item.returnId === returnId);
    return [String(index + 1), named ? lines(named.description) : victimId, inLine(DESTINATION_WORDS[destination])];
  }),
});

const items = ({ items: listed }: Manifest): Content => ruled({
  title: inLine(W.items), head: ['№', inLine(W.kind), inLine(W.item), inLine(W.remark)], widths: [24, 92, '*', 112],
  rows: listed.map(({ n, kind, description, documentDigest, remark }) => [
    String(n), lines(KIND_WORDS[kind]),
    { stack: [
      { text: lines(description) },
      ...(documentDigest === undefined ? [] : [small(`${inLine(W.digestOfPaper)}:\n${inLines(documentDigest, 32)}`)]),
    ] },
    remark ? `${lines(REMARK_WORDS[remark.code])}\n${remark.note ?? ''}`.trimEnd() : lines(W.notYetAccepted),
  ]),
});

function signatureOf(side: Side, { signatures }: ManifestOnRecord, { people }: Names): Content {
  const signed = signatures.find((one) => one.side === side);
  const electronic: (readonly [string, string])[] = signed
    ? [
        [inLine(W.signedElectronically), inBeijing(signed.at)], [inLine(W.signer), personLine(signed, people)],
        [inLine(W.key), signed.keyId], [inLine(W.value), inLines(signed.signature, 40)],
      ]
    : [[inLine(W.notYetSigned), '—']];
  return {
    unbreakable: true, margin: [0, 4, 0, 4],
    stack: [
      { text: `${inLine(W.signature)} · ${inLine(SIDE_WORDS[side])}`, bold: true, fontSize: 12 }, labelled(electronic),
      labelled([[inLine(W.byHand), '\n\n______________________________'], [inLine(W.date), '____________________']]),
    ],
  };
}

const digest = (value: string): Content => ({
  unbreakable: true, columnGap: 12, margin: [0, 8, 0, 0],
  columns: [
    { qr: value, fit: 84, width: 90 },
    { width: '*', stack: [{ text: inLine(W.digest), bold: true }, { text: inLines(value, 32) }, small(lines(W.verify))] },
  ],
});

function unitLine({ unitId, kind, country, division }: Unit, { units }: Names): string {
  const [called, words] = [units.get(unitId), UNIT_WORDS[kind]];
  return [
    ...(called ? [called.nameZh, called.nameEn] : []), ...(words ? [inLine(words)] : []), `${unitId} · ${country} ${division}`,
  ].join('\n');
}

function personLine({ personId }: { personId: string }, people: Names['people']): string {
  const called = people.get(personId);
  return [...(called ? [[called.nameZh, called.nameLatin].filter(Boolean).join(' · ')] : []), personId].join('\n');
}

const lines = ({ zh, vi, en }: Trilingual, between = '\n'): string => [zh, vi, en].join(between);
const inLine = (words: Trilingual): string => lines(words, ' / ');

/** As both sides read a clock at the port: Beijing time, with what it is in Viet Nam. */
function inBeijing(instant: string): string {
  const at = (hours: number): string =>
    new Date(new Date(instant).getTime() + hours * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return `${at(8)} (UTC+8) = ${at(7)} (UTC+7)`;
}
