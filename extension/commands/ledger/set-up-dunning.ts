/**
 * Changes: the usual ladder of dunning steps (C4), where a workspace has none for all projects yet; an admin
 * changes it from there. Guard: the steps' ids are constants, so that two at once make one ladder.
 * After a crash: some steps are missing; the same request again adds them.
 */
import * as z from 'zod/mini';
import type { DunningChannel, DunningLevel } from '#domain/ledger/index.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command } from '../system/command.ts';
import { requestId } from '../system/input.ts';
import { derivedId } from '../system/request-ids.ts';

const schema = z.object({ requestId });

type Input = z.infer<typeof schema>;
type Step = {
  name: string;
  daysPastDue: number;
  level: DunningLevel;
  channel: DunningChannel;
  payWithinDays: number;
};

const USUAL: readonly Step[] = [
  { name: 'Reminder before the day', daysPastDue: -7, level: 'REMINDER', channel: 'EMAIL', payWithinDays: 7 },
  { name: 'Payment reminder', daysPastDue: 1, level: 'REMINDER', channel: 'EMAIL', payWithinDays: 7 },
  { name: 'First demand', daysPastDue: 7, level: 'FIRST', channel: 'LETTER', payWithinDays: 7 },
  { name: 'Second demand', daysPastDue: 15, level: 'SECOND', channel: 'LETTER', payWithinDays: 7 },
  { name: 'Formal demand', daysPastDue: 30, level: 'FORMAL', channel: 'LETTER', payWithinDays: 14 },
  { name: 'Lawyer’s letter', daysPastDue: 60, level: 'LAWYER', channel: 'LETTER', payWithinDays: 14 },
  {
    name: 'Review of the contract',
    daysPastDue: 90,
    level: 'TERMINATION',
    channel: 'LETTER',
    payWithinDays: 14,
  },
];

export const setUpDunning: Command<Input, RecordOf<'dunningStep'>[], null, { steps: number }> = {
  name: 'set-up-dunning',
  room: 'ledger',
  title: 'Set up the usual dunning ladder',
  right: 'keepAccounts',
  schema,
  subject: () => ({ kind: 'dunningStep', id: '' }),

  async load({ store }) {
    const { known } = await store.read({ known: { object: 'dunningStep', filter: { projectId: null } } });
    return { plan: known };
  },

  decide: () => ({ plan: null }),

  async apply(run, _input, known) {
    const ids = new Set(known.map(({ id }) => id));
    const rows = USUAL.map((step) => ({
      id: derivedId('dunning step', String(step.daysPastDue)),
      projectId: null,
      ...step,
      thresholdPercent: null,
      letterEnglish: '',
      letterChinese: '',
      isActive: true,
    }));
    const isOurs = rows.some(({ id }) => ids.has(id));
    // A ladder that somebody has made is left alone; one of ours that was cut off is finished.
    const missing = known.length > 0 && !isOurs ? [] : rows.filter(({ id }) => !ids.has(id));
    if (missing.length > 0) await run.store.write([{ createMany: 'dunningStep', rows: missing }]);
    const answer = { steps: missing.length };
    const message =
      missing.length > 0
        ? `${missing.length} steps are set up: look at their days and words before the next night.`
        : 'There is a ladder already; nothing was changed.';
    return { plan: { answer, message, after: answer } };
  },
};
