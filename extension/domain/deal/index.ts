/** Public face of the room `deal`: other rooms import from here only. */
export * from './close-reservation.ts';
export * from './deal-states.ts';
export * from './reserve.ts';
export * from './sign.ts';
