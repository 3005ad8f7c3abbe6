/**
 * The two places the contract is checked against: the embedded workspace, always, and a real Twenty server
 * with Keyturn installed, when KEYTURN_TWENTY_URL and KEYTURN_TWENTY_API_KEY are set. Where they differ,
 * the embedded workspace is wrong.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '#scripts/workspace/index.ts';
import { callerFor, type Loose } from '#tests/workspace/api-client.ts';

export type Ask = (
  query: string,
  variables?: Record<string, unknown>,
  path?: 'graphql' | 'metadata',
) => Promise<Loose>;

export type Session = {
  url: string;
  /** The API key, for what is no GraphQL. */
  token: string;
  /** Sends a document as an API key with the admin role and answers the whole body. */
  ask: Ask;
  /** Like `ask`, with another token or none. */
  askAs(token: string | undefined): Ask;
  /** Starts every name and code this run creates, so that it can be cleaned up and never meets others. */
  mark: string;
  close(): Promise<void>;
};

export type Target = { name: 'embedded' | 'real'; open(): Promise<Session> };

/** KEYTURN_BUILD names another build's output folder, such as that of an older release. */
const BUILDS = [
  ...(process.env.KEYTURN_BUILD ? [process.env.KEYTURN_BUILD] : []),
  ...['current', 'legacy'].map((sdk) => join(process.cwd(), '.keyturn', 'build', sdk, '.twenty', 'output')),
];

export function builtExtension(): string {
  const found = BUILDS.find((folder) => existsSync(join(folder, 'manifest.json')));
  if (!found) throw new Error('The contract needs the built extension: npm run build');
  return found;
}

/** Children before parents, because some keys restrict. */
const TABLES = [
  ['attachments', 'name'],
  ['keyturnUnitLocks', 'name'],
  ['keyturnPaymentPlanLines', 'name'],
  ['keyturnPaymentPlans', 'name'],
  ['keyturnUnitTypes', 'name'],
  ['keyturnBuildings', 'name'],
  ['keyturnProjects', 'name'],
  ['opportunities', 'name'],
  ['companies', 'name'],
] as const;

async function cleanUp(ask: Ask, mark: string): Promise<void> {
  for (const [table, field] of TABLES) {
    const name = `destroy${table.charAt(0).toUpperCase()}${table.slice(1)}`;
    await ask(`mutation($f: JSON!){ ${name}(filter: $f) { id } }`, { f: { [field]: { startsWith: mark } } });
  }
}

const newMark = () => `contract-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 6)}`;

/** A real server lets an API key ask 100 times a minute; the contract waits its turn. */
function patient(ask: Ask): Ask {
  return async (...request) => {
    for (;;) {
      const answer = await ask(...request);
      const limited = answer.errors?.some((error: Loose) => /limit reached/i.test(error.message));
      if (!limited) return answer;
      await new Promise((resolve) => setTimeout(resolve, 5_000));
    }
  };
}

const embedded: Target = {
  name: 'embedded',
  async open() {
    const workspace = await openWorkspace({ outputDir: builtExtension() });
    return {
      url: workspace.url,
      token: workspace.apiKey,
      ask: callerFor(workspace.url, workspace.apiKey),
      askAs: (token) => callerFor(workspace.url, token),
      mark: newMark(),
      close: () => workspace.close(),
    };
  },
};

const { KEYTURN_TWENTY_URL: realUrl, KEYTURN_TWENTY_API_KEY: realKey } = process.env;

const real: Target = {
  name: 'real',
  async open() {
    const url = String(realUrl).replace(/\/$/, '');
    const ask = patient(callerFor(url, realKey));
    const mark = newMark();
    return {
      url,
      token: String(realKey),
      ask,
      askAs: (token) => patient(callerFor(url, token)),
      mark,
      close: () => cleanUp(ask, mark),
    };
  },
};

if (!realUrl || !realKey) {
  console.warn('Contract: the real server is skipped (set KEYTURN_TWENTY_URL and KEYTURN_TWENTY_API_KEY).');
}

export const targets: Target[] = realUrl && realKey ? [embedded, real] : [embedded];
