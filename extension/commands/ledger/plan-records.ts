/**
 * A payment plan as consultants keep it in Twenty, read as the domain's plan (D2); and the calendar
 * that its due dates follow. Reads records, writes nothing.
 */
import {
  type BusinessCalendar,
  EVERY_DAY,
  type Plan,
  percentTenThousandths,
  type ScheduleAnchors,
  type ScheduledInstallment,
  scheduleInstallments,
} from '#domain/ledger/index.ts';
import type { Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';

/** The reads that make a plan; others may be asked in the same request. */
export function planQueries(planId: string) {
  return {
    plans: { object: 'paymentPlan', filter: { id: planId } },
    lines: { object: 'paymentPlanLine', filter: { paymentPlanId: planId } },
  } as const;
}

/** All days that are known to be off or worked on: few, and they may be of any project. */
export const CALENDAR_QUERY = { calendarDays: { object: 'calendarDay', filter: {} } } as const;

export async function readCalendar(
  store: Store,
  project: RecordOf<'project'> | null,
): Promise<BusinessCalendar> {
  const { calendarDays } = await store.read(CALENDAR_QUERY);
  return calendarOf(project, calendarDays);
}

export function calendarOf(
  project: Pick<RecordOf<'project'>, 'id' | 'weekend'> | null,
  days: readonly Fields<'calendarDay'>[],
): BusinessCalendar {
  if (project === null) return EVERY_DAY;
  const own = days.filter(({ projectId }) => projectId === null || projectId === project.id);
  const datesOf = (kind: Fields<'calendarDay'>['kind']) =>
    new Set(own.filter((day) => day.kind === kind).flatMap(({ onDate }) => onDate ?? []));
  return { weekend: project.weekend, holidays: datesOf('HOLIDAY'), workdays: datesOf('WORKDAY') };
}

export function planOf(
  plan: RecordOf<'paymentPlan'>,
  lines: readonly RecordOf<'paymentPlanLine'>[],
): Decision<Plan> {
  const ordered = [...lines].sort((a, b) => (a.step ?? 0) - (b.step ?? 0));
  const planLines: Plan['lines'][number][] = [];
  for (const line of ordered) {
    const percent = line.percent === null ? null : percentTenThousandths(line.percent);
    if (line.percent !== null && percent === null) {
      const problem = 'has a percent with more than four decimals';
      return refuse({ code: 'PLAN_LINE_INVALID', plan: plan.name, line: line.name, problem });
    }
    planLines.push({
      label: line.name,
      basis: line.basis,
      percentTenThousandths: percent,
      amount: line.amount,
      isDeposit: line.isDeposit,
      isLessDeposit: line.isLessDeposit,
      anchor: line.anchor,
      milestoneCode: line.milestoneCode || null,
      dueOn: line.dueOn,
      monthsAfter: line.monthsAfter ?? 0,
      daysAfter: line.daysAfter ?? 0,
      repeatTimes: line.repeatTimes ?? 1,
      repeatEveryMonths: line.repeatEveryMonths ?? 0,
    });
  }
  return { plan: { name: plan.name, remainder: plan.remainder, lines: planLines } };
}

export type PlanSite = {
  plan: RecordOf<'paymentPlan'>;
  lines: readonly RecordOf<'paymentPlanLine'>[];
  /** Milestones of the building; null while nobody knows which building it will be. */
  milestones: readonly RecordOf<'milestone'>[] | null;
  building: string;
  calendar: BusinessCalendar;
};

/** The installments that a plan makes of a price. Refused when it waits for a milestone that is not there. */
export function scheduleByPlan(
  { plan, lines, milestones, building, calendar }: PlanSite,
  price: Money,
  anchors: Omit<ScheduleAnchors, 'milestones' | 'businessDays'>,
): Decision<ScheduledInstallment[]> {
  const read = planOf(plan, lines);
  if (isRefused(read)) return read;
  const known = milestones ?? [];
  const codes = new Map<string, PlainDate | null>(known.map(({ code, certifiedOn }) => [code, certifiedOn]));
  const unknown = read.plan.lines.find(
    (line) => line.anchor === 'MILESTONE' && !codes.has(line.milestoneCode ?? ''),
  );
  if (milestones !== null && unknown !== undefined) {
    const milestone = unknown.milestoneCode ?? '';
    return refuse({ code: 'PLAN_MILESTONE_MISSING', plan: plan.name, milestone, building });
  }
  return scheduleInstallments(read.plan, price, {
    ...anchors,
    milestones: codes,
    businessDays: { rule: plan.dueDayRule, calendar },
  });
}
