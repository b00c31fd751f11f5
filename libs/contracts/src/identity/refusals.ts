import { declareRefusals } from '../refusal.js';

export const identityRefusals = declareRefusals('identity', {
});
