/** A contract with its book, as most commands of the ledger load it. Reads only. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { type Book, bookQueries } from './book.ts';

export type ContractOfProject = Loaded<'contract', { unit: { project: true } }>;
export type ContractBook = { contract: ContractOfProject; book: Book };

export const WITH_PROJECT = { unit: { project: true } } as const;

export async function loadContract(
  store: Pick<Store, 'read'>,
  contractId: string,
): Promise<Decision<ContractBook>> {
  const { contracts, ...book } = await store.read({
    contracts: { object: 'contract', filter: { id: contractId }, with: WITH_PROJECT },
    ...bookQueries(contractId),
  });
  const [contract] = contracts;
  if (contract === undefined) return refuse({ code: 'NOT_FOUND', what: 'contract', id: contractId });
  return { plan: { contract, book } };
}

export function todayOf(contract: ContractOfProject, now: Date): PlainDate {
  return dateIn(now, contract.unit?.project?.timeZone || 'UTC');
}

/** null when money may be booked on the contract. */
export function notLive({ name, state }: ContractOfProject): { refused: Refusal } | null {
  if (LIVE_CONTRACT_STATES.includes(state)) return null;
  return refuse({ code: 'CONTRACT_NOT_LIVE', contract: name, state });
}

export function inFuture(field: string, date: PlainDate, today: PlainDate): { refused: Refusal } | null {
  return date > today ? refuse({ code: 'DATE_IN_FUTURE', field, date, today }) : null;
}
