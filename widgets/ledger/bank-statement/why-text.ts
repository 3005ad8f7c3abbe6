/** Why a line is matched or not, and what is wrong with a row, in words instead of codes. */
import type { Evidence, UnmatchedWhy } from '#domain/ledger/bank-match.ts';
import type { LineProblemCode } from '#domain/ledger/bank-statement.ts';
import { type Names, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';

type Code = Evidence['code'] | UnmatchedWhy['code'] | LineProblemCode;

const WHY: Names<Code> = {
  VIRTUAL_ACCOUNT: msg('virtual account'),
  REFERENCE: msg('payment reference'),
  CONTRACT_NUMBER: msg('contract number'),
  NUMBER_NOT_WHOLE: msg('only a part of a number'),
  CURRENCY_DIFFERS: msg('another currency'),
  PAYER_NAME: msg('name of the payer'),
  NAME_IN_TEXT: msg('a name in the text'),
  INSTALLMENT_AMOUNT: msg('amount of an open installment'),
  WHOLE_OPEN_AMOUNT: msg('all that is open'),
  UNIT_NAME: msg('the unit'),
  NOTHING_FOUND: msg('nothing points to a contract'),
  NAME_ONLY: msg('only a name, which is not enough'),
  DATE_MISSING: msg('the date is missing'),
  DATE_UNREADABLE: msg('this is no date'),
  DATE_AMBIGUOUS: msg('day or month first? Choose it above'),
  AMOUNT_UNREADABLE: msg('this is no amount'),
  AMOUNT_AMBIGUOUS: msg('which is the decimal mark? Choose it above'),
  AMOUNT_TOO_PRECISE: msg('more decimal places than the currency has'),
  BOTH_IN_AND_OUT: msg('money in and out in one row'),
  DIRECTION_UNKNOWN: msg('in or out is not said'),
  CURRENCY_UNKNOWN: msg('this is no currency'),
  CURRENCY_CONTRADICTS: msg('another currency than that of the account'),
  TOO_MANY_CELLS: msg('more cells than columns'),
};

const CODE = /\b[A-Z]{4,}(?:_[A-Z]+)*\b/g;
const LAST_CODE = /[A-Z_]+$/;
const BOOKED = /^Receipt (.+)$/;

/** Numbers and names around the codes stay as they are; so does a sentence of the server. */
export function whyText(why: string, { t }: Words): string {
  const number = BOOKED.exec(why)?.[1];
  if (number !== undefined) return t('Receipt {number}', { number });
  return why.replace(CODE, (code) => nameIn(WHY, code, t) ?? code);
}

/** `Betrag "12,5x": AMOUNT_UNREADABLE`: the file's own words stay, only the code at the end is told. */
export function problemText(problem: string, { t }: Words): string {
  return problem.replace(LAST_CODE, (code) => nameIn(WHY, code, t) ?? code);
}
