/** Who may send files. How they are sent and attached is in tests/contract. */
import { SystemPermissionFlag } from 'twenty-sdk/define';
import { afterAll, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import { callerFor } from '#tests/workspace/api-client.ts';
import { idFor, writeSmallBuild } from '#tests/workspace/small-build.ts';

const FILE_FIELD = '20202020-15db-460e-8166-c7b5d87ad4be';
const ANNOUNCE = `mutation { createFileUpload(filename: "a.pdf", size: 9, fileFolder: FilesField, fieldMetadataUniversalIdentifier: "${FILE_FIELD}") { fileId } }`;

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

async function open(flags: string[]): Promise<Workspace> {
  const build = await writeSmallBuild({
    change: (manifest) => {
      for (const role of manifest.roles) {
        if (role.universalIdentifier === idFor('role.app')) role.permissionFlagUniversalIdentifiers = flags;
      }
    },
  });
  const workspace = await openWorkspace({ outputDir: build.outputDir });
  closing.push(async () => {
    await workspace.close();
    await build.remove();
  });
  return workspace;
}

const announced = async (url: string, token: string | undefined) =>
  (await callerFor(url, token)(ANNOUNCE, {}, 'metadata')).data?.createFileUpload !== undefined;

test('the application sends files only with the flag for it', async () => {
  const without = await open([]);
  expect(await announced(without.url, without.applicationToken)).toBe(false);
  const withFlag = await open([SystemPermissionFlag.UPLOAD_FILE]);
  expect(await announced(withFlag.url, withFlag.applicationToken)).toBe(true);
});

test('members of Twenty may, people with a role of the app need the flag too', async () => {
  const { url, members } = await open([]);
  const may = await Promise.all(
    members.map(async (member) => [member.name, await announced(url, member.token)]),
  );
  expect(may).toEqual([
    ['Ada Admin', true],
    ['Mona Member', true],
    ['Sam Sales', false],
  ]);
});
