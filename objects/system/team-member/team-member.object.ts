/** A member of a sales team: who leads a team may act on the deals of its members (C5). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';

import { belongsTo, flag, object, text } from '#kit/object.ts';

export default defineObject(
  object('teamMember', {
    label: 'Sales team member',
    plural: 'Sales team members',
    icon: 'IconUsersGroup',
    description: 'Who belongs to which sales team. Who leads a team may act on the deals of its members.',

    fields: {
      name: text('Name'),
      team: text('Team'),
      member: belongsTo('Member', 'workspaceMember.keyturnTeamMembers', { onDelete: OnDeleteAction.CASCADE }),
      leads: flag('Leads the team'),
    },
  }),
);
