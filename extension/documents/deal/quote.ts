/**
 * A quotation: what a unit costs a buyer, how it would be paid, and until when that is said. All numbers are
 * those that were promised; the document only prints them. It keeps the unit for nobody, and says so.
 */
import type { PlanAnchor } from '#domain/ledger/index.ts';
import type { Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Letterhead } from '../shared/blocks.ts';

export type QuoteSheet = {
  number: string;
  version: number;
  /** Not sent yet: the document is for those who made it. */
  isDraft: boolean;
  date: PlainDate;
  validUntil: PlainDate;
  sender: Letterhead;
  buyer: string;
  project: string;
  unit: string;
  areaSquareMetres: number | null;
  listPrice: Money;
  steps: readonly { name: string; percent: number | null; amount: Money; priceAfter: Money }[];
  price: Money;
  deposit: Money;
  holdHours: number;
  plan: string | null;
  signedOn: PlainDate;
  schedule: readonly {
    seq: number;
    label: string;
    dueOn: PlainDate | null;
    anchor: PlanAnchor;
    amount: Money;
  }[];
  loan: {
    amount: Money;
    termMonths: number;
    annualRatePercent: string;
    repayment: 'EQUAL_INSTALLMENT' | 'EQUAL_PRINCIPAL';
    first: Money;
    last: Money;
    interest: Money;
  } | null;
  remark: string;
};
