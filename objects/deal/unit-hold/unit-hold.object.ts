/** A hold (保留): a unit kept for somebody until a time, without a deposit; or frozen by law (C4). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { HoldKind } from '#domain/deal/hold-states.ts';
import { belongsTo, dateTime, json, object, select, text, whole } from '#kit/object.ts';
import { UNIT_HOLD_STAGES } from '#workflows/pipeline/unit-hold.ts';

const KINDS: Record<HoldKind, { label: string; color: string }> = {
  SALES: { label: 'Hold by a salesperson', color: 'yellow' },
  VIP: { label: 'VIP', color: 'purple' },
  LEGAL: { label: 'Legal freeze', color: 'red' },
};

export default defineObject(
  object('unitHold', {
    label: 'Unit hold',
    plural: 'Unit holds',
    icon: 'IconHandStop',
    description: 'A unit kept for somebody until a time, without a deposit; or frozen.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      unit: belongsTo('Unit', 'unit.unitHolds'),
      kind: select('Kind', KINDS, { initially: 'SALES' }),
      state: select('State', UNIT_HOLD_STAGES, { initially: 'ACTIVE' }),
      buyer: belongsTo('For', 'person.keyturnUnitHolds', { onDelete: OnDeleteAction.SET_NULL }),
      forWhom: text('For whom'),
      salesperson: belongsTo('Salesperson', 'workspaceMember.keyturnUnitHolds', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      heldByName: text('Held by'),
      reason: text('Reason'),
      heldAt: dateTime('Held at'),
      expiresAt: dateTime('Held until'),
      extensions: whole('Extensions'),
      closedAt: dateTime('Closed at'),
      closeReason: text('Reason for closing'),
      stateBefore: text('State of the unit before'),
      slotKey: text('Place', {
        description: 'Which of the holds that a salesperson may have at a time this one is.',
      }),
      requestKey: text('Request'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
