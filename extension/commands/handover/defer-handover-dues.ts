/**
 * A deferral (C4, C5): so much may still be owed when the keys are given, until a day. Asked by who hands over,
 * approved by somebody else; see approvals.ts.
 *
 * Changes: what is deferred on the handover. Guard: approved for just this input; only while the keys are not
 * given and while it is as it was decided on. After a crash: nothing is half done; the same request again writes,
 * unless somebody has deferred anew since.
 */
import * as z from 'zod/mini';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { openAmount } from '#domain/ledger/index.ts';
import { compare, formatMoney, isPositive, type Money, sum, zero } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { currencyOf } from '../ledger/book.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { asItIs } from './appointment-of-contract.ts';
import { duesRequest, type ReadinessSnapshot, readReadiness } from './readiness-of.ts';

const schema = z.object({
  requestId,
  contractId: recordId,
  amount,
  until: date,
  reason: requiredText,
});

type Input = z.infer<typeof schema>;
type Snapshot = { home: ReadinessSnapshot; handover: RecordOf<'handover'> };
type Answer = { handoverId: string; deferred: string; currency: string; until: string };

export const deferHandoverDues: Command<Input, Snapshot, Money, Answer> = {
  name: 'defer-handover-dues',
  room: 'handover',
  title: 'Defer dues',
  right: 'handOver',
  approvedWith: 'approveMoney',
  schema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),

  async load({ store }, { contractId: id }) {
    const [home] = await readReadiness(store, [id]);
    if (home === undefined) return refuse({ code: 'NOT_FOUND', what: 'contract', id });
    const { handover } = home;
    return handover === null
      ? refuse({ code: 'NOT_FOUND', what: 'handover', id })
      : { plan: { home, handover } };
  },

  expects: ({ handover }) => termsOf(handover),

  decide(run, input, { home, handover }): Decision<Money> {
    const { contract } = home;
    if (!LIVE_CONTRACT_STATES.includes(contract.state))
      return refuse({ code: 'CONTRACT_NOT_LIVE', contract: contract.name, state: contract.state });
    if (handover.state === 'KEYS_HANDED')
      return refuse({
        code: 'ALREADY_HANDED_OVER',
        contract: contract.name,
        on: handover.handedOverOn ?? '',
      });
    const today = dateIn(run.now, contract.unit?.project?.timeZone || 'UTC');
    if (input.until <= today)
      return refuse({ code: 'INVALID_INPUT', field: 'until', problem: `must be after today, ${today}` });
    const asked = inputMoney('amount', input.amount, currencyOf(contract));
    if (isRefused(asked)) return asked;
    // Deferred by an earlier run of this request, or anew by somebody since: neither is written over.
    if (run.expected != null && !isAsFound(run.expected, handover))
      return isAsAsked(run, input, asked.plan, handover)
        ? asked
        : refuse({ code: 'BUSY', what: handover.name });
    if (!isPositive(asked.plan))
      return refuse({ code: 'INVALID_INPUT', field: 'amount', problem: 'must be above zero' });
    const most = openOf(home, today);
    if (compare(asked.plan, most) > 0) {
      const [given, limit] = [formatMoney(asked.plan), formatMoney(most)];
      return refuse({ code: 'AMOUNT_TOO_HIGH', field: 'amount', amount: given, most: limit });
    }
    return { plan: asked.plan };
  },

  async apply(run, input, { handover }, deferred) {
    const { id, name } = handover;
    const by = run.approval?.by ?? '';
    const terms = { deferredAmount: deferred, deferredUntil: input.until, deferralApprovedBy: by };
    const to = { ...sealedFields('handover', handover), ...terms };
    const changed = await run.store.changeWhere('handover', asItIs(handover), to);
    if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
    const answer = {
      handoverId: id,
      deferred: formatMoney(deferred),
      currency: deferred.currency,
      until: input.until,
    };
    const message = `${name}: ${answer.deferred} ${answer.currency} may be owed until ${input.until}.`;
    return { plan: { answer, message, after: answer } };
  },
};

function termsOf({ deferredAmount, deferredUntil, deferralApprovedBy }: RecordOf<'handover'>) {
  const amount = deferredAmount === null ? null : formatMoney(deferredAmount);
  return { amount, until: deferredUntil, by: deferralApprovedBy };
}

function isAsFound(found: Readonly<Record<string, unknown>>, handover: RecordOf<'handover'>): boolean {
  const { amount: now, until, by } = termsOf(handover);
  return found.amount === now && found.until === until && found.by === by;
}

function isAsAsked(
  { approval }: Run,
  { until }: Input,
  asked: Money,
  handover: RecordOf<'handover'>,
): boolean {
  const terms = termsOf(handover);
  return terms.amount === formatMoney(asked) && terms.until === until && terms.by === (approval?.by ?? '');
}

/** All that is open on the contract, due or not. */
function openOf(home: ReadinessSnapshot, today: Parameters<typeof duesRequest>[1]): Money {
  const { installments, currency } = duesRequest(home, today, today);
  const open = installments.map(openAmount).filter(isPositive);
  return open.length === 0 ? zero(currency) : sum(open, currency);
}
