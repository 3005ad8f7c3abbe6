/**
 * The answers of a server to the deal desk, worked out by the domain itself: what a scene shows is what the
 * commands would have said.
 */
import { type DiscountRule, decideQuote } from '#domain/deal/index.ts';
import { type PlanLine, scheduleInstallments } from '#domain/ledger/index.ts';
import { formatMoney, money, parseMoney, sum } from '#domain/shared/money.ts';
import { type PlainDate, plainDate } from '#domain/shared/plain-date.ts';
import { isRefused, type Refusal } from '#domain/shared/refusal.ts';
import type { DeskUnit } from '#widgets/deal/deal-desk/desk-draft.ts';

type Body = Record<string, unknown>;
type Answer = { status: number; body: unknown };

const TODAY = plainDate('2026-03-12');
const UNTIL = '2026-03-13T02:40:00.000Z';
const twd = (units: number) => money(BigInt(units) * 100n, 'TWD');
const micros = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'TWD' });

export const PROJECT = { id: 'p1', name: 'Guo-An Riverside', currencyCode: 'TWD' };
const SECOND_PROJECT = { id: 'p2', name: 'Harbour Gate', currencyCode: 'TWD' };

const PRICES: [name: string, floor: number, area: number, price: number, kind: DeskUnit['kind']][] = [
  ['A 12-03', 12, 98.85, 14_650_000, 'RESIDENCE'],
  ['A 12-05', 12, 76.5, 11_240_000, 'RESIDENCE'],
  ['A 14-02', 14, 98.85, 14_980_000, 'RESIDENCE'],
  ['A 14-06', 14, 121.3, 18_640_000, 'RESIDENCE'],
  ['A 15-01', 15, 143.2, 22_900_000, 'RESIDENCE'],
  ['A 15-04', 15, 76.5, 11_480_000, 'RESIDENCE'],
  ['B1-117', -1, 12.5, 2_100_000, 'PARKING'],
];

export const UNITS: DeskUnit[] = PRICES.map(([name, floor, areaSquareMetres, price, kind], index) => ({
  id: `a1000000-0000-4000-8000-00000000000${index}`,
  name,
  kind,
  floor,
  areaSquareMetres,
  listPrice: micros(price),
  state: 'AVAILABLE',
  holder: null,
  heldUntil: null,
  projectId: PROJECT.id,
  buildingId: 'b1',
}));

const RULES: (DiscountRule & { authority: DiscountRule['authority'] })[] = [
  ['r1', 'Early bird', 'PERCENT', 2, null, 'SALESPERSON'],
  ['r2', 'Paid by plan', 'PERCENT', 1.5, null, 'SALESPERSON'],
  ['r3', 'Owner’s friend', 'AMOUNT', null, 150_000, 'MANAGER'],
  ['r4', 'Last of the floor', 'PERCENT', 6, null, 'APPROVAL'],
].map(([id, name, kind, percent, amount, authority], index) => ({
  id: String(id),
  name: String(name),
  projectId: PROJECT.id,
  step: index + 1,
  kind: kind === 'AMOUNT' ? ('AMOUNT' as const) : ('PERCENT' as const),
  percent: typeof percent === 'number' ? percent : null,
  amount: typeof amount === 'number' ? twd(amount) : null,
  mostAmount: null,
  authority: authority as DiscountRule['authority'],
  validFrom: null,
  validUntil: null,
  isActive: true,
}));

const line = (label: string, percent: number, anchor: PlanLine['anchor'], more: Partial<PlanLine> = {}) => ({
  label,
  basis: 'PERCENT' as const,
  percentTenThousandths: percent * 10_000,
  amount: null,
  isDeposit: false,
  isLessDeposit: false,
  anchor,
  milestoneCode: null,
  dueOn: null,
  monthsAfter: 0,
  daysAfter: 0,
  repeatTimes: 1,
  repeatEveryMonths: 0,
  ...more,
});

const PLANS = {
  q1: [
    line('Signing', 10, 'SIGNING'),
    line('Down payment', 20, 'SIGNING', { monthsAfter: 2, repeatTimes: 4, repeatEveryMonths: 2 }),
    line('Bank loan', 65, 'LOAN'),
    line('Keys', 5, 'HANDOVER'),
  ],
  q2: [
    line('Signing', 30, 'SIGNING'),
    line('Installment', 70, 'SIGNING', { monthsAfter: 1, repeatTimes: 14, repeatEveryMonths: 1 }),
  ],
} satisfies Record<string, PlanLine[]>;

const told = (refusal: Refusal, en: string, zh: string) => {
  const { code, ...facts } = refusal;
  return { code, messages: { en, 'zh-CN': zh }, facts };
};

