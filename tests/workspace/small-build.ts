/**
 * A small built extension, made by hand: three objects, two roles and a few bundles. The mechanics of the
 * embedded workspace are tested on it, so that they do not depend on the extension's own model.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { v5 } from 'uuid';
import type { Manifest, ManifestField, ManifestFunction } from '#scripts/workspace/model/manifest.ts';

const NAMESPACE = 'd2c7a4de-58a3-4b1e-8a9b-0e6b3f1c2a77';
export const idFor = (key: string) => v5(key, NAMESPACE);

const PERSON = '20202020-e674-48e5-a542-72570eee7213';

type Extra = Partial<ManifestField>;

function field(object: string, name: string, type: string, extra: Extra = {}): ManifestField {
  return { universalIdentifier: idFor(`${object}.${name}`), name, label: name, type, ...extra };
}

function belongsTo(
  object: string,
  name: string,
  target: string,
  list: string,
  onDelete = 'SET_NULL',
): ManifestField {
  return field(object, name, 'RELATION', {
    relationTargetObjectMetadataUniversalIdentifier: target === 'person' ? PERSON : idFor(target),
    relationTargetFieldMetadataUniversalIdentifier: idFor(`${target}.${list}`),
    universalSettings: { relationType: 'MANY_TO_ONE', onDelete, joinColumnName: `${name}Id` },
  });
}

function hasMany(object: string, name: string, target: string, back: string): ManifestField {
  return field(object, name, 'RELATION', {
    relationTargetObjectMetadataUniversalIdentifier: idFor(target),
    relationTargetFieldMetadataUniversalIdentifier: idFor(`${target}.${back}`),
    universalSettings: { relationType: 'ONE_TO_MANY' },
  });
}

const STATES = ['AVAILABLE', 'HELD', 'SOLD'].map((value, position) => ({ value, position }));

function makeObjects(): Manifest['objects'] {
  const object = (nameSingular: string, namePlural: string, fields: ManifestField[]) => ({
    universalIdentifier: idFor(nameSingular),
    nameSingular,
    namePlural,
    labelIdentifierFieldMetadataUniversalIdentifier: idFor(`${nameSingular}.name`),
    fields: [field(nameSingular, 'name', 'TEXT'), ...fields],
  });
  return [
    object('plot', 'plots', [hasMany('plot', 'houses', 'house', 'plot')]),
    object('house', 'houses', [
      field('house', 'code', 'TEXT'),
      field('house', 'state', 'SELECT', { options: STATES, defaultValue: "'AVAILABLE'", isNullable: false }),
      field('house', 'price', 'CURRENCY'),
      field('house', 'area', 'NUMBER'),
      field('house', 'isCorner', 'BOOLEAN', { defaultValue: false, isNullable: false }),
      field('house', 'handover', 'DATE'),
      field('house', 'soldAt', 'DATE_TIME'),
      field('house', 'tags', 'MULTI_SELECT', { options: [{ value: 'SUNNY' }, { value: 'QUIET' }] }),
      field('house', 'notesJson', 'RAW_JSON'),
      belongsTo('house', 'plot', 'plot', 'houses', 'RESTRICT'),
      belongsTo('house', 'buyer', 'person', 'houses'),
      hasMany('house', 'holds', 'hold', 'house'),
    ]),
    object('hold', 'holds', [
      field('hold', 'lockKey', 'TEXT'),
      field('hold', 'round', 'NUMBER'),
      belongsTo('hold', 'house', 'house', 'holds', 'CASCADE'),
    ]),
  ];
}

const unique = (object: string, fields: string[]) => ({
  universalIdentifier: idFor(`unique.${object}.${fields.join('.')}`),
  objectUniversalIdentifier: idFor(object),
  isUnique: true,
  fields: fields.map((name) => ({ fieldUniversalIdentifier: idFor(`${object}.${name}`) })),
});

/** Sellers read everything, edit houses but not their price, and may not touch plots. */
function makeRoles(): Manifest['roles'] {
  return [
    {
      universalIdentifier: idFor('role.app'),
      label: 'App',
      canReadAllObjectRecords: true,
      canUpdateAllObjectRecords: true,
      canSoftDeleteAllObjectRecords: true,
      canBeAssignedToUsers: false,
    },
    {
      universalIdentifier: idFor('role.seller'),
      label: 'Sales',
      canReadAllObjectRecords: true,
      canBeAssignedToUsers: true,
      objectPermissions: [
        {
          objectUniversalIdentifier: idFor('house'),
          canReadObjectRecords: true,
          canUpdateObjectRecords: true,
        },
        { objectUniversalIdentifier: idFor('hold'), canReadObjectRecords: false },
      ],
      fieldPermissions: [
        {
          objectUniversalIdentifier: idFor('house'),
          fieldUniversalIdentifier: idFor('house.price'),
          canUpdateFieldValue: false,
        },
        {
          objectUniversalIdentifier: idFor('house'),
          fieldUniversalIdentifier: idFor('house.notesJson'),
          canReadFieldValue: false,
        },
      ],
    },
  ];
}

