/** What the title board asks: cases that are not issued, by state, what blocks them, and the days of their deadlines. */
import { TITLE_DONE, TITLE_ROAD } from '#domain/handover/title-states.ts';
import { by, currencyBehind, dated } from '../board/grouped.ts';
import type { Queries } from '../board/read-board.ts';
import { ofUnit, oneOf } from '../board/scope.ts';

/** Something is still to be filed or issued. */
export const TO_BE_ISSUED = [
  ...TITLE_ROAD.filter((state) => !TITLE_DONE.includes(state)),
  'BLOCKED',
] as const;

export const titleQueries: Queries = (scope) => [
  {
    totals: {
      cases: {
        objects: 'keyturnTitleCases',
        by: [
          by('state'),
          by('blockReason'),
          currencyBehind('contract', 'price'),
          dated('fileBy', 'DAY'),
          dated('certificateBy', 'DAY'),
          // Only whether it is there counts.
          dated('submittedOn', 'MONTH'),
        ],
        where: [oneOf('state', TO_BE_ISSUED), ...ofUnit(scope)],
      },
    },
  },
];
