import type { ServerResponse } from 'node:http';

/** One open page that listens. */
export interface Stream {
  readonly sessionId: string;
  readonly response: ServerResponse;
}

/** The pages that listen at this process. A session that ends takes its streams along. */
export class LiveStreams {
  private readonly open = new Map<string, Set<Stream>>();

  endOf(sessionIds: readonly string[]): void {
    for (const id of sessionIds) {
      for (const { response } of this.open.get(id) ?? []) response.end();
      this.open.delete(id);
    }
  }
}
