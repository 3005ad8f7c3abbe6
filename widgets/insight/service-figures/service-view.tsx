/** The service as tiles, bars and a table of its kinds. */

import { KINDS, TICKET_STATES } from '#widgets/care/care-names.ts';
import { BarList } from '#widgets/shared/charts/bar-list.tsx';
import { FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import { RecordTable } from '#widgets/shared/figures/record-table.tsx';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { sinceOf } from '../board/lookback.ts';
import { asOf, day } from '../board/wording.ts';
import type { ServiceFigures } from './figures.ts';
import { durationText, openedRows, serviceTiles, shareText, ticketRows } from './service-tiles.tsx';

export function ServiceView(props: ViewProps<ServiceFigures>) {
  const { figures, told, words } = props;
  const { t } = words;
  const since = day(sinceOf(told), words);
  const read = asOf(told, words);
  return (
    <>
      <FigureRow figures={serviceTiles(props)} words={words} />
      <div className="kt-pair">
        <BarList
          title={t('Tickets by kind')}
          description={t('Tickets opened since {date}. {asOf}', { date: since, asOf: read })}
          empty={t('No ticket was opened in this time.')}
          names={[t('Kind'), t('Tickets')]}
          points={figures.kinds.map(({ kind, count }) => ({
            key: kind,
            label: nameIn(KINDS, kind, t) ?? kind,
            value: count,
            text: String(count),
            look: kind === 'COMPLAINT' ? 'WARN' : 'FIRST',
            rows: openedRows(told, [{ field: 'kind', is: 'IS', anyOf: [kind] }]),
          }))}
        />
        <BarList
          title={t('Open tickets by state')}
          description={t('Tickets that are neither resolved nor closed, of all times. {asOf}', {
            asOf: read,
          })}
          empty={t('Nothing is open.')}
          names={[t('State'), t('Tickets')]}
          points={figures.open.states.map(({ state, count }) => ({
            key: state,
            label: nameIn(TICKET_STATES, state, t) ?? state,
            value: count,
            text: String(count),
            look: state === 'WAITING_CUSTOMER' ? 'REST' : state === 'REOPENED' ? 'WARN' : 'FIRST',
            rows: ticketRows(told, [{ field: 'state', is: 'IS', anyOf: [state] }]),
          }))}
        />
      </div>
      <RecordTable
        title={t('Promises by kind')}
        description={t(
          'Tickets opened since {date}; internal requests are promises between departments. {asOf}',
          {
            date: since,
            asOf: read,
          },
        )}
        empty={t('No ticket was opened in this time.')}
        heads={[t('Kind'), t('Tickets'), t('Answered in time'), t('Resolved in time'), t('First answer')]}
        numbers={[1, 2, 3, 4]}
        object={null}
        rows={figures.kinds
          .filter(({ count }) => count > 0)
          .map(({ kind, count, answered, resolved, firstAnswer }) => ({
            id: kind,
            cells: [
              nameIn(KINDS, kind, t) ?? kind,
              String(count),
              shareText(answered, words),
              shareText(resolved, words),
              durationText(firstAnswer, words),
            ],
          }))}
      />
    </>
  );
}
