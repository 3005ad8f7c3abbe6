/** Which id each of our front components has in this workspace; asked over `/metadata`, which everybody may. */
import { ApiFailure } from './failure.ts';
import { metadataUrl, postJson } from './host.ts';

type Body = {
  data?: { frontComponents?: { id: string; universalIdentifier: string | null }[] } | null;
} | null;

/** By universal identifier. @throws ApiFailure */
export async function readFormIds(): Promise<ReadonlyMap<string, string>> {
  const { status, body } = await postJson(metadataUrl(), {
    query: 'query { frontComponents { id universalIdentifier } }',
  });
  const found = (body as Body)?.data?.frontComponents;
  if (found === undefined) throw new ApiFailure('BROKEN', `HTTP ${status}`);
  return new Map(
    found.flatMap(({ id, universalIdentifier }) =>
      universalIdentifier === null ? [] : [[universalIdentifier, id] as const],
    ),
  );
}
