/** A key set (钥匙): keys, cards or papers of a unit that are counted and signed for. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { KEY_KINDS } from '#kit/care-choices.ts';
import { belongsTo, dateTime, json, object, select, text, whole } from '#kit/object.ts';
import { KEY_SET_STAGES } from '#workflows/pipeline/key-set.ts';

export default defineObject(
  object('keySet', {
    label: 'Key set',
    plural: 'Key sets',
    icon: 'IconKey',
    description: 'Keys, cards or papers of a unit, counted and signed for.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      unit: belongsTo('Unit', 'unit.keySets'),
      kind: select('Kind', KEY_KINDS, { initially: 'DOOR_KEYS' }),
      count: whole('Pieces'),
      state: select('State', KEY_SET_STAGES, { initially: 'IN_STORE' }),
      handover: belongsTo('Handover', 'handover.keys', { onDelete: OnDeleteAction.SET_NULL }),
      keptAt: text('Kept at'),
      handedTo: text('Handed to'),
      signedAt: dateTime('Signed for at'),
      remark: text('Remark'),
      setKey: text('Key of the set', { description: 'Unit, kind and number: no set is counted twice.' }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
