/** Finding: buyers who were invited and have not booked, or did not come (C4). Reads only. */
import * as z from 'zod/mini';
import { isLiveContract } from '#domain/deal/index.ts';
import { type Finding, type Found, hoursFrom, setting } from '../system/finding.ts';

const schema = z.object({ afterDays: setting(3, 90) });

export const findUnbookedHandovers: Finding<z.infer<typeof schema>> = {
  name: 'find-unbooked-handovers',
  title: 'Find handovers that nobody books',
  schema,

  async find({ store, clock }, { afterDays }) {
    const since = hoursFrom(clock.now(), -24 * afterDays);
    const { handovers } = await store.read({
      handovers: {
        object: 'handover',
        filter: { state: { in: ['NOTIFIED', 'NO_SHOW'] }, notifiedAt: { lte: since } },
        with: { contract: { buyer: true, company: true }, batch: true },
        orderBy: { notifiedAt: 'ASC' },
      },
    });
    // Once a batch takes no bookings there is nothing to be booked.
    const waiting = handovers.filter(
      ({ batch, contract }) => batch?.state === 'OPEN' && isLiveContract(contract),
    );
    const items = waiting.map((one): Found => {
      const { contract, batch } = one;
      const isMissed = one.state === 'NO_SHOW';
      return {
        // Every time that somebody does not come is one of its own.
        occasion: isMissed ? `handover missed ${one.noShows ?? 1}` : 'handover not booked',
        object: 'handover',
        recordId: one.id,
        label: [
          one.name,
          contract?.buyer?.name || contract?.company?.name,
          isMissed ? `× ${one.noShows ?? 1}` : '',
        ]
          .filter(Boolean)
          .join(' · '),
        assigneeId: contract?.salespersonId ?? null,
        dueAt: batch?.closesOn ?? null,
      };
    });
    return { plan: items };
  },
};
