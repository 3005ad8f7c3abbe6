/**
 * A Twenty 2.21 at the edge of the network, as far as a deploy sees one: it takes packages, installs
 * them, plans by identifier and refuses in Twenty's own words (all seen on a running server).
 */
import { HttpResponse, http } from 'msw';
import type { Entity, Manifest } from '#scripts/deploy/manifest.ts';
import { APPLICATION, PERSON } from './small-manifest.ts';
import { WORKSPACE } from './snapshot.ts';
import { filesOf } from './tarball.ts';

export const URL_OF_FAKE = 'http://twenty.test';
export const KEY = 'the-right-key';

type Installed = { manifest: Manifest; version: string; checksum: string | null };

export class FakeTwenty {
  version: string | undefined = '2.21.0';
  areFunctionsOn = true;
  missingRights = new Set<string>();
  handMadeObjects: {
    universalIdentifier: string;
    nameSingular: string;
    namePlural: string;
    labelSingular: string;
  }[] = [];
  registration: Record<string, unknown> | null = null;
  /** What the server forgets to install, by identifier. */
  forgets = new Set<string>();
  installed: Installed | undefined;
  /** The order of everything that changed the server. */
  readonly changes: string[] = [];
  #uploaded: Installed | undefined;
  #stored = new Uint8Array();

  readonly handlers = [
    http.get(`${URL_OF_FAKE}/client-config`, () =>
      HttpResponse.json({ appVersion: this.version, authProviders: {} }),
    ),
    // How servers since 2.40 take a package: straight into their file storage.
    http.put(`${URL_OF_FAKE}/storage/package`, async ({ request }) => {
      this.#stored = new Uint8Array(await request.arrayBuffer());
      return new HttpResponse(null, { status: 200 });
    }),
    http.post(`${URL_OF_FAKE}/metadata`, async ({ request }) => {
      if (request.headers.get('authorization') !== `Bearer ${KEY}`) {
        return HttpResponse.json(failure('Token invalid.', { code: 'UNAUTHENTICATED' }));
      }
      const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data');
      return HttpResponse.json(
        isForm ? await this.#upload(await request.formData()) : this.#answer((await request.json()) as Query),
      );
    }),
  ];

