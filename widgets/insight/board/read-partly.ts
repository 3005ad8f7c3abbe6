/** Grouped totals of which some may be refused: what the reader may not see is named, and the rest is shown. */
import { readPartly } from '#widgets/shared/api/graphql.ts';
import { answerOf, type BoardAnswer, type BoardQuery, documentOf } from './grouped.ts';

export type PartlyAnswer = BoardAnswer & {
  /** Names of the totals and lists that the reader has no right to. */
  refused: ReadonlySet<string>;
};

/** @throws ApiFailure when it is no question of rights */
export async function readGroupsPartly(asked: BoardQuery): Promise<PartlyAnswer> {
  const { data, failure } = await readPartly<Record<string, unknown>>(documentOf(asked));
  if (failure !== null && failure.kind !== 'NO_RIGHT') throw failure;
  const roots = [
    ...Object.entries(asked.totals ?? {}).map(([name, { objects }]) => [name, `${objects}GroupBy`] as const),
    ...Object.entries(asked.lists ?? {}).map(([name, { objects }]) => [name, objects] as const),
  ];
  const refused = roots.filter(([, root]) => (data[root] ?? null) === null).map(([name]) => name);
  return { ...answerOf(asked, data), refused: new Set(refused) };
}
