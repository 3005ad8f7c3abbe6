/**
 * The parts of the SDK's manifest that a deploy reads. The rest travels through untouched,
 * so every type here is open at its end.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export type Entity = { universalIdentifier: string; [key: string]: unknown };

export type ManifestField = Entity & { name: string; type: string; label: string };

export type ManifestObject = Entity & {
  nameSingular: string;
  namePlural: string;
  labelSingular: string;
  labelPlural: string;
  fields: ManifestField[];
};

export type ForeignField = ManifestField & { objectUniversalIdentifier: string };

export type ManifestWidget = Entity & { title: string; type: string; configuration: Record<string, unknown> };
export type ManifestTab = Entity & { title: string; widgets?: ManifestWidget[] };
export type ManifestPage = Entity & { name: string; tabs?: ManifestTab[] };

export type Manifest = {
  application: Entity & { displayName: string; packageJsonChecksum: string | null };
  objects: ManifestObject[];
  fields: ForeignField[];
  indexes: (Entity & { objectUniversalIdentifier: string })[];
  roles: (Entity & { label: string })[];
  logicFunctions: (Entity & { name?: string; builtHandlerPath: string })[];
  frontComponents: (Entity & { name?: string; builtComponentPath: string })[];
  views: (Entity & { name: string })[];
  navigationMenuItems: (Entity & { name?: string })[];
  pageLayouts: ManifestPage[];
  pageLayoutTabs: ManifestTab[];
  commandMenuItems: (Entity & { label: string })[];
  [key: string]: unknown;
};

const LISTS = [
  'objects',
  'fields',
  'indexes',
  'roles',
  'logicFunctions',
  'frontComponents',
  'views',
  'navigationMenuItems',
  'pageLayouts',
  'pageLayoutTabs',
  'commandMenuItems',
] as const;

/** Reads what the SDK built; lists that it left out are empty. */
export async function readManifest(outputDir: string): Promise<Manifest> {
  const text = await readFile(path.join(outputDir, 'manifest.json'), 'utf8');
  const raw = JSON.parse(text) as Record<string, unknown>;
  const lists = Object.fromEntries(LISTS.map((name) => [name, raw[name] ?? []]));
  return { ...raw, ...lists } as Manifest;
}
