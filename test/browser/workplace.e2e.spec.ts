import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { theDoor } from './the-door.js';
import { theFiles } from './the-files.js';
import { theFinding } from './the-finding.js';
import { theKeyboard } from './the-keyboard.js';
import { thePaper } from './the-paper.js';
import { theScreens } from './the-screens.js';
import { theStories } from './the-stories.js';
import { theWork } from './the-work.js';
import { Workplace } from './workplace.js';

const MINUTE = 60_000;
let workplace: Workplace;
const here = (): Workplace => workplace;

jest.setTimeout(3 * MINUTE);
beforeAll(async () => {
  workplace = await Workplace.open();
  await workplace.stage.itIs('2026-06-20 08:00');
}, 4 * MINUTE);
afterAll(async () => workplace?.close(), MINUTE);

describe('The door', () => theDoor(here));
describe('The work', () => theWork(here));
describe('Finding and being told', () => theFinding(here));
describe('The keyboard', () => theKeyboard(here));
describe('Files', () => theFiles(here));
describe('Paper', () => thePaper(here));
describe('The screens', () => theScreens(here));
describe('The reference cases, played at the screen', () => theStories(here));
