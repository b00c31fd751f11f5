import { v5 as idFrom } from 'uuid';

const DEMO = '5d0f7a52-6f0b-5b7e-8f39-0c2d4b1a9e77';

/** Ids of the people who are there from the beginning are the same in every installation. */
export const seededId = (name: string): string => idFrom(name, DEMO);

/** `admin`, whom a live and a rehearsal system know from their first start. */
export const FIRST_ADMINISTRATOR = seededId('person admin');
