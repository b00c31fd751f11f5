import { setTimeout as sleep } from 'node:timers/promises';

export { sleep };

/**
 * Asks again and again until the question is answered with true. A failing question counts as "not yet",
 * and its error becomes the cause when the deadline passes.
 */
export async function until(
  question: () => Promise<boolean> | boolean,
  { deadlineMs, pauseMs = 100, what }: { deadlineMs: number; pauseMs?: number; what: string },
): Promise<void> {
  const end = Date.now() + deadlineMs;
  let lastError: unknown;
  while (Date.now() < end) {
    try {
      if (await question()) return;
      lastError = undefined;
    } catch (error) {
      if (error instanceof GiveUp) throw error.cause;
      lastError = error;
    }
    await sleep(pauseMs);
  }
  throw new Error(`${what}: 等待 ${deadlineMs} 毫秒仍未就绪\n${what}: not ready within ${deadlineMs} ms`, { cause: lastError });
}

/** Thrown inside a question to end the waiting at once with its cause. */
export class GiveUp extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
  }
}
