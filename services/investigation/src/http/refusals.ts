/** What writing and reading personal data may be refused for. */
export const SEALED = ['vault.key-destroyed', 'vault.damaged'];
