/** Writes the journal of a period as CSV, for the books. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { lastMonth } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { FileLink } from '#widgets/shared/parts/file-link.tsx';

/** Sums of the debit side, which are those of the credit side, one a currency. */
function debitText(debit: unknown, locale: string): string {
  if (typeof debit !== 'object' || debit === null) return '';
  const sums = Object.entries(debit).map(([currency, sum]) => amountOfDecimal(String(sum), currency));
  return sums.flatMap((sum) => (sum === null ? [] : amountText(sum, locale))).join(' + ');
}

const SPEC = fieldForm({
  command: 'ledger/export-journal',
  load: async () => ({}),
  facts: () => [],
  start: () => lastMonth(),
  fields: {
    from: { kind: 'DATE', label: msg('From') },
    to: { kind: 'DATE', label: msg('To') },
  },
  check: ({ from, to }, _none, { t }) => (to < from ? { to: t('This is before the first day.') } : {}),
  input: ({ from, to }) => ({ from, to }),
  isQuestion: true,
  Outcome: ({ result, words: { t, locale } }) => (
    <>
      <Facts
        facts={[
          [t('Postings'), String(result.postings ?? '')],
          [t('Debit and credit, each'), debitText(result.debit, locale)],
        ]}
      />
      <FileLink result={result} where={t('It also lies in the Files tab of a new job run.')} />
    </>
  ),
  submit: ({ t }) => t('Export journal'),
  busy: ({ t }) => t('Exporting…'),
  done: ({ t }) => t('The journal is exported.'),
});

function ExportJournal() {
  return <CommandForm spec={SPEC} isGlobal />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.exportJournal'),
  name: 'export-journal',
  description: 'Exports the journal of a period as CSV, one balanced set of lines a posting.',
  component: ExportJournal,
});
