/**
 * The fields that only commands may write (C1.2), by object. A relation is named by its foreign key.
 * SEALED ones are decided by commands and kept twice (see seal.ts); DERIVED ones are totals and
 * states that follow from other rows, so that they are worked out again instead (C1.7).
 */
export const SEALED = {
  unit: ['state', 'holder', 'heldUntil', 'releasedAt'],
  milestone: ['certifiedOn'],
  reservation: ['state', 'unitId', 'price', 'depositAsked', 'reservedAt', 'validUntil'],
  contract: ['state', 'unitId', 'reservationId', 'paymentPlanId', 'price', 'signedOn', 'completedOn'],
  installment: ['contractId', 'seq', 'dueOn', 'amount', 'anchor', 'milestoneId', 'monthsAfter', 'daysAfter'],
  receipt: ['state', 'externalId', 'contractId', 'reservationId', 'amount', 'method', 'receivedOn'],
  allocation: ['contractId', 'receiptId', 'installmentId', 'amount', 'allocatedOn', 'slotKey'],
  handover: ['state', 'contractId', 'unitId', 'handedOverOn', 'keySets'],
} as const;

export const DERIVED = {
  unit: [],
  milestone: [],
  reservation: ['depositPaid'],
  contract: ['paid', 'prepaid'],
  installment: ['state', 'paid', 'settledOn'],
  receipt: ['allocated'],
  allocation: [],
  handover: [],
} as const satisfies Record<keyof typeof SEALED, readonly string[]>;

export type GuardedObject = keyof typeof SEALED;

/** All fields of an object that people may not write. */
export function guardedFields(object: GuardedObject): string[] {
  return [...SEALED[object], ...DERIVED[object]];
}

export function isGuarded(objectName: string): objectName is GuardedObject {
  return Object.hasOwn(SEALED, objectName);
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
