import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnUnitHolds',
    hasMany('Unit holds', 'unitHold.salesperson', { icon: 'IconHandStop' }),
  ),
);
