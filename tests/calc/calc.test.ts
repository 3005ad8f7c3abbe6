/** `calc`: every rule through the table that the command line uses (issue 3, point 9). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calc } from '#scripts/calc/calc.ts';
import { RULES } from '#scripts/calc/rules.ts';
import { EXAMPLES, type Example } from './examples.ts';

const run = (rule: string, input: unknown) => calc([rule], JSON.stringify(input));
const error = (field: string, message: string) => ({
  status: 2,
  line: JSON.stringify({ error: { field, message } }),
});

const byRule = new Map(EXAMPLES);

function example(rule: string): Record<string, unknown> {
  const [first] = byRule.get(rule) ?? [];
  if (first === undefined) throw new Error(`${rule} has no example`);
  return first[1];
}

describe.each(EXAMPLES)('calc %s', (rule, examples) => {
  it.each<Example>(examples)('%s', (_name, input, answer) => {
    expect(run(rule, input)).toEqual({ status: 0, line: JSON.stringify(answer) });
  });

  it('refuses an input in which a field is missing, and says which', () => {
    for (const field of Object.keys(example(rule))) {
      const { [field]: _left, ...rest } = example(rule);
      expect(run(rule, rest)).toEqual(error(field, 'is missing'));
    }
  });

  it('refuses a field that it does not know, so that a misspelt one is not ignored', () => {
    const unknown = 'is not a field of this rule';
    expect(run(rule, { ...example(rule), currrency: 'EUR' })).toEqual(error('currrency', unknown));
    const prototype = JSON.stringify(example(rule)).replace('{', '{"__proto__":{"x":1},');
    expect(calc([rule], prototype)).toEqual(error('__proto__', unknown));
  });

  it('refuses what is no currency code', () => {
    for (const currency of ['eur', 'EURO', '', 978, null]) {
      expect(run(rule, { ...example(rule), currency })).toEqual(
        error('currency', 'must be a currency code like EUR'),
      );
    }
  });
});

const withLines = (...lines: Record<string, unknown>[]) => ({ plan: { lines } });
const line = (changes: Record<string, unknown> = {}) => ({
  label: 'All',
  basis: 'percent',
  percent: 100,
  due: { anchor: 'signing' },
  ...changes,
});
const withRule = (changes: Record<string, unknown>) => ({
  rule: { ratePerDay: '0.0005', order: 'PRINCIPAL_FIRST', ...changes },
});

const AMOUNTS: [rule: string, field: string, input: (amount: unknown) => unknown][] = [
  ['schedule', 'price', (amount) => ({ ...example('schedule'), price: amount })],
  [
    'schedule',
    'plan.lines.1.amount',
    (amount) => ({
      ...example('schedule'),
      ...withLines(line(), { label: 'Fixed', basis: 'fixed', amount, due: { anchor: 'signing' } }),
    }),
  ],
  ['late-fee', 'amount', (amount) => ({ ...example('late-fee'), amount })],
  [
    'late-fee',
    'payments.0.amount',
    (amount) => ({ ...example('late-fee'), payments: [{ on: '2025-03-11', amount }] }),
  ],
  ['late-fee', 'rule.cap', (cap) => ({ ...example('late-fee'), ...withRule({ cap }) })],
  ['allocate', 'receipt', (receipt) => ({ ...example('allocate'), receipt })],
  [
    'allocate',
    'installments.0.open',
    (open) => ({ ...example('allocate'), installments: [{ id: 'a', due: null, open }] }),
  ],
  ['area-settlement', 'unitPrice', (amount) => ({ ...example('area-settlement'), unitPrice: amount })],
  [
    'ageing',
    'items.0.receipts.1.amount',
    (amount) => ({
      asOf: '2025-06-30',
      items: [
        {
          id: 'a',
          due: null,
          amount: '1.00',
          receipts: [
            { on: '2025-01-01', amount: '1.00' },
            { on: '2025-01-01', amount },
          ],
        },
      ],
    }),
  ],
  [
    'ageing',
    'items.0.waived',
    (amount) => ({
      asOf: '2025-06-30',
      items: [{ id: 'a', due: null, amount: '1.00', receipts: [], waived: amount }],
    }),
  ],
  ['mortgage', 'principal', (amount) => ({ ...example('mortgage'), principal: amount })],
  [
    'commission',
    'tiers.1.from',
    (amount) => ({
      ...example('commission'),
      tiers: [
        { from: '0', to: '1', percent: 1 },
        { from: amount, to: null, percent: 1 },
      ],
    }),
  ],
  ['deposit', 'paid', (amount) => ({ ...example('deposit'), paid: amount })],
  ['retention', 'paid', (amount) => ({ ...example('retention'), paid: amount })],
];

describe.each(AMOUNTS)('an amount: %s, %s', (rule, field, input) => {
  const form = 'must be a decimal string like "1234.50"';

  it.each<[unknown, string]>([
    [12.5, `${form}, not a JSON number`],
    [1, `${form}, not a JSON number`],
    ['1,000.00', form],
    ['1e3', form],
    ['+1.00', form],
    [' 1.00', form],
    ['.50', form],
    ['', form],
    [true, form],
    [null, form],
    [{}, form],
    ['-0.01', 'must not be negative'],
  ])('%j is refused', (amount, message) => {
    expect(run(rule, input(amount))).toEqual(error(field, message));
  });

  it('with more decimals than the currency has is refused, never rounded', () => {
    const money = input('1.001') as object;
    const expected = (digits: number, named: string) =>
      error(field, `must have at most ${digits} decimal places${named}`);
    if (!('currency' in money)) expect(run(rule, money)).toEqual(expected(2, ''));
    expect(run(rule, { ...money, currency: 'EUR' })).toMatchObject({ status: 2 });
    expect(run(rule, { ...money, currency: 'EUR' }).line).toContain('decimal places in EUR');
  });
});

describe('amounts that no float holds, and currencies with none or three decimals', () => {
  it('area settlement of yen has no decimals', () => {
    const input = { currency: 'JPY', contractArea: '85.37', measuredArea: '86.01', unitPrice: '1234567' };
    expect(JSON.parse(run('area-settlement', input).line)).toMatchObject({
      buyerPays: '790123',
      buyerRefund: '0',
    });
  });

  it.each([
    ['JPY', '9007199254740993', '1801439850948198'],
    ['KWD', '9007199254740.993', '1801439850948.198'],
    ['EUR', '90071992547409931234567890.12', '18014398509481986246913578.02'],
  ])('20 %% of %s %s are %s', (currency, price, part) => {
    const { status, line } = run('deposit', {
      currency,
      price,
      agreed: price,
      paid: price,
      defaulter: 'BUYER',
    });
    expect([status, JSON.parse(line).depositPart]).toEqual([0, part]);
  });

  it('yen with decimals are refused', () => {
    const input = { currency: 'JPY', price: '100', agreed: '1.5', paid: '1', defaulter: 'BUYER' };
    expect(run('deposit', input)).toEqual(error('agreed', 'must have at most 0 decimal places in JPY'));
  });
});

describe('what is wrong is named with its path', () => {
  const decimalForm = 'must be a decimal like "4.9", without an exponent';

  it.each<[string, Record<string, unknown>, string, string]>([
    ['schedule', { price: '0.00' }, 'price', 'must be above zero'],
    ['schedule', { signedOn: '2025-02-30' }, 'signedOn', 'must be a date like 2025-01-31'],
    ['schedule', { plan: {} }, 'plan.lines', 'is missing'],
    ['schedule', withLines(), 'plan.lines', 'has no lines'],
    ['schedule', withLines(line({ label: ' ' })), 'plan.lines.0.label', 'must be a text that is not empty'],
    [
      'schedule',
      withLines(line({ basis: 'rest' })),
      'plan.lines.0.basis',
      'must be "fixed" or "percent" or "balance"',
    ],
    ['schedule', withLines(line({ percent: undefined })), 'plan.lines.0.percent', 'is missing'],
    [
      'schedule',
      withLines(line({ percent: '33.33333' })),
      'plan.lines.0.percent',
      'must have at most 4 decimal places',
    ],
    ['schedule', withLines(line({ percent: 0 })), 'plan.lines.0', 'has no percent above zero'],
    ['schedule', withLines(line({ amount: '1.00' })), 'plan.lines.0.amount', 'is only for the basis fixed'],
    [
      'schedule',
      withLines(line({ basis: 'balance' })),
      'plan.lines.0.percent',
      'is only for the basis percent',
    ],
    [
      'schedule',
      withLines(line({ basis: 'fixed', percent: undefined })),
      'plan.lines.0.amount',
      'is missing',
    ],
    ['schedule', withLines(line({ due: {} })), 'plan.lines.0.due.anchor', 'is missing'],
    ['schedule', withLines(line({ due: { anchor: 'date' } })), 'plan.lines.0.due.date', 'is missing'],
    [
      'schedule',
      withLines(line({ due: { anchor: 'signing', date: '2025-01-01' } })),
      'plan.lines.0.due.date',
      'is only for the anchor date',
    ],
    [
      'schedule',
      withLines(line({ due: { anchor: 'signing', months: -1 } })),
      'plan.lines.0.due.months',
      'must not be negative',
    ],
    [
      'schedule',
      withLines(line({ due: { anchor: 'signing', months: 1_201 } })),
      'plan.lines.0',
      'falls due more than 1200 months after its anchor',
    ],
    [
      'schedule',
      withLines(line({ repeat: { times: 0, everyMonths: 1 } })),
      'plan.lines.0.repeat.times',
      'must be at least 1',
    ],
    [
      'schedule',
      withLines(line({ repeat: { times: 601, everyMonths: 1 } })),
      'plan.lines.0',
      'is repeated more than 600 times',
    ],
    ['schedule', withLines(line({ percent: 105 })), 'plan.lines', 'add up to 105 %, not to 100 %'],
    [
      'schedule',
      withLines(line(), { label: 'Fixed', basis: 'fixed', amount: '1.00', due: { anchor: 'signing' } }),
      'plan.lines',
      'add up to 1234568.89 (100 %), not to 1234567.89',
    ],
    [
      'schedule',
      withLines(
        { label: 'A', basis: 'fixed', amount: '999999.00', deposit: true, due: { anchor: 'signing' } },
        line({ label: 'B', percent: 20, lessDeposit: true }),
        line({ label: 'C', percent: 80 }),
      ),
      'plan.lines.1',
      'is smaller than the deposit "A" that it takes off',
    ],
    ['late-fee', { due: '2025-02-29' }, 'due', 'must be a date like 2025-01-31'],
    ['late-fee', { payments: [{ on: '2025-03-11' }] }, 'payments.0.amount', 'is missing'],
    ['late-fee', { rule: {} }, 'rule.ratePerDay', 'is missing'],
    ['late-fee', withRule({ ratePerDay: '-0.0005' }), 'rule.ratePerDay', 'must not be negative'],
    ['late-fee', withRule({ ratePerDay: '5e-4' }), 'rule.ratePerDay', decimalForm],
    [
      'late-fee',
      withRule({ order: 'FEE_FIRST' }),
      'rule.order',
      'must be "PRINCIPAL_FIRST" or "FEE_THEN_PRINCIPAL"',
    ],
    ['late-fee', withRule({ graceDays: 1.5 }), 'rule.graceDays', 'must be a whole number'],
    ['late-fee', withRule({ graceFrom: 'DUE' }), 'rule.graceFrom', 'must be "due" or "graceEnd"'],
    [
      'late-fee',
      withRule({ band: { afterDays: 60, ratePerDay: 0.0002, mode: 'BOTH' } }),
      'rule.band.mode',
      'must be "WHOLE_PERIOD" or "MARGINAL"',
    ],
    ['late-fee', withRule({ band: { afterDays: 60 } }), 'rule.band.ratePerDay', 'is missing'],
    ['allocate', { prepay: 'yes' }, 'prepay', 'must be true or false'],
    [
      'allocate',
      { order: 'NEWEST_FIRST' },
      'order',
      'must be "FEE_THEN_PRINCIPAL_PER_INSTALLMENT" or "ALL_FEES_THEN_PRINCIPAL" or "PRINCIPAL_FIRST"',
    ],
    ['allocate', { installments: [{ id: 'a', open: '1.00' }] }, 'installments.0.due', 'is missing'],
    [
      'allocate',
      {
        installments: [
          { id: 'a', due: null, open: '1.00' },
          { id: 'a', due: null, open: '1.00' },
        ],
      },
      'installments.1.id',
      'is there twice',
    ],
    ['area-settlement', { contractArea: '0' }, 'contractArea', 'must be above zero'],
    ['area-settlement', { contractArea: '-1' }, 'contractArea', 'must not be negative'],
    ['area-settlement', { measuredArea: '100.00001' }, 'measuredArea', 'must have at most 4 decimal places'],
    ['area-settlement', { measuredArea: 'abc' }, 'measuredArea', decimalForm],
    [
      'area-settlement',
      { measuredArea: 1e21 },
      'measuredArea',
      'is too large for a JSON number: give it as a decimal string',
    ],
    [
      'area-settlement',
      { measuredArea: '1'.repeat(16) },
      'measuredArea',
      'must have at most 15 digits before and 12 after the decimal point',
    ],
    ['area-settlement', { unitPrice: '0.00' }, 'unitPrice', 'must be above zero'],
    [
      'area-settlement',
      { rule: { tolerancePercnt: 3 } },
      'rule.tolerancePercnt',
      'is not a field of this rule',
    ],
    [
      'area-settlement',
      { rule: { tolerancePercent: 101 } },
      'rule.tolerancePercent',
      'must be from 0 to 100',
    ],
    [
      'area-settlement',
      { rule: { shortfallMultiplier: -1 } },
      'rule.shortfallMultiplier',
      'must not be negative',
    ],
    ['area-settlement', { rule: 3 }, 'rule', 'must be an object'],
    ['ageing', { asOf: '2025-02-29' }, 'asOf', 'must be a date like 2025-01-31'],
    ['ageing', { asOf: 20250101 }, 'asOf', 'must be a date like 2025-01-31'],
    ['ageing', { items: {} }, 'items', 'must be a list'],
    ['ageing', { items: [7] }, 'items.0', 'must be an object'],
    [
      'ageing',
      { items: [{ id: '', due: null, amount: '1', receipts: [] }] },
      'items.0.id',
      'must be a text that is not empty',
    ],
    ['ageing', { items: [{ id: 'a', amount: '1', receipts: [] }] }, 'items.0.due', 'is missing'],
    [
      'ageing',
      { items: [{ id: 'a', due: '2025-13-01', amount: '1', receipts: [] }] },
      'items.0.due',
      'must be a date like 2025-01-31',
    ],
    ['ageing', { items: [{ id: 'a', due: null, amount: '1' }] }, 'items.0.receipts', 'is missing'],
    [
      'ageing',
      { items: [{ id: 'a', due: null, amount: '1', receipts: [], wavied: '1' }] },
      'items.0.wavied',
      'is not a field of this rule',
    ],
    ['mortgage', { principal: '0' }, 'principal', 'must be above zero'],
    ['mortgage', { annualRatePercent: 1e-7 }, 'annualRatePercent', decimalForm],
    ['mortgage', { annualRatePercent: '1001' }, 'annualRatePercent', 'must be from 0 to 1000'],
    ['mortgage', { months: 12.5 }, 'months', 'must be a whole number'],
    ['mortgage', { months: '12.0' }, 'months', 'must be a whole number'],
    ['mortgage', { months: 0 }, 'months', 'must be a whole number from 1 to 1200'],
    ['mortgage', { months: 1201 }, 'months', 'must be a whole number from 1 to 1200'],
    ['mortgage', { method: 'ANNUITY' }, 'method', 'must be "EQUAL_INSTALLMENT" or "EQUAL_PRINCIPAL"'],
    ['commission', { tiers: [] }, 'tiers', 'must have at least one tier'],
    [
      'commission',
      {
        tiers: [
          { from: '0', to: '1', percent: 1 },
          { from: '2', to: null, percent: 1 },
        ],
      },
      'tiers.1.from',
      'must be 1.00, where the tier before it ends',
    ],
    ['commission', { tiers: [{ from: '0', percent: 1 }] }, 'tiers.0.to', 'is missing'],
    ['commission', { split: [50, 49] }, 'split', 'must make exactly 100, not 99'],
    ['commission', { split: [50, 'x'] }, 'split.1', decimalForm],
    ['deposit', { price: '0.00' }, 'price', 'must be above zero'],
    ['deposit', { defaulter: 'buyer' }, 'defaulter', 'must be "BUYER" or "SELLER"'],
    ['retention', { regime: 'ABU_DHABI' }, 'regime', 'must be "DUBAI"'],
    ['retention', { completionPercent: 100.1 }, 'completionPercent', 'must be from 0 to 100'],
    ['retention', { cancelledByRegulator: 'yes' }, 'cancelledByRegulator', 'must be true or false'],
  ])('%s with %j: %s %s', (rule, change, field, message) => {
    expect(run(rule, { ...example(rule), ...change })).toEqual(error(field, message));
  });
});

describe('numbers of days that no calendar has', () => {
  it.each(['WHOLE_PERIOD', 'MARGINAL'])('a grace and a band of them are for ever: %s', (mode) => {
    const days = 999_999_999_999_999;
    const band = { afterDays: days, ratePerDay: '0.001', mode };
    const fee = (rule: object) =>
      JSON.parse(run('late-fee', { ...example('late-fee'), ...rule }).line).fee as unknown;
    expect(fee(withRule({ band }))).toBe('4300.00');
    expect(fee(withRule({ graceDays: days }))).toBe('0.00');
    expect(fee(withRule({ graceDays: days, graceFrom: 'graceEnd', band }))).toBe('0.00');
  });
});

describe('the input as a whole', () => {
  it.each(['', ' ', 'x', '{', '[]', '[{}]', '"{}"', 'null', '1', '{} {}'])('%j is no JSON object', (text) => {
    expect(calc(['deposit'], text)).toEqual(error('input', 'must be one JSON object'));
  });

  it('may come with white space and a mark of byte order around it', () => {
    expect(calc(['deposit'], `\uFEFF\n ${JSON.stringify(example('deposit'))}\r\n`).status).toBe(0);
  });

  it.each([[[]], [['ageng']], [['toString']], [['deposit', 'ageing']]])(
    '%j names no rule: the message lists them',
    (args) => {
      expect(calc(args, '{}')).toEqual(error('rule', `must be one of ${[...RULES.keys()].join(', ')}`));
    },
  );

  it('a hundred thousand items are aged, and one more is refused', () => {
    const items = Array.from({ length: 100_000 }, (_, index) => ({
      id: `${index}`,
      due: '2025-01-01',
      amount: '0.01',
      receipts: [],
    }));
    const many = { asOf: '2025-06-30', items };
    expect(JSON.parse(run('ageing', many).line)).toMatchObject({ total: '1000.00' });
    expect(run('ageing', { ...many, items: [...items, items[0]] })).toEqual(
      error('items', 'must have at most 100000 entries'),
    );
  });
});

describe('whatever is put in', () => {
  const anyLeaf = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>('0', '-1', '1e9', '0.001', 1e20, -0, '9'.repeat(40), '0000-00-00', '9999-12-31'),
  );

  /** A sound input with one of its values, at any depth, replaced by another. */
  function withOne(input: unknown, at: number, leaf: unknown): unknown {
    let next = 0;
    const visit = (value: unknown): unknown => {
      if (next++ === at) return leaf;
      if (Array.isArray(value)) return value.map(visit);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, visit(one)]));
    };
    return visit(input);
  }

  it.each(EXAMPLES)('%s answers, or says which field is wrong: it never breaks', (rule, examples) => {
    const anyInput = fc.tuple(fc.constantFrom(...examples), fc.nat({ max: 40 }), anyLeaf);
    fc.assert(
      fc.property(anyInput, ([[, input], at, leaf]) => {
        const { status, line } = run(rule, withOne(input, at, leaf));
        const printed = JSON.parse(line);
        if (status === 0) return;
        expect(Object.keys(printed)).toEqual(['error']);
        expect(Object.keys(printed.error)).toEqual(['field', 'message']);
        expect([printed.error.field, printed.error.message]).not.toContain('');
      }),
      { numRuns: 2_000 },
    );
  });
});
