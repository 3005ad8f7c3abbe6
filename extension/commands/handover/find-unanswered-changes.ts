/** Finding: buyers who have not answered to an engineering change while its last day is near or over (A015). Reads only. */
import * as z from 'zod/mini';
import { isLiveContract } from '#domain/deal/index.ts';
import { addDays, dateIn } from '#domain/shared/plain-date.ts';
import { type Finding, type Found, setting } from '../system/finding.ts';

const schema = z.object({ daysBefore: setting(7, 365) });

export const findUnansweredChanges: Finding<z.infer<typeof schema>> = {
  name: 'find-unanswered-changes',
  title: 'Find unanswered engineering changes',
  schema,

  async find({ store, clock }, { daysBefore }) {
    const today = dateIn(clock.now(), 'UTC');
    const { changes } = await store.read({
      changes: {
        object: 'engineeringChange',
        filter: { state: 'SENT', answerBy: { lte: addDays(today, daysBefore) } },
        orderBy: { answerBy: 'ASC' },
      },
    });
    const { answers } = await store.read({
      answers: {
        object: 'changeAnswer',
        filter: { engineeringChangeId: { in: changes.map(({ id }) => id) }, state: 'PENDING' },
        with: { contract: true },
      },
    });
    const items = answers.flatMap((one): Found[] => {
      const change = changes.find(({ id }) => id === one.engineeringChangeId);
      // Whose contract has ended is not asked any more.
      if (change?.answerBy == null || !isLiveContract(one.contract)) return [];
      const isLate = change.answerBy < today;
      return [
        {
          occasion: `change unanswered ${change.answerBy}${isLate ? ' late' : ''}`,
          object: 'changeAnswer',
          recordId: one.id,
          label: [one.name, change.answerBy].filter(Boolean).join(' · '),
          details: change.description,
          assigneeId: one.contract?.salespersonId ?? null,
          dueAt: isLate ? null : change.answerBy,
        },
      ];
    });
    return { plan: items };
  },
};
