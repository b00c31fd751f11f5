import { aggregateTable, text, uuid } from '#messaging';
import { ErasureOrder } from '../domain/erasure-order.js';

export const ErasureOrderTable = aggregateTable(ErasureOrder, 'erasure_order', {
  state: text(), ground: text(), documentNumber: text(), proposedBy: uuid(), proposedByUnit: text(),
});
