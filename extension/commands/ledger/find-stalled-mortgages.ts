/** Finding: loans that have not moved for too long while the buyer's money depends on them (D7). Reads only. */
import * as z from 'zod/mini';
import { MORTGAGE_TRANSITIONS, type MortgageState } from '#domain/ledger/index.ts';
import { addDays, dateIn } from '#domain/shared/plain-date.ts';
import { type Finding, type Found, setting } from '../system/finding.ts';

const schema = z.object({ afterDays: setting(14, 365) });

/** A loan that is paid out or given up waits for nobody. */
const ENDED: readonly MortgageState[] = ['DISBURSED', 'CHANGED_TO_CASH', 'CLOSED'];
const WAITING = (Object.keys(MORTGAGE_TRANSITIONS) as MortgageState[]).filter(
  (state) => !ENDED.includes(state),
);

export const findStalledMortgages: Finding<z.infer<typeof schema>> = {
  name: 'find-stalled-mortgages',
  title: 'Find stalled mortgages',
  schema,

  async find({ store, clock }, { afterDays }) {
    const since = addDays(dateIn(clock.now(), 'UTC'), -afterDays);
    const { cases } = await store.read({
      cases: {
        object: 'mortgageCase',
        filter: { state: { in: WAITING }, stateSince: { lte: since } },
        with: { contract: true },
        orderBy: { stateSince: 'ASC' },
      },
    });
    const items = cases.map(
      (one): Found => ({
        // A state that is entered again stalls again.
        occasion: `mortgage stalled ${one.state} ${one.stateSince}`,
        object: 'mortgageCase',
        recordId: one.id,
        label: [one.name, one.bank, one.state, one.stateSince].filter(Boolean).join(' · '),
        details: one.documentsMissing,
        assigneeId: one.ownerId ?? one.contract?.salespersonId ?? null,
        dueAt: null,
      }),
    );
    return { plan: items };
  },
};
