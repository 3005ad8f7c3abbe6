/** Finding: a handover that has come into the books, and whose deal it is. Reads only. */
import * as z from 'zod/mini';
import type { Finding, Found } from '../system/finding.ts';
import { recordId } from '../system/input.ts';

const schema = z.object({ handoverId: recordId });

export const findHandover: Finding<z.infer<typeof schema>> = {
  name: 'find-handover',
  title: 'Find whose handover it is',
  schema,

  async find({ store }, { handoverId }) {
    const { handovers } = await store.read({
      handovers: { object: 'handover', filter: { id: handoverId } },
    });
    const { contracts } = await store.read({
      contracts: {
        object: 'contract',
        filter: { id: { in: handovers.flatMap(({ contractId }) => contractId ?? []) } },
      },
    });
    // An invitation and a booking are no handover yet.
    const given = handovers.filter(({ state }) => state === 'KEYS_HANDED');
    const items = given.map((one): Found => {
      const contract = contracts.find(({ id }) => id === one.contractId);
      return {
        occasion: 'handover booked',
        object: 'handover',
        recordId: one.id,
        label: [one.name, contract?.name, one.handedOverOn].filter(Boolean).join(' · '),
        assigneeId: contract?.salespersonId ?? null,
        dueAt: null,
      };
    });
    return { plan: items };
  },
};
