/** `POST /metadata`: a real schema with validation here, unlike the records' endpoint. */
import { type DocumentNode, execute, type GraphQLError, parse, validate } from 'graphql';
import type { Directory } from '#scripts/workspace/access/directory.ts';
import type { Identity, Member } from '#scripts/workspace/access/identity.ts';
import type { RoleModel, Roles } from '#scripts/workspace/access/roles.ts';
import { flagDenied, forbiddenResource, formatError } from '#scripts/workspace/graphql/errors.ts';
import type { GraphqlRequest } from '#scripts/workspace/http/json-http.ts';
import { type ChangesOptions, changesFor } from '#scripts/workspace/metadata/changes.ts';
import { Describer } from '#scripts/workspace/metadata/describe.ts';
import { metadataSchema } from '#scripts/workspace/metadata/schema.ts';
import { metadataId } from '#scripts/workspace/model/build-model.ts';
import type { ManifestFunction } from '#scripts/workspace/model/manifest.ts';

export type MetadataOptions = ChangesOptions & {
  directory: Directory;
  roles: Roles;
  workspaceId: string;
  application: { id: string; name: string };
  describeVariables(): Described[];
};

type Described = Record<string, unknown>;
const WORKSPACE_NAME = 'Embedded workspace';

export class MetadataEndpoint {
  private readonly documents = new Map<string, DocumentNode>();
  private readonly describer: Describer;

  constructor(private readonly options: MetadataOptions) {
    this.describer = new Describer(options.model, options.application.id);
  }

  private documentOf(query: string): DocumentNode | readonly GraphQLError[] {
    const cached = this.documents.get(query);
    if (cached) return cached;
    const document = parse(query);
    const errors = validate(metadataSchema, document);
    if (errors.length > 0) return errors;
    this.documents.set(query, document);
    return document;
  }

  async answer(request: GraphqlRequest, authorization: string | undefined): Promise<unknown> {
    try {
      const identity = this.options.directory.identify(authorization);
      const document = this.documentOf(request.query);
      if (!('kind' in document)) return { errors: document };
      const result = await execute({
        schema: metadataSchema,
        document,
        rootValue: this.rootFor(identity),
        variableValues: request.variables,
        operationName: request.operationName ?? null,
      });
      return {
        ...(result.errors
          ? { errors: result.errors.map((error) => formatError(error.originalError ?? error)) }
          : {}),
        data: result.data ?? null,
      };
    } catch (error) {
      return { errors: [formatError(error)] };
    }
  }

  private member(member: Member): Described {
    const { id, firstName, lastName, email, userWorkspaceId } = member;
    return {
      id,
      name: { firstName, lastName },
      userEmail: email,
      userWorkspaceId,
      locale: 'en',
      timeZone: 'system',
    };
  }

  private logicFunction(definition: ManifestFunction): Described {
    return {
      ...definition,
      id: metadataId(definition.universalIdentifier),
      name: definition.name ?? definition.universalIdentifier,
      timeoutSeconds: definition.timeoutSeconds ?? 300,
      applicationId: this.options.application.id,
    };
  }

  private role(role: RoleModel): Described {
    const people = this.options.directory.options.people.filter((person) => person.role.id === role.id);
    return { ...role, workspaceMembers: people.map((person) => this.member(person.member)) };
  }

  private application(): Described {
    const { model, application, roles } = this.options;
    const { manifest } = model;
    return {
      ...application,
      universalIdentifier: manifest.application.universalIdentifier,
      description: manifest.application.description,
      version: manifest.application.version,
      defaultRoleId: roles.application.id,
      canBeUninstalled: true,
      applicationVariables: () => this.options.describeVariables(),
      logicFunctions: () => manifest.logicFunctions.map((definition) => this.logicFunction(definition)),
      frontComponents: () => this.describer.entities(manifest.frontComponents),
      objects: () =>
        model.objects.filter((object) => !object.isStandard).map((object) => this.describer.object(object)),
    };
  }

  private workspace(): Described {
    return {
      id: this.options.workspaceId,
      displayName: WORKSPACE_NAME,
      activationStatus: 'ACTIVE',
      metadataVersion: 1,
      installedApplications: () => [this.application()],
    };
  }

  private userOf(identity: Identity | undefined): Described {
    if (!identity?.member) throw forbiddenResource();
    const { member, role } = identity;
    const rights = [...role.rights].map(([name, right]) => ({
      objectMetadataId: this.options.model.objectByName.get(name)?.id,
      canReadObjectRecords: right.read,
      canUpdateObjectRecords: right.update,
      canSoftDeleteObjectRecords: right.softDelete,
      canDestroyObjectRecords: right.destroy,
      restrictedFields: Object.fromEntries(right.fields),
    }));
    return {
      id: member.userId,
      firstName: member.firstName,
      lastName: member.lastName,
      email: member.email,
      locale: 'en',
      workspaceMember: this.member(member),
      currentWorkspace: this.workspace(),
      currentUserWorkspace: {
        id: member.userWorkspaceId,
        userId: member.userId,
        locale: 'en',
        permissionFlags: [],
        objectsPermissions: rights,
      },
      workspaceMembers: this.options.directory.options.people.map((person) => this.member(person.member)),
    };
  }

  /** Everything but the caller's own record asks for any valid token. */
  private rootFor(identity: Identity | undefined): Described {
    const { model, roles } = this.options;
    const { manifest } = model;
    const guarded =
      <T>(answer: (args: Described) => T) =>
      (args: Described) => {
        if (!identity) throw forbiddenResource();
        return answer(args);
      };
    /** Applications are for those who manage them: not even the application itself sees its own. */
    const managed = <T>(answer: () => T) =>
      guarded(() => {
        if (!identity?.role.canUpdateAllSettings) throw flagDenied();
        return answer();
      });
    const listed = (list: Parameters<Describer['entities']>[0]) =>
      guarded(() => this.describer.entities(list));
    return {
      ...changesFor(this.options, identity),
      currentUser: () => this.userOf(identity),
      currentWorkspace: guarded(() => this.workspace()),
      objects: guarded(() => ({
        edges: model.objects.map((object) => ({ node: this.describer.object(object), cursor: object.id })),
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
        totalCount: model.objects.length,
      })),
      findManyLogicFunctions: guarded(() =>
        manifest.logicFunctions.map((definition) => this.logicFunction(definition)),
      ),
      findManyApplications: managed(() => [this.application()]),
      findOneApplication: managed(() => this.application()),
      getRoles: guarded(() => roles.all.map((role) => this.role(role))),
      getPageLayouts: guarded(({ pageLayoutType }) =>
        this.describer
          .entities(manifest.pageLayouts)
          .filter(({ type }) => !pageLayoutType || type === pageLayoutType),
      ),
      getViews: guarded(({ objectMetadataId }) =>
        this.describer
          .entities(manifest.views)
          .filter((view) => !objectMetadataId || view.objectMetadataId === objectMetadataId),
      ),
      frontComponents: listed(manifest.frontComponents),
      navigationMenuItems: listed(manifest.navigationMenuItems),
      commandMenuItems: listed(manifest.commandMenuItems),
    };
  }
}
