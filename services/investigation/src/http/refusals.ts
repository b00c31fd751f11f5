/** What every command on an accepted stage may be refused for. */
export const WORKING = ['stage.closed', 'stage.not-accepted', 'access.not-answerable', 'time.before-last-change'];
