import { describe, expect, it } from 'vitest';
import {
  type Evidence,
  matchStatement,
  type Outcome,
  type PayableContract,
} from '#domain/ledger/bank-match.ts';
import type { StatementLine } from '#domain/ledger/bank-statement.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { day } from '../amounts.ts';
import { statementOfFile } from './bank-rows.ts';

type Contract = Partial<Omit<PayableContract, 'installments'>> & { open?: string[] };

const contract = ({ open = [], currency = 'CNY', ...facts }: Contract): PayableContract => ({
  id: facts.number ?? 'HT-2025-0012',
  number: 'HT-2025-0012',
  buyerNames: [],
  currency,
  virtualAccount: null,
  references: [],
  unitName: '',
  installments: open.map((amount, index) => ({
    id: `I${index + 1}`,
    label: `${index + 1}`,
    amountOpen: parseMoney(amount, currency),
    dueOn: day('2025-01-31'),
  })),
  ...facts,
});

type Line = Partial<Omit<StatementLine, 'amount'>> & { amount?: string; currency?: string };

const line = ({ amount = '100.00', currency = 'CNY', ...facts }: Line): StatementLine => ({
  line: 2,
  key: 'K',
  bookedOn: day('2025-01-31'),
  valueOn: day('2025-01-31'),
  amount: parseMoney(amount, currency),
  payer: '',
  payerAccount: '',
  creditedAccount: '',
  entryNumber: '',
  reference: '',
  text: '',
  balance: null,
  ...facts,
});

function outcome(
  one: Line,
  contracts: PayableContract[],
  booked: [string, string][] = [],
): Outcome | undefined {
  return matchStatement({ lines: [line(one)], ignored: [] }, contracts, new Map(booked))[0]?.outcome;
}

/** "MATCHED C1 CONTRACT_NUMBER", "DOUBTFUL C1 PAYER_NAME+INSTALLMENT_AMOUNT, C2 …", "UNMATCHED NAME_ONLY". */
function told(one: Outcome | undefined): string {
  const codes = (why: readonly Evidence[]) => why.map(({ code }) => code).join('+');
  if (one?.kind === 'MATCHED') return `MATCHED ${one.contractId} ${codes(one.why)}`;
  if (one?.kind === 'UNMATCHED') return `UNMATCHED ${one.why.code}`;
  if (one?.kind !== 'DOUBTFUL') return `${one?.kind}`;
  return `DOUBTFUL ${one.candidates.map(({ contractId, why }) => `${contractId} ${codes(why)}`).join(', ')}`;
}

