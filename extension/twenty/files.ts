/**
 * Files of records in Twenty: announced on /metadata, sent to a signed address, then attached. A function
 * cannot answer with bytes, so the Files tab is how a document reaches a person.
 */
import type { AttachedFile, Files } from '#port/files.ts';
import type { ObjectName } from '#port/records.ts';
import { ConnectionCut, dataOrThrow, type TwentyClient, TwentyError } from './client.ts';
import type { Environment } from './environment.ts';
import { singular } from './mapping.ts';
import { readPublicAsset } from './public-asset.ts';

/** The field `file` of Twenty's own attachment; a constant of Twenty (SDK: STANDARD_OBJECT). */
const ATTACHMENT_FILE = '20202020-15db-460e-8166-c7b5d87ad4be';
const TIMEOUT_MS = 60_000;

const ANNOUNCE = `mutation ($filename: String!, $size: Float!, $field: String!) {
  createFileUpload(filename: $filename, size: $size, fileFolder: FilesField,
    fieldMetadataUniversalIdentifier: $field) { fileId uploadUrl contentType } }`;
const COMPLETE = 'mutation ($fileId: String!) { completeFileUpload(fileId: $fileId) { id url } }';
const ATTACH = 'mutation ($data: AttachmentCreateInput!) { createAttachment(data: $data) { id } }';

export function twentyFiles(environment: Environment, client: TwentyClient): Files {
  return {
    async attach(object, recordId, name, bytes) {
      const announced = dataOrThrow(
        await client.metadata(ANNOUNCE, { filename: name, size: bytes.length, field: ATTACHMENT_FILE }),
      ).createFileUpload as { fileId: string; uploadUrl: string; contentType: string };
      await send(reachable(announced.uploadUrl, environment), announced.contentType, bytes);
      const { fileId } = announced;
      const completed = dataOrThrow(await client.metadata(COMPLETE, { fileId })).completeFileUpload as {
        url: string;
      };
      const data = { name, [targetField(object)]: recordId, file: [{ fileId, label: name }] };
      dataOrThrow(await client.graphql(ATTACH, { data }));
      return { fileId, name, url: completed.url };
    },

    async attached(object, recordId) {
      const query = `query ($filter: AttachmentFilterInput) {
        attachments(filter: $filter, first: 60, orderBy: [{ createdAt: DescNullsLast }]) { edges { node { name file } } } }`;
      const data = dataOrThrow(
        await client.graphql(query, { filter: { [targetField(object)]: { eq: recordId } } }),
      );
      const { edges } = data.attachments as {
        edges: { node: { name: string; file: StoredFile[] | null } }[];
      };
      return edges.flatMap(({ node }) =>
        (node.file ?? []).map(
          ({ fileId, label, url }): AttachedFile => ({ fileId, name: label || node.name, url }),
        ),
      );
    },

    async read({ name, url }) {
      const response = await reach(reachable(url, environment), { method: 'GET' });
      if (!response.ok)
        throw new TwentyError(`${name} was answered with status ${response.status}`, 'NOT_FOUND');
      return new Uint8Array(await response.arrayBuffer());
    },

    asset: (path) => readPublicAsset(environment, path),
  };
}

type StoredFile = { fileId: string; label: string; url: string };

function targetField(object: ObjectName): string {
  const name = singular(object);
  return `target${name.charAt(0).toUpperCase()}${name.slice(1)}Id`;
}

/** The server names itself as people reach it; a function reaches it by the address that it was given. */
function reachable(url: string, { apiUrl }: Environment): string {
  const [given, own] = [new URL(url, apiUrl), new URL(apiUrl)];
  const isOwn = /^\/(file|file-upload|files)\//.test(given.pathname);
  return isOwn ? `${own.origin}${given.pathname}${given.search}` : given.href;
}

async function send(url: string, contentType: string, bytes: Uint8Array): Promise<void> {
  // A type that the server reads by itself would leave nothing for the file.
  const isParsed = /json|text|form/i.test(contentType);
  const headers = { 'content-type': isParsed ? 'application/octet-stream' : contentType };
  const response = await reach(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!response.ok)
    throw new TwentyError(`An upload was answered with status ${response.status}`, 'BAD_USER_INPUT');
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((cause: unknown) => {
    throw new ConnectionCut('No answer for a file', { cause });
  });
}
