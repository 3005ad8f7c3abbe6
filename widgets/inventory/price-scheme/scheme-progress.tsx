/** How many prices of a scheme are written to their units: looked at again every few seconds until all are. */
import { useEffect, useState } from 'react';
import { type Connection, literal, query } from '#widgets/shared/api/graphql.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';

type Counts = { all: number; waiting: number };

const EVERY_MS = 3_000;
/** An hour: whoever leaves the panel open for longer opens it again. */
const MOST_LOOKS = 1_200;

async function readCounts(id: string): Promise<Counts> {
  const of = `priceSchemeId: { eq: ${literal(id)} }`;
  const count = async (filter: string) => {
    const data = await query<{ keyturnPriceSchemeItems: Connection<{ id: string }> }>(
      `query { keyturnPriceSchemeItems(first: 1, filter: { ${filter} }) { edges { node { id } } totalCount } }`,
    );
    return data.keyturnPriceSchemeItems.totalCount ?? 0;
  };
  const [all, waiting] = await Promise.all([
    count(of),
    count(`and: [{ ${of} }, { appliedAt: { is: NULL } }, { outcome: { neq: BLOCKED } }]`),
  ]);
  return { all, waiting };
}

export function SchemeProgress({ id, words: { t } }: { id: string; words: Words }) {
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looks = 0;
    let isGone = false;
    const look = async () => {
      // A look that fails is no reason to stop: the next one may not.
      const found = await readCounts(id).catch(() => null);
      if (isGone) return;
      if (found !== null) setCounts(found);
      looks += 1;
      if (found?.waiting !== 0 && looks < MOST_LOOKS) timer = setTimeout(() => void look(), EVERY_MS);
    };
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [id]);
  if (counts === null) return <span className="kt-soft">…</span>;
  return <span>{t('{done} of {all}', { done: counts.all - counts.waiting, all: counts.all })}</span>;
}
