/** What the collections cockpit asks; everything that finance has to look after, in two requests. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { firstOfMonth } from '#domain/insight/index.ts';
import { addDays, addMonths } from '#domain/shared/plain-date.ts';
import { literal } from '#widgets/shared/api/graphql.ts';
import { by, currencyOf, dated } from '../board/grouped.ts';
import { allInstallments, dueUpTo, openInstallments } from '../board/installment-totals.ts';
import type { Queries } from '../board/read-board.ts';
import { from, oneOf } from '../board/scope.ts';

/** What bounced or was broken longer ago is history. */
export const RECENT_DAYS = 30;
export const AHEAD_DAYS = 30;
/** So many months of collection rates. */
export const RATE_MONTHS = 12;

export const collectionsQueries: Queries = ({ today }) => {
  const recent = literal(addDays(today, -RECENT_DAYS));
  return [
    {
      totals: {
        due: openInstallments([dated('dueOn', 'DAY')], [dueUpTo(addDays(today, AHEAD_DAYS))]),
        promises: {
          objects: 'keyturnPaymentPromises',
          by: [by('state'), dated('payBy', 'DAY'), currencyOf('amount')],
          money: ['amount', 'paidSince'],
          where: [
            `{ or: [{ state: { eq: OPEN } }, { state: { eq: BROKEN }, decidedOn: { gte: ${recent} } }] }`,
          ],
        },
        bankLines: {
          objects: 'keyturnBankStatementLines',
          by: [by('state'), currencyOf('amount')],
          money: ['amount'],
          where: [oneOf('state', ['UNMATCHED', 'DOUBTFUL', 'MATCHED'])],
        },
        receipts: {
          objects: 'keyturnReceipts',
          by: [by('state'), currencyOf('amount')],
          money: ['amount'],
          where: [
            `{ or: [{ state: { eq: PENDING_CLEARANCE } }, { state: { eq: BOUNCED }, closedOn: { gte: ${recent} } }] }`,
          ],
        },
        lateFees: {
          objects: 'keyturnContracts',
          by: [currencyOf('price')],
          money: ['lateFee', 'lateFeePaid', 'lateFeeWaived'],
          where: [oneOf('state', LIVE_CONTRACT_STATES)],
        },
      },
    },
    {
      totals: {
        dues: allInstallments(
          [dated('dueOn', 'MONTH')],
          [dueUpTo(today), from('dueOn', addMonths(firstOfMonth(today), 1 - RATE_MONTHS))],
        ),
      },
    },
  ];
};
