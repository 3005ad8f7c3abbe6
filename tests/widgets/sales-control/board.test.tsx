import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { eur, unit } from '#tests/widgets/fixtures/board-units.ts';
import { NOW } from '#tests/widgets/fixtures/tower.ts';
import { chinese, ENGLISH } from '#tests/widgets/fixtures/words.ts';
import type { BoardPort } from '#widgets/inventory/sales-control/board-port.ts';
import { type BoardState, EMPTY_BOARD } from '#widgets/inventory/sales-control/board-state.ts';
import { cellLabel } from '#widgets/inventory/sales-control/parts/unit-cell.tsx';
import { pressedUnit } from '#widgets/inventory/sales-control/parts/unit-grid.tsx';
import { SalesControlBoard } from '#widgets/inventory/sales-control/sales-control-board.tsx';
import { ApiFailure } from '#widgets/shared/api/failure.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';

const nothing = () => undefined;
const port: BoardPort = {
  readDeal: async () => ({ hold: null, reservation: null, contract: null }),
  searchPeople: async () => [],
  run: async () => ({ kind: 'DONE', message: '', result: {} }),
  openRecord: nothing,
};

const held = unit({
  id: 'u1',
  number: '12-03',
  floor: 12,
  state: 'HELD',
  price: eur(250_000),
  holder: 'Ada Lovelace',
  heldUntil: new Date(NOW + 90 * 60_000).toISOString(),
});
const free = unit({ id: 'u2', number: '11-03', floor: 11 });

const READY: BoardState = {
  ...EMPTY_BOARD,
  phase: 'READY',
  places: {
    projects: [{ id: 'p', name: 'Riverside' }],
    buildings: [{ id: 'b', name: 'Tower A', projectId: 'p' }],
  },
  place: { projectId: 'p', buildingId: 'b' },
  units: [held, free],
  asOf: NOW,
};

function html(state: BoardState, words: Words = ENGLISH): string {
  const markup = renderToStaticMarkup(
    <SalesControlBoard
      state={state}
      now={NOW}
      scheme="dark"
      words={words}
      port={port}
      onChoose={nothing}
      onOpenAgain={nothing}
      onRefresh={nothing}
      onUnitChanged={async () => undefined}
    />,
  );
  return markup.replace(/<style>.*<\/style>/s, '');
}

describe('the board', () => {
  it('is one ARIA grid a building, with rows, headers, and one tab stop that names the active unit', () => {
    const markup = html(READY);
    expect(markup.match(/role="grid"/g)).toHaveLength(1);
    expect(markup).toContain('aria-label="Units of Tower A" aria-rowcount="2" aria-colcount="2"');
    expect(markup).toContain('aria-activedescendant="kt-unit-u1"');
    expect(markup.match(/role="rowheader"[^>]*>(12F|11F)</g)).toHaveLength(2);
    expect(markup.match(/tabindex="0"/gi)).toHaveLength(1);
  });

  it('says everything about a unit in its label, and never its state by colour alone', () => {
    expect(cellLabel(held, '1 h', ENGLISH)).toBe(
      '12-03, Held, 12F, €250,000, 80 m², held by Ada Lovelace, 1 h left',
    );
    expect(html(READY)).toContain('data-state="HELD"');
  });

  it('shows who holds a unit and how long', () => {
    expect(html(READY)).toMatch(/Ada Lovelace<\/span><span class="kt-cell-left" data-ending="SOON">1 h</);
  });

  it('says as of when its numbers hold', () => {
    expect(html(READY)).toMatch(/As of \d\d:\d\d:\d\d/);
  });

  it('offers the choice of project and building on its own page, and none on a building’s page', () => {
    expect(html(READY)).toContain('<option value="b" selected="">Tower A</option>');
    expect(html({ ...READY, scope: 'BUILDING' })).not.toContain(
      '<select class="kt-select"><option value="p"',
    );
    expect(html({ ...READY, scope: 'BUILDING' })).not.toContain('All buildings');
    expect(html({ ...READY, scope: 'PROJECT' })).toContain('All buildings');
  });

  it('speaks Chinese', async () => {
    const markup = html(READY, await chinese());
    expect(markup).toContain('截至');
    expect(markup).toContain('12-03, 保留, 12F');
    expect(markup).not.toMatch(/>[A-Z][a-z]+ [a-z]+</);
  });

  it('marks its colour scheme', () => {
    expect(html(READY)).toContain('data-scheme="dark"');
  });

  it('keeps what it shows and says so when a refresh failed', () => {
    const markup = html({ ...READY, failure: new ApiFailure('OFFLINE', 'lost') });
    expect(markup).toContain('This may be out of date. No connection to the server.');
    expect(markup).toContain('role="gridcell"');
  });
});

describe('the board without units', () => {
  it('says how far it is while loading', () => {
    expect(html({ ...EMPTY_BOARD, progress: { read: 200, total: 1_500 } })).toContain(
      'Loading units… 200 of 1500',
    );
  });

  it.each([
    [
      'has failed',
      { ...EMPTY_BOARD, phase: 'FAILED' as const, failure: new ApiFailure('BROKEN', 'x') },
      'Try again',
    ],
    [
      'may not be seen',
      { ...EMPTY_BOARD, phase: 'FAILED' as const, failure: new ApiFailure('NO_RIGHT', 'x') },
      'Ask an administrator',
    ],
    ['has no projects', { ...EMPTY_BOARD, phase: 'READY' as const }, 'Create a project'],
    ['has an empty building', { ...READY, units: [] }, 'import them from a spreadsheet'],
    [
      'has an empty project',
      { ...READY, units: [], place: { projectId: 'p', buildingId: null } },
      'Add buildings and units',
    ],
  ])('says what to do when it %s', (_name, state, advice) => {
    const markup = html(state);
    expect(markup).toContain(advice);
    expect(markup).toMatch(/<button[^>]*>(Try again|Look again)</);
  });
});

describe('a press on the board', () => {
  it('is told by the value that the sandbox sends along', () => {
    expect(pressedUnit({ detail: { type: 'click', value: 'u1' } })).toBe('u1');
    expect(pressedUnit({ detail: { type: 'click' } })).toBeNull();
    expect(pressedUnit({ detail: { value: '' } })).toBeNull();
  });

  it('is told by its target on a plain page', () => {
    const cell = { getAttribute: () => 'u2' } as unknown as Element;
    expect(pressedUnit({ detail: 1, target: { closest: () => cell } })).toBe('u2');
    expect(pressedUnit({ detail: 1, target: { closest: () => null } })).toBeNull();
  });
});
