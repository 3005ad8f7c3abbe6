/** A contract that is to be cancelled, and what its project's rules would make of it today. */
import type { CancelKind } from '#domain/deal/deal-states.ts';
import { cancellationTerms } from '#domain/ledger/cancellation.ts';
import type { SettlementRegime } from '#domain/ledger/settlement-states.ts';
import { decimalOf } from '#domain/shared/decimal.ts';
import {
  formatMoney,
  isPositive,
  lesser,
  type Money,
  parseMoney,
  subtract,
  sum,
  zero,
} from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import {
  CONTRACT_FIELDS,
  type ContractRecord,
  contractCurrency,
  contractFacts,
} from '#widgets/ledger/contract-subject.ts';
import { REGIMES } from '#widgets/ledger/names.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY, someAmount } from '#widgets/shared/command-form/record-texts.ts';
import {
  type Amount,
  amountOf,
  amountOfDecimal,
  decimalText,
  readDecimal,
  type StoredAmount,
} from '#widgets/shared/format/amount.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type CancelSubject = ContractRecord & {
  lateFeePaid: StoredAmount;
  depositAgreed: StoredAmount;
  unit: {
    id: string;
    name: string | null;
    project: { settlementRegime: SettlementRegime | null; completionPercent: number | null } | null;
  } | null;
};

// Twenty 2.21 loses what is nested in a relation whose `deletedAt` is not asked for.
const UNIT = 'unit { id name deletedAt project { settlementRegime completionPercent } }';
const FIELDS = `${CONTRACT_FIELDS.replace('unit { id name }', UNIT)} lateFeePaid ${MONEY} depositAgreed ${MONEY}`;

export function readCancelSubject(id: string): Promise<CancelSubject | null> {
  return readOne<CancelSubject>('keyturnContracts', FIELDS, id);
}

export function cancelFacts(contract: CancelSubject, words: Words): Fact[] {
  const { t, locale } = words;
  return [
    ...contractFacts(contract, words),
    [t('Late fee paid'), someAmount(amountOf(contract.lateFeePaid), locale)],
    [t('Deposit agreed'), someAmount(amountOf(contract.depositAgreed), locale)],
    [t('Rules of cancellation'), nameIn(REGIMES, contract.unit?.project?.settlementRegime ?? 'NONE', t)],
  ];
}

export type Outlook = { mostRetained: Amount; compensation: Amount; toRefund: Amount };

/** As the command decides it, by today's totals; null while the figures make no sense. */
export function outlookOf(contract: CancelSubject, kind: string, retained: string): Outlook | null {
  const currency = contractCurrency(contract);
  try {
    const none = zero(currency);
    const money = (stored: StoredAmount) => parseMoney(decimalText(amountOf(stored)?.micros ?? 0n), currency);
    const paid = sum([contract.paid, contract.lateFeePaid, contract.prepaid].map(money), currency);
    const terms = cancellationTerms({
      regime: contract.unit?.project?.settlementRegime ?? 'NONE',
      kind: kind as CancelKind,
      price: money(contract.price),
      paid: isPositive(paid) ? paid : none,
      depositAgreed: amountOf(contract.depositAgreed) === null ? null : money(contract.depositAgreed),
      completionPercent: decimalOf(contract.unit?.project?.completionPercent ?? 0),
    });
    if (isRefused(terms)) return null;
    const { mostRetained, compensation } = terms.plan;
    const asked = retained.trim() === '' ? mostRetained : parseMoney(readDecimal(retained) ?? '0', currency);
    const kept = lesser(asked, mostRetained);
    const toRefund = subtract(sum([paid, compensation], currency), kept);
    return {
      mostRetained: shown(mostRetained),
      compensation: shown(compensation),
      toRefund: shown(isPositive(toRefund) ? toRefund : none),
    };
  } catch {
    return null;
  }
}

function shown(money: Money): Amount {
  return amountOfDecimal(formatMoney(money), money.currency) ?? { micros: 0n, currency: money.currency };
}
