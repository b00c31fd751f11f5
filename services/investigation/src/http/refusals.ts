/** What every command on an accepted stage may be refused for. */
export const WORKING = ['stage.closed', 'stage.not-accepted', 'access.not-answerable', 'time.before-last-change'];

/** What writing and reading personal data may be refused for. */
export const SEALED = ['vault.key-destroyed', 'vault.damaged'];
