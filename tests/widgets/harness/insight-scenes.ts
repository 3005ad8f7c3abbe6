/** Scenes of the dashboards: charts and tiles by themselves, then each board in its states. */
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

export const INSIGHT_SCENES: readonly Scene[] = [
  insight('charts', CHARTS),
  insight('charts-dark', CHARTS, { scheme: 'dark' }),
  insight('charts-phone', CHARTS, PHONE),
];
