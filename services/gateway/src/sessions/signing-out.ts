import { SignInsEnded } from '#contracts';
import { on, type Listening } from '#messaging';

/** Whoever was signed out everywhere has no session any more, wherever it was begun. */
export const signingOutListening: Listening = {
  source: 'identity',
  reactions: [
    on(SignInsEnded, async ({ data: { personId, before } }, tx) => tx.execute(
      'DELETE FROM session WHERE person_id = $1 AND began_at < $2', [personId, before])),
  ],
};
