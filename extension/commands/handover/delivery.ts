/** What a delivery brings with it, by the keys or in law: installments that waited for it fall due. Reads only. */
import type { HandOverPlan } from '#domain/handover/index.ts';
import { installmentState } from '#domain/ledger/index.ts';
import { zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';

export function fallDue(
  { fallDue: dates }: Pick<HandOverPlan, 'fallDue'>,
  installments: readonly RecordOf<'installment'>[],
  today: PlainDate,
) {
  const dueOn = new Map(dates.map(({ id, dueOn: due }) => [id, due]));
  return installments.flatMap((record) => {
    const due = dueOn.get(record.id);
    if (due === undefined || record.amount === null) return [];
    const paid = record.paid ?? zero(record.amount.currency);
    return [
      {
        record,
        to: { dueOn: due, state: installmentState({ amount: record.amount, paid, dueOn: due }, today) },
      },
    ];
  });
}

/**
 * Of a contract change and a delivery at the same moment each writes its own row and then looks for the other's,
 * so at most one goes on. A contract that has another unit by now is looked at afresh.
 */
export async function isBeingChanged(
  store: Store,
  { id, unitId }: Pick<RecordOf<'contract'>, 'id' | 'unitId'>,
): Promise<boolean> {
  const { contracts, changes } = await store.read({
    contracts: { object: 'contract', filter: { id } },
    changes: { object: 'contractChange', filter: { contractId: id, executedAt: null } },
  });
  return changes.length > 0 || contracts[0]?.unitId !== unitId;
}
