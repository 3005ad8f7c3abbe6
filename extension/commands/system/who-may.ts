/**
 * Who may act on a deal (C5): who it belongs to, who leads a team of theirs, and whoever controls sales.
 * Reads only, and that only when the deal is somebody else's. Right and role are decided before, at the door.
 */
import type { Refusal } from '#domain/shared/refusal.ts';
import type { Store } from '#port/store.ts';
import type { AnyCommand, CommandContext } from './command.ts';

/** Resolves to null when the actor may, to the refusal when not. A deal of nobody is everybody's. */
export async function notYourDeal(
  command: AnyCommand,
  { store, actor, rights, approval }: CommandContext,
  snapshot: unknown,
): Promise<Refusal | null> {
  // What was approved was asked for by somebody who may: the rights here are of who approves.
  if (approval !== undefined) return null;
  const deal = command.dealOf?.(snapshot) ?? null;
  if (deal === null || deal.salespersonId === null || rights.has('controlSales')) return null;
  if (deal.salespersonId === actor.memberId) return null;
  if (actor.memberId !== null && (await leadsTeamOf(store, actor.memberId, deal.salespersonId))) return null;
  return { code: 'NOT_YOUR_DEAL', what: deal.name };
}

async function leadsTeamOf(store: Store, leaderId: string, memberId: string): Promise<boolean> {
  const { rows } = await store.read({
    rows: { object: 'teamMember', filter: { memberId: { in: [leaderId, memberId] } } },
  });
  const teams = new Set(rows.filter((one) => one.memberId === memberId).map(({ team }) => team));
  return rows.some((one) => one.memberId === leaderId && one.leads && one.team !== '' && teams.has(one.team));
}
