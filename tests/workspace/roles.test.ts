import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import { type Caller, callerFor } from '#tests/workspace/api-client.ts';
import { writeSmallBuild } from '#tests/workspace/small-build.ts';

let workspace: Workspace;
let build: Awaited<ReturnType<typeof writeSmallBuild>>;
let admin: Caller;
let sam: Caller;
let mona: Caller;
let houseId: string;

const DENIED = 'Entity performing the request does not have permission';

beforeAll(async () => {
  build = await writeSmallBuild();
  workspace = await openWorkspace({ outputDir: build.outputDir });
  const tokenOf = (name: string) => workspace.members.find((member) => member.name === name)?.token;
  admin = callerFor(workspace.url, workspace.adminToken);
  sam = callerFor(workspace.url, tokenOf('Sam Sales'));
  mona = callerFor(workspace.url, tokenOf('Mona Member'));
  const { data } = await admin(
    'mutation { createHouse(data: { code: "r1", notesJson: { secret: 1 } }) { id } }',
  );
  houseId = data.createHouse.id;
});

afterAll(async () => {
  await workspace.close();
  await build.remove();
});

test('there is one member for each role that users may have', () => {
  expect(workspace.members.map((member) => [member.name, member.roleLabel])).toEqual([
    ['Ada Admin', 'Admin'],
    ['Mona Member', 'Member'],
    ['Sam Sales', 'Sales'],
  ]);
});

test('a withheld field may not be written, while its neighbours may', async () => {
  const write =
    'mutation($id: UUID!, $data: HouseUpdateInput!){ updateHouse(id: $id, data: $data) { id area } }';
  const refused = await sam(write, {
    id: houseId,
    data: { price: { amountMicros: 1, currencyCode: 'CNY' } },
  });
  expect(refused.data).toEqual({ updateHouse: null });
  expect(refused.errors[0].message).toBe(`${DENIED}: no permission to write field "price" on "house"`);
  expect(refused.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' });
  expect((await sam(write, { id: houseId, data: { area: 80 } })).data.updateHouse.area).toBe(80);
});

test('a hidden field may not be read, also not inside another record', async () => {
  const direct = await sam('query($id: UUID!){ house(filter: { id: { eq: $id } }) { id notesJson } }', {
    id: houseId,
  });
  expect(direct.errors[0].message).toBe(`${DENIED}: no permission to read field "notesJson" on "house"`);
  const nested = await sam('{ plots { edges { node { houses { edges { node { notesJson } } } } } } }');
  expect(nested.errors[0].extensions.code).toBe('FORBIDDEN');
  expect(
    (await sam('query($id: UUID!){ house(filter: { id: { eq: $id } }) { id code } }', { id: houseId })).data
      .house.code,
  ).toBe('r1');
});

test.each([
  ['mutation { createPlot(data: { name: "no" }) { id } }'],
  ['{ houses(orderBy: [{ notesJson: AscNullsLast }]) { edges { node { id } } } }'],
  ['{ holds(orderBy: [{ house: { notesJson: AscNullsLast } }]) { edges { node { id } } } }'],
  ['{ holds { totalCount } }'],
  ['{ holdsGroupBy(groupBy: [{ round: true }]) { totalCount } }'],
  ['mutation { deleteHouses(filter: { code: { eq: "r1" } }) { id } }'],
  ['mutation { destroyHouses(filter: { code: { eq: "r1" } }) { id } }'],
])('what the role does not allow is refused: %s', async (document) => {
  const { errors } = await sam(document);
  expect(errors[0].message.startsWith(DENIED)).toBe(true);
  expect(errors[0].extensions.code).toBe('FORBIDDEN');
});

test('a plain member may write every record but no member', async () => {
  expect(
    (await mona('mutation { createPlot(data: { name: "mine" }) { createdBy { source name } } }')).data
      .createPlot.createdBy,
  ).toEqual({
    source: 'MANUAL',
    name: 'Mona Member',
  });
  const member = workspace.members[0];
  const refused = await mona(
    'mutation($id: UUID!){ updateWorkspaceMember(id: $id, data: { jobTitle: "x" }) { id } }',
    { id: member?.id },
  );
  expect(refused.errors[0].extensions.code).toBe('FORBIDDEN');
});

test('the application has its own role and a widget that of its viewer', async () => {
  const app = callerFor(workspace.url, workspace.applicationToken);
  expect(
    (
      await app(
        'mutation { createPlot(data: { name: "app" }) { createdBy { source name workspaceMemberId } } }',
      )
    ).data.createPlot.createdBy,
  ).toEqual({
    source: 'APPLICATION',
    name: 'Small',
    workspaceMemberId: null,
  });
  expect(
    (await app('mutation { destroyPlots(filter: { name: { eq: "app" } }) { id } }')).errors[0].extensions
      .code,
  ).toBe('FORBIDDEN');
  const viewer = workspace.members.find((member) => member.name === 'Sam Sales');
  const widget = callerFor(workspace.url, workspace.widgetToken(viewer?.id ?? ''));
  expect((await widget('{ holds { totalCount } }')).errors[0].extensions.code).toBe('FORBIDDEN');
  expect((await widget('{ currentUser { email } }', {}, 'metadata')).data.currentUser.email).toBe(
    viewer?.email,
  );
});

test('only users have a currentUser', async () => {
  for (const token of [workspace.apiKey, workspace.applicationToken, undefined]) {
    const answer = await callerFor(workspace.url, token)('{ currentUser { id } }', {}, 'metadata');
    expect(answer.errors[0]).toMatchObject({
      message: 'Forbidden resource',
      extensions: { code: 'FORBIDDEN' },
    });
  }
});

test('an altered or foreign token is refused', async () => {
  const broken = callerFor(workspace.url, `${workspace.adminToken.slice(0, -4)}AAAA`);
  expect((await broken('{ plots { totalCount } }')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});
