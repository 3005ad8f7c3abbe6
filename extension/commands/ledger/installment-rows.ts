/** New installments as rows: what a schedule, a settlement or a charge asks of a contract. Writes nothing. */
import { type ChargeType, installmentState, type ScheduledInstallment } from '#domain/ledger/index.ts';
import { type Money, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, RecordOf } from '#port/records.ts';

export type InstallmentRow = { id: string } & Fields<'installment'>;

type Asked = {
  id: string;
  seq: number;
  label: string;
  amount: Money;
  chargeType?: ChargeType;
  dueOn: PlainDate | null;
} & Partial<Pick<Fields<'installment'>, 'anchor' | 'milestoneId' | 'monthsAfter' | 'daysAfter' | 'remark'>>;

export function installmentRow(
  contract: Pick<RecordOf<'contract'>, 'id' | 'name'>,
  asked: Asked,
  today: PlainDate,
): InstallmentRow {
  const { id, seq, label, amount, dueOn } = asked;
  const none = zero(amount.currency);
  return {
    id,
    name: `${contract.name} · ${seq} ${label}`,
    contractId: contract.id,
    seq,
    dueOn,
    amount,
    chargeType: asked.chargeType ?? 'HOUSE_PRICE',
    paid: none,
    credited: none,
    lateFee: none,
    lateFeePaid: none,
    lateFeeWaived: none,
    lateFeeUpTo: null,
    closedAs: null,
    state: installmentState({ amount, paid: none, dueOn }, today),
    anchor: asked.anchor ?? null,
    milestoneId: asked.milestoneId ?? null,
    monthsAfter: asked.monthsAfter ?? 0,
    daysAfter: asked.daysAfter ?? 0,
    settledOn: null,
    remark: asked.remark ?? '',
    seal: null,
  };
}

/** A line of a schedule; `seqAfter` are the numbers that the contract has used before. */
export function scheduledRow(
  contract: Pick<RecordOf<'contract'>, 'id' | 'name'>,
  one: ScheduledInstallment,
  milestones: readonly RecordOf<'milestone'>[],
  { id, seqAfter = 0, today }: { id: string; seqAfter?: number; today: PlainDate },
): InstallmentRow {
  const milestone = milestones.find(({ code }) => one.anchor === 'MILESTONE' && code === one.milestoneCode);
  const { label, amount, dueOn, anchor, monthsAfter, daysAfter } = one;
  const seq = seqAfter + one.seq;
  const asked = { id, seq, label, amount, dueOn, anchor, monthsAfter, daysAfter };
  return installmentRow(contract, { ...asked, milestoneId: milestone?.id ?? null }, today);
}
