/** The form of a receipt that bounced or is reversed: when, why, and what is open again by it. */
import type { ReceiptState } from '#domain/ledger/ledger-states.ts';
import type { FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { type FieldFormSpec, fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { amountText } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { blockedFrom, type ReceiptSubject, readReceiptSubject, receiptFacts } from './receipt-subject.ts';

type Command = 'ledger/bounce-receipt' | 'ledger/reverse-receipt';
type Key = 'on' | 'reason';
type Texts = Pick<FieldFormSpec<Command, ReceiptSubject, Key>, 'submit' | 'busy' | 'done'>;

export function takeBackForm(command: Command, to: ReceiptState, texts: Texts) {
  return fieldForm<Command, ReceiptSubject, Key>({
    command,
    load: readReceiptSubject,
    facts: receiptFacts,
    blocked: blockedFrom(to),
    start: () => ({ on: today(), reason: '' }),
    fields: {
      on: { kind: 'DATE', label: msg('Date') },
      reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why, for whoever reads it later.') },
    },
    input: (values, { receipt }) => ({ receiptId: receipt.id, ...values }),
    Above: OpenAgain,
    isDangerous: true,
    ...texts,
  });
}

export function OpenAgain({
  subject: { paid },
  words: { t, locale },
}: Pick<FieldsProps<ReceiptSubject, Values<Key>>, 'subject' | 'words'>) {
  if (paid.length === 0)
    return <p className="kt-soft">{t('This money has paid nothing yet: nothing is open again.')}</p>;
  return (
    <div>
      <table className="kt-table">
        <thead>
          <tr>
            <th>{t('Open again')}</th>
            <th data-align="end">{t('Amount')}</th>
          </tr>
        </thead>
        <tbody>
          {paid.map(({ key, installment, isFee, amount }) => (
            <tr key={key}>
              <td>{isFee ? t('{installment}, late fee', { installment }) : installment}</td>
              <td data-align="end">{amountText(amount, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="kt-hint">
        {t('Unless other money of the buyer takes its place. Late fees are worked out again.')}
      </p>
    </div>
  );
}
