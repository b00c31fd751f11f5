import { may, type PermissionTable } from '#service-kit';

/**
 * Who may do what with the directory. That nobody gives a post to herself or himself is a rule of the
 * unit; that an administrator stays within the own unit and those below it is one of the commands.
 */
export const identityPermissions: PermissionTable = {
  'identity.read': [may('any')],
  'identity.sign': [may('any')],
  'identity.administer': [may('any', ['administrator'])],
  // The second person of an appointment or a password; who it may be is a rule.
  'identity.confirm': [may('any', ['administrator', 'head', 'deputy-head'])],
};
