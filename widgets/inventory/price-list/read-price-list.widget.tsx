/** Reads a price list for the selected project: first to look at, then as a draft of the next version. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { base64OfText } from '#widgets/ledger/bank-statement/base64.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { PriceListOutcome } from './price-list-outcome.tsx';

type Project = { id: string; name: string | null; currencyCode: string | null };
type Key = 'pasted' | 'rounding' | 'decimalMark' | 'effectiveFrom' | 'what';

const SPEC = fieldForm<'files/read-price-list', Project, Key>({
  command: 'files/read-price-list',
  load: (id) => readOne<Project>('keyturnProjects', 'id name currencyCode', id),
  facts: ({ name, currencyCode }, { t }) => [
    [t('Project'), name],
    [t('Currency'), currencyCode],
  ],
  start: () => ({ pasted: '', rounding: '0.01', decimalMark: '.', effectiveFrom: today(), what: 'CHECK' }),
  fields: {
    pasted: {
      kind: 'LONG',
      label: msg('Rows copied from Excel'),
      isOptional: true,
      hint: msg('With the row of headings. Leave it empty to read the newest file in the Files tab.'),
    },
    rounding: {
      kind: 'CHOICE',
      label: msg('Totals are rounded to'),
      isShort: true,
      choices: (_project, t) => [
        ['0.01', t('Cents')],
        ['1', '1'],
        ['10', '10'],
        ['100', '100'],
        ['1000', '1,000'],
      ],
    },
    decimalMark: {
      kind: 'CHOICE',
      label: msg('Decimal mark'),
      isShort: true,
      choices: (_project, t) => [
        ['.', t('Point: 1,234.50')],
        [',', t('Comma: 1.234,50')],
      ],
    },
    effectiveFrom: { kind: 'DATE', label: msg('Effective from') },
    what: {
      kind: 'CHOICE',
      label: msg('What to do'),
      choices: (_project, t) => [
        ['CHECK', t('Check only: nothing is stored')],
        ['MAKE', t('Make a draft price scheme')],
      ],
      hint: msg('No unit changes before somebody else approves the scheme.'),
    },
  },
  input: ({ pasted, rounding, decimalMark, effectiveFrom, what }, { id }) => ({
    projectId: id,
    rounding,
    decimalMark,
    effectiveFrom,
    isDryRun: what === 'CHECK',
    fileName: pasted === '' ? undefined : 'pasted rows',
    contentBase64: given(pasted === '' ? '' : base64OfText(pasted)),
  }),
  isQuestion: true,
  failed: ({ wrong }, { t }) =>
    Number(wrong ?? 0) === 0 ? null : t('Some rows are wrong: correct them and read the list again.'),
  Outcome: PriceListOutcome,
  submit: ({ t }) => t('Read price list'),
  busy: ({ t }) => t('Reading…'),
  done: ({ t }, { isKnown, priceSchemeId }) => {
    if (priceSchemeId === null || priceSchemeId === undefined)
      return t('The list is right. Nothing was stored yet.');
    return isKnown === true
      ? t('This list was read before; this is its price scheme.')
      : t('The draft is made. Activate it when it is approved.');
  },
});

function ReadPriceList() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.readPriceList'),
  name: 'read-price-list',
  description: 'Reads a price list, names wrong rows, shows what changes and makes a draft price scheme.',
  component: ReadPriceList,
});
