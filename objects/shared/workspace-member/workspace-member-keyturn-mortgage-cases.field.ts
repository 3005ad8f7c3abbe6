import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnMortgageCases',
    hasMany('Mortgage cases', 'mortgageCase.owner', { icon: 'IconBuildingBank' }),
  ),
);
