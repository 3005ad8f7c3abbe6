/** What the ageing asks: overdue installments by due date and charge, and who owes most. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { by, dated } from '../board/grouped.ts';
import { dueBefore, openInstallments } from '../board/installment-totals.ts';
import type { Queries } from '../board/read-board.ts';
import { oneOf } from '../board/scope.ts';

export const MOST_DEBTORS = 10;

const MONEY = '{ amountMicros currencyCode }';

export const ageingQueries: Queries = ({ today }) => [
  {
    totals: { late: openInstallments([dated('dueOn', 'DAY')], [dueBefore(today)]) },
    lists: {
      debtors: {
        objects: 'keyturnContracts',
        fields: `id name overdue ${MONEY} overdueSince lateFee ${MONEY} lateFeePaid ${MONEY} lateFeeWaived ${MONEY} buyer { name { firstName lastName } } company { name }`,
        first: MOST_DEBTORS,
        where: [oneOf('state', LIVE_CONTRACT_STATES), '{ overdue: { amountMicros: { gt: 0 } } }'],
        orderBy: '[{ overdue: { amountMicros: DescNullsLast } }]',
      },
    },
  },
  { totals: { charges: openInstallments([by('chargeType')], [dueBefore(today)]) } },
];
