/** A price scheme as its forms show it: what it changes, and what it comes to. */
import type { PriceSchemeState } from '#domain/inventory/sales-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { amountOrDash, MONEY, type MoneyRecord } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { type Names, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type SchemeRecord = {
  id: string;
  name: string | null;
  state: PriceSchemeState | null;
  effectiveFrom: string | null;
  rows: number | null;
  newPrices: number | null;
  changedPrices: number | null;
  samePrices: number | null;
  blockedPrices: number | null;
  amountBefore: MoneyRecord;
  amountAfter: MoneyRecord;
  averageBefore: MoneyRecord;
  averageAfter: MoneyRecord;
};

const FIELDS = `id name state effectiveFrom rows newPrices changedPrices samePrices blockedPrices
  amountBefore ${MONEY} amountAfter ${MONEY} averageBefore ${MONEY} averageAfter ${MONEY}`;

export function readScheme(id: string): Promise<SchemeRecord | null> {
  return readOne<SchemeRecord>('keyturnPriceSchemes', FIELDS, id);
}

const STATES: Names<PriceSchemeState> = {
  DRAFT: msg('Draft'),
  APPROVED: msg('Approved'),
  ACTIVE: msg('Active'),
  RETIRED: msg('Retired'),
};

export function schemeFacts(scheme: SchemeRecord, words: Words): Fact[] {
  const { t } = words;
  return [
    [t('Price scheme'), scheme.name],
    [t('State'), nameIn(STATES, scheme.state, t)],
    ...priceFacts(scheme, words),
  ];
}

/** What the prices change, whatever became of them. */
export function priceFacts(scheme: SchemeRecord, { t, locale }: Words): Fact[] {
  const fromTo = (before: MoneyRecord, after: MoneyRecord) =>
    [before, after].map((one) => amountOrDash(amountOf(one), locale)).join(' → ');
  const { newPrices, changedPrices, samePrices, blockedPrices } = scheme;
  return [
    [t('Effective from'), scheme.effectiveFrom && dateText(scheme.effectiveFrom, locale)],
    [
      t('Units'),
      t('{created} new, {changed} changed, {same} the same, {blocked} blocked', {
        created: newPrices ?? 0,
        changed: changedPrices ?? 0,
        same: samePrices ?? 0,
        blocked: blockedPrices ?? 0,
      }),
    ],
    [t('Amount of the list'), fromTo(scheme.amountBefore, scheme.amountAfter)],
    [t('Average per m²'), fromTo(scheme.averageBefore, scheme.averageAfter)],
  ];
}
