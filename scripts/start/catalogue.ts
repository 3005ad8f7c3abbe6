/**
 * What the demo page can show, read from the manifest of the build: pages, widgets of records, commands. So whatever
 * is added to the extension appears on the page by itself.
 */
import { STANDARD_OBJECT, STANDARD_PAGE_LAYOUT } from 'twenty-sdk/define';
import type { Manifest, ManifestEntity } from '#scripts/workspace/model/manifest.ts';

export type ShownWidget = {
  title: string;
  /** Path of the bundle; null for what Twenty draws itself, such as its own charts. */
  bundle: string | null;
};

export type ShownPage = { key: string; name: string; widgets: ShownWidget[] };

export type ShownCommand = {
  label: string;
  bundle: string;
  /** The object whose records it is about; null for one that is about none. */
  object: string | null;
  available: string | null;
  isHeadless: boolean;
};

export type Catalogue = {
  /** In the order of the sidebar, then dashboards, then widgets that stand on no page. */
  pages: ShownPage[];
  /** Widgets on the pages of records, by the object's name. */
  recordWidgets: Record<string, ShownWidget[]>;
  commands: ShownCommand[];
  /** Bundles by the universal identifier of their front component. */
  bundles: Record<string, string>;
};

type Component = ManifestEntity & { name: string; builtComponentPath: string; isHeadless?: boolean };
type Placed = { title: string; type: string; configuration: { frontComponentUniversalIdentifier?: string } };
type Tab = { pageLayoutUniversalIdentifier?: string; widgets: Placed[] };
type Layout = ManifestEntity & {
  name: string;
  type: string;
  objectUniversalIdentifier?: string;
  tabs: Tab[];
};
type Command = ManifestEntity & {
  label: string;
  frontComponentUniversalIdentifier: string;
  availabilityObjectUniversalIdentifier?: string;
  conditionalAvailabilityExpression?: string;
};
type Entry = ManifestEntity & { position: number; pageLayoutUniversalIdentifier?: string };

export function catalogueOf(manifest: Manifest & { pageLayoutTabs?: unknown }): Catalogue {
  const components = new Map(
    (manifest.frontComponents as Component[]).map((one) => [one.universalIdentifier, one]),
  );
  const bundleOf = (id = '') => {
    const component = components.get(id);
    return component === undefined ? null : `/${component.builtComponentPath}`;
  };
  const shown = (widgets: readonly Placed[]): ShownWidget[] =>
    widgets
      .filter(({ type }) => type === 'FRONT_COMPONENT' || type === 'GRAPH')
      .map(({ title, configuration }) => ({
        title,
        bundle: bundleOf(configuration.frontComponentUniversalIdentifier),
      }));
  const layouts = manifest.pageLayouts as Layout[];
  const objects = objectNames(manifest);
  const recordWidgets: Record<string, ShownWidget[]> = {};
  const addTo = (object: string | undefined, tabs: readonly Tab[]) => {
    const widgets = shown(tabs.flatMap((tab) => tab.widgets));
    if (object !== undefined && widgets.length > 0)
      recordWidgets[object] = [...(recordWidgets[object] ?? []), ...widgets];
  };
  for (const { type, objectUniversalIdentifier = '', tabs } of layouts)
    if (type === 'RECORD_PAGE') addTo(objects.get(objectUniversalIdentifier), tabs);
  for (const tab of (manifest.pageLayoutTabs ?? []) as Tab[])
    addTo(objectOfStandardPage(tab.pageLayoutUniversalIdentifier), [tab]);
  const commands = (manifest.commandMenuItems as Command[]).flatMap((command): ShownCommand[] => {
    const component = components.get(command.frontComponentUniversalIdentifier);
    if (component === undefined) return [];
    return [
      {
        label: command.label,
        bundle: `/${component.builtComponentPath}`,
        object: objects.get(command.availabilityObjectUniversalIdentifier ?? '') ?? null,
        available: command.conditionalAvailabilityExpression ?? null,
        isHeadless: component.isHeadless === true,
      },
    ];
  });
  const pages = [...sidebarFirst(layouts, manifest.navigationMenuItems as Entry[])].map((layout) => ({
    key: layout.universalIdentifier,
    name: layout.name,
    widgets: shown(layout.tabs.flatMap((tab) => tab.widgets)),
  }));
  const placed = new Set(
    [...pages.flatMap((page) => page.widgets), ...Object.values(recordWidgets).flat(), ...commands].map(
      ({ bundle }) => bundle,
    ),
  );
  const others = [...components.values()]
    .filter((one) => !placed.has(`/${one.builtComponentPath}`) && one.isHeadless !== true)
    .map((one) => ({
      key: one.universalIdentifier,
      name: titleOf(one.name),
      widgets: [{ title: titleOf(one.name), bundle: `/${one.builtComponentPath}` }],
    }));
  return {
    pages: [...pages.filter(({ widgets }) => widgets.some(({ bundle }) => bundle !== null)), ...others],
    recordWidgets,
    commands,
    bundles: Object.fromEntries([...components].map(([id, one]) => [id, `/${one.builtComponentPath}`])),
  };
}

function sidebarFirst(layouts: readonly Layout[], entries: readonly Entry[]): Layout[] {
  const place = (layout: Layout) =>
    entries.find((entry) => entry.pageLayoutUniversalIdentifier === layout.universalIdentifier)?.position ??
    Number.POSITIVE_INFINITY;
  return layouts
    .filter(({ type }) => type === 'STANDALONE_PAGE' || type === 'DASHBOARD')
    .sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

function objectNames({ objects }: Manifest): Map<string, string> {
  const standard: Record<string, { universalIdentifier: string }> = STANDARD_OBJECT;
  return new Map([
    ...Object.entries(standard).map(
      ([name, { universalIdentifier }]) => [universalIdentifier, name] as const,
    ),
    ...objects.map((one) => [one.universalIdentifier, one.nameSingular] as const),
  ]);
}

/** "personRecordPage" is the page of `person`. */
function objectOfStandardPage(universalIdentifier = ''): string | undefined {
  const layouts: Record<string, { universalIdentifier: string }> = STANDARD_PAGE_LAYOUT;
  const [name] =
    Object.entries(layouts).find(([, one]) => one.universalIdentifier === universalIdentifier) ?? [];
  return name?.replace(/RecordPage$/, '');
}

/** "cash-forecast" as a title, for a widget that stands on no page. */
function titleOf(name: string): string {
  return name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
}
