/**
 * The page of `npm start`: the very widget bundles that ship, mounted as Twenty would mount them, and
 * plain lists beside them. It is served on this machine only and hands its tokens to whoever opens it.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import { projectPath } from '#scripts/build/definition-files.ts';
import type { Workspace } from '#scripts/workspace/index.ts';
import { type Manifest, readManifest } from '#scripts/workspace/model/manifest.ts';
import { catalogueOf } from './catalogue.ts';
import type { Settings } from './page/settings.ts';

const STATIC: Record<string, [file: string, type: string]> = {
  '/': ['scripts/start/page/index.html', 'text/html; charset=utf-8'],
  '/widget': ['scripts/start/page/widget.html', 'text/html; charset=utf-8'],
  '/page.css': ['scripts/start/page/page.css', 'text/css; charset=utf-8'],
  '/keyturn.svg': ['public/keyturn.svg', 'image/svg+xml'],
};

const SCRIPTS: Record<string, string> = {
  '/page.js': 'scripts/start/page/page.ts',
  '/widget.js': 'scripts/start/page/widget.ts',
};

export function demoPage(outputDir: string) {
  let workspace: Workspace | null = null;
  const scripts = new Map<string, Promise<Buffer>>();
  let shown: Promise<Shown> | null = null;
  const script = (file: string) => {
    const known = scripts.get(file) ?? bundled(file);
    scripts.set(file, known);
    return known;
  };
  return {
    attach(opened: Workspace) {
      workspace = opened;
    },
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (request.method !== 'GET') return false;
      const known = STATIC[pathname];
      if (known !== undefined) return send(response, await readFile(projectPath(known[0])), known[1]);
      const source = SCRIPTS[pathname];
      if (source !== undefined) return send(response, await script(source), JAVASCRIPT);
      if (pathname === '/settings.json' && workspace !== null) {
        // Read once: a manifest is megabytes, and each widget's frame asks for the settings.
        shown ??= readShown(outputDir);
        const body: Settings = { ...people(workspace), ...(await shown) };
        return send(response, Buffer.from(JSON.stringify(body)), 'application/json');
      }
      if (/^\/widgets(\/[\w-]+)+(\.[\w-]+)*\.mjs$/.test(pathname)) {
        const bundle = await readFile(path.join(outputDir, pathname)).catch(() => null);
        return bundle === null ? false : send(response, bundle, JAVASCRIPT);
      }
      return false;
    },
  };
}

const JAVASCRIPT = 'text/javascript; charset=utf-8';

async function bundled(file: string): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [projectPath(file)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    supported: { 'dynamic-import': true },
  });
  return Buffer.from(outputFiles[0]?.contents ?? '');
}

type Shown = Pick<Settings, 'catalogue' | 'words'>;

async function readShown(outputDir: string): Promise<Shown> {
  const manifest = await readManifest(outputDir);
  // Tabs on Twenty's own record pages are not kept by the workspace, which interprets no pages.
  const whole = JSON.parse(await readFile(path.join(outputDir, 'manifest.json'), 'utf8')) as Manifest;
  return {
    catalogue: catalogueOf({ ...whole, ...manifest }),
    words: { 'zh-CN': JSON.parse(await readFile(projectPath('locales/zh-CN.json'), 'utf8')) },
  };
}

function people(workspace: Workspace): Pick<Settings, 'url' | 'members'> {
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
