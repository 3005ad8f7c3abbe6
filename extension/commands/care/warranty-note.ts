/** Why a part is in or out of warranty, as one sentence for the ticket. Pure. */
import type { WarrantyReason, WarrantyStart } from '#domain/care/index.ts';

const MISSING: Record<WarrantyStart, string> = {
  HANDOVER: 'the home is not handed over',
  COMPLETION: 'the building has no day of completion',
  SIGNING: 'no contract says when it was signed',
};

export function warrantyNote(reason: WarrantyReason): string {
  switch (reason.why) {
    case 'WITHIN':
      return `${reason.term}: since ${reason.since}`;
    case 'NOT_BEGUN':
      return `${reason.term}: begins on ${reason.since}; until then it is for who builds`;
    case 'OVER':
      return `${reason.term}: since ${reason.since}, and over`;
    case 'NO_PART':
      return 'Nobody has said which part it is about';
    case 'NO_TERM':
      return 'There is no warranty term for this part';
    case 'TERM_INCOMPLETE':
      return `${reason.term}: the term has no length`;
    case 'NO_START':
      return `${reason.term}: cannot be told, ${MISSING[reason.missing]}`;
  }
}
