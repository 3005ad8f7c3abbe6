/**
 * The fields that only commands may write (C1.2), by object. One list serves three readers:
 * the store seals them, roles deny them to people, and the watch puts a change by hand right.
 * A relation is named by its foreign key, `unitId`.
 */
export const GUARDED = {
  unit: ['state', 'holder', 'heldUntil', 'releasedAt'],
  milestone: ['certifiedOn'],
  reservation: ['state', 'unitId', 'price', 'depositAsked', 'depositPaid', 'reservedAt', 'validUntil'],
  contract: [
    'state',
    'unitId',
    'reservationId',
    'paymentPlanId',
    'price',
    'paid',
    'prepaid',
    'signedOn',
    'completedOn',
  ],
  installment: ['state', 'contractId', 'seq', 'dueOn', 'amount', 'paid', 'settledOn'],
  receipt: [
    'state',
    'externalId',
    'contractId',
    'reservationId',
    'amount',
    'allocated',
    'method',
    'receivedOn',
  ],
  allocation: ['contractId', 'receiptId', 'installmentId', 'amount', 'allocatedOn', 'slotKey'],
  handover: ['state', 'contractId', 'unitId', 'handedOverOn', 'keySets'],
} as const;

export type GuardedObject = keyof typeof GUARDED;

export function isGuarded(objectName: string): objectName is GuardedObject {
  return objectName in GUARDED;
}

/**
 * Objects whose records come from commands alone: one without a seal was made by hand, and no
 * command counts it. (Units and milestones are made by people; only their guarded fields are ours.)
 */
export const COMMAND_MADE: readonly GuardedObject[] = [
  'reservation',
  'contract',
  'installment',
  'receipt',
  'allocation',
  'handover',
];
