/** The layouts of dashboards that are installed: metadata, which any token may read. */
import { dataOrThrow, type TwentyClient } from './client.ts';

const DOCUMENT = 'query { getPageLayouts(pageLayoutType: DASHBOARD) { id universalIdentifier } }';

/** Ids in this workspace by universal identifier. */
export async function readPageLayouts(client: TwentyClient): Promise<ReadonlyMap<string, string>> {
  const data = dataOrThrow(await client.metadata(DOCUMENT));
  const found = data.getPageLayouts as { id: string; universalIdentifier: string | null }[];
  return new Map(
    found.flatMap(({ id, universalIdentifier }) =>
      universalIdentifier === null ? [] : [[universalIdentifier, id]],
    ),
  );
}
