type Answers = Record<string, (given: never) => unknown>;

interface Question {
  readonly id: number;
  readonly ask: string;
  readonly given: unknown;
}

/**
 * Makes this process one side of a comparison: it answers the questions of the bench over the channel to its parent,
 * and ends when the parent is gone, so that no run leaves anything behind.
 */
export function answer(answers: Answers): void {
  process.on('disconnect', () => process.exit());
  process.on('message', (question: Question) => {
    const { id, ask, given } = question;
    Promise.resolve()
      .then(() => answers[ask]!(given as never))
      .then(
        (done) => process.send!({ id, done }),
        (error: unknown) => process.send!({ id, failed: String((error as Error)?.stack ?? error) }),
      );
  });
  process.send!({ ready: true });
}
