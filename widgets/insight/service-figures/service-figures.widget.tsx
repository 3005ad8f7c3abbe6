/** Service: promises kept, first answers, repeats, complaints and what customers say. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { type ServiceFigures, serviceFigures } from './figures.ts';
import { serviceQueries } from './queries.ts';
import { ServiceView } from './service-view.tsx';

export const SERVICE_FIGURES: Board<ServiceFigures> = {
  title: msg('Service'),
  byProject: true,
  // Tickets come one by one, so the time is bounded.
  choice: {
    label: msg('Period'),
    choices: [
      ['1', msg('This month')],
      ['3', msg('Last 3 months')],
      ['12', msg('Last 12 months')],
    ],
    first: '3',
  },
  queries: serviceQueries,
  figuresOf: serviceFigures,
  nothing: () => null,
  View: ServiceView,
};

function ServiceFiguresWidget() {
  return <InsightBoard board={SERVICE_FIGURES} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.serviceFigures'),
  name: 'service-figures',
  description: 'Promises kept, first answers, repeats, complaints a hundred homes and what customers say.',
  component: ServiceFiguresWidget,
});
