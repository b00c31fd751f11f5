import { declareRefusals } from '../refusal.js';

export const rescueRefusals = declareRefusals('rescue', {
});
