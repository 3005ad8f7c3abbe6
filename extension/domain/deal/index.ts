/** Public face of the room `deal`: other rooms import from here only. */
export * from './buyers-change.ts';
export * from './close-reservation.ts';
export * from './contract-change-kinds.ts';
export * from './deal-states.ts';
export * from './discount-states.ts';
export * from './hold-states.ts';
export * from './party-states.ts';
export * from './reserve.ts';
export * from './sign.ts';
export * from './swap.ts';
export * from './ticket-states.ts';
