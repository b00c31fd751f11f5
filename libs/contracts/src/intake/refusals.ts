import { declareRefusals } from '../refusal.js';

export const intakeRefusals = declareRefusals('intake', {
});
