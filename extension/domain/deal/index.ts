/** Public face of the room `deal`: other rooms import from here only. */
export * from './close-reservation.ts';
export * from './contract-change-kinds.ts';
export * from './deal-states.ts';
export * from './discount-states.ts';
export * from './discounts.ts';
export * from './forfeit.ts';
export * from './freeze.ts';
export * from './hold.ts';
export * from './hold-states.ts';
export * from './live-reservation.ts';
export * from './lottery.ts';
export * from './party-states.ts';
export * from './queue.ts';
export * from './reserve.ts';
export * from './shares.ts';
export * from './sign.ts';
export * from './ticket-states.ts';
