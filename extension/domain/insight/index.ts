/** Public face of the room `insight`. */
export * from './daily-figures.ts';
