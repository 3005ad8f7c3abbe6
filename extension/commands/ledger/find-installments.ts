/**
 * Findings about installments: due soon, overdue, and what a certified milestone makes due. Reads only. What
 * is open is worked out from the amounts; the stored state may be a night old.
 */
import * as z from 'zod/mini';
import { openAmount } from '#domain/ledger/index.ts';
import { formatMoney, isPositive, type Money, zero } from '#domain/shared/money.ts';
import { addDays, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { Loaded } from '#port/records.ts';
import { type Finding, type Found, type Looking, setting } from '../system/finding.ts';
import { recordId } from '../system/input.ts';
import { WITH_PROJECT } from './contract-of.ts';

const MOST_DAYS = 365;
/** No task lists more contracts than a person reads. */
const MOST_LINES = 50;

type Installment = Loaded<'installment', { contract: typeof WITH_PROJECT }>;

function openOf({ amount, paid, credited }: Installment): Money | null {
  if (amount === null) return null;
  const open = openAmount({ amount, paid: paid ?? zero(amount.currency), credited });
  return isPositive(open) ? open : null;
}

function zoneOf({ contract }: Installment): string {
  return contract?.unit?.project?.timeZone || 'UTC';
}

/** Of live contracts, with something open, due between the two days. */
async function openBetween(
  { store }: Looking,
  from: PlainDate | null,
  to: PlainDate,
): Promise<{ installment: Installment; open: Money; dueOn: PlainDate }[]> {
  const { rows } = await store.read({
    rows: {
      object: 'installment',
      filter: {
        state: { in: ['PENDING', 'DUE', 'PARTIALLY_PAID', 'OVERDUE'] },
        dueOn: from === null ? { lte: to } : { gte: from, lte: to },
      },
      with: { contract: WITH_PROJECT },
      orderBy: { dueOn: 'ASC' },
    },
  });
  return rows.flatMap((installment) => {
    const open = openOf(installment);
    const { dueOn, closedAs, contract } = installment;
    if (open === null || dueOn === null || closedAs !== null || contract === null) return [];
    return [{ installment, open, dueOn }];
  });
}

function found(occasion: string, installment: Installment, open: Money, dueOn: PlainDate): Found {
  const { id, name, contract } = installment;
  return {
    occasion: `${occasion} ${dueOn}`,
    object: 'installment',
    recordId: id,
    label: `${name} · ${formatMoney(open)} ${open.currency} · ${dueOn}`,
    details: contract?.name ?? '',
    assigneeId: contract?.salespersonId ?? null,
    dueAt: dueOn,
  };
}

const dueSchema = z.object({ withinDays: setting(7, MOST_DAYS) });

export const findInstallmentsDue: Finding<z.infer<typeof dueSchema>> = {
  name: 'find-installments-due',
  title: 'Find installments due soon',
  schema: dueSchema,

  async find(looking, { withinDays }) {
    const now = looking.clock.now();
    // A day on each side: where it is another day already is decided by the project's own zone.
    const anywhere = dateIn(now, 'UTC');
    const rows = await openBetween(looking, addDays(anywhere, -1), addDays(anywhere, withinDays + 1));
    const items = rows.flatMap(({ installment, open, dueOn }) => {
      const today = dateIn(now, zoneOf(installment));
      const isSoon = dueOn >= today && dueOn <= addDays(today, withinDays);
      return isSoon ? [found('installment due', installment, open, dueOn)] : [];
    });
    return { plan: items };
  },
};

const overdueSchema = z.object({ daysLate: setting(1, MOST_DAYS) });

export const findInstallmentsOverdue: Finding<z.infer<typeof overdueSchema>> = {
  name: 'find-installments-overdue',
  title: 'Find overdue installments',
  schema: overdueSchema,

  async find(looking, { daysLate }) {
    const now = looking.clock.now();
    const rows = await openBetween(looking, null, dateIn(now, 'UTC'));
    const items = rows.flatMap(({ installment, open, dueOn }) => {
      // D10: due today is not overdue.
      const isLate = dueOn <= addDays(dateIn(now, zoneOf(installment)), -Math.max(daysLate, 1));
      // The task is for now; the day that has passed is in its label.
      return isLate ? [{ ...found('installment overdue', installment, open, dueOn), dueAt: null }] : [];
    });
    return { plan: items };
  },
};

const milestoneSchema = z.object({ milestoneId: recordId });

/** One finding a salesperson and not one an installment: a certified storey concerns hundreds of contracts. */
export const findMilestoneInstallments: Finding<z.infer<typeof milestoneSchema>> = {
  name: 'find-milestone-installments',
  title: 'Find what a certified milestone makes due',
  schema: milestoneSchema,

  async find({ store }, { milestoneId }) {
    const { milestones, installments } = await store.read({
      milestones: { object: 'milestone', filter: { id: milestoneId }, with: { building: true } },
      installments: {
        object: 'installment',
        filter: { milestoneId },
        with: { contract: WITH_PROJECT },
        orderBy: { name: 'ASC' },
      },
    });
    const [milestone] = milestones;
    if (milestone === undefined) return refuse({ code: 'NOT_FOUND', what: 'milestone', id: milestoneId });
    if (milestone.certifiedOn === null) return { plan: [] };
    const bySalesperson = new Map<string | null, string[]>();
    for (const installment of installments) {
      const open = openOf(installment);
      if (open === null || installment.closedAs !== null || installment.contract === null) continue;
      const whose = installment.contract.salespersonId;
      const due = installment.dueOn === null ? '' : ` · ${installment.dueOn}`;
      const line = `${installment.name} · ${formatMoney(open)} ${open.currency}${due}`;
      bySalesperson.set(whose, [...(bySalesperson.get(whose) ?? []), line]);
    }
    const { certifiedOn } = milestone;
    const items = [...bySalesperson].map(
      ([assigneeId, lines]): Found => ({
        occasion: `milestone certified ${certifiedOn} ${assigneeId ?? ''}`,
        object: 'milestone',
        recordId: milestone.id,
        label: `${[milestone.building?.name, milestone.name].filter(Boolean).join(' · ')} · ${certifiedOn} · ${lines.length} ×`,
        details: [...lines.slice(0, MOST_LINES), ...(lines.length > MOST_LINES ? ['…'] : [])].join('\n\n'),
        assigneeId,
        dueAt: null,
      }),
    );
    return { plan: items };
  },
};
