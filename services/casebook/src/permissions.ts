import { may, type PermissionTable } from '#service-kit';

/**
 * Who may ask the casebook at all. Everybody with a post may knock; what each kind of unit is shown, and who is turned
 * away from a case, stands in `domain/sight.ts`, so that the tries of those who are turned away are on record too.
 */
export const casebookPermissions: PermissionTable = {
  'casebook.read': [may('any')],
  'casebook.rebuild': [may('any', ['administrator'])],
};
