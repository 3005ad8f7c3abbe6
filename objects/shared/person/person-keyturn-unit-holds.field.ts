import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn('person', 'keyturnUnitHolds', hasMany('Unit holds', 'unitHold.buyer', { icon: 'IconHandStop' })),
);
