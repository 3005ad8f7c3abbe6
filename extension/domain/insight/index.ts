/** Public face of the room `insight`. */
export * from './daily-figures.ts';
export * from './month-of-team.ts';
export * from './urgency.ts';
