import { expect, it } from 'vitest';
import { adaptManifest } from '#scripts/deploy/adapt-manifest.ts';
import type { Manifest } from '#scripts/deploy/manifest.ts';
import { capabilitiesOf } from '#scripts/deploy/server-version.ts';
import { smallManifest, UNIT } from './small-manifest.ts';

const OLD = capabilitiesOf('2.21.0');
const NEW = capabilitiesOf('2.43.0');

const fieldNames = (manifest: Manifest) => manifest.objects[0]?.fields.map((field) => field.name);

it('an old server gets timeline, files, notes and tasks on every object', () => {
  expect(fieldNames(adaptManifest(smallManifest(), OLD))).toEqual([
    'name',
    'state',
    'timelineActivities',
    'attachments',
    'noteTargets',
    'taskTargets',
  ]);
});

it('both sides of each added relation name each other', () => {
  const adapted = adaptManifest(smallManifest(), OLD);
  const own = adapted.objects[0]?.fields.slice(2) ?? [];
  const far = adapted.fields.filter((field) => field.type === 'MORPH_RELATION');
  expect(far).toHaveLength(4);
  for (const field of far) {
    const partner = own.find(
      (one) => one.universalIdentifier === field.relationTargetFieldMetadataUniversalIdentifier,
    );
    expect(partner?.relationTargetFieldMetadataUniversalIdentifier).toBe(field.universalIdentifier);
    expect(partner?.relationTargetObjectMetadataUniversalIdentifier).toBe(field.objectUniversalIdentifier);
    expect(field).toMatchObject({
      name: 'targetKeyturnUnit',
      relationTargetObjectMetadataUniversalIdentifier: UNIT,
      universalSettings: { joinColumnName: 'targetKeyturnUnitId' },
    });
  }
});

it('the added identifiers are the same at each deploy and all different', () => {
  const first = adaptManifest(smallManifest(), OLD);
  expect(adaptManifest(smallManifest(), OLD)).toEqual(first);
  const ids = [...(first.objects[0]?.fields ?? []), ...first.fields].map(
    (field) => field.universalIdentifier,
  );
  expect(new Set(ids).size).toBe(ids.length);
});

it('a server that owns these relations gets none of them', () => {
  const adapted = adaptManifest(smallManifest(), NEW);
  expect(fieldNames(adapted)).toEqual(['name', 'state']);
  expect(adapted.fields).toHaveLength(1);
});

it.each([
  ['old', OLD, 'CANVAS', 'viewId'],
  ['new', NEW, 'VERTICAL_LIST', 'viewUniversalIdentifier'],
])('an %s server gets the layout and the keys that it knows', (_, server, layoutMode, key) => {
  const [timeline, control] = adaptManifest(smallManifest(), server).pageLayouts[0]?.tabs ?? [];
  expect(timeline?.layoutMode).toBe(layoutMode);
  expect(control?.layoutMode).toBe('VERTICAL_LIST');
  const table = control?.widgets?.find((widget) => widget.type === 'RECORD_TABLE');
  expect(Object.keys(table?.configuration ?? {})).toEqual(['configurationType', key]);
});

it.each([
  ['old', OLD, { gridPosition: { row: 0, column: 3, rowSpan: 3, columnSpan: 6 } }],
  ['new', NEW, { position: { layoutMode: 'GRID', row: 0, column: 3, rowSpan: 3, columnSpan: 6 } }],
])('an %s server is told the place on a dashboard in its own words', (_, server, place) => {
  const widget = {
    universalIdentifier: '0c8a3f5e-52a1-4a3e-9f6e-0d9b6c1a7e11',
    title: 'Units',
    type: 'GRAPH',
    position: { layoutMode: 'GRID', row: 0, column: 3, rowSpan: 3, columnSpan: 6 },
    configuration: { configurationType: 'AGGREGATE_CHART' },
  };
  const tab = { universalIdentifier: 'tab', title: 'Overview', layoutMode: 'GRID', widgets: [widget] };
  const page = { universalIdentifier: 'page', name: 'Sales', tabs: [tab] };
  const adapted = adaptManifest({ ...smallManifest(), pageLayouts: [page] }, server);
  const { position: _position, ...rest } = widget;
  expect(adapted.pageLayouts[0]?.tabs?.[0]?.widgets).toEqual([{ ...rest, ...place }]);
});

it('the manifest that comes in is left alone', () => {
  const manifest = smallManifest();
  adaptManifest(manifest, OLD);
  expect(manifest).toEqual(smallManifest());
});
