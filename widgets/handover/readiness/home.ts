/** A home on its way to the keys, as the server tells it, and how its list is worded. */
import type { HomeReadiness, ReadinessAnswer } from '#domain/handover/answers.ts';
import type { ReadinessCode } from '#domain/handover/readiness.ts';
import { askQuestion } from '#widgets/shared/api/ask-question.ts';
import { type Names, namesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { HANDOVER_STAGES } from '#workflows/pipeline/handover.ts';

/** Of a contract or of a handover. */
export async function readHome(recordId: string): Promise<HomeReadiness | null> {
  const answer = await askQuestion<ReadinessAnswer>('handover/handover-readiness', { recordId });
  return answer?.homes[0] ?? null;
}

export const HANDOVER_STATES = /* @__PURE__ */ namesOf(HANDOVER_STAGES);

type ItemWords = { title: string; todo: string };

/** What each condition is called, and what to do while it is missing. */
export const ITEM_WORDS: Record<ReadinessCode, ItemWords> = {
  COMPLETION_CERTIFICATE: {
    title: msg('Completion certificate'),
    todo: msg('Enter its number in the building.'),
  },
  DUES: {
    title: msg('Everything due is paid'),
    todo: msg('Record the receipt, or ask for a deferral.'),
  },
  AREA: { title: msg('Area settled'), todo: msg('Post the area settlement of the contract.') },
  IDENTITY: {
    title: msg('Identity checked'),
    todo: msg('Look at the papers when somebody comes, and record the arrival.'),
  },
  INSPECTION: { title: msg('Inspection signed'), todo: msg('Inspect the home and have it signed.') },
  BLOCKING_SNAGS: {
    title: msg('Blocking snags closed'),
    todo: msg('Have them mended and verify them.'),
  },
  KEYS: { title: msg('Keys counted'), todo: msg('Count the key sets of this home into the store.') },
};

/** Who has the right that mends it, by the roles that Keyturn brings. */
export const WHO: Names = {
  controlSales: msg('Sales manager'),
  keepAccounts: msg('Finance'),
  handOver: msg('Handover'),
};
