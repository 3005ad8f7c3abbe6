import { describe, expect, it } from 'vitest';
import { navigationId } from '#identifiers/navigation.ts';
import { pagesId } from '#identifiers/pages.ts';
import { viewsId } from '#identifiers/views.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { folder, KEYTURN_FOLDER, pageEntry, SIDEBAR, viewEntry } from '#kit/navigation.ts';
import { fieldId, objectId } from '#kit/object.ts';
import { recordPage, standalonePage } from '#kit/page.ts';

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

describe('the sidebar', () => {
  it('is a folder with its entries in the order of the list', () => {
    expect(folder('Keyturn', 'IconKey')).toMatchObject({ type: 'FOLDER', name: 'Keyturn', position: 0 });
    for (const [position, entry] of SIDEBAR.entries()) {
      const made =
        entry === 'salesControl' ? pageEntry(entry, 'Any', 'IconX') : viewEntry(entry, 'Any', 'IconX');
      expect(made).toMatchObject({
        position,
        universalIdentifier: navigationId(`item.${entry}`),
        folderUniversalIdentifier: navigationId(KEYTURN_FOLDER),
      });
    }
  });

  it('an entry opens its view or its page', () => {
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
