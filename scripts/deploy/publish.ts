/** Hands a package to the server and has it installed. Everything here changes the server. */
import { DeployFailed } from './refusal.ts';
import { ServerRefused, ServerUnreachable, type TwentyServer } from './server.ts';
import { validationText } from './server-plan.ts';
import type { Capabilities } from './server-version.ts';

/** Building about twenty tables takes seconds; a busy server with many functions may need minutes. */
const INSTALL_TIMEOUT_MS = 600_000;

/** The SDK uploads, because how a package is uploaded changed with 2.40 and may again. */
export async function publish(
  server: TwentyServer,
  tarballPath: string,
  capabilities: Capabilities,
): Promise<void> {
  const { appDeploy } =
    capabilities.generation === 'legacy'
      ? await import('twenty-sdk-2-23/cli')
      : await import('twenty-sdk/cli');
  const result = await appDeploy({ tarballPath, serverUrl: server.url, token: server.apiKey });
  if (!result.success) {
    const reason = result.error.message.replaceAll(server.apiKey, '…');
    throw new DeployFailed(
      `The server did not take the package (${reason}): nothing was installed; correct it and deploy again.`,
    );
  }
}

const INSTALL = `mutation KeyturnDeployInstall($universalIdentifier: String!) {
  installApplication(universalIdentifier: $universalIdentifier) { id }
}`;

/** @returns false when the connection broke off first: then only looking tells whether it worked. */
export async function install(server: TwentyServer, universalIdentifier: string): Promise<boolean> {
  try {
    await server.change(INSTALL, { universalIdentifier }, INSTALL_TIMEOUT_MS);
    return true;
  } catch (error) {
    if (error instanceof ServerUnreachable) return false;
    if (!(error instanceof ServerRefused)) throw error;
    throw new DeployFailed(
      `The server could not install the package (${installFault(error)}): what was installed before is still there; correct it and deploy again.`,
    );
  }
}

/** The useful part of a failed migration is two levels down. */
export function installFault(error: ServerRefused): string {
  const action = error.details.action as { flatEntity?: Record<string, unknown> } | undefined;
  const faults = Object.values((error.details.errors ?? {}) as Record<string, { message?: string }>)
    .map((fault) => fault?.message)
    .filter((message) => typeof message === 'string');
  if (faults.length === 0) return validationText(error);
  const entity = action?.flatEntity ?? {};
  const name = entity.nameSingular ?? entity.name ?? entity.label ?? entity.title;
  return `${error.message.replace(/ \(universalIdentifier: [^)]*\)/, name === undefined ? '' : ` "${String(name)}"`)}: ${faults.join('; ')}`;
}
