import { expect, it } from '@jest/globals';
import { HEARS } from '#embedded';
import { listeningsOf } from '#service-kit';
import { listServices } from './services.js';

it.each(await listServices())('$name may read at the broker what it listens to, and nothing else', ({ name, definition }) => {
  expect([...HEARS[name]!].sort()).toEqual(listeningsOf(definition).map(({ source }) => source).sort());
});
