/** Reads a board as its widget does, over HTTP from the workspace, and counts the requests. */
import { vi } from 'vitest';
import type { Workspace } from '#scripts/workspace/index.ts';
import type { Board } from '#widgets/insight/board/insight-board.tsx';
import { readBoard } from '#widgets/insight/board/read-board.ts';
import { ALL, type Place, scopeOf, type Told, toldOf } from '#widgets/insight/board/scope.ts';

export type ReadBoard<F> = { figures: F; told: Told; requests: number; bytes: number };

export async function readFigures<F>(
  workspace: Workspace,
  board: Board<F>,
  {
    place = ALL,
    choice = board.choice?.first ?? '',
    now = Date.now(),
  }: { place?: Place; choice?: string; now?: number } = {},
): Promise<ReadBoard<F>> {
  vi.stubEnv('TWENTY_API_URL', workspace.url);
  vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', workspace.apiKey);
  let [requests, bytes] = [0, 0];
  const original = globalThis.fetch;
  vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
    // Another ground may still be busy with its own filling.
    if (String(args[0]).startsWith(workspace.url)) requests += 1;
    // While SQL keeps this process busy the server hangs up idle connections, and the next request finds out.
    const response = await original(...args).catch(() => original(...args));
    bytes += (await response.clone().text()).length;
    return response;
  });
  try {
    const scope = scopeOf(place, choice, now);
    const answer = await readBoard(board.queries, scope);
    const told = toldOf(scope, answer);
    return { figures: board.figuresOf(answer, told), told, requests, bytes };
  } finally {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  }
}
