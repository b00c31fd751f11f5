/** The actor of what happens by itself: when a time has come, or when a message cannot be applied. */
export const SYSTEM_ACTOR = {
  personId: '00000000-0000-7000-8000-000000000000', unitId: 'system', post: 'system',
} as const;
