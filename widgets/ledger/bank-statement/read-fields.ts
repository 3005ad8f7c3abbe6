/** What is entered to read a statement, as a table of fields and the input made of it. */
import type { CommandInputs } from '#widgets/shared/api/commands.ts';
import { given } from '#widgets/shared/command-form/field-form.tsx';
import type { FieldSpecs, Values } from '#widgets/shared/command-form/field-list.tsx';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import type { StatementRecord } from './bank-lines.ts';
import { base64OfText } from './base64.ts';

export type ReadKey = 'pasted' | 'account' | 'currency' | 'decimalMark' | 'dateOrder';

export const READ_FIELDS: FieldSpecs<null, ReadKey> = {
  pasted: {
    kind: 'LONG',
    label: msg('Rows copied from Excel'),
    isOptional: true,
    hint: msg('With the row of headings. Leave it empty to read the newest file in the Files tab.'),
  },
  account: {
    kind: 'TEXT',
    label: msg('Our account'),
    isShort: true,
    missing: msg('Enter the account that the statement is of.'),
  },
  currency: {
    kind: 'TEXT',
    label: msg('Currency'),
    isShort: true,
    missing: msg('Enter a currency code like EUR.'),
  },
  decimalMark: {
    kind: 'CHOICE',
    label: msg('Decimal mark'),
    isShort: true,
    isOptional: true,
    choices: (_none, t) => [
      ['', t('As the file has it')],
      ['.', t('Point: 1,234.50')],
      [',', t('Comma: 1.234,50')],
    ],
  },
  dateOrder: {
    kind: 'CHOICE',
    label: msg('Dates'),
    isShort: true,
    isOptional: true,
    choices: (_none, t) => [
      ['', t('As the file has them')],
      ['DMY', t('Day first: 31/01')],
      ['MDY', t('Month first: 01/31')],
    ],
  },
};

export function readStart({ account, currencyCode }: StatementRecord): Values<ReadKey> {
  return {
    pasted: '',
    account: account ?? '',
    currency: currencyCode ?? '',
    decimalMark: '',
    dateOrder: '',
  };
}

export function currencyProblem(currency: string, { t }: Words): Partial<Values<ReadKey>> {
  return /^[A-Za-z]{3}$/.test(currency) ? {} : { currency: t('Enter a currency code like EUR.') };
}

export function readInput(
  bankStatementId: string,
  { pasted, account, currency, decimalMark, dateOrder }: Values<ReadKey>,
): CommandInputs['files/read-bank-statement'] {
  return {
    bankStatementId,
    account,
    currency: currency.toUpperCase(),
    decimalMark: given(decimalMark),
    dateOrder: given(dateOrder),
    ...(pasted === '' ? {} : { contentBase64: base64OfText(pasted) }),
  };
}
