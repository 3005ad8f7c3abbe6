/** The league table of the sales team. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { LOOKBACKS } from '../board/lookback.ts';
import { type LeagueFigures, leagueFigures } from './figures.ts';
import { LeagueTableView } from './league-table-view.tsx';
import { leagueQueries } from './queries.ts';

export const LEAGUE_TABLE: Board<LeagueFigures> = {
  title: msg('League table'),
  byProject: true,
  choice: { label: msg('Period'), choices: LOOKBACKS, first: '3' },
  queries: leagueQueries,
  figuresOf: leagueFigures,
  nothing: () => null,
  View: LeagueTableView,
};

function LeagueTableWidget() {
  return <InsightBoard board={LEAGUE_TABLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.leagueTable'),
  name: 'league-table',
  description: 'Net contracts, conversion, discounts and holds of each salesperson.',
  component: LeagueTableWidget,
});
