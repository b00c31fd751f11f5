import type { PermissionTable } from '#service-kit';

/** The gateway opens nothing by itself: each service behind it checks the token, the post and the case. */
export const gatewayPermissions: PermissionTable = {};
