/** What Twenty tells a function about its workspace, read once a call. */
export type Environment = { apiUrl: string; applicationToken: string };

/** @throws Error when a function runs outside Twenty. */
export function readEnvironment(): Environment {
  const apiUrl = process.env.TWENTY_API_URL;
  const applicationToken = process.env.TWENTY_APP_ACCESS_TOKEN;
  if (!apiUrl || !applicationToken) throw new Error('TWENTY_API_URL and TWENTY_APP_ACCESS_TOKEN are not set');
  return { apiUrl, applicationToken };
}

/** Where people reach a route of ours; self-hosted servers without a domain for functions serve them below `/s`. */
export function publicUrl(path: string): string {
  const base = process.env.TWENTY_FUNCTIONS_URL || `${process.env.TWENTY_API_URL ?? ''}/s`;
  return `${base}${path}`;
}

/** Application variables come to a function as its environment. */
export function isVariableSet(name: string): boolean {
  return (process.env[name] ?? '') !== '';
}