export const TAKEN = {
  code: 'UNIT_TAKEN',
  unit: 'A 12-03',
  holder: 'Chen Yu-ting',
  until: '2026-03-13T10:00:00.000Z',
} as const;

const ok = (result: object, message = 'Done.'): Answer => ({
  status: 200,
  body: { ok: true, result, message },
});

export const refused = ({ code, ...facts }: Refusal, message = ''): Answer => ({
  status: 409,
  body: { ok: false, refusal: { code, message, facts } },
});

/** `floor` in percent of the list price; `isGone`: somebody has the unit. */
function previewQuote(body: Body, isGone: boolean): Answer {
  const unit = UNITS.find(({ id }) => id === body.unitId) ?? UNITS[0];
  const list = BigInt(unit?.listPrice?.amountMicros ?? 0) / 10_000n;
  const chosen = (body.discountRuleIds ?? []) as string[];
  const decided = decideQuote({
    unit: {
      name: unit?.name ?? '',
      listPrice: money(list, 'TWD'),
      floorPrice: money((list * 93n) / 100n, 'TWD'),
      filedPrice: null,
    },
    project: {
      holdHours: 24,
      depositAsked: twd(200_000),
      smallDepositHours: 72,
      smallDepositAsked: twd(20_000),
    },
    stage: body.stage === 'SMALL' ? 'SMALL' : 'LARGE',
    price: typeof body.price === 'string' ? parseMoney(body.price, 'TWD') : null,
    depositAsked: null,
    maySetPrice: false,
    discounts: { rules: RULES.filter(({ id }) => chosen.includes(id)), projectId: PROJECT.id, today: TODAY },
  });
  const reservable = isGone
    ? { refusal: told(TAKEN, 'A 12-03 is held by Chen Yu-ting.', 'A 12-03 已由 Chen Yu-ting 保留。') }
    : { until: UNTIL };
  const base = {
    unit: unit?.name,
    state: 'AVAILABLE',
    holder: '',
    heldUntil: null,
    currency: 'TWD',
    listPrice: formatMoney(money(list, 'TWD')),
    stage: 'LARGE',
    reservable,
  };
  if (isRefused(decided)) {
    const sentence = `The server says ${decided.refused.code}.`;
    const price =
      'listPrice' in decided.refused
        ? 'Only a sales manager may agree on another price than the list price of A 12-03, 14650000.00. Use the list price or ask a manager.'
        : 'Your role does not include the Keyturn right "controlSales". Ask an administrator to grant it in Settings, Roles.';
    const refusal = told(
      decided.refused,
      price || sentence,
      '只有案场经理可以这样定价。请按表价办理或联系经理。',
    );
    const none = { price: null, steps: [], needsApproval: false, deposit: null, holdHours: null };
    return ok({ ...base, ...none, reservable: { refusal }, priceRefusal: refusal });
  }
  const { price, steps, needsApproval, depositAsked, holdHours } = decided.plan;
  return ok({
    ...base,
    price: formatMoney(price),
    steps: steps.map((step) => ({
      name: step.name,
      percent: step.percent,
      amount: formatMoney(step.amount),
      priceAfter: formatMoney(step.priceAfter),
    })),
    needsApproval,
    deposit: formatMoney(depositAsked),
    holdHours,
    priceRefusal: null,
  });
}

function previewPlan(body: Body): Answer {
  const currency = String(body.currency);
  const plan = { name: 'Plan', remainder: 'LAST' as const, lines: PLANS[body.planId === 'q2' ? 'q2' : 'q1'] };
  const made = scheduleInstallments(plan, parseMoney(String(body.price), currency), {
    signedOn: String(body.signedOn) as PlainDate,
    milestones: new Map(),
  });
  if (isRefused(made)) return refused(made.refused, 'The plan does not fit.');
  const lines = made.plan.map((one) => ({ ...one, amount: formatMoney(one.amount) }));
  const total = formatMoney(
    sum(
      made.plan.map(({ amount }) => amount),
      currency,
    ),
  );
  return ok({ plan: plan.name, lines, total, currency });
}

