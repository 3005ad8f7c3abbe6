/** A mortgage case with its contract and book, as the commands on it read them. Reads only. */
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Run } from '../system/command.ts';
import { type ContractBook, loadContract } from './contract-of.ts';

export type Case = RecordOf<'mortgageCase'>;
export type CaseSnapshot = ContractBook & { mortgage: Case };

export async function loadCase(
  store: Pick<Run['store'], 'read'>,
  id: string,
): Promise<Decision<CaseSnapshot>> {
  const { found } = await store.read({ found: { object: 'mortgageCase', filter: { id } } });
  const [mortgage] = found;
  if (mortgage === undefined) return refuse({ code: 'NOT_FOUND', what: 'mortgage case', id });
  const loaded = await loadContract(store, mortgage.contractId ?? '');
  return isRefused(loaded) ? loaded : { plan: { ...loaded.plan, mortgage } };
}
