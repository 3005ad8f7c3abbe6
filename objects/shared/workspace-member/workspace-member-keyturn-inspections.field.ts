import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnInspections',
    hasMany('Inspections', 'inspection.inspector', { icon: 'IconClipboardCheck' }),
  ),
);
