/** The user behind a token, as Twenty's host tells a widget. */
import { twentyClient } from '#twenty/client.ts';

export async function readCaller(url: string, token: string): Promise<string | null> {
  const { data } = await twentyClient(url, token).metadata('query { currentUser { id } }');
  return (data?.currentUser as { id: string } | null)?.id ?? null;
}
