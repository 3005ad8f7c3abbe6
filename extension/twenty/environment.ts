/** What Twenty tells a function about its workspace, read once a call. */
export type Environment = { apiUrl: string; applicationToken: string };

/** @throws Error when a function runs outside Twenty. */
export function readEnvironment(): Environment {
  const apiUrl = process.env.TWENTY_API_URL;
  const applicationToken = process.env.TWENTY_APP_ACCESS_TOKEN;
  if (!apiUrl || !applicationToken) throw new Error('TWENTY_API_URL and TWENTY_APP_ACCESS_TOKEN are not set');
  return { apiUrl, applicationToken };
}

/** Application variables come to a function as its environment. */
export function isVariableSet(name: string): boolean {
  return (process.env[name] ?? '') !== '';
}
