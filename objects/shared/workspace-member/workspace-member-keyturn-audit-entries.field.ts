import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnAuditEntries',
    hasMany('Keyturn audit entries', 'auditEntry.actor', { icon: 'IconHistory' }),
  ),
);
