/**
 * Changes: a payment request: what a buyer is to pay through the gateway, under a reference. Guard: the
 * reference is unique. After a crash: the same request again finds its own row.
 */
import * as z from 'zod/mini';
import { formatMoney, isPositive, type Money } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Command } from '../system/command.ts';
import { amount, inputMoney, recordId, requestId, requiredText, text } from '../system/input.ts';
import { currencyOf } from './book.ts';
import { type ContractBook, loadContract, notLive, todayOf } from './contract-of.ts';

const schema = z.object({
  requestId,
  contractId: recordId,
  amount,
  /** Without it one is made. */
  reference: z.optional(requiredText.check(z.maxLength(60, 'is too long'))),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Answer = { paymentRequestId: string; reference: string; amount: string; currency: string };

export const askPayment: Command<Input, ContractBook, Money, Answer> = {
  name: 'ask-payment',
  room: 'ledger',
  title: 'Ask for payment',
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

  async apply(run, input, { contract }, money) {
    const id = run.idFor('payment request');
    const reference = input.reference ?? `PAY-${id.slice(0, 8).toUpperCase()}`;
    const row = {
      id,
      name: reference,
      contractId: contract.id,
      amount: money,
      state: 'OPEN' as const,
      askedOn: todayOf(contract, run.now),
      remark: input.remark ?? '',
    };
    const claimed = await run.store.claim('paymentRequest', [row]);
    if (!claimed.won)
      return refuse({
        code: 'INVALID_INPUT',
        field: 'reference',
        problem: 'is used by another payment request',
      });
    const answer = { paymentRequestId: id, reference, amount: formatMoney(money), currency: money.currency };
    const message = `${answer.amount} ${money.currency} is asked under the reference ${reference}.`;
    return { plan: { answer, message, after: answer } };
  },
};
