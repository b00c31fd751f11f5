import type { Desk } from './desk.js';

/** The pictures of one story in the order of its steps: of each kind of step the first, as it stood on the screen. */
export class Album {
  private readonly kinds = new Set<string>();

  constructor(private readonly story: string) {}

  async take(desk: Desk, kind: string): Promise<void> {
    if (this.kinds.has(kind)) return;
    this.kinds.add(kind);
    await desk.glance(`${this.story}/${String(this.kinds.size).padStart(3, '0')}-${desk.username}-${kind}`);
  }
}
