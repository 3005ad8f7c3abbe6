/** What may be changed on a contract after signing (变更, C4): each asked for, approved and carried out once. */
export type ContractChangeKind = 'SWAP_UNIT' | 'CHANGE_BUYERS' | 'CHANGE_PLAN' | 'CHANGE_PRICE' | 'CANCEL';