describe('a number of ours in the text names its contract', () => {
  it.each([
    ['HT-2025-0012'],
    ['购房款HT-2025-0012张三'],
    ['购房款ＨＴ２０２５－００１２'],
    ['ht 2025 0012'],
    ['HT20250012'],
    ['HT2025-0012'],
    ['HT–2025—0012'],
    ['HT_2025.0012'],
    ['pay/HT/2025/0012/zhang'],
    ['NEFT-000123-HT-2025-0012-RAVI'],
    ['合同号:HT-2025-0012。'],
    ['(HT-2025-0012)'],
    ['HT-2025-0012 2nd payment'],
  ])('%s', (text) => {
    expect(told(outcome({ text }, [contract({})]))).toBe('MATCHED HT-2025-0012 CONTRACT_NUMBER');
    expect(told(outcome({ reference: text }, [contract({})]))).toBe('MATCHED HT-2025-0012 CONTRACT_NUMBER');
  });

  it.each([
    ['a longer number', 'HT-2025-00123'],
    ['with letters before it', 'XHT-2025-0012'],
    ['another number', 'HT-2025-0013'],
    ['cut short', 'HT-2025-001'],
    ['parts far apart', 'HT 2025, 0012'],
    ['nothing', ''],
  ])('not so: %s', (_, text) => {
    expect(told(outcome({ text }, [contract({})]))).toBe('UNMATCHED NOTHING_FOUND');
  });

  it.each([
    ['parted where we do not part it', 'HT-2025-00 12'],
    ['going on with a hyphen', 'HT-2025-0012-3'],
  ])('in doubt: %s', (_, text) => {
    expect(told(outcome({ text }, [contract({})]))).toBe('DOUBTFUL HT-2025-0012 NUMBER_NOT_WHOLE');
  });

  it.each([
    ['1024', '房款 1024', 'MATCHED'],
    ['1024', '合同1024首付', 'MATCHED'],
    ['1024', '支付1024元', 'DOUBTFUL'],
    ['1024', '¥1024', 'DOUBTFUL'],
    ['1024', '1024.00', 'DOUBTFUL'],
    ['1024', '3,1024', 'DOUBTFUL'],
    ['2025', '2025年1月', 'DOUBTFUL'],
    ['2025', '2025/01/31', 'DOUBTFUL'],
    ['20250131', '2025-01-31', 'DOUBTFUL'],
    ['2025-0131', '2025-01-31', 'DOUBTFUL'],
    ['123', '123', 'UNMATCHED'],
    ['VILLA', 'VILLA', 'DOUBTFUL'],
    ['海棠-3-1201', '海棠3-1201 首付', 'MATCHED'],
    ['DE02120300000000202051', 'to DE02 1203 0000 0000 2020 51', 'MATCHED'],
    ['6222021001', '6222 0210 01', 'MATCHED'],
  ])('the number %s in %s: %s', (number, text, kind) => {
    expect(outcome({ text }, [contract({ number })])?.kind).toBe(kind);
  });

  it('not when it is the amount, said again', () => {
    expect(outcome({ text: 'PAY 50000', amount: '50000.00' }, [contract({ number: '50000' })])?.kind).toBe(
      'DOUBTFUL',
    );
    expect(outcome({ text: 'PAY 50000', amount: '60000.00' }, [contract({ number: '50000' })])?.kind).toBe(
      'MATCHED',
    );
  });
});

describe('what names a contract', () => {
  const contracts = [
    contract({
      number: 'C-0001',
      virtualAccount: '9912 5000 1200 34',
      references: ['PR-2025-77', 'PR-2025-78'],
    }),
    contract({ number: 'C-0002', virtualAccount: '99125000120035', references: ['PR-2025-79'] }),
  ];
  it.each<[string, Line, string]>([
    ['the virtual account that was paid to', { creditedAccount: '99125000120034' }, 'C-0001 VIRTUAL_ACCOUNT'],
    ['a virtual account in the text', { text: '转入 9912 5000 1200 35' }, 'C-0002 VIRTUAL_ACCOUNT'],
    ['the reference of a payment request', { text: 'pr202578' }, 'C-0001 REFERENCE'],
    ['the number of the contract', { text: 'C0002' }, 'C-0002 CONTRACT_NUMBER'],
    [
      'several of one contract',
      { text: 'C-0001 PR-2025-77', reference: 'C-0001' },
      'C-0001 CONTRACT_NUMBER+REFERENCE',
    ],
  ])('%s', (_, one, expected) => {
    expect(told(outcome(one, contracts))).toBe(`MATCHED ${expected}`);
  });

  it('is not the account or the name of the payer', () => {
    expect(told(outcome({ payerAccount: '99125000120034', payer: 'C-0001' }, contracts))).toBe(
      'UNMATCHED NOTHING_FOUND',
    );
  });

  it('says which installment the amount pays to the cent', () => {
    const one = contract({ open: ['50.00', '100.00', '100.00'] });
    expect(outcome({ text: one.number, amount: '100.00' }, [one])).toEqual({
      kind: 'MATCHED',
      contractId: one.id,
      why: [
        { code: 'CONTRACT_NUMBER', found: 'HT-2025-0012' },
        { code: 'INSTALLMENT_AMOUNT', installmentId: 'I2', label: '2' },
      ],
    });
    expect(told(outcome({ text: one.number, amount: '250.00' }, [one]))).toMatch(/WHOLE_OPEN_AMOUNT$/);
    expect(told(outcome({ text: one.number, amount: '99.99' }, [one]))).toMatch(/CONTRACT_NUMBER$/);
  });
});

