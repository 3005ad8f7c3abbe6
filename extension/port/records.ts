/**
 * The records that commands read and write: one table from which types and mapping both come.
 * Every field is there in GraphQL under the same name; amounts are `Money`, dates `PlainDate`.
 */
import type { CancelKind, ContractState, ReservationState } from '#domain/deal/index.ts';
import type { HandoverState } from '#domain/handover/index.ts';
import type { LockHolder, UnitKind, UnitState } from '#domain/inventory/index.ts';
import type {
  AllocationOrder,
  BandMode,
  DueDayRule,
  GraceFrom,
  SettlementRegime,
  Weekend,
} from '#domain/ledger/index.ts';
import type { ApprovalState, AuditOutcome } from '#domain/system/index.ts';
import {
  choice,
  choiceOrNone,
  date,
  dateTime,
  flag,
  json,
  type Kind,
  money,
  number,
  person,
  ref,
  text,
} from './field-kinds.ts';
import { LEDGER_RECORDS } from './ledger-records.ts';

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
    allocationOrder: choice<AllocationOrder>('PRINCIPAL_FIRST'),
    lateFeeRate: number,
    lateFeeGraceDays: number,
    lateFeeGraceFrom: choice<GraceFrom>('DUE'),
    lateFeeBandDays: number,
    lateFeeBandRate: number,
    lateFeeBandMode: choice<BandMode>('WHOLE_PERIOD'),
    lateFeeCapPercent: number,
    weekend: choice<Weekend>('SATURDAY_SUNDAY'),
    settlementRegime: choice<SettlementRegime>('NONE'),
    completionPercent: number,
    areaTolerancePercent: number,
    areaShortfallMultiplier: number,
    letterhead: text,
    bankDetails: text,
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
    refunded: money,
    lateFee: money,
    lateFeePaid: money,
    lateFeeWaived: money,
    overdue: money,
    overdueSince: date,
    signedOn: date,
    completedOn: date,
    cancelledOn: date,
    cancelKind: choiceOrNone<CancelKind>(),
    depositAgreed: money,
    contractArea: number,
    allocationOrder: choice<AllocationOrder>('PRINCIPAL_FIRST'),
    lateFeeRate: number,
    lateFeeGraceDays: number,
    lateFeeGraceFrom: choice<GraceFrom>('DUE'),
    lateFeeBandDays: number,
    lateFeeBandRate: number,
    lateFeeBandMode: choice<BandMode>('WHOLE_PERIOD'),
    lateFeeCapPercent: number,
    dueDayRule: choice<DueDayRule>('AS_IS'),
    letterLanguage: choice<'EN' | 'ZH'>('EN'),
    virtualAccount: text,
    dunningPausedUntil: date,
    remark: text,
    seal: json,
  },
  ...LEDGER_RECORDS,
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
  approval: {
    name: text,
    command: text,
    state: choice<ApprovalState>('PENDING'),
    reason: text,
    askedBy: text,
    askedById: text,
    askedAt: dateTime,
    decidedBy: text,
    decidedAt: dateTime,
    decisionNote: text,
    outcome: text,
    subjectKind: text,
    subjectId: text,
    payload: json,
    payloadHash: text,
    seal: json,
  },
  jobRun: {
    name: text,
    startedAt: dateTime,
    finishedAt: dateTime,
    done: number,
    refused: number,
    failed: number,
    summary: text,
    report: json,
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
  receipt: { contract: 'contract', payer: 'person' },
  mortgageCase: { contract: 'contract' },
  areaSettlement: { contract: 'contract', unit: 'unit' },
  dunningNotice: { contract: 'contract', dunningStep: 'dunningStep' },
  paymentPromise: { contract: 'contract' },
  bankStatementLine: { bankStatement: 'bankStatement', contract: 'contract' },
  paymentRequest: { contract: 'contract' },
  commission: { contract: 'contract' },
  installment: { milestone: 'milestone', contract: 'contract' },
  milestone: { building: 'building' },
  building: { project: 'project' },
} as const satisfies Partial<Record<ObjectName, Record<string, ObjectName>>>;

export type RelationsOf<O extends ObjectName> = O extends keyof typeof RELATIONS
  ? (typeof RELATIONS)[O]
  : object;

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
