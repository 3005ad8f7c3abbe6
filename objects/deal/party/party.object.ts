/** A party (共有人): who buys, and with which share; the shares of those who have not left add up to 100 %. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, date, decimal, flag, json, object, select, text } from '#kit/object.ts';
import { PARTY_STAGES } from '#workflows/pipeline/party.ts';

export default defineObject(
  object('party', {
    label: 'Party',
    plural: 'Parties',
    icon: 'IconUsers',
    description: 'Who buys with a reservation or contract, and with which share.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      reservation: belongsTo('Reservation', 'reservation.parties', { onDelete: OnDeleteAction.SET_NULL }),
      contract: belongsTo('Contract', 'contract.parties', { onDelete: OnDeleteAction.SET_NULL }),
      buyer: belongsTo('Buyer', 'person.keyturnParties', { onDelete: OnDeleteAction.SET_NULL }),
      company: belongsTo('Company', 'company.keyturnParties', { onDelete: OnDeleteAction.SET_NULL }),
      sharePercent: decimal('Share (%)', 4),
      isFirst: flag('First buyer'),
      state: select('State', PARTY_STAGES, { initially: 'ACTIVE' }),
      joinedOn: date('Joined on'),
      leftOn: date('Left on'),
      reason: text('Reason'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
