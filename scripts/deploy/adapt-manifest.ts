/**
 * Makes one build fit the server it goes to. Pure: the same manifest and capabilities give the
 * same result, identifiers included, or every deploy would drop and re-create columns.
 */
import { getSystemRelationFieldUniversalIdentifier, STANDARD_OBJECT } from 'twenty-sdk/define';
import type {
  ForeignField,
  Manifest,
  ManifestField,
  ManifestObject,
  ManifestTab,
  ManifestWidget,
} from './manifest.ts';
import { type Capabilities, PACKAGED_RANGE } from './server-version.ts';

export function adaptManifest(manifest: Manifest, server: Capabilities): Manifest {
  const withRelations = server.ownsRecordRelations ? manifest : addRecordRelations(manifest);
  return {
    ...withRelations,
    application: { ...withRelations.application, requiredServerVersionRange: PACKAGED_RANGE },
    pageLayouts: withRelations.pageLayouts.map((page) => ({
      ...page,
      ...(page.tabs === undefined ? {} : { tabs: page.tabs.map((tab) => adaptTab(tab, server)) }),
    })),
    pageLayoutTabs: withRelations.pageLayoutTabs.map((tab) => adaptTab(tab, server)),
  };
}

/** The four tabs that every record page of Twenty has, and where Twenty keeps what they show. */
const RECORD_RELATIONS = [
  {
    name: 'timelineActivities',
    label: 'Timeline Activities',
    icon: 'IconTimelineEvent',
    target: 'timelineActivity',
  },
  { name: 'attachments', label: 'Attachments', icon: 'IconFileImport', target: 'attachment' },
  { name: 'noteTargets', label: 'Notes', icon: 'IconNotes', target: 'noteTarget' },
  { name: 'taskTargets', label: 'Tasks', icon: 'IconCheckbox', target: 'taskTarget' },
] as const;

type RecordRelation = (typeof RECORD_RELATIONS)[number];

/** A 2.21 server gives an app's object no timeline, notes, tasks or files: both sides are declared here. */
function addRecordRelations(manifest: Manifest): Manifest {
  const application = manifest.application.universalIdentifier;
  return {
    ...manifest,
    objects: manifest.objects.map((object) => ({
      ...object,
      fields: [
        ...object.fields,
        ...RECORD_RELATIONS.map((relation) => ownSide(application, object, relation)),
      ],
    })),
    fields: [
      ...manifest.fields,
      ...manifest.objects.flatMap((object) =>
        RECORD_RELATIONS.map((relation) => farSide(application, object, relation)),
      ),
    ],
  };
}

/**
 * The identifiers are those that newer servers derive for the same fields, so that an upgraded
 * server meets its own fields and not strangers of the same name.
 */
function relationIds(application: string, object: ManifestObject, relation: RecordRelation) {
  const target = STANDARD_OBJECT[relation.target].universalIdentifier;
  const derive = (from: string, to: string) =>
    getSystemRelationFieldUniversalIdentifier({
      applicationUniversalIdentifier: application,
      objectUniversalIdentifier: from,
      relationTargetObjectUniversalIdentifier: to,
    });
  return {
    target,
    own: derive(object.universalIdentifier, target),
    far: derive(target, object.universalIdentifier),
  };
}

function ownSide(application: string, object: ManifestObject, relation: RecordRelation): ManifestField {
  const ids = relationIds(application, object, relation);
  return {
    universalIdentifier: ids.own,
    type: 'RELATION',
    name: relation.name,
    label: relation.label,
    icon: relation.icon,
    isNullable: true,
    universalSettings: { relationType: 'ONE_TO_MANY' },
    relationTargetObjectMetadataUniversalIdentifier: ids.target,
    relationTargetFieldMetadataUniversalIdentifier: ids.far,
  };
}

function farSide(application: string, object: ManifestObject, relation: RecordRelation): ForeignField {
  const ids = relationIds(application, object, relation);
  const name = `target${object.nameSingular.charAt(0).toUpperCase()}${object.nameSingular.slice(1)}`;
  return {
    universalIdentifier: ids.far,
    objectUniversalIdentifier: ids.target,
    type: 'MORPH_RELATION',
    name,
    label: object.labelSingular,
    ...(object.icon === undefined ? {} : { icon: object.icon }),
    isNullable: true,
    morphId: STANDARD_OBJECT[relation.target].morphIds.targetMorphId.morphId,
    universalSettings: { relationType: 'MANY_TO_ONE', onDelete: 'SET_NULL', joinColumnName: `${name}Id` },
    relationTargetObjectMetadataUniversalIdentifier: object.universalIdentifier,
    relationTargetFieldMetadataUniversalIdentifier: ids.own,
  };
}

function adaptTab(tab: ManifestTab, server: Capabilities): ManifestTab {
  const widgets = tab.widgets?.map((widget) => ({
    ...(server.placesWidgets === 'position' ? widget : withGridPosition(widget)),
    configuration: renameViewKey(widget.configuration, server.tableWidgetViewKey),
  }));
  return { ...tab, layoutMode: layoutModeOf(tab, server), ...(widgets === undefined ? {} : { widgets }) };
}

/** A place on the grid of a dashboard; a list goes by the order of its widgets. */
function withGridPosition({ position, ...widget }: ManifestWidget): ManifestWidget {
  const place = position as { layoutMode?: string } | undefined;
  if (place?.layoutMode !== 'GRID') return position === undefined ? widget : { ...widget, position };
  const { layoutMode: _, ...gridPosition } = place;
  return { ...widget, gridPosition };
}

/** Widgets that scroll by themselves and want the whole tab. */
const FILLING = ['TIMELINE', 'TASKS', 'NOTES', 'FILES', 'FRONT_COMPONENT'];

/** Newer servers let the only widget of a list fill the tab; older ones put it into a card, but for CANVAS. */
function layoutModeOf(tab: ManifestTab, server: Capabilities): unknown {
  const [widget, ...others] = tab.widgets ?? [];
  const isFilled = widget !== undefined && others.length === 0 && FILLING.includes(widget.type);
  return isFilled && server.supportsCanvas ? 'CANVAS' : tab.layoutMode;
}

/** Both names hold the view's universal identifier; a server knows one of them. */
function renameViewKey(configuration: Record<string, unknown>, key: Capabilities['tableWidgetViewKey']) {
  if (configuration.configurationType !== 'RECORD_TABLE') return configuration;
  const { viewId, viewUniversalIdentifier, ...rest } = configuration;
  const view = viewId ?? viewUniversalIdentifier;
  return view === undefined ? rest : { ...rest, [key]: view };
}
