/** Public face of the room `handover`: other rooms import from here only. */
export * from './after-sale-states.ts';
export * from './answers.ts';
export * from './deemed.ts';
export * from './engineering-change.ts';
export * from './hand-over.ts';
export * from './handover-batch.ts';
export * from './handover-states.ts';
export * from './inspections.ts';
export * from './key-sets.ts';
export * from './photos.ts';
export * from './readiness.ts';
export * from './slots.ts';
export * from './snags.ts';
export * from './title-list.ts';
export * from './title-list-rows.ts';
export * from './title-moves.ts';
export * from './title-states.ts';