  async #upload(form: FormData): Promise<object> {
    const file = form.get('0');
    return this.#take(file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array());
  }

  #take(bytes: Uint8Array): object {
    if (this.missingRights.has('publish')) return forbidden();
    if (bytes.length < 100) return failure('TAR_BAD_ARCHIVE: Unrecognized archive format');
    const files = filesOf(bytes);
    const manifest = JSON.parse(files.get('manifest.json') ?? '{}') as Manifest;
    const { version } = JSON.parse(files.get('package.json') ?? '{}') as { version: string };
    this.#uploaded = { manifest, version, checksum: manifest.application.packageJsonChecksum };
    this.registration = {
      ownerWorkspaceId: WORKSPACE,
      sourceType: 'TARBALL',
      latestAvailableVersion: version,
      updatedAt: new Date(0).toISOString(),
    };
    this.changes.push(`publish ${version}`);
    const registered = { id: '1', universalIdentifier: APPLICATION, name: 'Keyturn' };
    return { data: { uploadAppTarball: registered, completeAppTarballUpload: registered } };
  }

  #answer({ query, variables }: Query): object {
    if (query.includes('findManyApplications') && this.missingRights.has('see')) return forbidden();
    if (query.includes('completeAppTarballUpload'))
      return this.#take(variables?.fileId === '1' ? this.#stored : new Uint8Array());
    if (query.includes('createFileUpload')) return this.#target();
    if (query.includes('KeyturnDeployPlan')) return this.#plan(variables?.manifest as Manifest);
    if (query.includes('installApplication')) return this.#install();
    if (query.includes('LogicFunction(')) return this.#function(query);
    if (query.includes('findApplicationRegistrationByUniversalIdentifier')) {
      return { data: { findApplicationRegistrationByUniversalIdentifier: this.registration } };
    }
    if (query.includes('KeyturnDeployFields'))
      return { data: { fields: { edges: this.#fields(), pageInfo: { hasNextPage: false } } } };
    return { data: this.#parts() };
  }

  #target(): object {
    const uploadUrl = `${URL_OF_FAKE}/storage/package`;
    return {
      data: { createFileUpload: { fileId: '1', uploadUrl, contentType: 'application/gzip', expiresAt: '' } },
    };
  }

  #function(query: string): object {
    if (query.includes('createOneLogicFunction'))
      return { data: { createOneLogicFunction: { id: 'probe' } } };
    if (query.includes('deleteOneLogicFunction'))
      return { data: { deleteOneLogicFunction: { id: 'probe' } } };
    return this.areFunctionsOn
      ? { data: { executeOneLogicFunction: { status: 'SUCCESS', error: null } } }
      : failure('Logic function transpilation is disabled.', {
          subCode: 'LOGIC_FUNCTION_DISABLED',
          code: 'FORBIDDEN',
        });
  }

  #install(): object {
    this.installed = this.#uploaded;
    this.changes.push(`install ${this.#uploaded?.version}`);
    return { data: { installApplication: { id: 'our-application' } } };
  }

  #plan(manifest: Manifest): object {
    const have = new Map(this.installed === undefined ? [] : entitiesOf(this.installed.manifest));
    const want = new Map(entitiesOf(manifest));
    const actions: unknown[] = [];
    for (const [identifier, { metadataName, entity }] of want) {
      const before = this.forgets.has(identifier) ? undefined : have.get(identifier)?.entity;
      if (before === undefined) actions.push({ type: 'create', metadataName, flatEntity: entity });
      else if (before.label !== entity.label) {
        const diff = { label: { before: before.label, after: entity.label } };
        actions.push({
          type: 'update',
          metadataName,
          universalIdentifier: identifier,
          flatEntity: entity,
          diff,
        });
      }
    }
    for (const [identifier, { metadataName, entity }] of have) {
      if (!want.has(identifier))
        actions.push({ type: 'delete', metadataName, universalIdentifier: identifier, flatEntity: entity });
    }
    return { data: { syncApplication: { actions } } };
  }

  #fields() {
    const manifest = this.installed?.manifest;
    return (manifest === undefined ? [] : entitiesOf(manifest))
      .filter(
        ([identifier, { metadataName }]) => metadataName === 'fieldMetadata' && !this.forgets.has(identifier),
      )
      .map(([, { entity }]) => ({
        node: { ...entity, object: { universalIdentifier: entity.objectUniversalIdentifier } },
      }));
  }

  #parts() {
    const manifest = this.installed?.manifest;
    const there = <T extends Entity>(list: readonly T[] | undefined) =>
      (list ?? []).filter((one) => !this.forgets.has(one.universalIdentifier));
    const person = {
      universalIdentifier: PERSON,
      nameSingular: 'person',
      namePlural: 'people',
      labelSingular: 'Person',
    };
    return {
      currentWorkspace: { id: WORKSPACE, displayName: 'Riverside Homes' },
      findManyApplications:
        this.installed === undefined
          ? []
          : [
              {
                id: 'our-application',
                universalIdentifier: APPLICATION,
                version: this.installed.version,
                packageJsonChecksum: this.installed.checksum,
              },
            ],
      objects: {
        edges: [person, ...this.handMadeObjects, ...there(manifest?.objects)].map((node) => ({ node })),
      },
      getRoles: there(manifest?.roles),
      findManyLogicFunctions: there(manifest?.logicFunctions),
      frontComponents: there(manifest?.frontComponents),
      getPageLayouts: there(manifest?.pageLayouts),
    };
  }
}

type Query = { query: string; variables?: Record<string, unknown> };

export function failure(
  message: string,
  extensions: Record<string, unknown> = { code: 'INTERNAL_SERVER_ERROR' },
) {
  return { data: null, errors: [{ message, extensions }] };
}

function forbidden() {
  return failure('Entity performing the request does not have permission');
}

function entitiesOf(manifest: Manifest): [string, { metadataName: string; entity: Entity }][] {
  const of = (metadataName: string, list: readonly Entity[]) =>
    list.map((entity): [string, { metadataName: string; entity: Entity }] => [
      entity.universalIdentifier,
      { metadataName, entity },
    ]);
  return [
    ...of('objectMetadata', manifest.objects),
    ...manifest.objects.flatMap((object) =>
      of(
        'fieldMetadata',
        object.fields.map((field) => ({ ...field, objectUniversalIdentifier: object.universalIdentifier })),
      ),
    ),
    ...of('fieldMetadata', manifest.fields),
    ...of('index', manifest.indexes),
    ...of('role', manifest.roles),
    ...of('logicFunction', manifest.logicFunctions),
    ...of('frontComponent', manifest.frontComponents),
    ...of('view', manifest.views),
    ...of('navigationMenuItem', manifest.navigationMenuItems),
    ...of('pageLayout', manifest.pageLayouts),
    ...of('commandMenuItem', manifest.commandMenuItems),
  ];
}
