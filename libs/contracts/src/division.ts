/** What the ministry's units carry, for want of a code of the whole country in GB/T 2260. */
const NATION = '100000';

/** What the codes of a division and of those within it begin with: trailing pairs of zeros left out; of the nation nothing. */
export const divisionPrefix = (division: string): string => (division === NATION ? '' : division.replace(/(00){1,2}$/, ''));

/** GB/T 2260: 532500 holds 532503, 530000 both, and the nation every division. */
export const holdsDivision = (outer: string, inner: string): boolean => inner.startsWith(divisionPrefix(outer));
