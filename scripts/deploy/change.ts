/** The second half of a deploy: shows what will change, asks, changes it, and looks whether it is there. */
import { checkFunctions } from './functions-check.ts';
import { type Findings, refuseInstead } from './look.ts';
import { checksumOf, packExtension } from './package-extension.ts';
import { isEmpty, makePlan, type Plan } from './plan.ts';
import { countText, planLines } from './print-plan.ts';
import { install, publish } from './publish.ts';
import { DeployFailed, Refusal } from './refusal.ts';
import { isComplete, type Verification, verificationLines, verify } from './verify.ts';
import { type NextVersion, nextVersion } from './versions.ts';

/** @returns the plan and the version that it would be installed as. */
export function showPlan(found: Findings): { plan: Plan; next: NextVersion } {
  const { around, workspace, contents, actions } = found;
  const installed = workspace.application?.version ?? undefined;
  const next = nextVersion(contents.packageJson.version, [
    installed,
    workspace.registration?.latestAvailableVersion,
  ]);
  const plan = makePlan(contents.manifest, workspace, actions);
  const verb = installed === undefined ? 'Install' : `Upgrade ${installed} to`;
  around.say('');
  around.say(`${verb} Keyturn ${next.version} in the workspace ${workspace.workspace.displayName}`);
  if (next.isRaised) {
    const { version } = contents.packageJson;
    around.say(`(package.json says ${version}; the server only takes a higher version than it has seen)`);
  }
  for (const line of planLines(plan)) around.say(line);
  if (isEmpty(plan)) around.say('Only files change; the data model, pages and roles stay as they are.');
  around.say('');
  return { plan, next };
}

/** The last checks, and the question. @throws Refusal */
export async function agree(found: Findings, plan: Plan): Promise<void> {
  const { options, server, contents, around } = found;
  if (plan.losses.length > 0 && !options.allowsDataLoss) {
    const what = plan.losses.length === 1 ? plan.losses[0] : `${plan.losses.length} things, listed above`;
    throw new Refusal(
      `This deploy would delete data (${what}): back it up and add --allow-data-loss if that is meant.`,
    );
  }
  if (contents.manifest.logicFunctions.length > 0) {
    const note = await checkFunctions(server).catch(refuseInstead);
    if (note !== undefined) around.say(note);
  }
  await confirm(found, plan);
}

async function confirm({ options, around }: Findings, plan: Plan): Promise<void> {
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

/** @throws DeployFailed */
export async function change(found: Findings, version: string): Promise<Verification> {
  const { around, server, capabilities, contents } = found;
  around.say(`Packing Keyturn ${version} ...`);
  const tarball = await packExtension(contents, version);
  around.say('Publishing ...');
  await publish(server, tarball, capabilities);
  around.say('Installing ...');
  const isAnswered = await install(server, contents.manifest.application.universalIdentifier);
  if (!isAnswered) {
    around.say('The connection broke off while the server was installing; looking whether it finished ...');
  }
  return checkInstalled(found, version);
}

async function checkInstalled(
  { around, server, contents }: Findings,
  version: string,
): Promise<Verification> {
  around.say('Checking ...');
  const checksum = checksumOf(contents, version);
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
