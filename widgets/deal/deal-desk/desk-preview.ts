/** What the server foretells of a draft, as the desk shows it. Pure. */
import type { Refusal } from '#widgets/shared/api/commands.ts';
import type { Result } from '#widgets/shared/command-form/command-form.tsx';
import { type Amount, amountOfDecimal } from '#widgets/shared/format/amount.ts';

export type Rung = { name: string; percent: number | null; off: Amount; after: Amount };

export type Preview = {
  unit: string;
  currency: string;
  listPrice: Amount | null;
  rungs: Rung[];
  price: Amount | null;
  needsApproval: boolean;
  deposit: Amount | null;
  holdHours: number | null;
  /** Until when a reservation made now would last; null when it would be refused. */
  until: string | null;
  /** Why it could not be reserved now. */
  unavailable: Refusal | null;
  /** Why it has no price as it is chosen now. */
  priceProblem: Refusal | null;
};

type Told = { code: string; messages: Record<string, string>; facts: Record<string, unknown> };

type Sent = {
  unit: string;
  currency: string;
  listPrice: string | null;
  price: string | null;
  steps: { name: string; percent: number | null; amount: string; priceAfter: string }[];
  needsApproval: boolean;
  deposit: string | null;
  holdHours: number | null;
  reservable: { until: string } | { refusal: Told };
  priceRefusal: Told | null;
};

/** Reads the answer of deal/preview-quote; null for what is none. */
export function previewOf(result: Result, locale: string): Preview | null {
  const sent = result as Partial<Sent>;
  if (typeof sent.unit !== 'string' || sent.reservable === undefined) return null;
  const { currency = '', steps = [], reservable } = sent;
  const of = (text: string | null | undefined) => (text ? amountOfDecimal(text, currency) : null);
  return {
    unit: sent.unit,
    currency,
    listPrice: of(sent.listPrice),
    rungs: steps.flatMap(({ name, percent, amount, priceAfter }) => {
      const [off, after] = [of(amount), of(priceAfter)];
      return off === null || after === null ? [] : [{ name, percent, off, after }];
    }),
    price: of(sent.price),
    needsApproval: sent.needsApproval ?? false,
    deposit: of(sent.deposit),
    holdHours: sent.holdHours ?? null,
    until: 'until' in reservable ? reservable.until : null,
    unavailable: 'refusal' in reservable ? refusalOf(reservable.refusal, locale) : null,
    priceProblem: sent.priceRefusal ? refusalOf(sent.priceRefusal, locale) : null,
  };
}

function refusalOf({ code, messages, facts }: Told, locale: string): Refusal {
  return { code, message: messages[locale.startsWith('zh') ? 'zh-CN' : 'en'] ?? '', facts };
}

/** Refusals that say the unit is gone: another one has to be chosen, and all else stays as it is. */
const UNIT_GONE = new Set([
  'UNIT_TAKEN',
  'UNIT_NOT_FOR_SALE',
  'UNIT_FROZEN',
  'TICKET_NEEDED',
  'UNIT_HAS_NO_PRICE',
]);

export function isUnitGone({ code, facts }: Refusal): boolean {
  return UNIT_GONE.has(code) || (code === 'NOT_FOUND' && facts.what === 'unit');
}
