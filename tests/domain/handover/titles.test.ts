/** C4, D9: deadlines of a title, its steps, what blocks it, and what a list of titles says. */
import { describe, expect, it } from 'vitest';
import {
  decideBlock,
  decideTitleStep,
  decideUnblock,
  nextTitleDeadline,
  readTitleList,
  TITLE_PROBLEM_TEXTS,
  TITLE_TRANSITIONS,
  type TitleFacts,
  type TitleState,
  titleDeadlines,
  titleObstacles,
  titleProblemText,
} from '#domain/handover/index.ts';
import { parseMoney } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { unreachableStates } from '#domain/shared/state-machine.ts';

const day = (text: string) => text as PlainDate;
const DEFAULTS = { titleFileDays: null, titleCertificateDays: null };
const FREE = { due: null, mortgagedTo: '' };

const CASE: TitleFacts = {
  name: 'C-1',
  state: 'COLLECTING',
  stateSince: day('2026-01-31'),
  blockReason: null,
  documentsMissing: '',
  taxAmount: null,
  taxPaidOn: null,
  submittedOn: null,
  registryNumber: '',
  acceptedOn: null,
  issuedOn: null,
  certificateNumber: '',
  deliveredOn: null,
  receivedBy: '',
};

describe('D9: the deadlines of a title', () => {
  it.each([
    // Handed over, file by (60 days), certificate by (365 days).
    ['2026-01-31', '2026-04-01', '2027-01-31'],
    ['2025-12-31', '2026-03-01', '2026-12-31'],
    // Over the leap day of 2024 and from it.
    ['2023-12-31', '2024-02-29', '2024-12-30'],
    ['2024-02-29', '2024-04-29', '2025-02-28'],
    ['2024-01-01', '2024-03-01', '2024-12-31'],
    // 2026-05-31 and 2026-08-30 are Sundays: a deadline never moves to a later day.
    ['2026-04-01', '2026-05-31', '2027-04-01'],
    ['2026-07-01', '2026-08-30', '2027-07-01'],
  ])('handed over on %s: file by %s, certificate by %s', (on, fileBy, certificateBy) => {
    expect(titleDeadlines(day(on), DEFAULTS)).toEqual({ fileBy, certificateBy });
  });

  it.each([
    [90, 180, '2026-05-01', '2026-07-30'],
    [0, 1, '2026-01-31', '2026-02-01'],
  ])('the project says %s and %s days', (titleFileDays, titleCertificateDays, fileBy, certificateBy) => {
    const project = { titleFileDays, titleCertificateDays };
    expect(titleDeadlines(day('2026-01-31'), project)).toEqual({ fileBy, certificateBy });
  });

  const DATED = { fileBy: day('2026-04-01'), certificateBy: day('2027-01-31'), submittedOn: null };
  it.each<[TitleState, string | null, string, object | null]>([
    ['COLLECTING', null, '2026-03-31', { what: 'FILE', on: '2026-04-01', daysLeft: 1 }],
    ['TAX_PAID', null, '2026-04-01', { what: 'FILE', daysLeft: 0 }],
    ['BLOCKED', null, '2026-04-03', { what: 'FILE', daysLeft: -2 }],
    ['BLOCKED', '2026-03-01', '2026-04-03', { what: 'CERTIFICATE', daysLeft: 303 }],
    ['SUBMITTED', '2026-03-01', '2027-01-31', { what: 'CERTIFICATE', daysLeft: 0 }],
    ['ACCEPTED', '2026-03-01', '2027-02-01', { what: 'CERTIFICATE', daysLeft: -1 }],
    ['ISSUED', '2026-03-01', '2027-02-01', null],
    ['DELIVERED', '2026-03-01', '2027-02-01', null],
  ])('%s, submitted %s: on %s it is %j', (state, submittedOn, today, next) => {
    const one = { ...DATED, state, submittedOn: submittedOn as PlainDate | null };
    const found = nextTitleDeadline(one, day(today));
    if (next === null) expect(found).toBeNull();
    else expect(found).toMatchObject(next);
  });
});

