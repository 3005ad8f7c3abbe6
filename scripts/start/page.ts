/**
 * The page of `npm start`: the very widget bundles that ship, mounted as Twenty would mount them, and
 * plain lists beside them. It is served on this machine only and hands its tokens to whoever opens it.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { projectPath } from '#scripts/build/definition-files.ts';
import type { Workspace } from '#scripts/workspace/index.ts';

const STATIC: Record<string, [file: string, type: string]> = {
  '/': ['scripts/start/page/index.html', 'text/html; charset=utf-8'],
  '/page.js': ['scripts/start/page/page.js', 'text/javascript; charset=utf-8'],
  '/lists.js': ['scripts/start/page/lists.js', 'text/javascript; charset=utf-8'],
  '/page.css': ['scripts/start/page/page.css', 'text/css; charset=utf-8'],
  '/keyturn.svg': ['public/keyturn.svg', 'image/svg+xml'],
};

export function demoPage(outputDir: string) {
  let workspace: Workspace | null = null;
  return {
    attach(opened: Workspace) {
      workspace = opened;
    },
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (request.method !== 'GET') return false;
      const known = STATIC[pathname];
      if (known !== undefined) return send(response, await readFile(projectPath(known[0])), known[1]);
      if (pathname === '/settings.json' && workspace !== null) {
        return send(response, Buffer.from(JSON.stringify(settings(workspace))), 'application/json');
      }
      if (/^\/widgets(\/[\w-]+)+(\.[\w-]+)*\.mjs$/.test(pathname)) {
        const bundle = await readFile(path.join(outputDir, pathname)).catch(() => null);
        return bundle === null ? false : send(response, bundle, 'text/javascript; charset=utf-8');
      }
      return false;
    },
  };
}

function settings(workspace: Workspace) {
  return {
    url: workspace.url,
    members: workspace.members.map(({ id, userId, name, roleLabel }) => ({
      id,
      userId,
      name,
      roleLabel,
      token: workspace.widgetToken(id),
    })),
  };
}

function send(response: ServerResponse, body: Buffer, type: string): true {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
  return true;
}