describe('two contracts are never chosen between', () => {
  const [one, other] = [
    contract({ number: 'C-0001' }),
    contract({ number: 'C-0002', virtualAccount: '9912500012' }),
  ];
  it.each<[string, Line, PayableContract[], string]>([
    [
      'both numbers in the text',
      { text: 'C-0001 and C-0002' },
      [one, other],
      'DOUBTFUL C-0001 CONTRACT_NUMBER, C-0002 CONTRACT_NUMBER',
    ],
    [
      'the account of one, the number of the other',
      { creditedAccount: '9912500012', text: 'C-0001' },
      [one, other],
      'DOUBTFUL C-0002 VIRTUAL_ACCOUNT, C-0001 CONTRACT_NUMBER',
    ],
    [
      'a number that two contracts have',
      { text: 'C-0001', amount: '5.00' },
      [
        { ...one, id: 'X' },
        { ...contract({ number: 'C-0001', open: ['5.00'] }), id: 'Y' },
      ],
      'DOUBTFUL Y CONTRACT_NUMBER+INSTALLMENT_AMOUNT, X CONTRACT_NUMBER',
    ],
    [
      'numbers that differ in a hyphen only',
      { text: 'HT-2025-001-2' },
      [contract({ number: 'HT-2025-001' }), contract({ number: 'HT-2025-0012' })],
      'DOUBTFUL HT-2025-001 NUMBER_NOT_WHOLE, HT-2025-0012 NUMBER_NOT_WHOLE',
    ],
    [
      'another currency',
      { text: 'C-0001', currency: 'USD' },
      [one],
      'DOUBTFUL C-0001 CURRENCY_DIFFERS+CONTRACT_NUMBER',
    ],
  ])('%s', (_, facts, contracts, expected) => {
    expect(told(outcome(facts, contracts))).toBe(expected);
  });

  it('but a number inside of a longer one of ours is not named', () => {
    const contracts = [contract({ number: '2025-0012' }), contract({})];
    expect(told(outcome({ text: 'HT-2025-0012' }, contracts))).toBe('MATCHED HT-2025-0012 CONTRACT_NUMBER');
    expect(told(outcome({ text: '2025-0012' }, contracts))).toBe('MATCHED 2025-0012 CONTRACT_NUMBER');
  });

  it('a thousand contracts with one account are a doubt, quickly told', () => {
    const contracts = Array.from({ length: 1_000 }, (_, index) =>
      contract({ number: `C-${1_000 + index}`, virtualAccount: '9912500012' }),
    );
    const found = outcome({ creditedAccount: '9912500012' }, contracts);
    expect(found?.kind === 'DOUBTFUL' && found.candidates.length).toBe(20);
  });
});

