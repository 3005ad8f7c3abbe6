/** Public face of the room `inventory`: other rooms import from here only. */
export * from './holding.ts';
export * from './milestones.ts';
export * from './release.ts';
export * from './sales-states.ts';
export * from './unit-states.ts';
