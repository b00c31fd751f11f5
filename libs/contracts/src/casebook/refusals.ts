import { declareRefusals } from '../refusal.js';

export const casebookRefusals = declareRefusals('casebook', {
});
