import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { answer } from '../answering.js';
import { quantile } from '../measure.js';
import { sampleAsked } from '../service/samples.js';

export interface Load {
  readonly url: string;
  readonly token: string;
  readonly clients: number;
  readonly seconds: number;
}

export interface Carried {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Each client sends its next command when the last one is answered: one opens an enquiry, the next answers it. */
async function carry({ url, token, clients, seconds }: Load): Promise<Carried> {
  const pool = new Pool(url, { connections: clients, pipelining: 1 });
  const waits: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const send = async (method: 'POST' | 'PUT', path: string, body: object): Promise<{ id: string }> => {
    const sentAt = performance.now();
    const answered = await pool.request({
      method, path, body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    });
    const text = await answered.body.text();
    if (answered.statusCode >= 300) throw new Error(`${answered.statusCode} ${text}`);
    waits.push(performance.now() - sentAt);
    return JSON.parse(text) as { id: string };
  };
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const { id } = await send('POST', '/enquiries', { caseId: randomUUID(), ...sampleAsked() });
      await send('PUT', `/enquiries/${id}/answer`, { findings: 3 });
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = performance.now() - begun;
  await pool.close();
  return { perSecond: (waits.length * 1000) / took, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) };
}

answer({ carry });
