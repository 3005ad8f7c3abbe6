/** One deploy from the first look at the server to the last check. Every step before `install` only looks. */

import { adaptManifest } from './adapt-manifest.ts';
import { checkFunctions } from './functions-check.ts';
import { readManifest } from './manifest.ts';
import type { Options } from './options.ts';
import {
  type Contents,
  checksumOf,
  packageJsonText,
  packExtension,
  readContents,
} from './package-extension.ts';
import { isEmpty, makePlan, type Plan } from './plan.ts';
import {
  checkKey,
  checkNames,
  checkNoInstallUnderWay,
  checkOwner,
  checkReferences,
  checkRights,
  checkServer,
} from './preflight.ts';
import { countText, planLines } from './print-plan.ts';
import { install, publish } from './publish.ts';
import { DeployFailed, Refusal } from './refusal.ts';
import { ServerUnreachable, TwentyServer } from './server.ts';
import { planOnServer, type ServerAction } from './server-plan.ts';
import type { Capabilities } from './server-version.ts';
import { compare, isComplete, type Verification, verificationLines, verify } from './verify.ts';
import { nextVersion } from './versions.ts';
import { readSnapshot, type Snapshot } from './workspace-snapshot.ts';

/** What a deploy needs of the world around it. */
export type Surroundings = {
  say(line: string): void;
  /** undefined when nobody can be asked. */
  ask?: (question: string) => Promise<boolean>;
  /** Builds for the server's generation and returns the output folder. */
  build(generation: Capabilities['generation']): Promise<string>;
  now(): Date;
  connect?: (url: string, apiKey: string) => TwentyServer;
};

export type Outcome = {
  outcome: 'unchanged' | 'planned' | 'installed' | 'upgraded';
  message: string;
  server: { url: string; version: string; workspace: string };
  version: string;
  plan?: Plan;
  parts?: Verification['counts'];
};

type Deploy = {
  options: Options;
  around: Surroundings;
  server: TwentyServer;
  capabilities: Capabilities;
  contents: Contents;
  workspace: Snapshot;
  actions: ServerAction[];
};

/** @throws Refusal before anything was changed, DeployFailed after. */
export async function deploy(options: Options, around: Surroundings): Promise<Outcome> {
  const run = await look(options, around).catch(refuseInstead);
  const { workspace, contents, actions } = run;
  const installed = workspace.application;
  const isSame =
    installed?.version != null &&
    installed.packageJsonChecksum === checksumOf(packageJsonText(contents, installed.version));
  if (isSame && isComplete(compare(contents.manifest, workspace, actions)))
    return unchanged(run, installed.version ?? '');
  return change(run);
}

