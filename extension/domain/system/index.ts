/** Public face of the room `system`. */
export * from './audit.ts';
export * from './dashboards.ts';
export * from './setup-answer.ts';
export * from './workflow-states.ts';
