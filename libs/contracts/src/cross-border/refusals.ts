import { declareRefusals } from '../refusal.js';

export const crossBorderRefusals = declareRefusals('cross-border', {
});
