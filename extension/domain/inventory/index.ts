/** Public face of the room `inventory`: other rooms import from here only. */
export * from './holding.ts';
export * from './milestones.ts';
export * from './price-diff.ts';
export * from './price-list.ts';
export * from './price-list-cells.ts';
export * from './price-list-problems.ts';
export * from './price-list-units.ts';
export * from './price-scheme.ts';
export * from './release.ts';
export * from './release-batch.ts';
export * from './sales-states.ts';
export * from './unit-grid.ts';
export * from './unit-states.ts';
