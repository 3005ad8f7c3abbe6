import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Created, create, data, nameOf, newId, type Running, refusal } from '#tests/contract/running.ts';
import type { Loose } from '#tests/workspace/api-client.ts';

/** The field `file` of Twenty's attachments, under the identifier that every workspace gives it. */
const FILE_FIELD = '20202020-15db-460e-8166-c7b5d87ad4be';

const ANNOUNCE = `mutation($n: String!, $s: Float!, $u: String!){
  createFileUpload(filename: $n, size: $s, fileFolder: FilesField, fieldMetadataUniversalIdentifier: $u) { fileId uploadUrl contentType expiresAt }
}`;
const CONFIRM = 'mutation($f: String!){ completeFileUpload(fileId: $f) { id size path url } }';
const ATTACH = 'mutation($d: AttachmentCreateInput!){ createAttachment(data: $d) { id } }';

const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** 50 KB in which every byte value comes, so that nothing that takes it for text survives. */
function somePdf(): Uint8Array<ArrayBuffer> {
  const pdf = new Uint8Array(51_200).map((_, index) => (index * 7_919) >> 3);
  pdf.set(new TextEncoder().encode('%PDF-1.4\n'));
  return pdf;
}

/** How a document gets into the Files tab of one of our records, and out again. */
export function filesContract(running: Running): void {
  const announce = async (filename: string, size: number): Promise<Loose> =>
    (await running.session.ask(ANNOUNCE, { n: filename, s: size, u: FILE_FIELD }, 'metadata')).data
      ?.createFileUpload;
  const confirm = (fileId: string): Promise<Loose> => running.session.ask(CONFIRM, { f: fileId }, 'metadata');
  const send = (url: string, body: Uint8Array<ArrayBuffer>, type = 'application/octet-stream') =>
    fetch(url, { method: 'PUT', headers: { 'content-type': type }, body });

  async function uploaded(content = somePdf()): Promise<{ id: string; url: string }> {
    const { fileId, uploadUrl, contentType } = await announce('receipt.pdf', content.length);
    expect((await send(uploadUrl, content, contentType)).status).toBe(204);
    return (await confirm(fileId)).data.completeFileUpload;
  }

  const attach = (values: Record<string, unknown>): Promise<Created> =>
    create(running, 'attachment', { name: nameOf(running, 'file'), ...values }, 'id name file createdAt');

  test('a file is announced, sent, confirmed and attached, and then found and read again', async () => {
    const pdf = somePdf();
    const project = await create(running, 'keyturnProject', { name: nameOf(running, 'with-files') });
    const file = await uploaded(pdf);
    await attach({ targetKeyturnProjectId: project.id, file: [{ fileId: file.id, label: '收据 1.pdf' }] });
    const found = await data(
      running,
      `query($i: UUID!){
        attachments(filter: { targetKeyturnProjectId: { eq: $i } }) { edges { node { file { label } } } }
        keyturnProject(filter: { id: { eq: $i } }) { attachments { edges { node { name } } } }
      }`,
      { i: project.id },
    );
    expect(found.keyturnProject.attachments.edges).toHaveLength(1);
    const [item] = found.attachments.edges[0].node.file;
    // All of the file comes, however little of it was asked for.
    expect(item).toMatchObject({ fileId: file.id, label: '收据 1.pdf', extension: '.pdf' });
    // The address alone opens the file: no token of a user goes with it.
    const response = await fetch(item.url);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe('inline');
    expect(digest(new Uint8Array(await response.arrayBuffer()))).toBe(digest(pdf));
  });

  test('without the signature in its address a file is neither read nor sent', async () => {
    const { fileId, uploadUrl } = await announce('receipt.pdf', 9);
    const bare = [
      await send(String(uploadUrl).replace(/\?.*/, ''), somePdf()),
      await fetch(`${running.session.url}/file/files-field/${fileId}`),
      await fetch(`${running.session.url}/file/files-field/${newId()}?token=nonsense`),
    ];
    for (const response of bare) {
      expect(response.status).toBe(403);
      expect((await response.json()).message).toBe('Forbidden resource');
    }
  });

  test('what is sent must have the size that was announced, and a type that the server leaves alone', async () => {
    const pdf = somePdf();
    const { fileId, uploadUrl } = await announce('receipt.pdf', pdf.length);
    const early = await confirm(fileId);
    expect(early.errors[0].message).toBe(`File ${fileId} has not been uploaded to storage yet`);
    const short = await send(uploadUrl, pdf.slice(1));
    expect([short.status, (await short.json()).code]).toEqual([400, 'FILE_SIZE_MISMATCH']);
    const long = await send(uploadUrl, new Uint8Array([...pdf, 1]));
    expect([long.status, (await long.json()).code]).toEqual([413, 'FILE_TOO_LARGE']);
    const eaten = await send(uploadUrl, pdf, 'text/plain');
    expect([eaten.status, (await eaten.json()).messages]).toEqual([
      400,
      [`Uploaded 0 bytes but ${pdf.length} were declared`],
    ]);
    expect((await send(uploadUrl, pdf)).status).toBe(204);
    const once = await confirm(fileId);
    expect((await confirm(fileId)).data.completeFileUpload.id).toBe(once.data.completeFileUpload.id);
  });

  test('a file whose content is not what its name says is refused when it is confirmed', async () => {
    const content = new TextEncoder().encode('just text');
    const { fileId, uploadUrl } = await announce('receipt.pdf', content.length);
    expect((await send(uploadUrl, content)).status).toBe(204);
    expect((await confirm(fileId)).errors[0].message).toMatch(/^File content does not match its extension/);
  });

  test('a file belongs to one record, and only once it is confirmed', async () => {
    const refused = async (fileId: string) =>
      (await refusal(running, ATTACH, { d: { file: [{ fileId, label: 'a.pdf' }] } })).message;
    const unknown = newId();
    expect(await refused(unknown)).toBe(`File not found: ${unknown}`);
    const { fileId } = await announce('receipt.pdf', 9);
    expect(await refused(fileId)).toBe(`File ${fileId} upload has not been completed`);
    const { id } = await uploaded();
    await attach({ file: [{ fileId: id, label: 'a.pdf' }] });
    expect(await refused(id)).toBe(`File ${id} is already associated with a permanent files field`);
  });

  test('a file is named by its id and a label, nothing less and nothing more', async () => {
    const { id: fileId } = await uploaded();
    const label = 'a.pdf';
    const messageFor = async (file: unknown) =>
      String((await refusal(running, ATTACH, { d: { file } })).message);
    expect(await messageFor([{ fileId }])).toContain('0.label: Invalid input: expected string');
    expect(await messageFor([{ fileId, label, extension: '.pdf' }])).toContain('Unrecognized key');
    expect(await messageFor({ fileId, label })).toContain('expected array, received object');
    const two = [{ fileId, label }].flatMap((item) => [item, item]);
    expect(await messageFor(two)).toBe('Max number of files is 1 for field "file"');
  });

  test('a deleted attachment keeps its file, a destroyed one takes it along', async () => {
    const { id: fileId, url } = await uploaded();
    const { id } = await attach({ file: [{ fileId, label: 'a.pdf' }] });
    await data(running, 'mutation($i: UUID!){ deleteAttachment(id: $i) { id } }', { i: id });
    expect((await fetch(url)).status).toBe(200);
    await data(running, 'mutation($i: UUID!){ destroyAttachment(id: $i) { id } }', { i: id });
    await expect.poll(async () => (await fetch(url)).status, { timeout: 20_000 }).toBe(404);
  });

  test('files are sent by those who are signed in', async () => {
    const stranger = running.session.askAs(undefined);
    const answer = await stranger(ANNOUNCE, { n: 'a.pdf', s: 9, u: FILE_FIELD }, 'metadata');
    expect(answer.errors[0].message).toBe('Forbidden resource');
  });
}
