/** An installment with what is open on it and how its late fee came about. */
import type { InstallmentState } from '#domain/ledger/ledger-states.ts';
import { openFee } from '#widgets/ledger/contract-subject.ts';
import { INSTALLMENT_STATES } from '#widgets/ledger/names.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { amountOrDash, MONEY, someAmount } from '#widgets/shared/command-form/record-texts.ts';
import { type Amount, amountOf, decimalText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

type Installment = {
  id: string;
  name: string | null;
  state: InstallmentState | null;
  dueOn: string | null;
  amount: StoredAmount;
  paid: StoredAmount;
  credited: StoredAmount;
  lateFee: StoredAmount;
  lateFeePaid: StoredAmount;
  lateFeeWaived: StoredAmount;
  lateFeeUpTo: string | null;
};

/** A stretch of days on which the same amount was late at the same rate; amounts are decimal texts. */
export type Segment = {
  from: string;
  to: string;
  days: number;
  base: string;
  ratePerDay: string;
  fee: string;
};

type LateFeeEntry = { upTo: string | null; explanation: unknown };

export type InstallmentSubject = {
  installment: Installment;
  segments: Segment[];
  explainedUpTo: string | null;
};

const FIELDS = `id name state dueOn amount ${MONEY} paid ${MONEY} credited ${MONEY} lateFee ${MONEY}
  lateFeePaid ${MONEY} lateFeeWaived ${MONEY} lateFeeUpTo`;

export async function readInstallment(id: string): Promise<InstallmentSubject | null> {
  const entries = listField({
    root: 'keyturnLateFeeEntries',
    fields: 'upTo explanation',
    filter: `{ installmentId: { eq: ${literal(id)} } }`,
    orderBy: '[{ createdAt: DescNullsLast }]',
  });
  const data = await query<{
    keyturnInstallments: Connection<Installment>;
    keyturnLateFeeEntries: Connection<LateFeeEntry>;
  }>(`query { ${byId('keyturnInstallments', FIELDS, id)} ${entries} }`);
  const installment = first(data.keyturnInstallments);
  if (installment === null) return null;
  // Each entry explains the whole fee up to its day, so the newest one explains all of it.
  const [newest] = nodes(data.keyturnLateFeeEntries);
  const segments = segmentsOf(newest?.explanation);
  return { installment, segments, explainedUpTo: newest?.upTo ?? null };
}

export function segmentsOf(explanation: unknown): Segment[] {
  if (!Array.isArray(explanation)) return [];
  return explanation.filter(
    (one: Partial<Segment> | null): one is Segment =>
      typeof one?.from === 'string' &&
      typeof one.to === 'string' &&
      typeof one.days === 'number' &&
      [one.base, one.ratePerDay, one.fee].every((text) => typeof text === 'string'),
  );
}

/** Principal that is neither paid nor taken off; null when there is none. */
export function openPrincipal({ amount, paid, credited }: Installment): Amount | null {
  const asked = amountOf(amount);
  if (asked === null) return null;
  const micros = asked.micros - (amountOf(paid)?.micros ?? 0n) - (amountOf(credited)?.micros ?? 0n);
  return micros > 0n ? { ...asked, micros } : null;
}

export type Waived = 'LATE_FEE' | 'PRINCIPAL';

/** What is open, as a person enters an amount; empty when nothing is. */
export function openText({ installment }: InstallmentSubject, what: Waived): string {
  const open = what === 'LATE_FEE' ? openFee(installment) : openPrincipal(installment);
  return open === null ? '' : decimalText(open.micros);
}

export function installmentFacts({ installment }: InstallmentSubject, { t, locale }: Words): Fact[] {
  const { dueOn, lateFeeUpTo } = installment;
  const some = (stored: StoredAmount) => someAmount(amountOf(stored), locale);
  return [
    [t('Installment'), installment.name],
    [t('State'), nameIn(INSTALLMENT_STATES, installment.state, t)],
    [t('Due on'), dueOn && dateText(dueOn, locale)],
    [t('Amount'), amountOrDash(amountOf(installment.amount), locale)],
    [t('Paid'), some(installment.paid)],
    [t('Taken off'), some(installment.credited)],
    [t('Principal open'), amountOrDash(openPrincipal(installment), locale)],
    [t('Late fee'), some(installment.lateFee)],
    [t('Late fee up to'), lateFeeUpTo && dateText(lateFeeUpTo, locale)],
    [t('Late fee paid'), some(installment.lateFeePaid)],
    [t('Late fee waived'), some(installment.lateFeeWaived)],
    [t('Late fee open'), amountOrDash(openFee(installment), locale)],
  ];
}
