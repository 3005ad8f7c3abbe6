/** Opens an embedded workspace: manifest -> tables -> people -> functions -> server. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Directory } from '#scripts/workspace/access/directory.ts';
import { seedMembers } from '#scripts/workspace/access/members.ts';
import { makeRoles } from '#scripts/workspace/access/roles.ts';
import { migrate, readSetting, writeSetting } from '#scripts/workspace/database/migrate.ts';
import { type Database, openDatabase } from '#scripts/workspace/database/open-database.ts';
import { FaultBox } from '#scripts/workspace/faults.ts';
import { FileShelf } from '#scripts/workspace/files/file-shelf.ts';
import { Functions } from '#scripts/workspace/functions/functions.ts';
import type { RequestCounter } from '#scripts/workspace/graphql/endpoint.ts';
import { closeServer, listen } from '#scripts/workspace/http/server.ts';
import { MetadataEndpoint } from '#scripts/workspace/metadata/endpoint.ts';
import { buildModel, metadataId } from '#scripts/workspace/model/build-model.ts';
import { readManifest } from '#scripts/workspace/model/manifest.ts';
import { Variables } from '#scripts/workspace/variables.ts';
import type { Workspace, WorkspaceMember, WorkspaceOptions } from '#scripts/workspace/workspace-types.ts';

function makeCounter(): RequestCounter {
  const counter: RequestCounter = {
    queries: 0,
    mutations: 0,
    reset() {
      counter.queries = 0;
      counter.mutations = 0;
    },
  };
  return counter;
}

/** A setting that is drawn once and kept with the data. */
async function keptSetting(database: Database, name: string, draw: () => string): Promise<string> {
  const kept = await readSetting(database, name);
  if (kept !== undefined) return kept;
  const value = draw();
  await writeSetting(database, name, value);
  return value;
}

export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const log = options.log ?? (() => {});
  const manifest = await readManifest(options.outputDir);
  const model = buildModel(manifest);
  const database = await openDatabase(options.dataDir);
  const warnings = await migrate(database, model);
  for (const warning of warnings) log(warning);

  const workspaceId = await keptSetting(database, 'workspaceId', randomUUID);
  const secret = await keptSetting(database, 'secret', () => randomBytes(32).toString('hex'));
  const roles = makeRoles(model);
  const people = await seedMembers(database, roles, manifest.application.displayName);
  const application = {
    id: metadataId(manifest.application.universalIdentifier),
    name: manifest.application.displayName,
  };
  const directory = new Directory({ secret, workspaceId, application, roles, people });
  const faults = new FaultBox();
  const requests = makeCounter();
  const address = { url: '' };
  const serverUrl = () => address.url;
  const files = new FileShelf({ database, tokens: directory.tokens, workspaceId, serverUrl });
  const variables = await Variables.open(database, manifest, options.applicationVariables ?? {});
  const functions = new Functions({
    manifest,
    outputDir: options.outputDir,
    directory,
    workspaceId,
    applicationId: application.id,
    serverUrl,
    variables: () => variables.environment(),
    log,
  });
  const { server, url } = await listen(
    {
      records: {
        model,
        database,
        directory,
        changes: functions.events,
        files,
        faults,
        requests,
        functionOf: (authorization) => functions.workerOf(authorization),
      },
      metadata: new MetadataEndpoint({
        model,
        directory,
        roles,
        workspaceId,
        application,
        files,
        describeVariables: () => variables.describe(),
        async setVariable(name, value) {
          await variables.set(name, value);
          functions.renew();
        },
      }),
      files,
      outputDir: options.outputDir,
      routes: {
        functions: functions.definitions,
        directory,
        run: (definition, payload, member) => functions.run(definition, payload, member),
      },
      ...(options.handleRequest ? { handleRequest: options.handleRequest } : {}),
    },
    options.port ?? 0,
  );
  address.url = url;
  await functions.runInstallHook(await readSetting(database, 'version'));
  await writeSetting(database, 'version', manifest.application.version ?? '0.0.0');
  if (options.cron) functions.startCron();

  const members = people.map(
    ({ member }): WorkspaceMember => ({
      id: member.id,
      userId: member.userId,
      name: `${member.firstName} ${member.lastName}`,
      email: member.email,
      roleLabel: member.roleLabel,
      token: directory.memberToken(member),
    }),
  );
  return {
    url,
    apiKey: directory.apiKey(),
    adminToken: members[0]?.token ?? '',
    applicationToken: directory.applicationToken(),
    workspaceId,
    applicationId: application.id,
    members,
    widgetToken(memberId) {
      const person = people.find(({ member }) => member.id === memberId);
      if (!person) throw new Error(`The workspace has no member ${memberId}.`);
      return directory.applicationToken(person.member);
    },
    sql: async <T>(text: string, parameters: readonly unknown[] = []) =>
      (await database.query(text, parameters)) as T[],
    runCron: async (nameOrId) => functions.run(functions.find(nameOrId), {}),
    runAction: async (nameOrId, input) => functions.run(functions.find(nameOrId), input),
    settle: () => functions.events.settle(),
    faults,
    requests,
    functionErrors: functions.errors,
    warnings,
    async close() {
      await closeServer(server);
      await functions.close();
      await database.close();
    },
  };
}
