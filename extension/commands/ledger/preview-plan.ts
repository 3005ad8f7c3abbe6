/** What a payment plan would make of a price, before anybody signs (D2). Reads only. */
import * as z from 'zod/mini';
import { formatMoney, parseMoney, sum } from '#domain/shared/money.ts';
import { isRefused, refuse } from '#domain/shared/refusal.ts';
import { amount, date, inputMoney, recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { CALENDAR_QUERY, calendarOf, planQueries, scheduleByPlan } from './plan-records.ts';

const schema = z.object({
  planId: recordId,
  price: amount,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'must be a currency code like EUR')),
  signedOn: date,
  /** For milestones of a building that are certified already, and its project's days off. */
  buildingId: z.optional(recordId),
});

type Line = { seq: number; label: string; amount: string; dueOn: string | null; anchor: string };

export const previewPlan: Question<
  z.infer<typeof schema>,
  { plan: string; lines: Line[]; total: string; currency: string }
> = {
  name: 'preview-plan',
  room: 'ledger',
  rights: ['sell', 'keepAccounts'],
  schema,

  async answer({ store }, { planId, price: text, currency, signedOn, buildingId }) {
    const price = inputMoney('price', text, currency);
    if (isRefused(price)) return price;
    const { plans, lines, milestones, buildings, calendarDays } = await store.read({
      ...planQueries(planId),
      milestones: {
        object: 'milestone',
        filter: { buildingId: { in: buildingId === undefined ? [] : [buildingId] } },
      },
      buildings: {
        object: 'building',
        filter: { id: { in: buildingId === undefined ? [] : [buildingId] } },
        with: { project: true },
      },
      ...CALENDAR_QUERY,
    });
    const [plan] = plans;
    if (plan === undefined) return refuse({ code: 'NOT_FOUND', what: 'payment plan', id: planId });
    const calendar = calendarOf(buildings[0]?.project ?? null, calendarDays);
    const known = buildingId === undefined ? null : milestones;
    const building = buildings[0]?.name ?? 'the building';
    const site = { plan, lines, milestones: known, building, calendar };
    const made = scheduleByPlan(site, price.plan, { signedOn });
    if (isRefused(made)) return made;
    const rows = made.plan.map(({ seq, label, amount: part, dueOn, anchor }) => ({
      seq,
      label,
      amount: formatMoney(part),
      dueOn,
      anchor,
    }));
    const total = sum(
      rows.map((row) => parseMoney(row.amount, currency)),
      currency,
    );
    return { plan: { plan: plan.name, lines: rows, total: formatMoney(total), currency } };
  },
};
