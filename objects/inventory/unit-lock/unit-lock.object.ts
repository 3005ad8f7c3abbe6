/** The one row that says who has a unit (C3): its key is unique, so only one insert wins. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { LockHolder } from '#domain/inventory/unit-states.ts';
import { belongsTo, dateTime, object, select, text } from '#kit/object.ts';

const HOLDERS: Record<LockHolder, { label: string; color: string }> = {
  HOLD: { label: 'Hold', color: 'yellow' },
  TICKET: { label: 'Queue ticket', color: 'sky' },
  FREEZE: { label: 'Freeze', color: 'red' },
  RESERVATION: { label: 'Reservation', color: 'orange' },
  CONTRACT: { label: 'Contract', color: 'blue' },
};

export default defineObject(
  object('unitLock', {
    label: 'Unit lock',
    plural: 'Unit locks',
    icon: 'IconLock',
    description: 'Who has a unit right now. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Unit'),
      lockKey: text('Lock key', { description: 'The id of the unit while somebody has it.' }),
      unit: belongsTo('Unit', 'unit.locks', { onDelete: OnDeleteAction.CASCADE }),
      holderKind: select('Holder', HOLDERS, { initially: 'RESERVATION' }),
      holderId: text('Holder id'),
      holderName: text('Held by'),
      heldUntil: dateTime('Held until', { description: 'Empty once a contract holds the unit.' }),
      requestKey: text('Request'),
    },
  }),
);
