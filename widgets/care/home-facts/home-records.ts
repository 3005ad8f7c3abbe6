/** What became of a home after the sale: handover, title, open snags and tickets, warranty. Lists for one request. */
import type { ServiceTicketState, TicketKind, WarrantyPart } from '#domain/care/care-states.ts';
import { OPEN_TICKETS } from '#domain/care/care-transitions.ts';
import { type WarrantyEnd, type WarrantyTerm, warrantyDates, warrantyEnds } from '#domain/care/warranty.ts';
import type { SnagSeverity, SnagState, TitleBlock, TitleState } from '#domain/handover/after-sale-states.ts';
import type { HandoverState } from '#domain/handover/handover-states.ts';
import { OPEN_SNAG_STATES } from '#domain/handover/snags.ts';
import { nextTitleDeadline, type TitleDeadline } from '#domain/handover/title-states.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type ListSpec, PAGE_SIZE } from '#widgets/shared/api/graphql.ts';

export type HomeHandover = {
  id: string;
  name: string | null;
  state: HandoverState | null;
  slotAt: string | null;
  handedOverOn: string | null;
  deemedOn: string | null;
  noShows: number | null;
  contract: { signedOn: string | null } | null;
  unit: {
    name: string | null;
    building: { completedOn: string | null } | null;
    project: {
      id: string;
      timeZone: string | null;
      seasonStartsOn: string | null;
      seasonEndsOn: string | null;
    } | null;
  } | null;
};

export type HomeTitle = {
  id: string;
  name: string | null;
  state: TitleState | null;
  blockReason: TitleBlock | null;
  fileBy: string | null;
  certificateBy: string | null;
  submittedOn: string | null;
};

export type HomeSnag = { id: string; state: SnagState | null; severity: SnagSeverity | null };

export type OpenTicket = {
  id: string;
  number: string | null;
  name: string | null;
  kind: TicketKind | null;
  state: ServiceTicketState | null;
  openedAt: string | null;
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  pausedAt: string | null;
};

type TermRow = { [K in keyof WarrantyTerm]: WarrantyTerm[K] | null };

/** Null for a list that the reader may not see. */
export type HomeRecords = {
  handovers: HomeHandover[] | null;
  titles: HomeTitle[] | null;
  snags: HomeSnag[] | null;
  serviceTickets: OpenTicket[] | null;
  warrantyTerms: TermRow[] | null;
};

// Twenty 2.21 loses what is nested in a relation whose `deletedAt` is not asked for.
export const HOME_HANDOVER = `id name state slotAt handedOverOn deemedOn noShows contract { deletedAt signedOn }
  unit { name deletedAt building { completedOn } project { id timeZone seasonStartsOn seasonEndsOn } }`;
export const OPEN_TICKET = 'id number name kind state openedAt respondBy resolveBy respondedAt pausedAt';
export const TICKETS_BY_CLOCK = '[{ resolveBy: AscNullsLast }, { openedAt: AscNullsLast }]';

export const openTicketsOf = (condition: string) =>
  `{ ${condition}, state: { in: [${OPEN_TICKETS.join(', ')}] } }`;

/** Beside the handovers, whose list the record reads already. Conditions without their braces. */
export function homeSpecs(record: string, snag: string) {
  return {
    titles: {
      root: 'keyturnTitleCases',
      fields: 'id name state blockReason fileBy certificateBy submittedOn',
      filter: `{ ${record} }`,
      orderBy: '[{ createdAt: DescNullsLast }]',
    },
    snags: {
      root: 'keyturnSnags',
      fields: 'id state severity',
      filter: `{ ${snag}, state: { in: [${OPEN_SNAG_STATES.join(', ')}] } }`,
    },
    serviceTickets: {
      root: 'keyturnServiceTickets',
      fields: OPEN_TICKET,
      filter: openTicketsOf(record),
      orderBy: TICKETS_BY_CLOCK,
    },
    warrantyTerms: {
      root: 'keyturnWarrantyTerms',
      fields: 'name projectId part length lengthUnit startsWith',
    },
  } satisfies Record<string, ListSpec>;
}

export type HomeFacts = {
  /** Some of it the reader may not see. */
  isPartly: boolean;
  handover: HomeHandover | null;
  title: HomeTitle | null;
  deadline: TitleDeadline | null;
  /** `isMore`: only a page of them is read. */
  snags: { open: number; blocking: number; isMore: boolean } | null;
  tickets: readonly OpenTicket[] | null;
  /** By the end; empty before the home is handed over, for then nothing runs yet. */
  warranty: WarrantyEnd[];
};

export function homeFacts(records: HomeRecords, now: Date): HomeFacts {
  const handover = records.handovers?.[0] ?? null;
  const title = records.titles?.[0] ?? null;
  const project = handover?.unit?.project ?? null;
  const today = dateIn(now, project?.timeZone || 'UTC');
  const { snags } = records;
  const { handovers, titles, serviceTickets } = records;
  return {
    isPartly: [handovers, titles, snags, serviceTickets].includes(null),
    handover,
    title,
    deadline: title === null ? null : deadlineOf(title, today),
    snags: snags && {
      open: snags.length,
      blocking: snags.filter(({ severity }) => severity === 'BLOCKING').length,
      isMore: snags.length === PAGE_SIZE,
    },
    tickets: serviceTickets,
    warranty: handover === null ? [] : warrantyOfHome(handover, records.warrantyTerms ?? [], today),
  };
}

const day = (text: string | null) => (text === null ? null : (text.slice(0, 10) as PlainDate));

function deadlineOf(title: HomeTitle, today: PlainDate): TitleDeadline | null {
  return nextTitleDeadline(
    {
      state: title.state ?? 'COLLECTING',
      fileBy: day(title.fileBy),
      certificateBy: day(title.certificateBy),
      submittedOn: day(title.submittedOn),
    },
    today,
  );
}

function warrantyOfHome(
  { handedOverOn, deemedOn, contract, unit }: HomeHandover,
  rows: readonly TermRow[],
  today: PlainDate,
): WarrantyEnd[] {
  const dates = warrantyDates({
    handedOverOn: day(handedOverOn),
    deemedOn: day(deemedOn),
    completedOn: day(unit?.building?.completedOn ?? null),
    signedOn: day(contract?.signedOn ?? null),
  });
  if (dates.HANDOVER === null) return [];
  const project = unit?.project ?? null;
  const season = { startsOn: project?.seasonStartsOn ?? '', endsOn: project?.seasonEndsOn ?? '' };
  const terms = rows.map(
    (row): WarrantyTerm => ({
      name: row.name ?? '',
      projectId: row.projectId,
      part: (row.part ?? 'OTHER') as WarrantyPart,
      length: row.length,
      lengthUnit: row.lengthUnit ?? 'YEARS',
      startsWith: row.startsWith ?? 'HANDOVER',
    }),
  );
  return warrantyEnds({ terms, projectId: project?.id ?? null, season }, dates, today);
}
