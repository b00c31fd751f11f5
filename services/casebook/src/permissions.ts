import { POSTS, STAGE_AGENCIES } from '#contracts';
import { may, mayRead, READERS, type PermissionTable } from '#service-kit';

/**
 * Who may ask the casebook at all. Everybody with a post may knock at a case; what each kind of unit is shown stands in
 * `SIGHTS`, and whoever is turned away, also for want of a relation to the case, is on record with the try.
 */
export const casebookPermissions: PermissionTable = {
  'casebook.read': [mayRead('any', POSTS)],
  'casebook.audit': [mayRead('any', ['head', 'deputy-head'], ['owner', 'superior'])],
  'casebook.locate': [may(STAGE_AGENCIES, READERS)],
  'casebook.duties': [may('any', READERS)],
  'casebook.rebuild': [may('any', ['administrator'])],
};
