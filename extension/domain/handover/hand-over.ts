/** May the keys be given? Guard of CONTRACTED -> HANDED_OVER (C4): everything due is paid. */
import { CONTRACT_TRANSITIONS, type ContractState } from '#domain/deal/index.ts';
import { type BusinessDays, dueFrom, isDue, openAmount, type PlanAnchor } from '#domain/ledger/index.ts';
import { formatMoney, isPositive, type Money, subtract, sum } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';

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

export type HandOverRequest = {
  contract: { name: string; state: ContractState; currency: string; signedOn: PlainDate | null };
  /** The handover of this very request stands already; only what follows from it is missing. */
  isResumed: boolean;
  installments: readonly HandoverInstallment[];
  /** Money of the contract that no installment has taken yet: it pays what falls due with the keys. */
  prepaid: Money;
  /** Date of an earlier handover of the same contract by another request, if any. */
  handedOverBefore: PlainDate | null;
  on: PlainDate;
  today: PlainDate;
  businessDays?: BusinessDays;
};

export type HandOverPlan = {
  /** Installments that wait for the handover, with the date it gives them. */
  fallDue: { id: string; dueOn: PlainDate }[];
  isFullyPaid: boolean;
};

export function decideHandOver(request: HandOverRequest): Decision<HandOverPlan> {
  const { contract, on, today } = request;
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
  const dated = request.installments.map((installment) =>
    installment.anchor === 'HANDOVER'
      ? { ...installment, dueOn: dueFrom(on, installment, request.businessDays) }
      : installment,
  );
  const open = dated.filter((installment) => isPositive(openAmount(installment)));
  // Part of the price that nobody was ever asked for: a milestone was forgotten.
  const undated = open.filter((installment) => installment.dueOn === null);
  if (undated.length > 0) {
    return refuse({
      code: 'INSTALLMENTS_WITHOUT_DUE_DATE',
      contract: contract.name,
      installments: undated.map((installment) => installment.name),
    });
  }
  // Due as of today: an earlier date on the protocol forgives nothing.
  const due = open.filter((installment) => isDue(installment, today));
  const missing = subtract(sum(due.map(openAmount), contract.currency), request.prepaid);
  if (isPositive(missing)) {
    return refuse({
      code: 'DUE_NOT_PAID',
      contract: contract.name,
      open: `${formatMoney(missing)} ${contract.currency}`,
      installments: due.map((installment) => installment.name),
    });
  }
  const fallDue = dated
    .filter((installment) => installment.anchor === 'HANDOVER')
    .map((installment) => ({ id: installment.id, dueOn: dueFrom(on, installment, request.businessDays) }));
  const isFullyPaid = due.length === open.length;
  return { plan: { fallDue, isFullyPaid } };
}
