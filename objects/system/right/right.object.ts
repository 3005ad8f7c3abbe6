/** A right: one field for each thing that a role may do with Keyturn; who may read the field has the right. */
import { defineObject } from 'twenty-sdk/define';
import { object, text } from '#kit/object.ts';

export default defineObject(
  object('right', {
    label: 'Keyturn right',
    plural: 'Keyturn rights',
    icon: 'IconShieldCheck',
    description:
      'Who may see a field of this object may do what it says. Set it per role in Settings, Roles.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      sell: text('May reserve and sell'),
      controlSales: text('May release units and certify milestones'),
      freezeUnits: text('May freeze units by law'),
      keepAccounts: text('May record money'),
      approveMoney: text('May approve waivers, refunds and cancellations'),
      handOver: text('May hand over keys'),
      serve: text('May serve customers after the sale'),
      administer: text('May administer Keyturn'),
    },
  }),
);
