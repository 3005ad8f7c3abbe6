/** How the changes of a contract are called. */
import type { ContractChangeKind } from '#domain/deal/contract-change-kinds.ts';
import type { Names } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

export const CHANGE_KINDS: Names<ContractChangeKind> = {
  SWAP_UNIT: msg('Another unit'),
  CHANGE_BUYERS: msg('Other buyers'),
  CHANGE_PLAN: msg('Another plan'),
  CHANGE_PRICE: msg('Another price'),
  CANCEL: msg('Cancellation'),
};
