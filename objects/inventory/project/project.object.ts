/** A development (项目): currency, time zone and the rules that its sales follow. */
import { defineObject } from 'twenty-sdk/define';
import { date, flag, hasMany, money, object, text, whole } from '#kit/object.ts';

export default defineObject(
  object('project', {
    label: 'Project',
    plural: 'Projects',
    icon: 'IconBuildingCommunity',
    description: 'A development whose homes are sold: its currency, time zone, permit and deposit rule.',
    fields: {
      name: text('Name'),
      code: text('Code'),
      city: text('City'),
      district: text('District'),
      currencyCode: text('Currency', {
        description: 'ISO 4217 code, e.g. EUR. Every amount of the project is in it.',
      }),
      timeZone: text('Time zone', { description: 'IANA name, e.g. Asia/Taipei. Days begin and end by it.' }),
      holdHours: whole('Reservation hours', {
        description: 'How long a reservation holds its unit unless it says otherwise.',
      }),
      depositAsked: money('Deposit asked'),
      permitRequired: flag('Pre-sale permit required', {
        description: 'When set, no unit is released without a valid permit (D6).',
      }),
      permitNumber: text('Pre-sale permit'),
      permitExpiresOn: date('Permit expires on'),
      buildings: hasMany('Buildings', 'building.project'),
      unitTypes: hasMany('Unit types', 'unitType.project'),
      units: hasMany('Units', 'unit.project'),
    },
  }),
);