/** Whatever breaks while only looking has changed nothing, and the message says so. */
function refuseInstead(error: unknown): never {
  if (error instanceof Refusal) throw error;
  if (error instanceof ServerUnreachable) {
    throw new Refusal(
      `The server stopped answering (${error.message}): nothing was changed; deploy again once it runs.`,
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  throw new Refusal(`Nothing was changed, because a check could not be made: ${reason}`);
}

/** Everything that can be known without changing anything. */
async function look(options: Options, around: Surroundings): Promise<Deploy> {
  const server =
    around.connect?.(options.url, options.apiKey) ?? new TwentyServer(options.url, options.apiKey);
  const capabilities = await checkServer(server, options.serverVersion);
  await checkKey(server);
  await checkRights(server, capabilities);
  around.say(`${options.url} runs Twenty ${capabilities.version}; the API key may deploy to it.`);
  const outputDir = await around.build(capabilities.generation).catch((error: unknown) => {
    throw new Refusal(
      `Keyturn could not be built, so nothing was changed. ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const contents = await readContents(outputDir, adaptManifest(await readManifest(outputDir), capabilities));
  checkReferences(contents.manifest);
  const workspace = await readSnapshot(server, contents.manifest.application.universalIdentifier);
  checkOwner(workspace);
  checkNoInstallUnderWay(workspace, around.now());
  checkNames(contents.manifest, workspace);
  const actions = await planOnServer(server, contents.manifest);
  return { options, around, server, capabilities, contents, workspace, actions };
}

function outcomeOf(run: Deploy, outcome: Outcome['outcome'], version: string, message: string): Outcome {
  const { server, capabilities, workspace } = run;
  run.around.say(message);
  return {
    outcome,
    message,
    version,
    server: { url: server.url, version: capabilities.version, workspace: workspace.workspace.displayName },
  };
}

function unchanged(run: Deploy, version: string): Outcome {
  const { contents, workspace, actions } = run;
  const verification = compare(contents.manifest, workspace, actions);
  for (const line of verificationLines(verification)) run.around.say(line);
  const byHand = makePlan(contents.manifest, workspace, actions).changes;
  if (byHand.length > 0) {
    run.around.say(`Changed by hand in the workspace since, and left as it is: ${countText(byHand)}.`);
  }
  const message = `Nothing to change: Keyturn ${version} is installed in ${workspace.workspace.displayName} with all its parts.`;
  return { ...outcomeOf(run, 'unchanged', version, message), parts: verification.counts };
}

async function change(run: Deploy): Promise<Outcome> {
  const { options, around, server, capabilities, contents, workspace, actions } = run;
  const installed = workspace.application?.version ?? undefined;
  const seen = [installed, workspace.registration?.latestAvailableVersion];
  const next = nextVersion(contents.packageJson.version, seen);
  const plan = makePlan(contents.manifest, workspace, actions);
  sayPlan(run, plan, installed, next);
  if (options.isDryRun) {
    return { ...outcomeOf(run, 'planned', next.version, 'Dry run: nothing was changed.'), plan };
  }
  checkLosses(options, plan);
  if (contents.manifest.logicFunctions.length > 0) {
    const note = await checkFunctions(server);
    if (note !== undefined) around.say(note);
  }
  await confirm(run, plan);

  around.say(`Packing Keyturn ${next.version} ...`);
  const tarball = await packExtension(contents, next.version, capabilities);
  around.say('Publishing ...');
  await publish(server, tarball, capabilities);
  around.say('Installing ...');
  const isAnswered = await install(server, contents.manifest.application.universalIdentifier);
  if (!isAnswered)
    around.say('The connection broke off while the server was installing; looking whether it finished ...');
  const verification = await checkInstalled(run, next.version);
  const message = `Keyturn ${next.version} is installed in ${workspace.workspace.displayName} with all its parts.`;
  return {
    ...outcomeOf(run, installed === undefined ? 'installed' : 'upgraded', next.version, message),
    plan,
    parts: verification.counts,
  };
}

function sayPlan(
  run: Deploy,
  plan: Plan,
  installed: string | undefined,
  next: { version: string; isRaised: boolean },
) {
  const { around, workspace, contents } = run;
  const verb = installed === undefined ? 'Install' : `Upgrade ${installed} to`;
  around.say('');
  around.say(`${verb} Keyturn ${next.version} in the workspace ${workspace.workspace.displayName}`);
  if (next.isRaised) {
    around.say(
      `(package.json says ${contents.packageJson.version}; the server only takes a higher version than it has seen)`,
    );
  }
  for (const line of planLines(plan)) around.say(line);
  if (isEmpty(plan)) around.say('Only files change; the data model, pages and roles stay as they are.');
  around.say('');
}

function checkLosses(options: Options, plan: Plan): void {
  if (plan.losses.length === 0 || options.allowsDataLoss) return;
  throw new Refusal(
    `This deploy would delete data (${plan.losses.length === 1 ? plan.losses[0] : `${plan.losses.length} things, listed above`}): back it up and add --allow-data-loss if that is meant.`,
  );
}

async function confirm(run: Deploy, plan: Plan): Promise<void> {
  const { options, around } = run;
  if (options.isYes) return;
  if (around.ask !== undefined) {
    if (await around.ask('Go on? [y/N] ')) return;
    throw new Refusal('Stopped: nothing was changed.');
  }
  if (plan.deletes.length > 0) {
    throw new Refusal(
      `This deploy would delete ${countText(plan.deletes)} and nobody can be asked: add --yes if that is meant.`,
    );
  }
}

async function checkInstalled(run: Deploy, version: string): Promise<Verification> {
  const { around, server, contents } = run;
  around.say('Checking ...');
  const checksum = checksumOf(packageJsonText(contents, version));
  const verification = await verify(server, contents.manifest, checksum);
  for (const line of verificationLines(verification)) around.say(line);
  if (verification.checksum !== checksum) {
    throw new DeployFailed(
      `The server does not say that it has Keyturn ${version}: look at its log, then deploy again.`,
    );
  }
  if (!isComplete(verification)) {
    throw new DeployFailed(
      `Keyturn ${version} is installed, but parts of it are missing (listed above): deploy again, and report it if they stay away.`,
    );
  }
  return verification;
}
