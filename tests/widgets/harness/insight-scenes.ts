/** Scenes of the dashboards: charts and tiles by themselves, then each board in its states. */
import { recordedKey } from './fake-twenty.ts';
import recorded from './insight-recorded.json' with { type: 'json' };
import type { Scene } from './scenes.ts';

const PAGE = { width: 1180, height: 1180 };
const PHONE = { width: 390, height: 2600 };

function insight(name: string, widget: string, changes: Partial<Scene> = {}): Scene {
  return {
    name: `insight-${name}`,
    widget,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    selectedRecordIds: [],
    ...PAGE,
    ...changes,
  };
}

const CHARTS = '../tests/widgets/harness/charts-demo';

type BoardName = keyof typeof recorded;

/** What a generated workspace answered this board, whatever is asked for; an empty workspace has none of it. */
function answersOf(board: BoardName): NonNullable<Scene['records']> {
  const answers: Record<string, readonly unknown[]> = recorded[board];
  const roots = [...new Set(Object.keys(answers).map((key) => key.slice(0, key.indexOf(' '))))];
  return Object.fromEntries(
    roots.map((name) => [name, (args: string) => answers[recordedKey({ name, args })] ?? []]),
  );
}

/** A workspace that has a project and nothing else. */
const NEW: NonNullable<Scene['records']> = {
  keyturnProjects: () => [{ id: 'p1', name: 'Harbour', currencyCode: 'TWD', timeZone: 'Asia/Taipei' }],
};

function boardScenes(board: BoardName, height: number): Scene[] {
  const widget = `insight/${board}/${board}.widget`;
  const full = { records: answersOf(board), height };
  return [
    insight(board, widget, full),
    insight(`${board}-dark`, widget, { ...full, scheme: 'dark' }),
    insight(`${board}-zh`, widget, { ...full, locale: 'zh-CN' }),
    insight(`${board}-phone`, widget, { ...full, ...PHONE }),
    insight(`${board}-empty`, widget, { world: 'EMPTY', records: NEW, height: 900 }),
  ];
}

export const INSIGHT_SCENES: readonly Scene[] = [
  insight('charts', CHARTS),
  insight('charts-dark', CHARTS, { scheme: 'dark' }),
  insight('charts-phone', CHARTS, PHONE),
  ...boardScenes('sales-report', 620),
  ...boardScenes('funnel', 640),
  ...boardScenes('collections-cockpit', 720),
  ...boardScenes('ageing', 760),
  ...boardScenes('inventory-price', 860),
  ...boardScenes('mortgage-progress', 860),
  ...boardScenes('handover-progress', 980),
  ...boardScenes('league-table', 900),
  ...boardScenes('executive-overview', 900),
  ...boardScenes('cash-forecast', 620),
  ...boardScenes('service-figures', 860),
  ...boardScenes('title-progress', 560),
  insight('no-projects', 'insight/ageing/ageing.widget', { world: 'NOTHING', height: 360 }),
  insight('loading', 'insight/ageing/ageing.widget', { world: 'SLOW', height: 360 }),
  insight('no-right', 'insight/ageing/ageing.widget', { world: 'NO_RIGHT', height: 360 }),
  insight('broken-dark', 'insight/ageing/ageing.widget', { world: 'BROKEN', scheme: 'dark', height: 360 }),
  insight('offline-zh', 'insight/ageing/ageing.widget', { world: 'OFFLINE', locale: 'zh-CN', height: 360 }),
];
