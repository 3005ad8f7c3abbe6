/** Public face of the room `handover`: other rooms import from here only. */
export * from './after-sale-states.ts';
export * from './deemed.ts';
export * from './hand-over.ts';
export * from './handover-batch.ts';
export * from './handover-states.ts';
export * from './readiness.ts';
export * from './slots.ts';
