/**
 * `TZ=Asia/Taipei npx tsx tests/widgets/harness/record-insight.ts`: writes what a small generated workspace answers the
 * boards as of the harness's time, for their pictures. Run it again when a board asks something else.
 */
import { writeFile } from 'node:fs/promises';
import { projectPath } from '#scripts/build/definition-files.ts';
import { outputFolder } from '#scripts/build/stage.ts';
import { openWorkspace } from '#scripts/workspace/index.ts';
import { fillBigGround, SMALL } from '#tests/insight/big-ground.ts';
import { BOARDS } from '#tests/insight/boards.ts';
import { NOW } from '#tests/widgets/fixtures/tower.ts';
import { documentOf } from '#widgets/insight/board/grouped.ts';
import { ALL, PROJECTS, scopeOf } from '#widgets/insight/board/scope.ts';
import { recordedKey, rootsOf } from './fake-twenty.ts';

const workspace = await openWorkspace({ outputDir: outputFolder('legacy') });
const members = await workspace.sql<{ id: string }>('SELECT id FROM "workspaceMember"');
const today = new Date(NOW).toISOString().slice(0, 10);
await fillBigGround(
  workspace,
  SMALL,
  today,
  members.map(({ id }) => id),
);
const recorded: Record<string, Record<string, unknown>> = {};
for (const [name, { board }] of Object.entries(BOARDS)) {
  const answers: Record<string, unknown> = {};
  const queries = board.queries(scopeOf(ALL, board.choice?.first ?? '', NOW));
  for (const each of queries) {
    if (each === undefined) continue;
    const asked = documentOf({ ...each, lists: { ...each.lists, projects: PROJECTS } });
    const response = await fetch(`${workspace.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${workspace.apiKey}` },
      body: JSON.stringify({ query: asked }),
    });
    const { data } = (await response.json()) as { data: Record<string, { edges?: { node: unknown }[] }> };
    for (const root of rootsOf(asked)) {
      const answer = data[root.name];
      answers[recordedKey(root)] = answer?.edges?.map(({ node }) => node) ?? answer;
    }
  }
  recorded[name] = answers;
}
await workspace.close();
const file = projectPath('tests/widgets/harness/insight-recorded.json');
await writeFile(file, `${JSON.stringify(recorded)}\n`);