describe('a name proves nothing', () => {
  const contracts = [
    contract({
      number: 'C-0001',
      buyerNames: ['李小明', '王芳'],
      open: ['300.00', '200.00'],
      unitName: '3-1201',
    }),
    contract({ number: 'C-0002', buyerNames: ['李小明'], open: ['500.00'] }),
    contract({ number: 'C-0003', buyerNames: ['John A. Smith'], open: ['300.00'], unitName: 'A-1204' }),
    contract({ number: 'C-0004', buyerNames: ['Blütenpark GmbH & Co. KG'], open: ['7.00'] }),
  ];
  it.each<[string, Line, string]>([
    ['alone', { payer: '李小明', amount: '1.00' }, 'UNMATCHED NAME_ONLY'],
    ['nor does an amount alone', { amount: '300.00' }, 'UNMATCHED NOTHING_FOUND'],
    [
      'with the amount it is a doubt',
      { payer: '王芳', amount: '200.00' },
      'DOUBTFUL C-0001 PAYER_NAME+INSTALLMENT_AMOUNT',
    ],
    [
      'of a company',
      { payer: 'BLÜTENPARK GMBH + CO KG', amount: '7.00' },
      'DOUBTFUL C-0004 PAYER_NAME+INSTALLMENT_AMOUNT',
    ],
    [
      'in another order and with a title',
      { payer: 'SMITH, JOHN A MR.', amount: '300.00' },
      'DOUBTFUL C-0003 PAYER_NAME+INSTALLMENT_AMOUNT',
    ],
    [
      'in the text, as parents pay',
      { payer: '李四', text: '首付款，代李小明支付', amount: '300.00' },
      'DOUBTFUL C-0001 NAME_IN_TEXT+INSTALLMENT_AMOUNT',
    ],
    [
      'in an English text',
      { text: 'B/O: JOHN A SMITH HOUSE', amount: '300.00' },
      'DOUBTFUL C-0003 NAME_IN_TEXT+INSTALLMENT_AMOUNT',
    ],
    [
      'nor does a unit, with the amount it is a doubt',
      { text: '3-1201房款', amount: '300.00' },
      'DOUBTFUL C-0001 UNIT_NAME+INSTALLMENT_AMOUNT',
    ],
    ['nor does a unit alone', { text: '3-1201房款', amount: '1.00' }, 'UNMATCHED NOTHING_FOUND'],
    [
      'the better candidate comes first',
      { payer: '李小明', text: '3-1201', amount: '500.00' },
      'DOUBTFUL C-0001 UNIT_NAME+PAYER_NAME+WHOLE_OPEN_AMOUNT, C-0002 PAYER_NAME+INSTALLMENT_AMOUNT',
    ],
    ['in another currency', { payer: '王芳', amount: '200.00', currency: 'USD' }, 'UNMATCHED NAME_ONLY'],
    ['without letters', { payer: '***', amount: '300.00' }, 'UNMATCHED NOTHING_FOUND'],
  ])('%s', (_, one, expected) => {
    expect(told(outcome(one, contracts))).toBe(expected);
  });

  it('those who bear it are told', () => {
    expect(outcome({ payer: '李小明' }, contracts)).toMatchObject({
      why: { contractIds: ['C-0001', 'C-0002'] },
    });
  });
});

describe('the lines of a file', () => {
  it('come in its order, ignored ones with why, booked ones with their receipt', () => {
    const statement = statementOfFile('china.csv', 'CNY');
    const booked = new Map([[statement.lines[1]?.key ?? '', 'R-1']]);
    const contracts = [
      contract({}),
      contract({ number: 'HT-2025-0013', buyerNames: ['李小明'], open: ['300000'] }),
    ];
    const matches = matchStatement(statement, contracts, booked);
    expect(matches.map(({ line: at, outcome: found }) => `${at} ${told(found)}`)).toEqual([
      '6 MATCHED HT-2025-0012 CONTRACT_NUMBER',
      '7 IGNORED',
      '8 ALREADY_BOOKED',
      '9 DOUBTFUL HT-2025-0013 NAME_IN_TEXT+INSTALLMENT_AMOUNT',
      '10 UNMATCHED NOTHING_FOUND',
      '11 IGNORED',
    ]);
    expect(matches[2]?.outcome).toEqual({ kind: 'ALREADY_BOOKED', receipt: 'R-1' });
  });

  it('5,000 against 20,000 contracts take seconds at most', () => {
    const contracts = Array.from({ length: 20_000 }, (_, index) =>
      contract({
        number: `HT-2025-${index}`,
        buyerNames: [`买方${index % 50}`],
        virtualAccount: `99120000${index}`,
        unitName: `A-${1_000 + (index % 400)}`,
        open: ['100.00', '200.00'],
      }),
    );
    const lines = Array.from({ length: 5_000 }, (_, index) =>
      line({
        key: `${index}`,
        payer: `买方${index % 50}`,
        text: index % 2 === 0 ? `HT 2025 ${index}` : 'A-1007 房款',
      }),
    );
    const started = performance.now();
    const matches = matchStatement({ lines, ignored: [] }, contracts, new Map());
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(matches.filter(({ outcome: found }) => found.kind === 'MATCHED').length).toBeGreaterThan(2_000);
  });
});
