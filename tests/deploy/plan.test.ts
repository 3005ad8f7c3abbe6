import { expect, it } from 'vitest';
import { isEmpty, makePlan } from '#scripts/deploy/plan.ts';
import { planLines } from '#scripts/deploy/print-plan.ts';
import type { ServerAction } from '#scripts/deploy/server-plan.ts';
import { ID, PERSON, smallManifest, UNIT } from './small-manifest.ts';
import { emptyWorkspace } from './snapshot.ts';

const creation = (metadataName: string, universalIdentifier: string): ServerAction => ({
  type: 'create',
  metadataName,
  flatEntity: { universalIdentifier },
});

const EVERYTHING_NEW: ServerAction[] = [
  creation('objectMetadata', UNIT),
  creation('index', ID.index),
  creation('view', ID.view),
  creation('navigationMenuItem', ID.entry),
  creation('commandMenuItem', ID.command),
  creation('viewField', 'a column'),
];

const installed = () =>
  emptyWorkspace({
    objects: [
      { universalIdentifier: UNIT, name: 'keyturnUnit', namePlural: 'keyturnUnits', labelSingular: 'Unit' },
      { universalIdentifier: PERSON, name: 'person', namePlural: 'people', labelSingular: 'Person' },
    ],
    fields: [ID.name, ID.state, ID.foreign].map((universalIdentifier) => ({
      universalIdentifier,
      name: 'any',
      objectUniversalIdentifier: UNIT,
    })),
    roles: [{ universalIdentifier: ID.role, name: 'Keyturn Sales' }],
    logicFunctions: [{ universalIdentifier: ID.logic, name: 'keyturn-deal' }],
    frontComponents: [{ universalIdentifier: ID.component, name: 'sales-control' }],
    pageLayouts: [{ universalIdentifier: ID.page, name: 'Unit page' }],
  });

it('a first install creates every part, fields of new objects included', () => {
  const plan = makePlan(smallManifest(), emptyWorkspace(), EVERYTHING_NEW);
  expect(plan.creates.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'object Unit',
    'field keyturnUnit.name',
    'field keyturnUnit.state',
    'field person.keyturnUnits',
    'index of keyturnUnit',
    'role Keyturn Sales',
    'function keyturn-deal',
    'widget sales-control',
    'page Unit page',
    'view All units',
    'sidebar Units',
    'command Reserve unit',
  ]);
  expect(plan.details.created).toBe(1);
  expect(plan.losses).toEqual([]);
});

it('a workspace that has it all needs nothing', () => {
  expect(isEmpty(makePlan(smallManifest(), installed(), []))).toBe(true);
});

it('a changed label is told with both values, a changed program as new code', () => {
  const plan = makePlan(smallManifest(), installed(), [
    {
      type: 'update',
      metadataName: 'role',
      universalIdentifier: ID.role,
      diff: { label: { before: 'Sales', after: 'Keyturn Sales' } },
    },
    {
      type: 'update',
      metadataName: 'logicFunction',
      universalIdentifier: ID.logic,
      diff: { checksum: { before: '1', after: '2' } },
    },
  ]);
  expect(planLines(plan)).toEqual([
    'Will be changed: 1 role, 1 function',
    '  ~ role Keyturn Sales (label: "Sales" -> "Keyturn Sales")',
    '  ~ function keyturn-deal (new code)',
  ]);
});

it.each<[string, ServerAction, string[]]>([
  [
    'a dropped object',
    {
      type: 'delete',
      metadataName: 'objectMetadata',
      universalIdentifier: 'gone',
      flatEntity: { nameSingular: 'keyturnKey' },
    },
    ['object keyturnKey with all its records'],
  ],
  [
    'a dropped field',
    {
      type: 'delete',
      metadataName: 'fieldMetadata',
      universalIdentifier: 'gone',
      flatEntity: { name: 'remark', objectMetadataUniversalIdentifier: UNIT },
    },
    ['field keyturnUnit.remark with its values'],
  ],
  [
    'a dropped list of related records, which has no column',
    {
      type: 'delete',
      metadataName: 'fieldMetadata',
      universalIdentifier: 'gone',
      flatEntity: { name: 'locks', universalSettings: { relationType: 'ONE_TO_MANY' } },
    },
    [],
  ],
  [
    'a dropped option, but not a renamed one',
    {
      type: 'update',
      metadataName: 'fieldMetadata',
      universalIdentifier: ID.state,
      diff: {
        options: {
          before: [
            { id: '1', value: 'HELD' },
            { id: '2', value: 'FROZEN' },
          ],
          after: [{ id: '1', value: 'ON_HOLD' }],
        },
      },
    },
    ['option FROZEN of field keyturnUnit.state, wherever a record has it'],
  ],
  [
    'a dropped view',
    { type: 'delete', metadataName: 'view', universalIdentifier: 'gone', flatEntity: { name: 'Old' } },
    [],
  ],
])('%s: what is lost with it', (_, action, losses) => {
  expect(makePlan(smallManifest(), installed(), [action]).losses).toEqual(losses);
});

it('lost data is printed loudly', () => {
  const plan = makePlan(smallManifest(), installed(), [
    {
      type: 'delete',
      metadataName: 'objectMetadata',
      universalIdentifier: 'gone',
      flatEntity: { nameSingular: 'keyturnKey' },
    },
  ]);
  expect(planLines(plan)).toContain('!! DATA WOULD BE LOST:');
});
