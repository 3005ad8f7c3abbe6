/**
 * The records that commands read and write: one table from which types and mapping both come.
 * Every field is there in GraphQL under the same name; amounts are `Money`, dates `PlainDate`.
 */
import type { ContractState, ReservationState } from '#domain/deal/index.ts';
import type { HandoverState } from '#domain/handover/index.ts';
import type { LockHolder, UnitKind, UnitState } from '#domain/inventory/index.ts';
import type {
  InstallmentState,
  PlanAnchor,
  PlanBasis,
  ReceiptMethod,
  ReceiptState,
} from '#domain/ledger/index.ts';
import type { Money, Remainder } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { AuditOutcome } from '#domain/system/index.ts';

type Kind<K extends string, T> = { readonly kind: K; readonly __type?: T };

/** Empty text is stored as nothing and read back as ''. */
const text: Kind<'plain', string> & { empty: '' } = { kind: 'plain', empty: '' };
const number: Kind<'plain', number | null> = { kind: 'plain' };
const flag: Kind<'plain', boolean> & { empty: false } = { kind: 'plain', empty: false };
const date: Kind<'plain', PlainDate | null> = { kind: 'plain' };
/** ISO 8601 instants. */
const dateTime: Kind<'plain', string | null> = { kind: 'plain' };
const ref: Kind<'plain', string | null> = { kind: 'plain' };
const json: Kind<'plain', unknown> = { kind: 'plain' };
const money: Kind<'money', Money | null> = { kind: 'money' };
const person: Kind<'fullName', string> = { kind: 'fullName' };
function choice<T extends string>(initially: T): Kind<'plain', T> & { empty: T } {
  return { kind: 'plain', empty: initially };
}
function choiceOrNone<T extends string>(): Kind<'plain', T | null> {
  return { kind: 'plain' };
}

