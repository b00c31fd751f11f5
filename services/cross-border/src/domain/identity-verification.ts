import {
  IdentityAnswered, IdentityRequested, IdentitySupplemented, Refusal, fact,
  type Actor, type Fact, type IdentityAnswer, type Instant,
} from '#contracts';

export interface IdentityRequest {
  readonly requestId: string;
  readonly counterpart: string;
  readonly requestedAt: Instant;
  /** Of the deadline that runs for the answer, or ran last. */
  clockId: string;
  /** True while the counterpart owes an answer. */
  waiting: boolean;
  answers: { answer: IdentityAnswer; at: Instant; byUnit: string; byPerson: string; documentNumber?: string }[];
}

interface Concerning {
  readonly returnId: string;
  readonly victimId: string;
}

/** Verification of identity and nationality with counterparts abroad: what was asked, answered and supplemented. */
export class IdentityVerification {
  requests: IdentityRequest[] = [];

  static from(stored?: unknown): IdentityVerification {
    return Object.assign(new IdentityVerification(), stored);
  }

  get isConfirmed(): boolean {
    return this.requests.some(({ answers }) => answers.at(-1)?.answer === 'confirmed');
  }

  mayAsk(): void {
    if (this.isConfirmed) throw new Refusal('cross-border.identity-already-confirmed');
    const pending = this.requests.find(({ waiting }) => waiting);
    if (pending) throw new Refusal('cross-border.identity-request-pending', { requestId: pending.requestId });
  }

  ask(of: Concerning, given: { requestId: string; counterpart: string; clockId: string; at: Instant }): Fact[] {
    this.mayAsk();
    const { requestId, counterpart, clockId, at } = given;
    this.requests.push({ requestId, counterpart, requestedAt: at, clockId, waiting: true, answers: [] });
    return [fact(IdentityRequested, { ...of, requestId, counterpart })];
  }

  /** An answer that was given is not given again; a second person comes too late. */
  mayAnswer({ requestId }: { requestId: string }): void {
    const { waiting, answers } = this.request(requestId);
    const last = answers.at(-1);
    if (!waiting && last)
      throw new Refusal('cross-border.identity-answered', { answer: last.answer, at: last.at, byUnit: last.byUnit });
  }

  /** Is this what the same person has answered already? */
  isSameAnswer({ by, requestId, answer }: { by: Actor; requestId: string; answer: IdentityAnswer }): boolean {
    const { waiting, answers } = this.request(requestId);
    const last = answers.at(-1);
    return !waiting && last?.byPerson === by.personId && last.answer === answer;
  }

  /** Silent when the same person gives the same answer again. */
  answer(
    of: Concerning, given: { requestId: string; by: Actor; at: Instant; answer: IdentityAnswer; documentNumber?: string },
  ): Fact[] {
    const request = this.request(given.requestId);
    const { by, at, answer, documentNumber } = given;
    if (this.isSameAnswer(given)) return [];
    this.mayAnswer(given);
    request.waiting = false;
    request.answers.push({ answer, at, byUnit: by.unitId, byPerson: by.personId, documentNumber });
    return [fact(IdentityAnswered, { ...of, requestId: request.requestId, answer, documentNumber })];
  }

  maySupplement(requestId: string): void {
    const request = this.request(requestId);
    if (request.answers.at(-1)?.answer !== 'not-matching')
      throw new Refusal('cross-border.nothing-to-supplement', { requestId });
    const other = this.requests.find((known) => known.waiting && known !== request);
    if (other) throw new Refusal('cross-border.identity-request-pending', { requestId: other.requestId });
  }

  /** A supplement was sent and waits for its answer. */
  isSupplemented(requestId: string): boolean {
    const { waiting, answers } = this.request(requestId);
    return waiting && answers.length > 0;
  }

  /** Silent while a supplement waits for its answer. */
  supplement(of: Concerning, given: { requestId: string; clockId: string }): Fact[] {
    if (this.isSupplemented(given.requestId)) return [];
    this.maySupplement(given.requestId);
    const request = this.request(given.requestId);
    request.waiting = true;
    request.clockId = given.clockId;
    return [fact(IdentitySupplemented, { ...of, requestId: request.requestId })];
  }

  request(requestId: string): IdentityRequest {
    const found = this.requests.find((request) => request.requestId === requestId);
    if (!found) throw new Refusal('cross-border.unknown-identity-request', { requestId });
    return found;
  }
}
