/** Kit: record pages and standalone pages; arguments of `definePageLayout`. */
import {
  type definePageLayout,
  type definePageLayoutTab,
  PageLayoutTabLayoutMode,
  STANDARD_PAGE_LAYOUT,
} from 'twenty-sdk/define';
import { pagesId } from '#identifiers/pages.ts';
import { viewsId } from '#identifiers/views.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { fieldId, objectId } from '#kit/object.ts';

export type PageDefinition = Parameters<typeof definePageLayout>[0];
export type TabDefinition = Parameters<typeof definePageLayoutTab>[0];

type Widget = { title: string; type: string; configuration: Record<string, unknown> };

function tab(page: string, title: string, icon: string, position: number, widgets: Widget[]) {
  const key = `${page}.${title}`;
  return {
    universalIdentifier: pagesId(`tab.${key}`),
    title,
    position,
    icon,
    // Always stated: its default changed between server versions (#23596).
    layoutMode: PageLayoutTabLayoutMode.VERTICAL_LIST,
    widgets: widgets.map((widget) => ({
      universalIdentifier: pagesId(`widget.${key}.${widget.title}`),
      ...widget,
    })),
  };
}

const only = (title: string, type: string): Widget[] => [
  { title, type, configuration: { configurationType: type } },
];

/** Related records as cards: ONE_TO_MANY fields by title. */
function cards(objectName: string, related: Record<string, string>): Widget[] {
  return Object.entries(related).map(([title, name]) => ({
    title,
    type: 'FIELD',
    configuration: {
      configurationType: 'FIELD',
      fieldMetadataId: fieldId(`${objectName}.${name}`),
      fieldDisplayMode: 'CARD',
    },
  }));
}

export type RecordPageSpec = {
  name: string;
  /** ONE_TO_MANY fields shown as cards below the fields, by title. */
  related?: Record<string, string>;
  /** Front components that get a tab of their own, by title. */
  widgets?: Record<string, string>;
};

/** Record page: the fields in groups, related records, then timeline, tasks, notes and files. */
export function recordPage(objectName: string, spec: RecordPageSpec): PageDefinition {
  const widgets = Object.entries(spec.widgets ?? {}).map(([title, widget], index) =>
    tab(objectName, title, 'IconLayoutDashboard', 15 + index, [component(title, widget)]),
  );
  return {
    universalIdentifier: pagesId(`page.${objectName}`),
    name: spec.name,
    type: 'RECORD_PAGE',
    objectUniversalIdentifier: objectId(objectName),
    tabs: [
      tab(objectName, 'Overview', 'IconHome', 10, [
        {
          title: 'Fields',
          type: 'FIELDS',
          configuration: {
            configurationType: 'FIELDS',
            viewUniversalIdentifier: viewsId(`view.${objectName}.record`),
          },
        },
        ...cards(objectName, spec.related ?? {}),
      ]),
      ...widgets,
      tab(objectName, 'Timeline', 'IconTimelineEvent', 20, only('Timeline', 'TIMELINE')),
      tab(objectName, 'Tasks', 'IconCheckbox', 30, only('Tasks', 'TASKS')),
      tab(objectName, 'Notes', 'IconNotes', 40, only('Notes', 'NOTES')),
      tab(objectName, 'Files', 'IconPaperclip', 50, only('Files', 'FILES')),
    ],
  } as PageDefinition;
}

/**
 * A tab of ours on the record page of one of Twenty's own objects; the argument of `definePageLayoutTab`. With a
 * front component it stands right after the fields, and the related records stand below the component.
 */
export function tabOn(
  standard: 'person' | 'company',
  title: string,
  icon: string,
  related: Record<string, string>,
  widget?: readonly [title: string, key: string],
) {
  const page = `${standard}RecordPage` as const;
  const own = widget === undefined ? [] : [component(...widget)];
  return {
    ...tab(standard, title, icon, widget === undefined ? 60 : 15, [...own, ...cards(standard, related)]),
    pageLayoutUniversalIdentifier: STANDARD_PAGE_LAYOUT[page].universalIdentifier,
  } as TabDefinition;
}

function component(title: string, widget: string): Widget {
  return {
    title,
    type: 'FRONT_COMPONENT',
    configuration: {
      configurationType: 'FRONT_COMPONENT',
      frontComponentUniversalIdentifier: widgetsId(`widget.${widget}`),
    },
  };
}

/** A page of its own in the sidebar, filled by one front component. */
export function standalonePage(key: string, name: string, widget: string): PageDefinition {
  return {
    universalIdentifier: pagesId(`page.${key}`),
    name,
    type: 'STANDALONE_PAGE',
    tabs: [tab(key, name, 'IconLayoutDashboard', 0, [component(name, widget)])],
  } as PageDefinition;
}
