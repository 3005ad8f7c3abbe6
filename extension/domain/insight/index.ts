/** Public face of the room `insight`. */
export * from './ageing-groups.ts';
export * from './attainment.ts';
export * from './cancellation-cohorts.ts';
export * from './cash-forecast.ts';
export * from './cycles.ts';
export * from './daily-figures.ts';
export * from './funnel.ts';
export * from './grouped-sums.ts';
export * from './league.ts';
export * from './month-of-team.ts';
export * from './periods.ts';
export * from './rates.ts';
export * from './ratio.ts';
export * from './stock.ts';
export * from './urgency.ts';
export * from './volume.ts';
