/** Public face of the room `care`: other rooms import from here only. */
export * from './care-states.ts';
