/** Finding: titles whose day to file, or day of the certificate, is near or over (C4, D9). Reads only. */
import * as z from 'zod/mini';
import { isLiveContract } from '#domain/deal/index.ts';
import { nextTitleDeadline, TITLE_DONE, TITLE_ROAD, type TitleState } from '#domain/handover/index.ts';
import { addDays, dateIn } from '#domain/shared/plain-date.ts';
import { type Finding, type Found, setting } from '../system/finding.ts';

const schema = z.object({ daysBefore: setting(14, 365) });

const OPEN: readonly TitleState[] = [...TITLE_ROAD.filter((state) => !TITLE_DONE.includes(state)), 'BLOCKED'];

export const findTitleDeadlines: Finding<z.infer<typeof schema>> = {
  name: 'find-title-deadlines',
  title: 'Find title deadlines',
  schema,

  async find({ store, clock }, { daysBefore }) {
    const today = dateIn(clock.now(), 'UTC');
    const until = addDays(today, daysBefore);
    const state = { in: OPEN };
    const { toFile } = await store.read({
      toFile: {
        object: 'titleCase',
        filter: { state, fileBy: { lte: until } },
        with: { contract: true },
        orderBy: { fileBy: 'ASC' },
      },
    });
    const { toIssue } = await store.read({
      toIssue: {
        object: 'titleCase',
        filter: { state, certificateBy: { lte: until } },
        with: { contract: true },
        orderBy: { certificateBy: 'ASC' },
      },
    });
    const cases = [...new Map([...toFile, ...toIssue].map((one) => [one.id, one])).values()];
    const items = cases.flatMap((one): Found[] => {
      const next = nextTitleDeadline(one, today);
      if (next === null || next.daysLeft > daysBefore || !isLiveContract(one.contract)) return [];
      const isLate = next.daysLeft < 0;
      return [
        {
          // Told once before the day and once after it.
          occasion: `title ${next.what} ${next.on}${isLate ? ' late' : ''}`,
          object: 'titleCase',
          recordId: one.id,
          label: [one.name, one.state, next.on].filter(Boolean).join(' · '),
          details: [one.blockNote, one.documentsMissing].filter(Boolean).join('\n'),
          assigneeId: one.ownerId ?? one.contract?.salespersonId ?? null,
          dueAt: isLate ? null : next.on,
        },
      ];
    });
    return { plan: items };
  },
};
