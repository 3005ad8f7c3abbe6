/** Public face of the room `ledger`: other rooms import from here only. */
export * from './allocate.ts';
export * from './installment.ts';
export * from './ledger-states.ts';
export * from './schedule.ts';
