/** The sales-control board as people use it: zooming, masked, holding, reserving, losing a race, by keys alone. */
import type { Page } from 'playwright-core';
import { manyUnits, PROJECT, TOWER } from '#tests/widgets/fixtures/tower.ts';
import { type BoardWorld, boardWorld } from './board-world.ts';
import type { Scene } from './scenes.ts';

const WIDGET = 'inventory/sales-control/sales-control.widget';

const COMMANDS = ['keyturn/deal/hold-unit', 'keyturn/deal/reserve-unit'] as const;

/** Each scene has a world of its own, made when it is opened: what is done in one is not seen in another. */
function scene(name: string, changes: Partial<Scene> = {}, world: () => BoardWorld = boardWorld): Scene {
  let opened: BoardWorld | null = null;
  const now = () => {
    opened ??= world();
    return opened;
  };
  const ask = (root: string) => (args: string) => now().records[root]?.(args) ?? [];
  const roots = [
    'keyturnUnits',
    'keyturnUnitsGroupBy',
    'keyturnUnitHolds',
    'keyturnReservations',
    'keyturnContracts',
  ];
  return {
    name: `board-${name}`,
    widget: WIDGET,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    width: 1280,
    height: 900,
    selectedRecordIds: [],
    records: Object.fromEntries(roots.map((root) => [root, ask(root)])),
    answers: Object.fromEntries(COMMANDS.map((command) => [command, (body) => now().answer(command, body)])),
    ...changes,
  };
}

const PHONE = { width: 390, height: 844 };
const MASKED = { denied: ['keyturnRights'] };

const press = (unit: string) => async (page: Page) => {
  await page.locator(`[role=gridcell][aria-label^="${unit},"]`).click();
  await page.waitForTimeout(200);
};

const zoomOut = async (page: Page) => {
  await page.locator('.kt-head select').nth(1).selectOption('');
  await page.locator('.kt-buildings').waitFor();
};

const act = (unit: string, action: string) => async (page: Page) => {
  await press(unit)(page);
  await page.locator('.kt-detail').getByRole('button', { name: action, exact: true }).click();
};

/** So many units with nothing else to wait for. */
const units = (floors: number, perFloor: number) => {
  const all = manyUnits(floors, perFloor);
  return {
    keyturnUnits: (args: string) => (args.includes('updatedAt: {') ? [] : all),
    keyturnUnitsGroupBy: () => [],
  };
};

const onTower = { selectedRecordIds: [TOWER.id] };

export const BOARD_SCENES: readonly Scene[] = [
  scene('overview', { act: zoomOut }),
  scene('overview-dark-zh', {
    scheme: 'dark',
    locale: 'zh-CN',
    act: async (page) => {
      await zoomOut(page);
      await page.locator('.kt-legend-item[data-state=AVAILABLE]').click();
    },
  }),
  scene('overview-phone', { ...PHONE, act: zoomOut }),
  scene('project-page', { selectedRecordIds: [PROJECT.id], width: 960 }),
  scene('building-page', onTower),
  scene('masked', { ...MASKED, act: press('14-06') }, () => boardWorld({ mine: ['15-04', '14-15'] })),
  scene('masked-zh-dark', { ...MASKED, scheme: 'dark', locale: 'zh-CN', act: press('15-04') }, () =>
    boardWorld({ mine: ['15-04', '14-15'] }),
  ),
  scene('hold', { act: act('14-02', 'Hold') }),
  scene('hold-phone-zh-dark', { ...PHONE, scheme: 'dark', locale: 'zh-CN', act: act('14-02', '保留') }),
  scene('actions', { act: press('13-10') }),
  scene('race', {}, () => boardWorld({ lostTo: { '14-02': 'Ada Lovelace' } })),
  scene('live'),
  scene('live-zh-dark', { scheme: 'dark', locale: 'zh-CN' }),
  scene('ending', { act: (page) => page.getByRole('button', { name: /^Ends soon/ }).click() }),
  scene('300', { ...onTower, records: units(20, 15), cells: 293 }),
  scene('1500', { ...onTower, records: units(60, 25), cells: 1_483 }),
];
