/** Public face of the room `care`: other rooms import from here only. */
export * from './care-states.ts';
export * from './care-transitions.ts';
export * from './phone.ts';
export * from './service-clock.ts';
export * from './service-figures.ts';
export * from './service-level.ts';
export * from './ticket.ts';
export * from './usual-terms.ts';
export * from './warranty.ts';
export * from './web-text.ts';
