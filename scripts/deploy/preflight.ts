/** What must hold before anything is changed. Each check ends in a Refusal that says what to do. */
import { findTakenNames, takenSentence } from './collisions.ts';
import type { Manifest } from './manifest.ts';
import { Refusal } from './refusal.ts';
import { ServerRefused, ServerUnreachable, type TwentyServer } from './server.ts';
import { type Capabilities, capabilitiesOf, isAtLeast, parseVersion } from './server-version.ts';
import type { Snapshot } from './workspace-snapshot.ts';

/** Finds out that there is a Twenty, and which. `stated` is for servers that do not tell. */
export async function checkServer(server: TwentyServer, stated?: string): Promise<Capabilities> {
  let config: unknown;
  try {
    config = await server.fetchJson('/client-config');
  } catch (error) {
    if (!(error instanceof ServerUnreachable)) throw error;
    throw new Refusal(await notTwenty(server, error.message));
  }
  if (typeof config !== 'object' || config === null || !('authProviders' in config)) {
    throw new Refusal(await notTwenty(server, 'an answer of something else'));
  }
  const told =
    'appVersion' in config && typeof config.appVersion === 'string' ? config.appVersion : undefined;
  if (stated === undefined && told === undefined) {
    throw new Refusal(
      `${server.url} does not tell its version of Twenty: add --server-version, for example 2.21.0.`,
    );
  }
  return capabilitiesOf(stated ?? told ?? '');
}

/** "Nobody answers" and "somebody else answers" want different things done. */
async function notTwenty(server: TwentyServer, reason: string): Promise<string> {
  const answers = await fetch(server.url, { signal: AbortSignal.timeout(10_000) }).then(
    () => true,
    () => false,
  );
  return answers
    ? `${server.url} answers, but not as Twenty does: check the address (the one that you open Twenty with).`
    : `Cannot reach ${server.url} (${reason}): check the address, that the server runs, and that this machine may connect to it.`;
}

export async function checkKey(server: TwentyServer): Promise<void> {
  try {
    await server.read('query KeyturnDeployKey { currentWorkspace { id } }');
  } catch (error) {
    if (error instanceof ServerRefused && (error.isWrongKey || error.isMissingRight)) {
      throw new Refusal(
        `${server.url} does not accept the API key (${error.message.replace(/\.$/, '')}): make a new one under Settings > API keys and pass it with --api-key.`,
      );
    }
    throw error;
  }
}

/** No package at all: whoever has the right is told that it cannot be read, and nothing is stored. */
const UPLOAD = 'mutation KeyturnDeployRight($file: Upload!) { uploadAppTarball(file: $file) { id } }';
const UPLOAD_NEWER =
  'mutation KeyturnDeployRight { completeAppTarballUpload(fileId: "00000000-0000-4000-8000-000000000000") { id } }';

/** Asks for each right by using it harmlessly; an API key cannot look up its own rights. */
export async function checkRights(server: TwentyServer, capabilities: Capabilities): Promise<void> {
  const attempts: Record<string, () => Promise<unknown>> = {
    'see and install applications': () =>
      server.read('query KeyturnDeployRight { findManyApplications { id } }'),
    'publish applications': () =>
      capabilities.generation === 'legacy'
        ? server.upload(UPLOAD, new Blob(['-']))
        : server.read(UPLOAD_NEWER),
    'see roles': () => server.read('query KeyturnDeployRight { getRoles { id } }'),
  };
  const missing: string[] = [];
  for (const [right, attempt] of Object.entries(attempts)) {
    await attempt().catch((error: unknown) => {
      if (!(error instanceof ServerRefused)) throw error;
      if (error.isMissingRight) missing.push(right);
    });
  }
  if (missing.length === 0) return;
  throw new Refusal(
    `The API key may not ${missing.join(', nor ')}: use a key whose role has all settings rights, such as Admin (Settings > Roles).`,
  );
}

/** A page that names a widget which was not built passes every check of Twenty and then breaks the install. */
export function checkReferences(manifest: Manifest): void {
  const built = new Set(manifest.frontComponents.map((component) => component.universalIdentifier));
  const tabs = [
    ...manifest.pageLayouts.flatMap((page) => (page.tabs ?? []).map((tab) => ({ page: page.name, tab }))),
    ...manifest.pageLayoutTabs.map((tab) => ({ page: tab.title, tab })),
  ];
  const pages = tabs.flatMap(({ page, tab }) => (tab.widgets ?? []).map((widget) => ({ page, widget })));
  const broken = pages.find(({ widget }) => {
    const component = widget.configuration.frontComponentUniversalIdentifier;
    return typeof component === 'string' && !built.has(component);
  });
  if (broken === undefined) return;
  throw new Refusal(
    `The page "${broken.page}" shows the widget "${broken.widget.title}", which the build does not contain: add the widget or take it off the page.`,
  );
}

export function checkNames(manifest: Manifest, workspace: Snapshot): void {
  const taken = findTakenNames(manifest, workspace);
  if (taken.length > 0) throw new Refusal(takenSentence(taken));
}

/** Packages come from one workspace of a server, and through one channel. */
export function checkOwner(workspace: Snapshot): void {
  const { registration } = workspace;
  if (registration === undefined) return;
  if (registration.ownerWorkspaceId !== null && registration.ownerWorkspaceId !== workspace.workspace.id) {
    throw new Refusal(
      'Another workspace of this server has already published Keyturn: deploy with an API key of that workspace, or delete its registration there first.',
    );
  }
  if (!['tarball', 'local'].includes(registration.sourceType.toLowerCase())) {
    throw new Refusal(
      `This server gets Keyturn from ${registration.sourceType}: install or upgrade it under Settings > Applications, or remove it there first.`,
    );
  }
}

/** The server holds its own lock for a minute; a package that is younger and not installed is on its way. */
const INSTALL_WINDOW_MS = 60_000;

export function checkNoInstallUnderWay(workspace: Snapshot, now: Date): void {
  const { registration, application } = workspace;
  const published = parseVersion(registration?.latestAvailableVersion ?? '');
  if (registration === undefined || published === undefined) return;
  const installed = parseVersion(application?.version ?? '');
  const isBehind = installed === undefined || !isAtLeast(installed, published);
  if (isBehind && now.getTime() - new Date(registration.updatedAt).getTime() < INSTALL_WINDOW_MS) {
    throw new Refusal(
      `Keyturn ${registration.latestAvailableVersion} was published less than a minute ago and is not installed yet: wait a minute, then deploy again.`,
    );
  }
}
