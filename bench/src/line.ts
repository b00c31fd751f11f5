import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/**
 * One client's connection: one request, one answer with its length, and again. A whole HTTP client costs two to three
 * times as much, which on a machine that also runs the server would be taken from what is measured.
 */
export class Line {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (body: string) => void; reject: (why: Error) => void } | null = null;

  private constructor(private readonly socket: Socket, private readonly headers: string) {
    socket.setNoDelay(true);
    socket.on('data', (piece: Buffer) => this.hear(piece));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('The server has hung up.')));
  }

  static open(host: string, port: number, headers: string): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port }, () => resolve(new Line(socket, headers)));
      socket.once('error', reject);
    });
  }

  /** @returns the body of the answer. @throws when the answer is not a success. */
  send(request: string, body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${request} HTTP/1.1\r\n${this.headers}idempotency-key: ${randomUUID()}\r\n`
        + `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private hear(piece: Buffer): void {
    this.received = this.received.length === 0 ? piece : Buffer.concat([this.received, piece]);
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    const end = headEnd + 4 + length;
    if (this.received.length < end) return;
    const body = this.received.toString('utf8', headEnd + 4, end);
    this.received = this.received.subarray(end);
    const { resolve, reject } = this.waiting!;
    this.waiting = null;
    if (/^HTTP\/1.1 2/.test(head)) resolve(body);
    else reject(new Error(`${head.split('\r\n')[0]} ${body}`));
  }
}
