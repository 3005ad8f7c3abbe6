/** The plan as a person reads it: counts for what is new, names for what changes or goes. Pure. */
import { KIND_NAMES, KINDS } from './parts.ts';
import type { Change, Plan } from './plan.ts';

/** New parts are named only while the list can be taken in at a glance. */
const MOST_NAMED = 15;
const MOST_CHANGES = 60;

export function planLines(plan: Plan): string[] {
  const { created, changed, deleted } = plan.details;
  return [
    ...section('Will be created', plan.creates, created, plan.creates.length <= MOST_NAMED ? '+' : undefined),
    ...section('Will be changed', plan.changes, changed, '~'),
    ...section('Will be deleted', plan.deletes, deleted, '-'),
    ...lossLines(plan.losses),
  ];
}

export function countText(changes: readonly Change[]): string {
  return KIND_NAMES.map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${count === 1 ? KINDS[kind].one : KINDS[kind].many}`)
    .join(', ');
}

function section(
  title: string,
  changes: readonly Change[],
  details: number,
  sign: string | undefined,
): string[] {
  if (changes.length + details === 0) return [];
  const small =
    details === 0 ? '' : `${details} ${details === 1 ? 'detail' : 'details'} of views, pages and permissions`;
  const heading = `${title}: ${[countText(changes), small].filter((text) => text !== '').join(', and ')}`;
  if (sign === undefined) return [heading];
  const named = changes
    .slice(0, MOST_CHANGES)
    .map(({ kind, name, detail }) => `  ${sign} ${KINDS[kind].one} ${name}${detail ? ` (${detail})` : ''}`);
  const rest = changes.length - MOST_CHANGES;
  return [heading, ...named, ...(rest > 0 ? [`    and ${rest} more`] : [])];
}

function lossLines(losses: readonly string[]): string[] {
  if (losses.length === 0) return [];
  return ['', '!! DATA WOULD BE LOST:', ...losses.map((loss) => `!!   ${loss}`), ''];
}
