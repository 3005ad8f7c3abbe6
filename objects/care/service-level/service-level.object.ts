/** A service level (服务等级): how fast a kind of request is answered and resolved for a level of customer (A099, A102). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { CLOCKS, LEVELS, PRIORITYS, TICKET_KINDS } from '#kit/care-choices.ts';
import { belongsTo, flag, object, select, text, whole } from '#kit/object.ts';

export default defineObject(
  object('serviceLevel', {
    label: 'Service level',
    plural: 'Service levels',
    icon: 'IconStopwatch',
    description: 'How fast a kind of request is answered and resolved for a level of customer.',

    fields: {
      name: text('Name'),
      kind: select('Kind of request', TICKET_KINDS),
      customerLevel: select('Customer level', LEVELS),
      priority: select('Priority', PRIORITYS),
      department: text('Department', { description: 'Of an internal request. Empty: any.' }),
      respondMinutes: whole('Minutes to answer'),
      resolveMinutes: whole('Minutes to resolve'),
      clock: select('The clock runs', CLOCKS, { initially: 'WORKING_HOURS' }),
      escalateTo: belongsTo('Escalates to', 'workspaceMember.keyturnServiceLevels', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      isActive: flag('In use'),
    },
  }),
);
