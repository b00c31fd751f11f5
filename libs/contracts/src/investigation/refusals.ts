import { declareRefusals } from '../refusal.js';

export const investigationRefusals = declareRefusals('investigation', {
});
