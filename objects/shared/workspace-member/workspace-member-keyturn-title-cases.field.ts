import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnTitleCases',
    hasMany('Title cases', 'titleCase.owner', { icon: 'IconCertificate' }),
  ),
);
