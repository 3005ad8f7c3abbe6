/**
 * Kit: a dashboard as a small table of rows; the argument of `definePageLayout`. What makes a real dashboard
 * of the layout is the command set-up-dashboards.
 */
import { PageLayoutTabLayoutMode } from 'twenty-sdk/define';
import { DASHBOARDS, type DashboardKey } from '#domain/system/dashboards.ts';
import { dashboardsId } from '#identifiers/dashboards.ts';
import { pagesId } from '#identifiers/pages.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import type { Piece } from './chart.ts';
import type { PageDefinition } from './page.ts';

/** Twenty's grid has so many columns. */
const COLUMNS = 12;

export type Row = { height: number; pieces: readonly Piece[]; widths: readonly number[] };

/** One of our front components. */
export function component(title: string, widget: string): Piece {
  return {
    title,
    type: 'FRONT_COMPONENT',
    configuration: {
      configurationType: 'FRONT_COMPONENT',
      frontComponentUniversalIdentifier: widgetsId(`widget.${widget}`),
    },
  };
}

/** Pieces side by side, of one width. @throws RangeError when they do not share twelve columns evenly. */
export function row(height: number, ...pieces: readonly Piece[]): Row {
  const width = COLUMNS / pieces.length;
  if (!Number.isInteger(width))
    throw new RangeError(`${pieces.length} pieces do not share ${COLUMNS} columns`);
  return { height, pieces, widths: pieces.map(() => width) };
}

/** The heights of rows: of numbers, of charts, and of our own components. */
export const numbers = (...pieces: readonly Piece[]) => row(2, ...pieces);
export const charts = (...pieces: readonly Piece[]) => row(7, ...pieces);
export const board = (height: number, piece: Piece) => row(height, piece);

export function dashboard(key: DashboardKey, rows: readonly Row[]): PageDefinition {
  const { en: name } = DASHBOARDS[key];
  // The SDK's generations name a place on the grid differently; the deploy says it in the server's words.
  return {
    universalIdentifier: dashboardsId(`layout.${key}`),
    name,
    type: 'DASHBOARD',
    tabs: [
      {
        universalIdentifier: pagesId(`tab.dashboard.${key}`),
        title: 'Overview',
        position: 0,
        icon: 'IconLayoutDashboard',
        layoutMode: PageLayoutTabLayoutMode.GRID,
        widgets: widgetsIn(key, rows),
      },
    ],
  } as unknown as PageDefinition;
}

function widgetsIn(key: DashboardKey, rows: readonly Row[]) {
  let top = 0;
  return rows.flatMap(({ height, pieces, widths }) => {
    let column = 0;
    const placed = pieces.map((piece, index) => {
      const columnSpan = widths[index] ?? COLUMNS;
      const position = {
        layoutMode: PageLayoutTabLayoutMode.GRID,
        row: top,
        column,
        rowSpan: height,
        columnSpan,
      };
      column += columnSpan;
      return {
        universalIdentifier: pagesId(`widget.dashboard.${key}.${piece.title}`),
        ...piece,
        position,
      };
    });
    top += height;
    return placed;
  });
}
