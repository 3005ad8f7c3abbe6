/** The level of service that a customer has (A099): it sets how fast a request is answered. */
import { defineField } from 'twenty-sdk/define';
import { LEVELS } from '#kit/care-choices.ts';
import { fieldOn, select } from '#kit/object.ts';

export default defineField(
  fieldOn('person', 'keyturnCustomerLevel', select('Customer level', LEVELS, { initially: 'STANDARD' })),
);
