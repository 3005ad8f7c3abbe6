import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnTeamMembers',
    hasMany('Sales teams', 'teamMember.member', { icon: 'IconUsersGroup' }),
  ),
);
