/** What the ministry's units carry, for want of a code of the whole country in GB/T 2260. */
const NATION = '100000';

/**
 * GB/T 2260: a division contains those whose code begins with its own, trailing pairs of zeros left out: 532500 contains
 * 532503, and 530000 both.
 */
export function contains(outer: string, inner: string): boolean {
  return outer === NATION || inner.startsWith(outer.replace(/(00){1,2}$/, ''));
}