/** What the server answers; `lost`: the unit is gone when it is reserved. */
export function deskAnswers({ isLost = false, isGone = false, isPending = false } = {}) {
  const at = (path: string, answer: (body: Body) => Answer) => [`keyturn/${path}`, answer] as const;
  const quote = { quoteId: 'c1000000-0000-4000-8000-000000000001', number: 'Q-3F2A-91BC' };
  return Object.fromEntries([
    at('deal/preview-quote', (body) => previewQuote(body, isGone && body.unitId === UNITS[0]?.id)),
    at('ledger/preview-plan', previewPlan),
    at('deal/save-quote', (body) => {
      const unit = UNITS.find(({ id }) => id === body.unitId)?.name ?? '–';
      return ok({ ...quote, quote: `Q-3F2A-91BC · ${unit} · Mei-ling Lin`, state: 'DRAFT', version: 1 });
    }),
    at('deal/send-quote', () =>
      ok({
        ...quote,
        quote: 'Q-3F2A-91BC · A 12-03 · Mei-ling Lin',
        price: '14357000.00',
        currency: 'TWD',
        validUntil: '2026-03-19',
      }),
    ),
    at('documents/write-quote', ({ language }) =>
      ok({
        fileName:
          language === 'zh-CN' ? '报价单 Q-3F2A-91BC A 12-03.pdf' : 'Quotation Q-3F2A-91BC A 12-03.pdf',
        url: '/file/1',
      }),
    ),
    at('deal/reserve-unit', (body) =>
      isLost
        ? refused(TAKEN)
        : ok(
            {
              reservationId: 'e1000000-0000-4000-8000-000000000001',
              unit: UNITS.find(({ id }) => id === body.unitId)?.name,
              state: isPending ? 'PENDING_APPROVAL' : 'ACTIVE',
              price: isPending ? '13495580.00' : '14357000.00',
              depositAsked: '200000.00',
              currency: 'TWD',
              validUntil: UNTIL,
            },
            isPending ? '' : 'A 12-03 is reserved.',
          ),
    ),
    at('deal/withdraw-quote', () => ok({ state: 'WITHDRAWN' })),
  ]);
}

const draftOf = (unit: DeskUnit | undefined, buyer: string, step: string) => ({
  desk: {
    draft: {
      step,
      projectId: PROJECT.id,
      unit,
      reservation: {
        buyer: { id: 'd0000000-0000-4000-8000-000000000001', name: buyer },
        price: '',
        deposit: '',
        validUntil: '',
        remark: '',
        discounts: ['r1'],
      },
      planId: 'q1',
      signedOn: '2026-03-20',
      loan: {
        amountAsked: '9332050',
        termMonths: '360',
        annualRatePercent: '2.2',
        repayment: 'EQUAL_INSTALLMENT',
      },
      quoteUntil: '',
    },
  },
});

const quote = (
  at: number,
  unit: DeskUnit | undefined,
  buyer: string,
  updatedAt: string,
  more: object = {},
) => ({
  id: `c1000000-0000-4000-8000-00000000000${at}`,
  name: `Q-3F2A-91B${at} · ${unit?.name} · ${buyer}`,
  number: `Q-3F2A-91B${at}`,
  version: 1,
  state: 'DRAFT',
  buyerName: buyer,
  price: micros(14_357_000),
  validUntil: '2026-03-19',
  updatedAt,
  unit,
  draft: draftOf(unit, buyer, 'PLAN'),
  ...more,
});

export const DRAFTS = [
  quote(1, UNITS[0], 'Mei-ling Lin', '2026-03-12T01:12:00.000Z'),
  quote(
    2,
    UNITS[3] && {
      ...UNITS[3],
      state: 'LARGE_RESERVED',
      holder: 'Chen Yu-ting',
      heldUntil: '2026-03-13T10:00:00.000Z',
    },
    'Ada Lovelace',
    '2026-03-11T08:30:00.000Z',
  ),
];

export const SENT_QUOTE = quote(3, UNITS[0], 'Mei-ling Lin', '2026-03-10T01:12:00.000Z', { state: 'SENT' });

export const DESK_RECORDS = {
  keyturnProjects: () => [PROJECT, SECOND_PROJECT],
  keyturnQuotes: () => [],
  keyturnUnits: (args: string) => {
    const id = /[{ ]id: \{ eq: "([^"]+)"/.exec(args)?.[1];
    if (id !== undefined) return UNITS.filter((unit) => unit.id === id);
    const like = /ilike: "%(.*?)%"/.exec(args)?.[1]?.toLowerCase() ?? '';
    return UNITS.filter(({ name }) => (name ?? '').toLowerCase().includes(like));
  },
  keyturnPaymentPlans: () => [
    {
      id: 'q1',
      name: '10 / 20 / bank 65 / 5',
      description: 'Ten percent with the contract, the bank pays at completion.',
    },
    { id: 'q2', name: '15 months without a bank', description: '' },
  ],
  keyturnDiscountRules: () =>
    RULES.map(({ id, name, authority, step, kind, percent, amount }) => ({
      id,
      name,
      authority,
      step,
      kind,
      percent,
      amount: amount === null ? null : { amountMicros: Number(amount.minor) * 10_000, currencyCode: 'TWD' },
    })),
};
