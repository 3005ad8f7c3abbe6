import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnServiceLevels',
    hasMany('Escalations', 'serviceLevel.escalateTo', { icon: 'IconStopwatch' }),
  ),
);
