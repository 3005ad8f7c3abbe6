/** A manifest with one of everything, in the shape that the SDK writes. */
import type { Manifest } from '#scripts/deploy/manifest.ts';

export const APPLICATION = '15013fff-d87e-4c64-a5cc-d8fef412b182';
export const PERSON = '20202020-e674-48e5-a542-72570eee7213';
export const UNIT = 'a4538169-d4b8-4f42-b829-e435ea349e18';

const id = (last: number) => `aaaaaaaa-0000-4000-8000-${String(last).padStart(12, '0')}`;

export const ID = {
  name: id(1),
  state: id(2),
  foreign: id(3),
  index: id(4),
  role: id(5),
  view: id(6),
  entry: id(7),
  page: id(8),
  component: id(9),
  logic: id(10),
  command: id(11),
};

export function smallManifest(): Manifest {
  return {
    application: {
      universalIdentifier: APPLICATION,
      displayName: 'Keyturn',
      packageJsonChecksum: 'made by the build',
      requiredServerVersionRange: '>=2.21.0',
    },
    objects: [
      {
        universalIdentifier: UNIT,
        nameSingular: 'keyturnUnit',
        namePlural: 'keyturnUnits',
        labelSingular: 'Unit',
        labelPlural: 'Units',
        icon: 'IconHome',
        fields: [
          { universalIdentifier: ID.name, type: 'TEXT', name: 'name', label: 'Name' },
          { universalIdentifier: ID.state, type: 'SELECT', name: 'state', label: 'State' },
        ],
      },
    ],
    fields: [
      {
        universalIdentifier: ID.foreign,
        objectUniversalIdentifier: PERSON,
        type: 'RELATION',
        name: 'keyturnUnits',
        label: 'Units',
      },
    ],
    indexes: [{ universalIdentifier: ID.index, objectUniversalIdentifier: UNIT }],
    roles: [{ universalIdentifier: ID.role, label: 'Keyturn Sales' }],
    logicFunctions: [{ universalIdentifier: ID.logic, name: 'keyturn-deal', builtHandlerPath: 'deal.mjs' }],
    frontComponents: [
      { universalIdentifier: ID.component, name: 'sales-control', builtComponentPath: 'control.mjs' },
    ],
    views: [{ universalIdentifier: ID.view, name: 'All units' }],
    navigationMenuItems: [{ universalIdentifier: ID.entry, name: 'Units' }],
    pageLayouts: [
      {
        universalIdentifier: ID.page,
        name: 'Unit page',
        tabs: [
          {
            universalIdentifier: id(20),
            title: 'Timeline',
            layoutMode: 'VERTICAL_LIST',
            widgets: [
              {
                universalIdentifier: id(21),
                title: 'Timeline',
                type: 'TIMELINE',
                configuration: { configurationType: 'TIMELINE' },
              },
            ],
          },
          {
            universalIdentifier: id(22),
            title: 'Sales control',
            layoutMode: 'VERTICAL_LIST',
            widgets: [
              {
                universalIdentifier: id(23),
                title: 'Sales control',
                type: 'FRONT_COMPONENT',
                configuration: {
                  configurationType: 'FRONT_COMPONENT',
                  frontComponentUniversalIdentifier: ID.component,
                },
              },
              {
                universalIdentifier: id(24),
                title: 'Units',
                type: 'RECORD_TABLE',
                configuration: { configurationType: 'RECORD_TABLE', viewUniversalIdentifier: ID.view },
              },
            ],
          },
        ],
      },
    ],
    pageLayoutTabs: [],
    commandMenuItems: [{ universalIdentifier: ID.command, label: 'Reserve unit' }],
  };
}
