/** The first half of a deploy: all that can be known without changing anything. */
import type { Options } from './options.ts';
import { type Contents, readContents } from './package-extension.ts';
import {
  checkKey,
  checkNames,
  checkNoInstallUnderWay,
  checkOwner,
  checkReferences,
  checkRights,
  checkServer,
} from './preflight.ts';
import { Refusal } from './refusal.ts';
import { ServerUnreachable, TwentyServer } from './server.ts';
import { planOnServer, type ServerAction } from './server-plan.ts';
import type { Capabilities } from './server-version.ts';
import { readSnapshot, type Snapshot } from './workspace-snapshot.ts';

/** What a deploy needs of the world around it. */
export type Surroundings = {
  say(line: string): void;
  /** Absent when nobody can be asked. */
  ask?: (question: string) => Promise<boolean>;
  /** Builds for the server's generation and returns the output folder. */
  build(generation: Capabilities['generation']): Promise<string>;
  now(): Date;
  connect?: (url: string, apiKey: string) => TwentyServer;
};

/** What is known once everything has been looked at. */
export type Findings = {
  options: Options;
  around: Surroundings;
  server: TwentyServer;
  capabilities: Capabilities;
  contents: Contents;
  workspace: Snapshot;
  actions: ServerAction[];
};

/** @throws Refusal */
export async function look(options: Options, around: Surroundings, folder: string): Promise<Findings> {
  const { url, apiKey } = options;
  const server = around.connect?.(url, apiKey) ?? new TwentyServer(url, apiKey);
  const capabilities = await checkServer(server, options.serverVersion);
  await checkKey(server);
  await checkRights(server, capabilities);
  around.say(`${url} runs Twenty ${capabilities.version}; the API key may deploy to it.`);
  const contents = await readContents(folder, await build(around, capabilities), capabilities);
  const { manifest } = contents;
  checkReferences(manifest);
  const workspace = await readSnapshot(server, manifest.application.universalIdentifier);
  checkOwner(workspace);
  checkNoInstallUnderWay(workspace, around.now());
  checkNames(manifest, workspace);
  const actions = await planOnServer(server, manifest);
  return { options, around, server, capabilities, contents, workspace, actions };
}

async function build(around: Surroundings, capabilities: Capabilities): Promise<string> {
  try {
    return await around.build(capabilities.generation);
  } catch (error) {
    throw new Refusal(`Keyturn could not be built, so nothing was changed. ${reasonOf(error)}`);
  }
}

/** Whatever breaks while only looking has changed nothing, and the message says so. */
export function refuseInstead(error: unknown): never {
  if (error instanceof Refusal) throw error;
  if (error instanceof ServerUnreachable) {
    throw new Refusal(
      `The server stopped answering (${error.message}): nothing was changed; deploy again once it runs.`,
    );
  }
  throw new Refusal(`Nothing was changed, because a check could not be made: ${reasonOf(error)}`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
