import { STANDARD_PAGE_LAYOUT } from 'twenty-sdk/define';
import { describe, expect, it } from 'vitest';
import { navigationId } from '#identifiers/navigation.ts';
import { pagesId } from '#identifiers/pages.ts';
import { viewsId } from '#identifiers/views.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import {
  FOLDERS,
  folder,
  objectEntry,
  pageEntry,
  SIDEBAR,
  type SidebarEntry,
  type SidebarFolder,
  viewEntry,
} from '#kit/navigation.ts';
import { fieldId, objectId } from '#kit/object.ts';
import { recordPage, standalonePage, tabOn } from '#kit/page.ts';

describe('a record page', () => {
  const page = recordPage('reservation', { name: 'Reservation page', related: { Receipts: 'receipts' } });

  it('has the fields first, then what happened and what is attached', () => {
    expect(page.tabs?.map(({ title }) => title)).toEqual(['Overview', 'Timeline', 'Tasks', 'Notes', 'Files']);
    const positions = page.tabs?.map(({ position }) => position) ?? [];
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(new Set(positions).size).toBe(positions.length);
  });

  it('shows the fields by the view that groups them, and related records as cards', () => {
    expect(page).toMatchObject({
      universalIdentifier: pagesId('page.reservation'),
      type: 'RECORD_PAGE',
      objectUniversalIdentifier: objectId('reservation'),
      tabs: expect.arrayContaining([
        expect.objectContaining({
          title: 'Overview',
          widgets: [
            expect.objectContaining({
              type: 'FIELDS',
              configuration: {
                configurationType: 'FIELDS',
                viewUniversalIdentifier: viewsId('view.reservation.record'),
              },
            }),
            expect.objectContaining({
              title: 'Receipts',
              type: 'FIELD',
              configuration: {
                configurationType: 'FIELD',
                fieldMetadataId: fieldId('reservation.receipts'),
                fieldDisplayMode: 'CARD',
              },
            }),
          ],
        }),
      ]),
    });
  });

  it('lays every tab out by saying how', () => {
    for (const { layoutMode } of page.tabs ?? []) expect(layoutMode).toBe('VERTICAL_LIST');
  });
});

describe('a tab of ours on a page of Twenty’s own', () => {
  it.each(['person', 'company'] as const)('shows the related records of the %s', (standard) => {
    const tab = tabOn(standard, 'Keyturn', 'IconKey', { Contracts: 'keyturnContracts' });
    expect(tab).toMatchObject({
      pageLayoutUniversalIdentifier: STANDARD_PAGE_LAYOUT[`${standard}RecordPage`].universalIdentifier,
      layoutMode: 'VERTICAL_LIST',
      widgets: [
        {
          type: 'FIELD',
          configuration: {
            configurationType: 'FIELD',
            fieldMetadataId: fieldId(`${standard}.keyturnContracts`),
            fieldDisplayMode: 'CARD',
          },
        },
      ],
    });
  });
});

describe('a page of its own', () => {
  it('is filled by one front component', () => {
    const page = standalonePage('salesControl', 'Sales control', 'salesControl');
    expect(page).toMatchObject({
      universalIdentifier: pagesId('page.salesControl'),
      type: 'STANDALONE_PAGE',
      tabs: [
        {
          layoutMode: 'VERTICAL_LIST',
          widgets: [
            {
              type: 'FRONT_COMPONENT',
              configuration: {
                configurationType: 'FRONT_COMPONENT',
                frontComponentUniversalIdentifier: widgetsId('widget.salesControl'),
              },
            },
          ],
        },
      ],
    });
  });
});

function entryOf(entry: SidebarEntry) {
  if (entry.endsWith('.list')) return objectEntry(entry, 'IconX');
  return entry.endsWith('.board') ? viewEntry(entry, 'Any', 'IconX') : pageEntry(entry, 'Any', 'IconX');
}

describe('the sidebar', () => {
  const keys = Object.keys(FOLDERS) as SidebarFolder[];

  it.each(keys)('%s is a folder with its entries, in the order of the list', (key) => {
    const made = folder(key, 'Any', 'IconX');
    expect(made).toMatchObject({
      type: 'FOLDER',
      name: 'Any',
      icon: 'IconX',
      // Between two entries of Twenty's own, which stand at whole numbers.
      position: Number(`1.${keys.indexOf(key) + 1}`),
      universalIdentifier: navigationId(`folder.${key}`),
    });
    const places = FOLDERS[key].map((entry) => entryOf(entry).position);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const entry of FOLDERS[key]) {
      expect(entryOf(entry)).toMatchObject({
        universalIdentifier: navigationId(`entry.${entry}`),
        folderUniversalIdentifier: made.universalIdentifier,
      });
    }
  });

  it('has every entry once, each at its own place, counted through all folders', () => {
    expect(new Set(SIDEBAR).size).toBe(SIDEBAR.length);
    expect(SIDEBAR.map((entry) => entryOf(entry).position)).toEqual(SIDEBAR.map((_, place) => place));
  });

  it('an entry opens its object, its view or its page', () => {
    const list = objectEntry('unit.list', 'IconX');
    expect(list).toMatchObject({ type: 'OBJECT', targetObjectUniversalIdentifier: objectId('unit') });
    expect(list).not.toHaveProperty('name');
    expect(viewEntry('unit.board', 'Units by state', 'IconX')).toMatchObject({
      type: 'VIEW',
      viewUniversalIdentifier: viewsId('view.unit.board'),
    });
    expect(pageEntry('salesControl', 'Sales control', 'IconX')).toMatchObject({
      type: 'PAGE_LAYOUT',
      pageLayoutUniversalIdentifier: pagesId('page.salesControl'),
    });
  });
});
