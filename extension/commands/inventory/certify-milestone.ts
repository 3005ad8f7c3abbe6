/**
 * Changes: a milestone's certification date, and with it the due dates of the installments that wait.
 * Guard: a claim on the milestone, taken only while its date is still the one that was decided on.
 * After a crash: some installments lack their date; the same request again, or the repair job, dates them.
 */
import * as z from 'zod/mini';
import { decideCertify } from '#domain/inventory/index.ts';
import { type BusinessCalendar, dueFrom, installmentState } from '#domain/ledger/index.ts';
import { isPositive, NO_CURRENCY, zero } from '#domain/shared/money.ts';
import { dateIn, later, type PlainDate } from '#domain/shared/plain-date.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { isClosed } from '../ledger/book.ts';
import { CALENDAR_QUERY, calendarOf } from '../ledger/plan-records.ts';
import type { Command } from '../system/command.ts';
import { date, recordId, requestId } from '../system/input.ts';

const schema = z.object({
  requestId,
  milestoneId: recordId,
  certifiedOn: date,
  includeEarlier: z.optional(z.boolean()),
});

type Input = z.infer<typeof schema>;
type Waiting = Loaded<'installment', { contract: true }>;
type Snapshot = {
  milestone: Loaded<'milestone', { building: { project: true } }>;
  siblings: RecordOf<'milestone'>[];
  installments: Waiting[];
  calendarDays: RecordOf<'calendarDay'>[];
};
type Plan = { certify: string[] };
type Answer = { milestones: number; installments: number; certifiedOn: string };

export const certifyMilestone: Command<Input, Snapshot, Plan, Answer> = {
  name: 'certify-milestone',
  room: 'inventory',
  title: 'Certify construction milestone',
  right: 'controlSales',
  schema,
  subject: ({ milestoneId }) => ({ kind: 'milestone', id: milestoneId }),

  async load({ store }, { milestoneId }) {
    const { found } = await store.read({
      found: { object: 'milestone', filter: { id: milestoneId }, with: { building: { project: true } } },
    });
    const milestone = found[0];
    if (milestone === undefined) return refuse({ code: 'NOT_FOUND', what: 'milestone', id: milestoneId });
    const { siblings, calendarDays } = await store.read({
      siblings: { object: 'milestone', filter: { buildingId: milestone.buildingId } },
      ...CALENDAR_QUERY,
    });
    const upToHere = siblings.filter(({ step }) => (step ?? 0) <= (milestone.step ?? 0)).map(({ id }) => id);
    const { installments } = await store.read({
      installments: {
        object: 'installment',
        filter: { milestoneId: { in: [...new Set([...upToHere, milestoneId])] } },
        with: { contract: true },
      },
    });
    return { plan: { milestone, siblings, installments, calendarDays } };
  },

  decide({ now }, input, { milestone, siblings, installments }) {
    return decideCertify({
      milestone,
      siblings,
      certifiedOn: input.certifiedOn,
      today: dateIn(now, milestone.building?.project?.timeZone || 'UTC'),
      includeEarlier: input.includeEarlier ?? false,
      paidInstallments: installments.filter((one) => one.milestoneId === milestone.id && hasMoney(one))
        .length,
    });
  },

  async apply({ store, now, requestId: request }, { certifiedOn }, snapshot, { certify }) {
    const byId = new Map(snapshot.siblings.map((sibling) => [sibling.id, sibling]));
    for (const id of certify) {
      const known = byId.get(id)?.certifiedOn ?? null;
      if (known === certifiedOn) continue;
      await store.changeWhere('milestone', { id, certifiedOn: known }, { claimKey: request });
      const won = await store.changeWhere('milestone', { id, claimKey: request }, { certifiedOn });
      if (won.length === 0) return refuse({ code: 'BUSY', what: snapshot.milestone.name });
    }
    const project = snapshot.milestone.building?.project ?? null;
    const today = dateIn(now, project?.timeZone || 'UTC');
    const calendar = calendarOf(project, snapshot.calendarDays);
    const certified = new Set(certify);
    const changes = snapshot.installments
      .filter((one) => one.milestoneId !== null && certified.has(one.milestoneId) && !isClosed(one))
      .map((record) => ({ record, to: datedBy(record, certifiedOn, today, calendar) }))
      .filter(({ record, to }) => record.dueOn !== to.dueOn || record.state !== to.state);
    await store.write([{ changeMany: 'installment', changes }]);
    const answer = { milestones: certify.length, installments: changes.length, certifiedOn };
    const message = `${snapshot.milestone.name} is certified as of ${certifiedOn}; ${changes.length} installments have their due date.`;
    return {
      plan: {
        answer,
        message,
        before: { certifiedOn: snapshot.milestone.certifiedOn },
        after: { certifiedOn, certify },
      },
    };
  },
};

/** D2.4: due from the certification, but never from a day before the contract was signed. */
export function datedBy(
  installment: Waiting,
  certifiedOn: PlainDate,
  today: PlainDate,
  calendar: BusinessCalendar,
) {
  const signedOn = installment.contract?.signedOn ?? certifiedOn;
  const offset = { monthsAfter: installment.monthsAfter ?? 0, daysAfter: installment.daysAfter ?? 0 };
  const rule = installment.contract?.dueDayRule ?? 'AS_IS';
  const dueOn = dueFrom(later(certifiedOn, signedOn), offset, { rule, calendar });
  const amount = installment.amount ?? zero(NO_CURRENCY);
  const paid = installment.paid ?? zero(amount.currency);
  return { dueOn, state: installmentState({ amount, paid, dueOn }, today) };
}

function hasMoney({ paid }: Waiting): boolean {
  return paid !== null && isPositive(paid);
}
