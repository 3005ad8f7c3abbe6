/** A reader east of the project stands in tomorrow: the form takes the project's today, and no day that was chosen. */
import { describe, expect, it } from 'vitest';
import { todayThere } from '#widgets/shared/command-form/today-there.ts';

const draft = { receivedOn: '2026-11-23', valueOn: '2026-11-20', amount: '10' };
const refusal = (field: string, date: string, code = 'DATE_IN_FUTURE') => ({
  code,
  message: '',
  facts: { field, date, today: '2026-11-22' },
});

describe('a day that is still to come at the project', () => {
  it.each([
    ['the reader’s today', refusal('receivedOn', '2026-11-23'), { receivedOn: '2026-11-22' }],
    ['a day that was chosen', refusal('receivedOn', '2026-11-25'), null],
    ['another field', refusal('valueOn', '2026-11-23'), null],
    ['a field that the form has not', refusal('paidOn', '2026-11-23'), null],
    ['another refusal', refusal('receivedOn', '2026-11-23', 'BUSY'), null],
  ])('%s', (_, refused, changed) => {
    expect(todayThere(draft, refused, '2026-11-23')).toEqual(changed);
  });
});
