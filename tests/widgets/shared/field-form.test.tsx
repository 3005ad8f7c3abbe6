import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { type FieldSpecs, readFields, rowsOf } from '#widgets/shared/command-form/field-list.tsx';

type Key = 'amount' | 'kept' | 'days' | 'rate' | 'on' | 'note' | 'box' | 'kind';

const FIELDS: FieldSpecs<{ mayRescind: boolean }, Key> = {
  amount: { kind: 'AMOUNT', label: 'Amount' },
  kept: { kind: 'AMOUNT', label: 'Kept', isOptional: true, mayBeZero: true },
  days: { kind: 'WHOLE', label: 'Days', isOptional: true },
  rate: { kind: 'DECIMAL', label: 'Rate', isOptional: true },
  on: { kind: 'DATE', label: 'Date' },
  note: { kind: 'LONG', label: 'Reason', missing: 'Say why.' },
  box: { kind: 'CHECK', label: 'Keeps it', isShown: (_values, { mayRescind }) => mayRescind },
  kind: { kind: 'CHOICE', label: 'Kind', choices: () => [['A', 'First']] },
};

const FILLED: Record<Key, string> = {
  amount: '1,250.50',
  kept: '',
  days: '',
  rate: '',
  on: '2026-03-12',
  note: ' Moved ',
  box: '',
  kind: 'A',
};

const read = (changes: Partial<Record<Key, string>>, mayRescind = false) =>
  readFields(FIELDS, { ...FILLED, ...changes }, { mayRescind }, ENGLISH);

describe('fields as data', () => {
  it('are read as the command takes them', () => {
    expect(read({ days: '０30', rate: '4.90' })).toEqual({
      read: { ...FILLED, amount: '1250.50', days: '30', rate: '4.90', note: 'Moved' },
      wrong: {},
    });
  });

  it('say at each field what is missing or wrong', () => {
    const { wrong } = read({ amount: 'a lot', days: '1.5', rate: 'x', on: '', note: ' ' });
    expect(wrong).toEqual({
      amount: 'Enter an amount such as 50000.',
      days: 'Enter a whole number.',
      rate: 'Enter a number such as 4.9.',
      on: 'Enter a date.',
      note: 'Say why.',
    });
  });

  it('take nothing for an amount only where nothing is an answer', () => {
    expect(read({ kept: '0.00' })).toMatchObject({ read: { kept: '0' }, wrong: {} });
    expect(read({ amount: '0' }).wrong).toHaveProperty('amount');
  });

  it('ask only for what is shown', () => {
    expect(read({}, true).wrong).toEqual({ box: 'Tick the box first.' });
    expect(read({ box: 'true' }, true).read.box).toBe('true');
    expect(read({ box: 'true' }, false).read.box).toBe('');
  });

  it('stand two by two where they are short', () => {
    expect(rowsOf(FIELDS, Object.keys(FIELDS) as Key[])).toEqual([
      ['amount', 'kept'],
      ['days', 'rate'],
      ['on'],
      ['note'],
      ['box'],
      ['kind'],
    ]);
  });
});

describe('a form whose fields are data', () => {
  const spec = fieldForm({
    command: 'ledger/add-charge',
    load: async () => ({ id: 'c1' }),
    facts: () => [],
    start: () => ({ label: '', amount: '' }),
    fields: { label: { kind: 'TEXT', label: 'Label' }, amount: { kind: 'AMOUNT', label: 'Amount' } },
    currency: () => 'TWD',
    check: ({ label }) => (label === 'Gift' ? { label: 'Not a gift.' } : {}),
    input: (values, { id }) => ({ contractId: id, chargeType: 'TAX', dueOn: '2026-03-12', ...values }),
    submit: () => 'Add',
    busy: () => 'Adding',
    done: () => 'Added',
  });
  const subject = { id: 'c1' };

  it('sends its input once everything is right', () => {
    expect(spec.read({ label: 'Tax', amount: '5' }, subject, ENGLISH)).toEqual({
      input: { contractId: 'c1', chargeType: 'TAX', dueOn: '2026-03-12', label: 'Tax', amount: '5' },
      wrong: {},
    });
    expect(spec.read({ label: 'Gift', amount: '5' }, subject, ENGLISH)).toEqual({
      input: null,
      wrong: { label: 'Not a gift.' },
    });
    expect(spec.read({ label: 'Gift', amount: '' }, subject, ENGLISH).wrong).toEqual({
      amount: 'Enter an amount such as 50000.',
    });
  });

  it('names the currency of amounts and marks what is wrong', () => {
    const { Fields } = spec;
    const markup = renderToStaticMarkup(
      Fields && (
        <Fields
          subject={subject}
          draft={{ label: '', amount: '' }}
          wrong={{ label: 'Fill this in.' }}
          words={ENGLISH}
          onChange={() => undefined}
        />
      ),
    );
    expect(markup).toContain('Amount (TWD)');
    expect(markup).toMatch(/aria-invalid="true".*role="alert">Fill this in\./s);
  });

  it('leaves out what is empty', () => {
    expect([given(''), given('x')]).toEqual([undefined, 'x']);
  });
});
