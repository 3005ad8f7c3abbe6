/** A mortgage case as the forms about it show it. */
import type { MortgageState } from '#domain/ledger/settlement-states.ts';
import { MORTGAGE_STATES } from '#widgets/ledger/names.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY, someAmount } from '#widgets/shared/command-form/record-texts.ts';
import { type Amount, amountOf, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type CaseSubject = {
  id: string;
  name: string | null;
  bank: string | null;
  state: MortgageState | null;
  stateSince: string | null;
  amountAsked: StoredAmount;
  amountApproved: StoredAmount;
  amountDisbursed: StoredAmount;
  documentsHere: string | null;
  documentsMissing: string | null;
  contract: { name: string | null } | null;
};

const FIELDS = `id name bank state stateSince amountAsked ${MONEY} amountApproved ${MONEY}
  amountDisbursed ${MONEY} documentsHere documentsMissing contract { name }`;

export function readCase(id: string): Promise<CaseSubject | null> {
  return readOne<CaseSubject>('keyturnMortgageCases', FIELDS, id);
}

/** What the bank has still to pay out; null when it is not known or nothing. */
export function leftToDisburse({ amountApproved, amountDisbursed }: CaseSubject): Amount | null {
  const approved = amountOf(amountApproved);
  if (approved === null) return null;
  const micros = approved.micros - (amountOf(amountDisbursed)?.micros ?? 0n);
  return micros > 0n ? { ...approved, micros } : null;
}

export function caseCurrency({ amountAsked }: CaseSubject): string {
  return amountOf(amountAsked)?.currency ?? '';
}

export function caseFacts(subject: CaseSubject, { t, locale }: Words): Fact[] {
  const some = (stored: StoredAmount) => someAmount(amountOf(stored), locale);
  return [
    [t('Contract'), subject.contract?.name],
    [t('Bank'), subject.bank],
    [t('State'), nameIn(MORTGAGE_STATES, subject.state, t)],
    [t('In this state since'), subject.stateSince && dateText(subject.stateSince, locale)],
    [t('Amount asked'), some(subject.amountAsked)],
    [t('Amount approved'), some(subject.amountApproved)],
    [t('Amount disbursed'), some(subject.amountDisbursed)],
    [t('Papers received'), subject.documentsHere],
    [t('Papers missing'), subject.documentsMissing],
  ];
}
