import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chinese, ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { STATEMENT, STATEMENT_LINES } from '#tests/widgets/harness/ledger-records.ts';
import { type BankStatement, chosenLines, postableCount } from '#widgets/ledger/bank-statement/bank-lines.ts';
import { BankStatementView } from '#widgets/ledger/bank-statement/bank-statement-view.tsx';
import { base64OfText } from '#widgets/ledger/bank-statement/base64.ts';
import { NOTHING_POSTED, type Posting, withRound } from '#widgets/ledger/bank-statement/posting.ts';
import { currencyProblem, readInput, readStart } from '#widgets/ledger/bank-statement/read-fields.ts';
import { problemText, whyText } from '#widgets/ledger/bank-statement/why-text.ts';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';

const statement = { record: STATEMENT, lines: STATEMENT_LINES } as unknown as BankStatement;
const nothing = () => undefined;

type Shown = { words?: Words; readAnswer?: CommandAnswer; posting?: Posting; isPosting?: boolean };

function html({ words = ENGLISH, readAnswer, posting, isPosting = false }: Shown = {}) {
  return renderToStaticMarkup(
    <BankStatementView
      statement={statement}
      isReading={false}
      readAnswer={readAnswer ?? null}
      isPosting={isPosting}
      posting={posting ?? null}
      postAnswer={posting === undefined || isPosting ? null : { kind: 'DONE', message: '', result: {} }}
      words={words}
      onRead={nothing}
      onPost={nothing}
      onClose={nothing}
    />,
  );
}

describe('the lines of a bank statement', () => {
  it('that need a person come first', () => {
    expect(chosenLines(statement.lines, null).map(({ state }) => state)).toEqual([
      'DOUBTFUL',
      'UNMATCHED',
      'UNMATCHED',
      'MATCHED',
      'MATCHED',
      'ALREADY_BOOKED',
    ]);
    expect(chosenLines(statement.lines, 'MATCHED')).toHaveLength(2);
  });

  it('are posted when they have a contract, by the file or by a person', () => {
    expect(postableCount(statement.lines)).toBe(2);
    const chosen = statement.lines.map((line) =>
      line.state === 'DOUBTFUL' ? { ...line, contract: { name: 'GA-2026-0045' } } : line,
    );
    expect(postableCount(chosen)).toBe(3);
  });

  it('are shown with payer, contract, amount and state; the button says how many are posted', () => {
    const markup = html();
    expect(markup).toContain('for GA-2026-0117');
    expect(markup).toContain('Post 2 lines');
    expect(markup).toContain('Doubtful 1');
    expect(markup).toContain('choose its contract');
  });

  it('speak Chinese', async () => {
    const markup = html({ words: await chinese() });
    expect(markup).toContain('没有任何信息指向某份合同');
    expect(markup).toContain('入账 2 行');
    expect(markup).not.toMatch(/[A-Z]+_[A-Z]+/);
  });
});

describe('why a line is whose', () => {
  it.each([
    ['VIRTUAL_ACCOUNT 98231; INSTALLMENT_AMOUNT', 'virtual account 98231; amount of an open installment'],
    ['REFERENCE PAY-7Q2M', 'payment reference PAY-7Q2M'],
    [
      'GA-45? (PAYER_NAME, UNIT_NAME); GA-46? (PAYER_NAME)',
      'GA-45? (name of the payer, the unit); GA-46? (name of the payer)',
    ],
    ['NAME_ONLY', 'only a name, which is not enough'],
    ['Receipt RC-1', 'Receipt RC-1'],
    ['The contract C-1 is not in force (CANCELLED).', 'The contract C-1 is not in force (CANCELLED).'],
  ])('%s', (why, told) => {
    expect(whyText(why, ENGLISH)).toBe(told);
  });

  it('keeps the words of the file and tells the code', () => {
    expect(problemText('REFERENCE "x": DATE_UNREADABLE', ENGLISH)).toBe('REFERENCE "x": this is no date');
    expect(problemText('Betrag "1": SOMETHING_NEW', ENGLISH)).toBe('Betrag "1": SOMETHING_NEW');
  });
});

describe('reading a statement', () => {
  const start = readStart(statement.record);

  it('takes the newest file of the record when nothing is pasted', () => {
    expect(readInput('bs1', { ...start, currency: 'twd' })).toEqual({
      bankStatementId: 'bs1',
      account: '0989-441-220087',
      currency: 'TWD',
      decimalMark: undefined,
      dateOrder: undefined,
    });
  });

  it('sends what was pasted as UTF-8', () => {
    const { contentBase64 } = readInput('bs1', { ...start, pasted: '付款人\t金额\n王小明\t1,5' });
    expect(Buffer.from(contentBase64 ?? '', 'base64').toString('utf8')).toBe('付款人\t金额\n王小明\t1,5');
  });

  it('carries a hundred thousand characters', () => {
    const text = '王'.repeat(100_000);
    expect(Buffer.from(base64OfText(text), 'base64').toString('utf8')).toBe(text);
  });

  it('wants a currency', () => {
    expect(currencyProblem('EURO', ENGLISH)).toHaveProperty('currency');
    expect(currencyProblem('eur', ENGLISH)).toEqual({});
  });

  it('says what could not be read, and that nothing is posted', () => {
    const problems = [{ row: 9, problem: 'Amount "1.234": AMOUNT_AMBIGUOUS' }];
    const markup = html({ readAnswer: { kind: 'DONE', message: '', result: { problems } } });
    expect(markup).toContain('Nothing is posted yet');
    expect(markup).toContain('Row 9: Amount &quot;1.234&quot;: which is the decimal mark?');
  });
});

describe('posting a statement', () => {
  const round = { posted: 48, alreadyBooked: 1, left: 30, refused: [{ row: 4, problem: 'No.' }] };

  it('adds up its rounds and tells a refused line once', () => {
    const so = withRound(withRound(NOTHING_POSTED, round), { ...round, posted: 30, left: 0 });
    expect(so).toEqual({
      booked: 78,
      alreadyBooked: 2,
      left: 0,
      refused: [{ row: 4, problem: 'No.' }],
      isStuck: false,
    });
  });

  it('gives up when a round books nothing', () => {
    expect(withRound(NOTHING_POSTED, { ...round, posted: 0, alreadyBooked: 0 }).isStuck).toBe(true);
  });

  it('shows how far it is, then what came of it', () => {
    const so = withRound(NOTHING_POSTED, round);
    expect(html({ posting: so, isPosting: true })).toContain('48 booked, 30 left');
    const over = html({ posting: so });
    expect(over).toContain('48 lines are booked, 1 were booked before, 1 were refused.');
    expect(over).toContain('Row 4: No.');
  });
});
