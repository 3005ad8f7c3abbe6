/** What the command line asked for. */
import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

export type Options = {
  url: string;
  apiKey: string;
  /** Do not ask; go on unless data would be lost. */
  isYes: boolean;
  allowsDataLoss: boolean;
  isDryRun: boolean;
  isJson: boolean;
  /** The token of a person who may change workflows; with it they are set up, too. */
  userToken: string | undefined;
  /** For servers that do not tell their version. */
  serverVersion: string | undefined;
};

export const USAGE = `npm run deploy -- --url https://crm.example.com --api-key KEY [options]

  --url URL           the address of your Twenty server (or KEYTURN_TWENTY_URL)
  --api-key KEY       a key made under Settings > API keys (or KEYTURN_TWENTY_API_KEY)
  --dry-run           show what would change and stop
  --yes               do not ask before changing anything
  --allow-data-loss   go on even if columns or tables with their data would be dropped
  --user-token TOKEN  also set up the workflows, as this person (or KEYTURN_TWENTY_USER_TOKEN)
  --json              print one JSON object last
  --server-version V  for a server that does not tell its version`;

/** @throws Refusal for anything that it does not understand. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const values = parse(args);
  const url = values.url ?? env.KEYTURN_TWENTY_URL ?? '';
  const apiKey = (values['api-key'] ?? env.KEYTURN_TWENTY_API_KEY ?? '').trim();
  if (url === '') throw new Refusal('No server was named: add --url https://your-twenty-server.');
  if (apiKey === '') {
    throw new Refusal(
      'No API key was given: make one in Twenty under Settings > API keys and add --api-key KEY.',
    );
  }
  return {
    url: originOf(url),
    apiKey,
    isYes: values.yes === true,
    allowsDataLoss: values['allow-data-loss'] === true,
    isDryRun: values['dry-run'] === true,
    isJson: values.json === true,
    userToken: (values['user-token'] ?? env.KEYTURN_TWENTY_USER_TOKEN ?? '').trim() || undefined,
    serverVersion: values['server-version'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        'api-key': { type: 'string' },
        yes: { type: 'boolean', short: 'y' },
        'allow-data-loss': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        'server-version': { type: 'string' },
        'user-token': { type: 'string' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error);
    throw new Refusal(`${reason}; run "npm run deploy -- --help" to see the options.`);
  }
}

/** People paste the address of the page they look at; only its origin counts. */
export function originOf(text: string): string {
  const withScheme = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch {
    throw new Refusal(`"${text}" is not an address: write it like https://crm.example.com.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Refusal(`"${text}" is not a web address: write it like https://crm.example.com.`);
  }
  return url.origin;
}
