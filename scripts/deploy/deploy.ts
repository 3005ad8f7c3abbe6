/** One deploy, from the first look at the server to the last check. */
import { agree, change, showPlan } from './change.ts';
import { type Findings, look, refuseInstead, type Surroundings } from './look.ts';
import type { Options } from './options.ts';
import { checksumOf, withFolder } from './package-extension.ts';
import { makePlan, type Plan } from './plan.ts';
import { countText } from './print-plan.ts';
import { compare, isComplete, type Verification, verificationLines } from './verify.ts';

export type Outcome = {
  outcome: 'unchanged' | 'planned' | 'installed' | 'upgraded';
  message: string;
  server: { url: string; version: string; workspace: string };
  version: string;
  plan?: Plan;
  parts?: Verification['counts'];
};

/** @throws Refusal before anything was changed, DeployFailed after. */
export function deploy(options: Options, around: Surroundings): Promise<Outcome> {
  return withFolder(async (folder) => {
    const found = await look(options, around, folder).catch(refuseInstead);
    const installed = found.workspace.application?.version ?? undefined;
    if (installed !== undefined && isAllThere(found, installed)) return unchanged(found, installed);
    const { plan, next } = showPlan(found);
    if (options.isDryRun) {
      return { ...outcomeOf(found, 'planned', next.version, 'Dry run: nothing was changed.'), plan };
    }
    await agree(found, plan);
    const { counts } = await change(found, next.version);
    const message = `Keyturn ${next.version} is installed in ${found.workspace.workspace.displayName} with all its parts.`;
    const outcome = installed === undefined ? 'installed' : 'upgraded';
    return { ...outcomeOf(found, outcome, next.version, message), plan, parts: counts };
  });
}

/** The very same contents, and none of their parts lost since. */
function isAllThere({ contents, workspace, actions }: Findings, installed: string): boolean {
  return (
    workspace.application?.packageJsonChecksum === checksumOf(contents, installed) &&
    isComplete(compare(contents.manifest, workspace, actions))
  );
}

function unchanged(found: Findings, version: string): Outcome {
  const { contents, workspace, actions, around } = found;
  const verification = compare(contents.manifest, workspace, actions);
  for (const line of verificationLines(verification)) around.say(line);
  const byHand = makePlan(contents.manifest, workspace, actions).changes;
  if (byHand.length > 0) {
    around.say(`Changed by hand in the workspace since, and left as it is: ${countText(byHand)}.`);
  }
  const message = `Nothing to change: Keyturn ${version} is installed in ${workspace.workspace.displayName} with all its parts.`;
  return { ...outcomeOf(found, 'unchanged', version, message), parts: verification.counts };
}

function outcomeOf(found: Findings, outcome: Outcome['outcome'], version: string, message: string): Outcome {
  const { server, capabilities, workspace } = found;
  found.around.say(message);
  return {
    outcome,
    message,
    version,
    server: { url: server.url, version: capabilities.version, workspace: workspace.workspace.displayName },
  };
}
