/** What the mortgage board asks: cases by status and since when, what waits for money, the last disbursed. */
import { by, currencyOf, dated } from '../board/grouped.ts';
import type { Queries } from '../board/read-board.ts';
import { oneOf } from '../board/scope.ts';
import { AGREED_LOANS } from '../cash-forecast/queries.ts';

export const MOST_WAITING = 10;
/** The median is of the last ones only: how banks work now, and one page whatever the number of cases. */
export const LAST_DISBURSED = 200;

export const OPEN_CASES = ['NOT_STARTED', 'COLLECTING', 'SUBMITTED', 'SUPPLEMENT', ...AGREED_LOANS];

export const mortgageQueries: Queries = () => [
  {
    totals: {
      cases: {
        objects: 'keyturnMortgageCases',
        by: [by('state'), currencyOf('amountAsked')],
        money: ['amountAsked', 'amountApproved', 'amountDisbursed'],
      },
    },
    lists: {
      waiting: {
        objects: 'keyturnMortgageCases',
        fields:
          'id name bank state stateSince amountApproved { amountMicros currencyCode } documentsMissing contract { name }',
        first: MOST_WAITING,
        where: [oneOf('state', AGREED_LOANS)],
        orderBy: '[{ stateSince: AscNullsFirst }]',
      },
    },
  },
  {
    totals: {
      since: {
        objects: 'keyturnMortgageCases',
        by: [by('state'), dated('stateSince', 'DAY'), currencyOf('amountAsked')],
        where: [oneOf('state', OPEN_CASES)],
      },
    },
    lists: {
      disbursed: {
        objects: 'keyturnMortgageCases',
        fields: 'bank disbursedOn amountAsked { currencyCode } contract { signedOn }',
        first: LAST_DISBURSED,
        where: ['{ state: { eq: DISBURSED } }', '{ disbursedOn: { is: NOT_NULL } }'],
        orderBy: '[{ disbursedOn: DescNullsLast }, { id: AscNullsFirst }]',
      },
    },
  },
];
