/** Each board on what a generated workspace answered it, and on nothing: what a person reads there. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { BOARDS } from '#tests/insight/boards.ts';
import { NOW } from '#tests/widgets/fixtures/tower.ts';
import { chinese, ENGLISH, setHostContext } from '#tests/widgets/fixtures/words.ts';
import { recordedKey, rootsOf } from '#tests/widgets/harness/fake-twenty.ts';
import recorded from '#tests/widgets/harness/insight-recorded.json' with { type: 'json' };
import { answerOf, type BoardAnswer, documentOf } from '#widgets/insight/board/grouped.ts';
import type { Board } from '#widgets/insight/board/insight-board.tsx';
import { ALL, PROJECTS, scopeOf, type Told, toldOf } from '#widgets/insight/board/scope.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';

type Name = keyof typeof BOARDS;
type AnyBoard = Board<unknown>;

const NAMES = Object.keys(BOARDS) as Name[];

function read(name: Name, isEmpty: boolean): { board: AnyBoard; answer: BoardAnswer; told: Told } {
  const board = BOARDS[name].board as unknown as AnyBoard;
  const scope = scopeOf(ALL, board.choice?.first ?? '', NOW);
  const answers: Record<string, readonly unknown[]> = isEmpty ? {} : recorded[name];
  const whole: BoardAnswer = { groups: {}, lists: {} };
  for (const each of board.queries(scope)) {
    if (each === undefined) continue;
    const asked = { ...each, lists: { ...each.lists, projects: PROJECTS } };
    const data = Object.fromEntries(
      rootsOf(documentOf(asked)).map((root) => {
        const rows = zoned(answers, recordedKey(root));
        return [root.name, root.name.endsWith('GroupBy') ? rows : { edges: rows.map((node) => ({ node })) }];
      }),
    );
    const { groups, lists } = answerOf(asked, data);
    Object.assign(whole.groups, groups);
    Object.assign(whole.lists, lists);
  }
  return { board, answer: whole, told: toldOf(scope, whole) };
}

/** Recorded in Taipei; a test may run anywhere. */
function zoned(answers: Record<string, readonly unknown[]>, key: string): readonly unknown[] {
  const place = /timeZone: "[^"]+"/;
  const found = Object.keys(answers).find((each) => each.replace(place, '') === key.replace(place, ''));
  return found === undefined ? [] : (answers[found] ?? []);
}

function markup(name: Name, words: Words, isEmpty = false): string {
  const { board, answer, told } = read(name, isEmpty);
  const figures = board.figuresOf(answer, told);
  const { View } = board;
  return renderToStaticMarkup(<View figures={figures} told={told} words={words} />);
}

beforeAll(() => setHostContext());

describe.each(NAMES)('%s', (name) => {
  it('asks at most twice, and no root twice in one document', () => {
    const { board } = read(name, true);
    const documents = board.queries(scopeOf(ALL, board.choice?.first ?? '', NOW));
    expect(documents.length).toBeLessThanOrEqual(2);
    for (const each of documents) {
      if (each === undefined) continue;
      const roots = rootsOf(documentOf({ ...each, lists: { ...each.lists, projects: PROJECTS } }));
      expect(new Set(roots.map((root) => root.name)).size).toBe(roots.length);
    }
  });

  it('says of every number what it is based on, as of when, and nothing that is no number', () => {
    const shown = markup(name, ENGLISH);
    const tiles = shown.split('class="kt-tile"').slice(1);
    expect(tiles.length).toBeGreaterThan(0);
    for (const tile of tiles) {
      const basis = /class="kt-tile-basis">([^<]+)</.exec(tile)?.[1] ?? '';
      expect(basis).toMatch(/\w.* As of \d\d:\d\d:\d\d\.$/);
    }
    expect(shown).not.toMatch(/NaN|undefined|Infinity|\[object|\{\w+\}/);
    expect(shown).toContain('Open rows');
  });

  it('is whole in Chinese', async () => {
    const shown = markup(name, await chinese()).replace(/<[^>]+>/g, ' ');
    expect(shown).not.toMatch(/\b(the|and|since|less|by)\b/);
    expect(shown).not.toMatch(/NaN|undefined|\{\w+\}/);
  });

  it('says n/a or nothing, never a share of nothing, in an empty workspace', () => {
    const { board, answer, told } = read(name, true);
    const figures = board.figuresOf(answer, told);
    const nothing = board.nothing(figures, ENGLISH);
    const shown = nothing ?? markup(name, ENGLISH, true);
    expect(shown).not.toMatch(/NaN|undefined|Infinity/);
    expect(shown.length).toBeGreaterThan(20);
  });
});

it('a board that would need too many groups says so instead of telling a part', () => {
  const query = { totals: { all: { objects: 'keyturnUnits', by: [] } } };
  const rows = Array.from({ length: 8_000 }, () => ({ groupByDimensionValues: [], totalCount: 1 }));
  expect(() => answerOf(query, { keyturnUnitsGroupBy: rows })).toThrow('Too many groups');
});
