import { describe, expect, it } from '@jest/globals';
import { declarationOf, ErasureOrdered, PersonalDataErased } from '#contracts';
import { VAULT_MIGRATIONS } from '#vault';
import { listeningsOf } from '#service-kit';
import { listServices } from './services.js';

/** A service that keeps personal data and does not hear of an erasure would keep them for ever. */
describe.each(await listServices())('$name', ({ name, definition }) => {
  const keepsPeople = VAULT_MIGRATIONS.some((migration) => definition.migrations.includes(migration));
  const hears = listeningsOf(definition).some(({ source, reactions }) =>
    source === 'intake' && reactions.some(({ type }) => type === declarationOf(ErasureOrdered).type));

  it('erases the personal data of a case when intake orders it, if it keeps any, and says so', () => {
    expect(VAULT_MIGRATIONS.every((migration) => definition.migrations.includes(migration))).toBe(keepsPeople);
    expect(hears || name === 'intake').toBe(keepsPeople);
    expect(declarationOf(PersonalDataErased).by.includes(name)).toBe(keepsPeople);
  });
});
