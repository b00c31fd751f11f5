import { randomUUID } from 'node:crypto';
import { answer } from '../answering.js';
import { Line } from '../line.js';
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
  const { host, hostname, port } = new URL(url);
  const waits: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const client = async (): Promise<void> => {
    const line = await Line.open(hostname, Number(port), `host: ${host}\r\nauthorization: Bearer ${token}\r\n`);
    const send = async (request: string, body: object): Promise<{ id: string }> => {
      const sentAt = performance.now();
      const answered = await line.send(request, JSON.stringify(body));
      waits.push(performance.now() - sentAt);
      return JSON.parse(answered) as { id: string };
    };
    while (performance.now() < end) {
      const { id } = await send('POST /enquiries', { caseId: randomUUID(), ...sampleAsked() });
      await send(`PUT /enquiries/${id}/answer`, { findings: 3 });
    }
    line.close();
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = performance.now() - begun;
  return { perSecond: (waits.length * 1000) / took, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) };
}

answer({ carry });
