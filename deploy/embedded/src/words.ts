/** Text for people: Chinese first, then English. */
export function bilingual(chinese: string, english: string): string {
  return `${chinese}\n${english}`;
}

/** An error whose message a person can act on, in both languages. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(bilingual(chinese, english), options);
  }
}
