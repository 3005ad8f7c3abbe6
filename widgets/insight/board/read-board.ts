/** Reads a board: its documents at the same time, the list of projects with the first. At most two requests. */
import { query } from '#widgets/shared/api/graphql.ts';
import { answerOf, type BoardAnswer, type BoardQuery, documentOf } from './grouped.ts';
import { PROJECTS, type Scope } from './scope.ts';

export type Queries = (scope: Scope) => readonly [BoardQuery, BoardQuery?];

export async function readBoard(queries: Queries, scope: Scope): Promise<BoardAnswer> {
  const [first, second] = queries(scope);
  const asked = [{ ...first, lists: { ...first.lists, projects: PROJECTS } }, ...(second ? [second] : [])];
  const answers = await Promise.all(
    asked.map(async (each) => answerOf(each, await query<Record<string, unknown>>(documentOf(each)))),
  );
  return {
    groups: Object.assign({}, ...answers.map(({ groups }) => groups)),
    lists: Object.assign({}, ...answers.map(({ lists }) => lists)),
  };
}
