/** Changes who buys with the selected reservation. */
import {
  onlyStanding,
  RESERVATION_FIELDS,
  type ReservationSubject,
  reservationFacts,
} from '#widgets/deal/reservation-subject.ts';
import { type Connection, nodes, query } from '#widgets/shared/api/graphql.ts';
import type { CommandFormSpec, Wrong } from '#widgets/shared/command-form/command-form.tsx';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { LongTextField } from '#widgets/shared/parts/fields.tsx';
import { type PartyDraft, partiesOf, partiesProblem } from '#widgets/shared/people/parties.ts';
import { PartyRows } from '#widgets/shared/people/party-rows.tsx';
import { type PartyRecord, partiesField, partyDrafts } from '#widgets/shared/people/read-parties.ts';

type Subject = { reservation: ReservationSubject; parties: PartyRecord[] };
type Draft = { parties: PartyDraft[]; reason: string };

async function load(id: string): Promise<Subject | null> {
  const data = await query<{
    keyturnReservations: Connection<ReservationSubject>;
    keyturnParties: Connection<PartyRecord>;
  }>(`query { ${byId('keyturnReservations', RESERVATION_FIELDS, id)} ${partiesField('reservationId', id)} }`);
  const reservation = first(data.keyturnReservations);
  return reservation && { reservation, parties: nodes(data.keyturnParties) };
}

export const CHANGE_RESERVATION_BUYERS: CommandFormSpec<'deal/change-reservation-buyers', Subject, Draft> = {
  command: 'deal/change-reservation-buyers',
  load,
  facts: ({ reservation }, words) => reservationFacts(reservation, words),
  blocked: ({ reservation }, words) => onlyStanding(reservation, words),
  start: ({ reservation, parties }) => ({ parties: partyDrafts(parties, reservation), reason: '' }),
  Fields: ({ draft: { parties, reason }, wrong, words, onChange }) => (
    <>
      <PartyRows
        parties={parties}
        wrong={wrong.parties}
        words={words}
        onChange={(changed) => onChange({ parties: changed })}
      />
      <LongTextField
        label={words.t('Reason')}
        value={reason}
        wrong={wrong.reason ?? null}
        hint={words.t('Who leaves stays on record. Price and deposit stay as they are.')}
        onChange={(value) => onChange({ reason: value })}
      />
    </>
  ),
  read: ({ parties, reason }, { reservation }, words) => {
    const problem = partiesProblem(parties, words);
    const wrong: Wrong<Draft> = {
      ...(problem === null ? {} : { parties: problem }),
      ...(reason.trim() === '' ? { reason: words.t('Say why.') } : {}),
    };
    if (Object.keys(wrong).length > 0) return { input: null, wrong };
    return {
      input: { reservationId: reservation.id, parties: partiesOf(parties), reason: reason.trim() },
      wrong,
    };
  },
  submit: ({ t }) => t('Change buyers'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The reservation has its new buyers.'),
};
