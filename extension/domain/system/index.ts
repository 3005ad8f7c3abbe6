/** Public face of the room `system`. */
export * from './audit.ts';
