/** What the page of `npm start` finds in a manifest: so whatever is added to the extension appears by itself. */
import { STANDARD_OBJECT, STANDARD_PAGE_LAYOUT } from 'twenty-sdk/define';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '#scripts/start/catalogue.ts';
import { rowsFilter } from '#scripts/start/page/rows-filter.ts';
import { completeManifest, type ManifestEntity } from '#scripts/workspace/model/manifest.ts';

const component = (name: string, isHeadless = false): ManifestEntity => ({
  universalIdentifier: `component ${name}`,
  name,
  builtComponentPath: `widgets/${name}.mjs`,
  isHeadless,
});
const placed = (name: string) => ({
  title: name,
  type: 'FRONT_COMPONENT',
  configuration: { frontComponentUniversalIdentifier: `component ${name}` },
});
const layout = (name: string, type: string, widgets: object[], rest: object = {}) => ({
  universalIdentifier: `layout ${name}`,
  name,
  type,
  tabs: [{ widgets }],
  ...rest,
});

const CHART = { title: 'Sales by month', type: 'GRAPH', configuration: {} };

const MANIFEST = {
  ...completeManifest({
    application: { universalIdentifier: 'app', displayName: 'Keyturn' },
    objects: [{ universalIdentifier: 'object unit', nameSingular: 'keyturnUnit' } as never],
    frontComponents: ['board', 'day', 'cash', 'unit-history', 'person-deals', 'reserve', 'lonely-chart']
      .map((name) => component(name))
      .concat(component('release', true), component('unseen', true)),
    pageLayouts: [
      layout('Board', 'STANDALONE_PAGE', [placed('board')]),
      layout('Day', 'STANDALONE_PAGE', [placed('day')]),
      layout('Money', 'DASHBOARD', [CHART, placed('cash')]),
      layout('Charts only', 'DASHBOARD', [CHART]),
      layout('Unit', 'RECORD_PAGE', [placed('unit-history')], { objectUniversalIdentifier: 'object unit' }),
    ],
    navigationMenuItems: [
      { universalIdentifier: 'n1', position: 0, pageLayoutUniversalIdentifier: 'layout Day' },
      { universalIdentifier: 'n2', position: 1, pageLayoutUniversalIdentifier: 'layout Board' },
    ],
    commandMenuItems: [
      {
        universalIdentifier: 'c1',
        label: 'Reserve',
        frontComponentUniversalIdentifier: 'component reserve',
        availabilityObjectUniversalIdentifier: 'object unit',
        conditionalAvailabilityExpression: 'numberOfSelectedRecords == 1',
      },
      {
        universalIdentifier: 'c2',
        label: 'Release',
        frontComponentUniversalIdentifier: 'component release',
        availabilityObjectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
      },
    ],
  }),
  pageLayoutTabs: [
    {
      pageLayoutUniversalIdentifier: STANDARD_PAGE_LAYOUT.personRecordPage.universalIdentifier,
      widgets: [placed('person-deals')],
    },
  ],
};

describe('the catalogue of the demo page', () => {
  const { pages, recordWidgets, commands, bundles } = catalogueOf(MANIFEST);

  it('has the pages in the order of the sidebar, then dashboards, then widgets that stand nowhere', () => {
    expect(pages.map(({ name }) => name)).toEqual(['Day', 'Board', 'Money', 'Lonely chart']);
  });

  it('tells what it draws from what only Twenty draws', () => {
    expect(pages.find(({ name }) => name === 'Money')?.widgets).toEqual([
      { title: 'Sales by month', bundle: null },
      { title: 'cash', bundle: '/widgets/cash.mjs' },
    ]);
  });

  it('has the widgets of records, on our own pages and on those of Twenty', () => {
    expect(recordWidgets).toEqual({
      keyturnUnit: [{ title: 'unit-history', bundle: '/widgets/unit-history.mjs' }],
      person: [{ title: 'person-deals', bundle: '/widgets/person-deals.mjs' }],
    });
  });

  it('has the commands with the object that they are about', () => {
    expect(commands).toMatchObject([
      {
        label: 'Reserve',
        object: 'keyturnUnit',
        available: 'numberOfSelectedRecords == 1',
        isHeadless: false,
      },
      { label: 'Release', object: 'person', available: null, isHeadless: true },
    ]);
    expect(bundles['component reserve']).toBe('/widgets/reserve.mjs');
  });
});

describe('the rows behind a number', () => {
  it.each([
    [{ state: { IS: '["SIGNED","FILED"]' } }, 'state: { in: [SIGNED, FILED] }'],
    [{ state: { IS_NOT: '["DRAFT"]' } }, 'not: { state: { in: [DRAFT] } }'],
    [{ salesperson: { IS: '{"selectedRecordIds":["m1"]}' } }, 'salespersonId: { in: ["m1"] }'],
    [{ dueOn: { IS_EMPTY: '' } }, 'dueOn: { is: NULL }'],
    [
      { signedOn: { IS_AFTER: '2026-03-01', IS_BEFORE: '2026-04-01' } },
      'and: [{ signedOn: { gte: "2026-03-01" } }, { signedOn: { lt: "2026-04-01" } }]',
    ],
    [{}, ''],
  ])('%j', (filter, expected) => {
    expect(rowsFilter(filter as Record<string, Record<string, string>>)).toBe(expected);
  });
});
