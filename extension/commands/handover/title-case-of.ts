/** A title case with what stands behind it, as the commands on it read them. Reads only. */
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { freezeOf } from '../deal/unit-lock.ts';
import type { Run } from '../system/command.ts';
import { readTitleBooks, type TitleBooks, type TitleContract, WITH_BUILDING } from './title-ground.ts';

export type TitleCase = RecordOf<'titleCase'>;

export type TitleSnapshot = {
  titleCase: TitleCase;
  contract: TitleContract;
  books: TitleBooks;
  freeze: RecordOf<'unitHold'> | null;
};

export async function loadTitleCase(
  store: Pick<Store, 'read'>,
  id: string,
): Promise<Decision<TitleSnapshot>> {
  const { found } = await store.read({ found: { object: 'titleCase', filter: { id } } });
  const [titleCase] = found;
  if (titleCase === undefined) return refuse({ code: 'NOT_FOUND', what: 'title case', id });
  const { contracts } = await store.read({
    contracts: { object: 'contract', filter: { id: titleCase.contractId ?? '' }, with: WITH_BUILDING },
  });
  const [contract] = contracts;
  if (contract === undefined)
    return refuse({ code: 'NOT_FOUND', what: 'contract', id: titleCase.contractId ?? '' });
  const { freezes } = await store.read({ freezes: freezeOf(contract.unitId) });
  const books = await readTitleBooks(store, [contract]);
  return { plan: { titleCase, contract, books, freeze: freezes[0] ?? null } };
}

/** Each step changes some of it, a step back as well; only back and forth on one day leaves it as it was. */
export function standOf({ state, stateSince, stateBefore, blockReason }: TitleCase) {
  return { state, stateSince, stateBefore, blockReason };
}

/** Of a request that was cut off: somebody has taken the case on since it was found, or it has itself. */
export function hasMovedOn({ expected }: Run, titleCase: TitleCase): boolean {
  if (expected == null) return false;
  return Object.entries(standOf(titleCase)).some(([name, value]) => expected[name] !== value);
}
