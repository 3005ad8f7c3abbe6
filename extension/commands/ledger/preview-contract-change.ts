/**
 * What a contract change would come to, before anybody is asked (C4): with the command's own loading, decision
 * and rows, replayed over the contract's book as posting would. Reads only.
 */
import * as z from 'zod/mini';
import { formatMoney, type Money, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { RIGHTS } from '#domain/system/index.ts';
import type { Run } from '../system/command.ts';
import { parseInput, requiredText } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { derivedId } from '../system/request-ids.ts';
import { replayBook } from './book.ts';
import { cancelContract } from './cancel-contract.ts';
import { changeContractBuyers } from './change-contract-buyers.ts';
import { changeContractUnit } from './change-contract-unit.ts';
import { type AnyChange, type Asked, type Changing, type Figure, refundable } from './contract-changes.ts';
import { todayOf } from './contract-of.ts';
import { replanContract } from './replan-contract.ts';

export const CONTRACT_CHANGES: readonly AnyChange[] = [
  changeContractUnit,
  changeContractBuyers,
  replanContract,
  cancelContract,
];

const schema = z.object({
  command: requiredText,
  /** The input of that command, without a request id. */
  input: z.record(z.string(), z.unknown()),
});

type Line = {
  seq: number;
  label: string;
  chargeType: string;
  amount: string;
  dueOn: string | null;
  anchor: string;
};
type Preview = {
  contract: string;
  kind: string;
  before: string;
  after: string;
  currency: string;
  priceBefore: string;
  priceAfter: string;
  fee: string;
  /** Of the buyer's money, what no installment has taken; and what of it goes back. */
  balance: string;
  toRefund: string;
  lines: Line[];
} & Partial<Record<Figure, string>>;

export const previewContractChange: Question<z.infer<typeof schema>, Preview> = {
  name: 'preview-contract-change',
  room: 'ledger',
  rights: ['sell', 'keepAccounts', 'approveMoney'],
  schema,

  async answer({ store, clock }, { command: name, input: given }) {
    const command = CONTRACT_CHANGES.find((one) => one.name === name);
    if (command === undefined) return refuse({ code: 'NOT_FOUND', what: 'contract change', id: name });
    const requestId = derivedId('preview', name, JSON.stringify(given));
    const input = parseInput<Asked>(command.schema, { ...given, requestId });
    if (isRefused(input)) return input;
    const run: Run = {
      store,
      clock,
      actor: { memberId: null, name: 'Preview' },
      rights: new Set(RIGHTS),
      now: clock.now(),
      isResumed: false,
      idFor: (part) => derivedId(requestId, part),
      requestId,
    };
    const loaded = (await command.load(run, input.plan)) as Decision<Changing>;
    if (isRefused(loaded)) return loaded;
    const decided = command.decide(run, input.plan, loaded.plan) as Decision<unknown>;
    if (isRefused(decided)) return decided;
    return { plan: foretold(command, run, input.plan, loaded.plan, decided.plan) };
  },
};

/** Pure: nothing is written, and nothing more is read. */
function foretold({ spec }: AnyChange, run: Run, input: Asked, snapshot: Changing, plan: unknown): Preview {
  const { contract, book } = snapshot;
  const { kind, before, after, priceAfter, fee } = spec.terms(run, input, snapshot, plan);
  const rows = spec.rows(run, input, snapshot, plan);
  const today = todayOf(contract, run.now);
  const changed = {
    ...book,
    installments: [...book.installments, ...rows.installments],
    adjustments: [...book.adjustments, ...rows.adjustments],
    receipts: [...book.receipts, ...rows.receipts],
  };
  const { balance } = replayBook(contract, changed, today);
  const none = zero(priceAfter.currency);
  const figures = Object.entries(spec.figures(run, input, snapshot, plan)) as [Figure, Money][];
  return {
    contract: contract.name,
    kind,
    before,
    after,
    currency: priceAfter.currency,
    priceBefore: formatMoney(contract.price ?? none),
    priceAfter: formatMoney(priceAfter),
    fee: formatMoney(fee),
    ...Object.fromEntries(figures.map(([name, money]) => [name, formatMoney(money)])),
    balance: formatMoney(balance),
    toRefund: formatMoney(refundable(kind, { contract, book: changed }, today)),
    lines: rows.installments
      .filter(({ closedAs }) => closedAs === null)
      .map(({ seq, name, chargeType, amount, dueOn, anchor }) => ({
        seq: seq ?? 0,
        label: name.slice(name.indexOf(' · ') + 3).replace(/^\d+ /, ''),
        chargeType,
        amount: formatMoney(amount ?? none),
        dueOn,
        anchor: anchor ?? '',
      })),
  };
}
