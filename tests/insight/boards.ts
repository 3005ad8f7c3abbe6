/** Every board by the folder of its widget. */
import { AGEING } from '#widgets/insight/ageing/ageing.widget.tsx';
import type { Board } from '#widgets/insight/board/insight-board.tsx';
import { CASH_FORECAST } from '#widgets/insight/cash-forecast/cash-forecast.widget.tsx';
import { COLLECTIONS_COCKPIT } from '#widgets/insight/collections-cockpit/collections-cockpit.widget.tsx';
import { EXECUTIVE_OVERVIEW } from '#widgets/insight/executive-overview/executive-overview.widget.tsx';
import { FUNNEL } from '#widgets/insight/funnel/funnel.widget.tsx';
import { HANDOVER_PROGRESS } from '#widgets/insight/handover-progress/handover-progress.widget.tsx';
import { INVENTORY_PRICE } from '#widgets/insight/inventory-price/inventory-price.widget.tsx';
import { LEAGUE_TABLE } from '#widgets/insight/league-table/league-table.widget.tsx';
import { MORTGAGE_PROGRESS } from '#widgets/insight/mortgage-progress/mortgage-progress.widget.tsx';
import { SALES_REPORT } from '#widgets/insight/sales-report/sales-report.widget.tsx';
import { SERVICE_FIGURES } from '#widgets/insight/service-figures/service-figures.widget.tsx';
import { TITLE_PROGRESS } from '#widgets/insight/title-progress/title-progress.widget.tsx';

/** Only what is the same of all boards can be said of any of them. */
type AnyBoard = { board: Pick<Board<never>, 'title' | 'byProject' | 'choice' | 'queries'> };

export const BOARDS = {
  'sales-report': { board: SALES_REPORT },
  funnel: { board: FUNNEL },
  'collections-cockpit': { board: COLLECTIONS_COCKPIT },
  ageing: { board: AGEING },
  'inventory-price': { board: INVENTORY_PRICE },
  'mortgage-progress': { board: MORTGAGE_PROGRESS },
  'handover-progress': { board: HANDOVER_PROGRESS },
  'league-table': { board: LEAGUE_TABLE },
  'executive-overview': { board: EXECUTIVE_OVERVIEW },
  'cash-forecast': { board: CASH_FORECAST },
  'title-progress': { board: TITLE_PROGRESS },
  'service-figures': { board: SERVICE_FIGURES },
} as const satisfies Record<string, AnyBoard>;
