import { Catch, UseFilters, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v7 as newId } from 'uuid';
import { ACCESS_PURPOSES, isId, Refusal, type AccessPurpose, type Actor } from '#contracts';
import { Transactions } from '#messaging';
import { Directory, Log, ProblemFilter, SystemClock, Tokens } from '#service-kit';
import { Vault } from './vault.js';

type Asker = FastifyRequest & { actor?: Actor };

/**
 * Puts every refused try to read personal data on record, whoever refused it: the table of permissions, before the
 * route was reached, or a rule. In a transaction of its own, because that of the try is gone; where that fails the
 * asker is told to come back, so that no try goes unseen.
 */
@Catch(Refusal)
export class DeniedReads implements ExceptionFilter {
  private readonly problems: ProblemFilter;

  constructor(
    private readonly vault: Vault,
    private readonly transactions: Transactions,
    private readonly tokens: Tokens,
    private readonly directory: Directory,
    private readonly clock: SystemClock,
    log: Log,
  ) {
    this.problems = new ProblemFilter(log);
  }

  async catch(refusal: Refusal, host: ArgumentsHost): Promise<void> {
    try {
      await this.keep(refusal, host.switchToHttp().getRequest<Asker>());
      this.problems.catch(refusal, host);
    } catch (error) {
      this.problems.catch(error, host);
    }
  }

  private async keep(refusal: Refusal, request: Asker): Promise<void> {
    // Nobody is known to have asked, or nothing in particular was asked for.
    if (['access.not-signed-in', 'record.busy', 'input.invalid'].includes(refusal.code)) return;
    const actor = request.actor ?? await this.asker(request);
    const purpose = (request.query as { purpose?: unknown } | undefined)?.purpose;
    await this.transactions.run({ actor, commandId: newId() }, (tx) => this.vault.deniedRead(tx, {
      purpose: isPurpose(purpose) ? purpose : 'unstated', recordId: thingOf(request), code: refusal.code,
      caseId: typeof refusal.details.caseId === 'string' ? refusal.details.caseId : undefined,
    }));
  }

  /** Whom the table of permissions turned away. */
  private async asker(request: Asker): Promise<Actor> {
    const { personId } = await this.tokens.holderOf(request.headers.authorization);
    const posts = await this.directory.postsOf(personId, this.clock.now());
    const held = posts.find(({ unitId }) => unitId === request.headers['x-unit']) ?? posts[0];
    return { personId, unitId: held?.unitId ?? 'none', post: held?.post ?? 'none' };
  }
}

/** A reading route of personal data: what it refuses is on record too. */
export const KeepsDenials = (): MethodDecorator => UseFilters(DeniedReads);

const isPurpose = (given: unknown): given is AccessPurpose => (ACCESS_PURPOSES as readonly unknown[]).includes(given);

/** What was asked for: the innermost id of the address. */
function thingOf(request: Asker): string | undefined {
  const ids = Object.values((request.params ?? {}) as Record<string, unknown>);
  return ids.filter(isId).at(-1);
}