export const RECORDS = {
  project: {
    name: text,
    code: text,
    city: text,
    district: text,
    currencyCode: text,
    timeZone: text,
    holdHours: number,
    depositAsked: money,
    permitRequired: flag,
    permitNumber: text,
    permitExpiresOn: date,
  },
  building: { name: text, code: text, projectId: ref, storeys: number, plannedHandoverOn: date },
  unitType: {
    name: text,
    projectId: ref,
    rooms: number,
    halls: number,
    baths: number,
    plannedAreaSquareMetres: number,
  },
  unit: {
    name: text,
    number: text,
    buildingId: ref,
    projectId: ref,
    unitTypeId: ref,
    kind: choice<UnitKind>('RESIDENCE'),
    floor: number,
    areaSquareMetres: number,
    parkingSpaces: number,
    parkingAreaSquareMetres: number,
    listPrice: money,
    floorPrice: money,
    filedPrice: money,
    state: choice<UnitState>('PLANNED'),
    holder: text,
    heldUntil: dateTime,
    releasedAt: dateTime,
    remark: text,
    claimKey: text,
    seal: json,
  },
  unitLock: {
    name: text,
    lockKey: text,
    unitId: ref,
    holderKind: choice<LockHolder>('RESERVATION'),
    holderId: text,
    holderName: text,
    heldUntil: dateTime,
    requestKey: text,
  },
  milestone: {
    name: text,
    code: text,
    buildingId: ref,
    step: number,
    plannedOn: date,
    certifiedOn: date,
    claimKey: text,
    seal: json,
  },
  reservation: {
    name: text,
    unitId: ref,
    buyerId: ref,
    companyId: ref,
    salespersonId: ref,
    state: choice<ReservationState>('DRAFT'),
    price: money,
    depositAsked: money,
    depositPaid: money,
    reservedAt: dateTime,
    validUntil: dateTime,
    closedAt: dateTime,
    closeReason: text,
    remark: text,
    requestKey: text,
    seal: json,
  },
  contract: {
    name: text,
    unitId: ref,
    reservationId: ref,
    buyerId: ref,
    companyId: ref,
    salespersonId: ref,
    paymentPlanId: ref,
    state: choice<ContractState>('DRAFT'),
    price: money,
    paid: money,
    prepaid: money,
    signedOn: date,
    completedOn: date,
    remark: text,
    seal: json,
  },
  paymentPlan: {
    name: text,
    description: text,
    remainder: choice<Remainder>('LAST'),
    isActive: flag,
  },
  paymentPlanLine: {
    name: text,
    paymentPlanId: ref,
    step: number,
    basis: choice<PlanBasis>('PERCENT'),
    percent: number,
    amount: money,
    anchor: choice<PlanAnchor>('SIGNING'),
    milestoneCode: text,
    dueOn: date,
    monthsAfter: number,
    daysAfter: number,
    repeatTimes: number,
    repeatEveryMonths: number,
  },
  installment: {
    name: text,
    contractId: ref,
    seq: number,
    dueOn: date,
    amount: money,
    paid: money,
    state: choice<InstallmentState>('SCHEDULED'),
    anchor: choiceOrNone<PlanAnchor>(),
    milestoneId: ref,
    monthsAfter: number,
    daysAfter: number,
    settledOn: date,
    remark: text,
    seal: json,
  },
  receipt: {
    name: text,
    externalId: text,
    contractId: ref,
    reservationId: ref,
    payerId: ref,
    amount: money,
    allocated: money,
    method: choice<ReceiptMethod>('TRANSFER'),
    receivedOn: date,
    state: choice<ReceiptState>('DRAFT'),
    remark: text,
    seal: json,
  },
  allocation: {
    name: text,
    contractId: ref,
    receiptId: ref,
    installmentId: ref,
    amount: money,
    allocatedOn: date,
    slotKey: text,
    seal: json,
  },
  handover: {
    name: text,
    contractId: ref,
    unitId: ref,
    state: choice<HandoverState>('NOTIFIED'),
    handedOverOn: date,
    receivedBy: text,
    keySets: number,
    remark: text,
    seal: json,
  },
  auditEntry: {
    name: text,
    command: text,
    outcome: choice<AuditOutcome>('STARTED'),
    actorId: ref,
    actorName: text,
    reason: text,
    subjectKind: text,
    subjectId: text,
    startedAt: dateTime,
    finishedAt: dateTime,
    before: json,
    after: json,
    requestKey: text,
    bodyHash: text,
    input: json,
    answer: json,
  },
  /** Twenty's own objects, read only as far as a command needs them. */
  person: { name: person },
  company: { name: text },
} as const;

export type ObjectName = keyof typeof RECORDS;

type ValueOf<K> = K extends Kind<string, infer T> ? T : never;

export type Fields<O extends ObjectName> = {
  -readonly [F in keyof (typeof RECORDS)[O]]: ValueOf<(typeof RECORDS)[O][F]>;
};

export type RecordOf<O extends ObjectName> = { id: string } & Fields<O>;

/** MANY_TO_ONE relations that a read may bring along, by object. */
export const RELATIONS = {
  unit: { project: 'project', building: 'building', unitType: 'unitType' },
  reservation: { unit: 'unit', buyer: 'person', company: 'company' },
  contract: { unit: 'unit', buyer: 'person', company: 'company', paymentPlan: 'paymentPlan' },
  installment: { milestone: 'milestone', contract: 'contract' },
  milestone: { building: 'building' },
  building: { project: 'project' },
} as const satisfies Partial<Record<ObjectName, Record<string, ObjectName>>>;

type RelationsOf<O extends ObjectName> = O extends keyof typeof RELATIONS ? (typeof RELATIONS)[O] : object;

export type RelationName<O extends ObjectName> = keyof RelationsOf<O> & string;

/** What a read brings along: relations by name, each with relations of its own or none. */
export type With<O extends ObjectName> = {
  [R in RelationName<O>]?: RelationsOf<O>[R] extends ObjectName ? With<RelationsOf<O>[R]> | true : never;
};

export type Loaded<O extends ObjectName, W = object> = RecordOf<O> & {
  [R in keyof W & RelationName<O>]: RelationsOf<O>[R] extends ObjectName
    ? Loaded<RelationsOf<O>[R], W[R]> | null
    : never;
};
