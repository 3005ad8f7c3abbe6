/** Decides what becomes of the deposit of the selected, expired reservation. */
import type { DepositDecision } from '#domain/deal/forfeit.ts';
import { readReservationSubject, reservationFacts } from '#widgets/deal/reservation-subject.ts';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

const DECISIONS: Record<DepositDecision, string> = {
  REFUND: msg('Goes back to the buyer'),
  FORFEIT: msg('Is kept as far as the law allows'),
};

export const DECIDE_DEPOSIT = fieldForm({
  command: 'deal/decide-deposit',
  load: readReservationSubject,
  facts: reservationFacts,
  blocked: ({ state }, { t }) =>
    state === 'EXPIRED' || state === null
      ? null
      : t('Only the deposit of an expired reservation is decided.'),
  start: () => ({ decision: 'REFUND', reason: '' }),
  fields: {
    decision: {
      kind: 'CHOICE',
      label: msg('The deposit'),
      choices: ({ depositKind }, t) =>
        choicesOf(DECISIONS, t, depositKind === 'PREPAYMENT' ? ['REFUND'] : ['REFUND', 'FORFEIT']),
    },
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why.') },
  },
  input: ({ decision, reason }, { id }) => ({
    reservationId: id,
    decision: decision as DepositDecision,
    reason,
  }),
  submit: ({ t }) => t('Decide on deposit'),
  busy: ({ t }) => t('Deciding…'),
  done: ({ t }) => t('It is decided. What goes back is asked for as a refund.'),
  isDangerous: true,
});
