/**
 * Changes: a further installment of a contract, beside its price: maintenance fund, tax, a fee (D4.3).
 * Guard: the contract's running number is unique. After a crash: the same request again finishes it.
 */
import * as z from 'zod/mini';
import type { ChargeType } from '#domain/ledger/index.ts';
import { formatMoney, isPositive, type Money } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Command } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { currencyOf } from './book.ts';
import { type ContractBook, loadContract, notLive, todayOf } from './contract-of.ts';
import { installmentRow } from './installment-rows.ts';
import { postContract } from './post-receipts.ts';

const TYPES = ['OTHER_FEE', 'MAINTENANCE_FUND', 'TAX'] as const satisfies readonly ChargeType[];

const schema = z.object({
  requestId,
  contractId: recordId,
  chargeType: z.enum(TYPES, `must be one of ${TYPES.join(', ')}`),
  label: requiredText,
  amount,
  dueOn: date,
});

type Input = z.infer<typeof schema>;
type Answer = { installmentId: string; installment: string; amount: string; currency: string };

export const addCharge: Command<Input, ContractBook, Money, Answer> = {
  name: 'add-charge',
  room: 'ledger',
  title: 'Add charge',
  right: 'keepAccounts',
  schema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),
  load: ({ store }, { contractId }) => loadContract(store, contractId),

  decide(_run, input, { contract }): Decision<Money> {
    const refusal = notLive(contract);
    if (refusal !== null) return refusal;
    const money = inputMoney('amount', input.amount, currencyOf(contract));
    if (isRefused(money)) return money;
    if (!isPositive(money.plan))
      return refuse({ code: 'INVALID_INPUT', field: 'amount', problem: 'must be above zero' });
    return money;
  },

  async apply(run, input, { contract, book }, money) {
    const today = todayOf(contract, run.now);
    const { label, chargeType, dueOn } = input;
    const id = run.idFor('installment');
    const own = book.installments.find((one) => one.id === id);
    const seq = own?.seq ?? nextSeq(book.installments);
    const row = installmentRow(contract, { id, seq, label, amount: money, chargeType, dueOn }, today);
    const claimed = await run.store.claim('installment', [row]);
    if (!claimed.won) return refuse({ code: 'BUSY', what: contract.name });
    await postContract(run.store, contract, today);
    const answer = {
      installmentId: id,
      installment: row.name,
      amount: formatMoney(money),
      currency: money.currency,
    };
    const message = `${answer.amount} ${answer.currency} for ${label} is asked on ${contract.name}, due on ${dueOn}.`;
    return { plan: { answer, message, after: answer } };
  },
};

/** The running number after the last one that the contract has used. */
export function nextSeq(installments: readonly { seq: number | null }[]): number {
  return installments.reduce((most, { seq }) => Math.max(most, seq ?? 0), 0) + 1;
}