export type SmallFunction = Omit<
  ManifestFunction,
  'universalIdentifier' | 'builtHandlerPath' | 'handlerName'
> & {
  name: string;
  /** The body of `async (event) => { … }`; `call(query, variables)` talks to the workspace. */
  code: string;
};

const PRELUDE = `
const call = async (query, variables = {}, token = process.env.TWENTY_APP_ACCESS_TOKEN, path = 'graphql') => {
  const response = await fetch(process.env.TWENTY_API_URL + '/' + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer ' + token },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};
`;

export type SmallBuildOptions = {
  functions?: SmallFunction[];
  version?: string;
  postInstall?: { name: string; shouldRunOnVersionUpgrade?: boolean };
  change?: (manifest: Manifest) => void;
};

export function smallManifest({ functions = [], postInstall }: SmallBuildOptions = {}): Manifest {
  return {
    application: {
      universalIdentifier: idFor('application'),
      displayName: 'Small',
      defaultRoleUniversalIdentifier: idFor('role.app'),
      applicationVariables: { GREETING: { value: 'hello' } },
      ...(postInstall
        ? {
            postInstallLogicFunction: {
              ...postInstall,
              universalIdentifier: idFor(`function.${postInstall.name}`),
            },
          }
        : {}),
    },
    objects: makeObjects(),
    fields: [{ ...hasMany('person', 'houses', 'house', 'buyer'), objectUniversalIdentifier: PERSON }],
    indexes: [unique('house', ['code']), unique('hold', ['lockKey']), unique('hold', ['house', 'round'])],
    roles: makeRoles(),
    logicFunctions: functions.map(({ code: _, ...definition }) => ({
      ...definition,
      universalIdentifier: idFor(`function.${definition.name}`),
      builtHandlerPath: `functions/${definition.name}.mjs`,
      handlerName: 'default.config.handler',
    })),
    frontComponents: [],
    views: [],
    pageLayouts: [],
    navigationMenuItems: [],
    commandMenuItems: [],
    permissionFlags: [],
  };
}

/** Writes the build to a folder of its own and answers that folder; `remove` takes it away. */
export async function writeSmallBuild(
  options: SmallBuildOptions = {},
): Promise<{ outputDir: string; remove(): Promise<void> }> {
  const outputDir = await mkdtemp(join(tmpdir(), 'keyturn-small-'));
  const manifest = smallManifest(options);
  options.change?.(manifest);
  await writeFile(join(outputDir, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(outputDir, 'package.json'),
    JSON.stringify({ version: options.version ?? '1.0.0', type: 'module' }),
  );
  for (const { name, code } of options.functions ?? []) {
    const file = join(outputDir, 'functions', `${name}.mjs`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      `${PRELUDE}\nconst handler = async (event) => {\n${code}\n};\nexport default { config: { handler } };\n`,
    );
  }
  return { outputDir, remove: () => rm(outputDir, { recursive: true, force: true }) };
}
