/** Makes a contract of the selected reservation. */
import {
  RESERVATION_FIELDS,
  type ReservationSubject,
  reservationFacts,
} from '#widgets/deal/reservation-subject.ts';
import { type Connection, listField, nodes, query } from '#widgets/shared/api/graphql.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { ChoiceField, DateField, TextField } from '#widgets/shared/parts/fields.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';

type Plan = { id: string; name: string | null };
type Subject = { reservation: ReservationSubject; plans: Plan[] };
type Draft = { planId: string; number: string; signedOn: string };

async function load(id: string): Promise<Subject | null> {
  const plans = listField({
    root: 'keyturnPaymentPlans',
    fields: 'id name',
    filter: '{ isActive: { eq: true } }',
    orderBy: '[{ name: AscNullsLast }]',
  });
  const data = await query<{
    keyturnReservations: Connection<ReservationSubject>;
    keyturnPaymentPlans: Connection<Plan>;
  }>(`query { ${byId('keyturnReservations', RESERVATION_FIELDS, id)} ${plans} }`);
  const reservation = first(data.keyturnReservations);
  return reservation && { reservation, plans: nodes(data.keyturnPaymentPlans) };
}

export const SIGN_CONTRACT: CommandFormSpec<'deal/sign-contract', Subject, Draft> = {
  command: 'deal/sign-contract',
  load,
  start: ({ plans }) => ({ planId: plans[0]?.id ?? '', number: '', signedOn: today() }),
  facts: ({ reservation }, words) => reservationFacts(reservation, words),
  Fields: ({ subject: { plans }, draft, wrong, words: { t }, onChange }) => (
    <>
      {plans.length === 0 && (
        <Notice tone="bad">
          {t('No payment plan is offered. Create one, or mark one as offered, then come back.')}
        </Notice>
      )}
      <ChoiceField
        label={t('Payment plan')}
        value={draft.planId}
        choices={plans.map((plan) => [plan.id, plan.name ?? '–'] as const)}
        onChange={(planId) => onChange({ planId })}
        wrong={wrong.planId ?? null}
      />
      <div className="kt-form-row">
        <TextField
          label={t('Contract number')}
          value={draft.number}
          onChange={(number) => onChange({ number })}
          wrong={wrong.number ?? null}
        />
        <DateField
          label={t('Signed on')}
          value={draft.signedOn}
          onChange={(signedOn) => onChange({ signedOn })}
          wrong={wrong.signedOn ?? null}
        />
      </div>
    </>
  ),
  read: (draft, { reservation }, { t }) => {
    const wrong: Partial<Record<keyof Draft, string>> = {};
    if (draft.planId === '') wrong.planId = t('Choose a payment plan.');
    if (draft.number.trim() === '') wrong.number = t('Enter the number of the contract.');
    if (draft.signedOn === '') wrong.signedOn = t('Enter a date.');
    if (Object.keys(wrong).length > 0) return { input: null, wrong };
    return { input: { reservationId: reservation.id, ...draft, number: draft.number.trim() }, wrong };
  },
  submit: ({ t }) => t('Sign contract'),
  busy: ({ t }) => t('Signing…'),
  done: ({ t }) => t('The contract is signed; its installments are made.'),
};
