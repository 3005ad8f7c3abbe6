/** Who buys with a reservation: the parties of a request, as records, and their rows. Writes nothing by itself. */
import * as z from 'zod/mini';
import { decideShares } from '#domain/deal/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { AnyRead, Write } from '#port/store.ts';
import { recordId, text } from '../system/input.ts';

const party = z.object({
  buyerId: z.optional(recordId),
  companyId: z.optional(recordId),
  sharePercent: z
    .string()
    .check(z.trim(), z.regex(/^\d{1,3}(\.\d{1,6})?$/, 'must be a percentage like "33.3333"')),
});

export const partiesInput = z
  .array(party)
  .check(z.minLength(1, 'must name at least one buyer'), z.maxLength(20, 'are too many'));

export const buyerShape = {
  buyerId: z.optional(recordId),
  companyId: z.optional(recordId),
  /** Who is shown as holder when there is no record of the buyer yet. */
  buyerName: z.optional(text),
  /** Joint buyers; their shares add up to exactly 100, the first is the first buyer. */
  parties: z.optional(partiesInput),
};

export type BuyerInput = z.infer<z.ZodMiniObject<typeof buyerShape>>;

export type Party = { name: string; buyerId: string | null; companyId: string | null; sharePercent: number };

export function buyerQueries({ buyerId, companyId, parties = [] }: BuyerInput) {
  const people = [buyerId, ...parties.map((one) => one.buyerId)];
  const companies = [companyId, ...parties.map((one) => one.companyId)];
  const known = (ids: (string | undefined)[]) => [...new Set(ids.flatMap((id) => id ?? []))];
  return {
    people: { object: 'person', filter: { id: { in: known(people) } } },
    companies: { object: 'company', filter: { id: { in: known(companies) } } },
  } as const satisfies Record<string, AnyRead>;
}

/** The parties in order, with their names; without `parties` the buyer has all of it. Empty: nobody is named. */
export function partiesOf(
  input: BuyerInput,
  people: readonly RecordOf<'person'>[],
  companies: readonly RecordOf<'company'>[],
): Decision<Party[]> {
  const { buyerId, companyId, buyerName, parties } = input;
  const personOf = (id: string | undefined) => people.find((one) => one.id === id);
  const companyOf = (id: string | undefined) => companies.find((one) => one.id === id);
  for (const one of [input, ...(parties ?? [])]) {
    if (one.buyerId !== undefined && personOf(one.buyerId) === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'person', id: one.buyerId });
    if (one.companyId !== undefined && companyOf(one.companyId) === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'company', id: one.companyId });
  }
  if (parties === undefined) {
    const name = personOf(buyerId)?.name || companyOf(companyId)?.name || buyerName || '';
    const sole = { name, buyerId: buyerId ?? null, companyId: companyId ?? null, sharePercent: 100 };
    return { plan: name === '' ? [] : [sole] };
  }
  const shares = decideShares(parties);
  if (isRefused(shares)) return shares;
  const [first] = parties;
  const isFirst = (id: string | undefined) =>
    id === undefined || id === first?.buyerId || id === first?.companyId;
  if (!isFirst(buyerId) || !isFirst(companyId))
    return refuse({ code: 'INVALID_INPUT', field: 'parties', problem: 'must begin with the buyer' });
  return {
    plan: parties.map((one, index) => ({
      name: personOf(one.buyerId)?.name || companyOf(one.companyId)?.name || '–',
      buyerId: one.buyerId ?? null,
      companyId: one.companyId ?? null,
      sharePercent: shares.plan[index] ?? 0,
    })),
  };
}

export function namesOf(parties: readonly Party[]): string {
  return parties.map(({ name }) => name).join(', ');
}

/** Rows of the parties; `of` says of which reservation or contract. */
export function partyRows(
  parties: readonly Party[],
  of: Pick<Fields<'party'>, 'reservationId' | 'contractId'>,
  { idFor, joinedOn }: { idFor(name: string): string; joinedOn: PlainDate },
): Write {
  return {
    createMany: 'party',
    rows: parties.map((one, index) => ({
      id: idFor(`party ${index + 1}`),
      ...one,
      ...of,
      isFirst: index === 0,
      state: 'ACTIVE' as const,
      joinedOn,
      leftOn: null,
      reason: '',
    })),
  };
}
