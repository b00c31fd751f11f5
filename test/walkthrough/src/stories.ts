import { childFoundByDna } from './cases/child-found-by-dna.js';
import { womanReturnedAtHekou } from './cases/woman-returned-at-hekou.js';
import type { Tell } from './story.js';

/** The reference cases that can be played, by the names of their files. */
export const STORIES: Readonly<Record<string, Tell>> = {
  'woman-returned-at-hekou': womanReturnedAtHekou,
  'child-found-by-dna': childFoundByDna,
};
