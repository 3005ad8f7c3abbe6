/** What is entered about money received. */
import type { ReceiptMethod } from '#domain/ledger/ledger-states.ts';
import { METHODS } from '#widgets/ledger/methods.ts';
import type { FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { today } from '#widgets/shared/format/moment.ts';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { InstallmentTable } from '#widgets/shared/installments/installment-table.tsx';
import { CheckField, ChoiceField, DateField, TextField } from '#widgets/shared/parts/fields.tsx';
import { currencyOf, expectedAmount, type ReceiptSubject } from './receipt-subject.ts';

export type ReceiptDraft = {
  amount: string;
  method: ReceiptMethod;
  receivedOn: string;
  externalId: string;
  allowPrepayment: boolean;
};

const isMethod = (text: string): text is ReceiptMethod => text in METHODS;

function hintOf(subject: ReceiptSubject, { t }: Words): string {
  if (expectedAmount(subject, today()) === null) return t('Nothing is due today');
  return subject.kind === 'CONTRACT' ? t('What is due today') : t('What is left of the deposit');
}

export function ReceiptFields({
  subject,
  draft,
  wrong,
  words,
  onChange,
}: FieldsProps<ReceiptSubject, ReceiptDraft>) {
  const { t } = words;
  const currency = currencyOf(subject);
  const isContract = subject.kind === 'CONTRACT';
  return (
    <>
      {isContract && subject.installments.length > 0 && (
        <InstallmentTable installments={subject.installments} today={today()} words={words} />
      )}
      <div className="kt-form-row">
        <TextField
          label={currency === '' ? t('Amount') : `${t('Amount')} (${currency})`}
          value={draft.amount}
          onChange={(amount) => onChange({ amount })}
          hint={hintOf(subject, words)}
          wrong={wrong.amount ?? null}
        />
        <DateField
          label={t('Received on')}
          value={draft.receivedOn}
          onChange={(receivedOn) => onChange({ receivedOn })}
          wrong={wrong.receivedOn ?? null}
        />
      </div>
      <ChoiceField
        label={t('Method')}
        value={draft.method}
        choices={choicesOf(METHODS, t)}
        onChange={(method) => isMethod(method) && onChange({ method })}
      />
      <TextField
        label={t('Reference')}
        value={draft.externalId}
        onChange={(externalId) => onChange({ externalId })}
        hint={t('Of the bank or the gateway; the same one is never booked twice.')}
      />
      {isContract && (
        <CheckField
          label={t('Pay installments that are not due yet as well')}
          isChecked={draft.allowPrepayment}
          onChange={(allowPrepayment) => onChange({ allowPrepayment })}
        />
      )}
    </>
  );
}
