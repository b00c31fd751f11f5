export type { BloodType, Days, Described, Height, Place, SexSeen } from './described.js';
export { Matching, type Candidate, type MatchingOptions, type Search } from './matching.js';
export type { Field, Reason } from './comparison.js';
export { readName, soundsAskedFor, soundsOf, type Reading, type ReadName } from './names.js';
export { NAME_LEVELS, type NameLevel } from './name-levels.js';
export { TooManyPeople } from './people.js';
export { Profiles, type Profile } from './profiles.js';
