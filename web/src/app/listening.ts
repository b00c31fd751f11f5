/** What is heard of others' deeds, and what to do after something may have been missed. */
export interface Ears {
  readonly heard: (text: string) => void;
  readonly missed: () => void;
  /** What time it is for the system: told at the beginning, and again and again. */
  readonly told: (text: string) => void;
  /** From now on it hears; what was said between the first look and this moment it has not heard. */
  readonly begun: () => void;
  /** The stream broke off: the door may be away. */
  readonly lost: () => void;
  /** It is not let in: a service starts, or the session has ended. */
  readonly turnedAway: () => void;
}

const AGAIN_MS = 5_000;

/**
 * Listens until it is told to stop. A browser joins a broken stream again by itself, and gives up for ever when the answer
 * to that is a refusal, as while a service starts: then it is joined anew here, a little later.
 */
export function listenTo(address: string, { heard, missed, told, begun, lost, turnedAway }: Ears): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const join = (isAnew: boolean): void => {
    source = new EventSource(address);
    source.addEventListener('ready', isAnew ? missed : begun);
    source.addEventListener('resync', missed);
    for (const name of ['ready', 'time']) source.addEventListener(name, ({ data }: MessageEvent<string>) => told(data));
    for (const name of ['message', 'worklist']) source.addEventListener(name, ({ data }: MessageEvent<string>) => heard(data));
    source.addEventListener('error', () => {
      lost();
      if (source.readyState !== source.CLOSED) return;
      turnedAway();
      again = setTimeout(() => join(true), AGAIN_MS);
    });
  };
  join(false);
  return () => {
    clearTimeout(again);
    source.close();
  };
}
