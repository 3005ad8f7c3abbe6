/** May the keys be given? Guard of CONTRACTED -> HANDED_OVER (C4): all that readiness.ts names is met. */
import { CONTRACT_TRANSITIONS, type ContractState } from '#domain/deal/index.ts';
import { type BusinessDays, dueFrom, isDue, openAmount, type PlanAnchor } from '#domain/ledger/index.ts';
import { compare, formatMoney, isPositive, type Money, subtract, sum } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { HANDOVER_TRANSITIONS, type HandoverState } from './handover-states.ts';
import { missingOf, type ReadinessItem } from './readiness.ts';

export type HandoverInstallment = {
  id: string;
  name: string;
  amount: Money;
  paid: Money;
  /** Not asked for any more. */
  credited?: Money | null;
  dueOn: PlainDate | null;
  anchor: PlanAnchor | null;
  monthsAfter: number;
  daysAfter: number;
};

export type Dues = {
  /** Installments that wait for the handover, with the date it gives them. */
  fallDue: { id: string; dueOn: PlainDate }[];
  isFullyPaid: boolean;
  /** What is due and not paid, less what is prepaid; zero or below when nothing is missing. */
  missing: Money;
  /** Names of what is due and open. */
  names: string[];
  /** Part of the price that nobody was ever asked for: a milestone was forgotten. */
  undated: string[];
};

export type DuesRequest = {
  currency: string;
  installments: readonly HandoverInstallment[];
  /** Money of the contract that no installment has taken yet: it pays what falls due with the keys. */
  prepaid: Money;
  /** The day of delivery. */
  on: PlainDate;
  today: PlainDate;
  businessDays?: BusinessDays;
};

export type HandOverRequest = Omit<DuesRequest, 'currency'> & {
  contract: { name: string; state: ContractState; currency: string; signedOn: PlainDate | null };
  /** The handover of this very request stands already; only what follows from it is missing. */
  isResumed: boolean;
  /** Date of an earlier handover of the same contract by another request, if any. */
  handedOverBefore: PlainDate | null;
  /** The appointment that it ends, if there is one. */
  appointment?: { name: string; state: HandoverState } | null;
  /** The home was delivered in law before: from that day on what waits for the keys is due. */
  deemedOn?: PlainDate | null;
  /** What may still be owed, as approved. */
  deferred?: Money | null;
  /** The conditions beside the dues, and the dues among them. */
  items?: readonly ReadinessItem[];
};

export type HandOverPlan = Pick<Dues, 'fallDue' | 'isFullyPaid'>;

/** What has to be paid for the keys. Due as of today: an earlier date on the protocol forgives nothing. */
export function duesAt({ currency, installments, prepaid, on, today, businessDays }: DuesRequest): Dues {
  const dated = installments.map((installment) =>
    installment.anchor === 'HANDOVER'
      ? { ...installment, dueOn: dueFrom(on, installment, businessDays) }
      : installment,
  );
  const open = dated.filter((installment) => isPositive(openAmount(installment)));
  const due = open.filter((installment) => installment.dueOn !== null && isDue(installment, today));
  const missing = subtract(sum(due.map(openAmount), currency), prepaid);
  return {
    fallDue: dated
      .filter((installment) => installment.anchor === 'HANDOVER')
      .map((installment) => ({ id: installment.id, dueOn: dueFrom(on, installment, businessDays) })),
    // What was deferred is due and still owed.
    isFullyPaid: due.length === open.length && !isPositive(missing),
    missing,
    names: due.map(({ name }) => name),
    undated: open.filter(({ dueOn }) => dueOn === null).map(({ name }) => name),
  };
}

export function decideHandOver(request: HandOverRequest): Decision<HandOverPlan> {
  const { contract, on, today, appointment = null, deferred = null, items = [] } = request;
  if (request.handedOverBefore !== null) {
    return refuse({ code: 'ALREADY_HANDED_OVER', contract: contract.name, on: request.handedOverBefore });
  }
  if (!request.isResumed && !canGo(CONTRACT_TRANSITIONS, contract.state, 'COMPLETED')) {
    return refuse({ code: 'CONTRACT_NOT_LIVE', contract: contract.name, state: contract.state });
  }
  if (on > today) return refuse({ code: 'DATE_IN_FUTURE', field: 'handedOverOn', date: on, today });
  if (contract.signedOn !== null && on < contract.signedOn) {
    return refuse({
      code: 'INVALID_INPUT',
      field: 'handedOverOn',
      problem: `is before the signing on ${contract.signedOn}`,
    });
  }
  const dues = duesAt({ ...request, currency: contract.currency, on: request.deemedOn ?? on });
  const notReady = request.isResumed ? null : notReadyFor(request, items, dues);
  if (notReady !== null) return notReady;
  if (dues.undated.length > 0) {
    const { name } = contract;
    return refuse({ code: 'INSTALLMENTS_WITHOUT_DUE_DATE', contract: name, installments: dues.undated });
  }
  const isDeferred = deferred !== null && compare(dues.missing, deferred) <= 0;
  if (isPositive(dues.missing) && !isDeferred) {
    return refuse({
      code: 'DUE_NOT_PAID',
      contract: contract.name,
      open: `${formatMoney(dues.missing)} ${contract.currency}`,
      installments: dues.names,
    });
  }
  const from = appointment?.state;
  if (!request.isResumed && from !== undefined && !canGo(HANDOVER_TRANSITIONS, from, 'KEYS_HANDED'))
    return refuse({ code: 'STATE_NOT_ALLOWED', what: appointment?.name ?? '', from, to: 'KEYS_HANDED' });
  return { plan: { fallDue: dues.fallDue, isFullyPaid: dues.isFullyPaid } };
}

/** Names all that is missing at once. Where only money is, the refusals below say how much and of what. */
function notReadyFor({ contract }: HandOverRequest, items: readonly ReadinessItem[], dues: Dues) {
  const missing = missingOf(items);
  if (!missing.some(({ code }) => code !== 'DUES')) return null;
  const facts = missing.map(({ code, facts: all }) => ({
    item: code,
    about: code === 'DUES' && isPositive(dues.missing) ? all.slice(0, 1) : [...all],
  }));
  return refuse({ code: 'HANDOVER_NOT_READY', contract: contract.name, missing: facts });
}