describe('C4: the steps of a title', () => {
  it('reach every state', () => {
    expect(unreachableStates(TITLE_TRANSITIONS, 'COLLECTING')).toEqual([]);
  });

  const states = Object.keys(TITLE_TRANSITIONS) as TitleState[];
  it.each(states)('from %s nothing is taken that the table does not have', (state) => {
    const tax = parseMoney('1.00', 'EUR');
    const news = { taxAmount: tax, registryNumber: 'R', certificateNumber: 'T', receivedBy: 'Lin' };
    for (const to of states) {
      const step = { to, on: day('2026-02-01'), news, today: day('2026-02-01') };
      const decided = decideTitleStep({ ...CASE, state, blockReason: 'OTHER' }, step, FREE);
      const may = state !== 'BLOCKED' && to !== 'BLOCKED' && TITLE_TRANSITIONS[state].includes(to);
      expect([to, 'plan' in decided]).toEqual([to, may]);
    }
  });

  it('given back by the registry, the day of filing is taken off and the old deadline runs again', () => {
    const one = { ...CASE, state: 'SUBMITTED' as const, submittedOn: day('2026-02-03') };
    const step = { to: 'COLLECTING' as const, on: day('2026-02-10'), news: {}, today: day('2026-02-10') };
    expect(decideTitleStep(one, step, FREE)).toMatchObject({ plan: { submittedOn: null } });
  });

  it.each<[TitleState, string[]]>([
    ['TAX_PAID', []],
    ['SUBMITTED', ['UNPAID', 'MISSING_DOCUMENT']],
    ['ACCEPTED', ['UNPAID']],
    ['ISSUED', ['UNPAID', 'BUILDING_MORTGAGE']],
    ['DELIVERED', ['UNPAID']],
  ])('to be %s stand against it: %j', (to, reasons) => {
    const ground = { due: '5.00 EUR', mortgagedTo: 'Bank' };
    expect(titleObstacles(to, ground, 'Deed').map(({ reason }) => reason)).toEqual(reasons);
    expect(titleObstacles(to, FREE, ' ')).toEqual([]);
  });

  it.each(['UNPAID', 'BUILDING_MORTGAGE', 'MISSING_DOCUMENT'] as const)(
    '%s blocks only while it is so, and lets go only when it is no more',
    (reason) => {
      const [ground, documentsMissing] = [{ due: '5.00 EUR', mortgagedTo: 'Bank' }, 'Deed'];
      expect(decideBlock(CASE, { reason, note: '' }, FREE)).toMatchObject(
        reason === 'MISSING_DOCUMENT'
          ? { code: 'INVALID_INPUT', field: 'documentsMissing' }
          : { code: 'TITLE_NOT_BLOCKED', reason },
      );
      expect(decideBlock({ ...CASE, documentsMissing }, { reason, note: '' }, ground)).toBeNull();
      const blocked = {
        ...CASE,
        state: 'BLOCKED' as const,
        stateBefore: 'TAX_PAID',
        blockReason: reason,
        documentsMissing,
      };
      expect(decideUnblock(blocked, ground)).toMatchObject({ refused: { code: 'TITLE_BLOCKED' } });
      expect(decideUnblock({ ...blocked, documentsMissing: '' }, FREE)).toEqual({ plan: 'TAX_PAID' });
    },
  );
});

describe('a list of titles', () => {
  const read = (...lines: string[]) =>
    readTitleList(lines.map((line, index) => ({ line: index + 1, cells: line.split('|') })));

  it.each([
    ['C-1|2026-02-02||', 'TAX_PAID'],
    ['C-1|||R-1', 'ACCEPTED'],
    ['C-1||2026-02-05|', 'ISSUED'],
  ])('%s says how far it is by what is filled in', (line, state) => {
    expect(read('合同编号|完税日期|出证日期|受理号', line)?.rows).toMatchObject([{ name: 'C-1', state }]);
  });

  it.each([
    ['已受理', 'ACCEPTED'],
    ['Certificate issued', 'ISSUED'],
    ['tax_paid', 'TAX_PAID'],
    ['已领证', 'DELIVERED'],
  ])('the state may be written as %s', (written, state) => {
    expect(read('Unit|Status', `A 101|${written}`)?.rows).toMatchObject([{ state }]);
  });

  it.each([
    ['2024-02-30', 'NOT_A_DATE'],
    ['2023-02-29', 'NOT_A_DATE'],
    ['01/02/2026', 'DATE_AMBIGUOUS'],
  ])('the date %s is %s', (written, code) => {
    const problems = read('Contract|Issued on', `C-1|${written}`)?.problems;
    expect(problems).toMatchObject([{ row: 2, column: 'Issued on', code, facts: { value: written } }]);
  });

  it('a column of which one cell tells day from month is read by it, leap day included', () => {
    const found = read('Contract|Issued on', 'C-1|29/02/2024', 'C-2|01/02/2024');
    expect(found?.rows.map(({ issuedOn }) => issuedOn)).toEqual(['2024-02-29', '2024-02-01']);
  });

  it('without a row of headings there is nothing to read; unknown columns are named', () => {
    expect(read('C-1|2026-01-01')).toBeNull();
    expect(read('Titles', 'Contract|State|Clerk', 'C-1|Issued|Tom')?.ignored).toEqual(['Clerk']);
  });

  it.each(Object.keys(TITLE_PROBLEM_TEXTS))('%s is one sentence with all of its facts filled in', (code) => {
    const template = TITLE_PROBLEM_TEXTS[code as keyof typeof TITLE_PROBLEM_TEXTS];
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const facts = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    const text = titleProblemText({ row: 1, column: '', code: code as never, facts });
    for (const fact of Object.values(facts)) expect(text).toContain(fact);
    expect(text).not.toMatch(/[{}]/);
  });
});
