/** Tickets, snags, inspections and title cases for the generated workspace: of every kind and state, some late. */
type Made = {
  insert: (table: string, columns: Record<string, string>, from: string) => string;
  idOf: (kind: string, number: string) => string;
  some: (number: string, below: number, salt?: number) => string;
  choose: (number: string, values: readonly string[], salt: number) => string;
  projectOf: (unit: string) => string;
  member: (number: string) => string;
  day: string;
  units: number;
  contracts: number;
};

const CLOSED = ['RESOLVED', 'CLOSED', 'CLOSED', 'CLOSED'];
const OPEN = ['NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'REOPENED'];
const MOST = 6_000;

export function serviceRows(made: Made): string[] {
  return [ticketRows(made), ...snagRows(made), ...inspectionRows(made), titleRows(made)];
}

function ticketRows({ insert, idOf, some, choose, projectOf, member, day, units, contracts }: Made): string {
  const count = Math.min(contracts * 2, MOST);
  const minutes = (number: string) => `make_interval(mins => ${number})`;
  const opened = `(((${day} - ${some('s', 400, 51)})::timestamp + ${minutes(some('s', 1_440, 52))}) AT TIME ZONE 'UTC')`;
  const isDone = `${some('s', 10, 53)} < 7`;
  // Few homes, so that the same part of one is reported again.
  const unit = some('s', 40, 54);
  return insert(
    'keyturnServiceTicket',
    {
      id: idOf('ticket', 's'),
      name: `'Ticket ' || s`,
      number: `'T-' || s`,
      kind: choose('s', ['REPAIR', 'REPAIR', 'REPAIR', 'ENQUIRY', 'COMPLAINT', 'SUGGESTION', 'INTERNAL'], 55),
      state: `CASE WHEN ${isDone} THEN ${choose('s', CLOSED, 56)} ELSE ${choose('s', OPEN, 57)} END`,
      priority: choose('s', ['NORMAL', 'HIGH', 'URGENT', 'LOW'], 58),
      part: choose('s', ['PLUMBING', 'ELECTRICAL', 'DECORATION'], 59),
      unitId: `CASE WHEN s % 31 = 0 THEN NULL ELSE ${idOf('unit', `${unit} % ${units}`)} END`,
      projectId: `CASE WHEN s % 31 = 0 THEN NULL ELSE ${idOf('project', projectOf(unit))} END`,
      assigneeId: member('s'),
      openedAt: 'openedat',
      respondBy: `CASE WHEN s % 11 = 0 THEN NULL ELSE openedat + ${minutes('60')} END`,
      resolveBy: `CASE WHEN s % 11 = 0 THEN NULL ELSE openedat + ${minutes('2880')} END`,
      respondedAt: `CASE WHEN ${some('s', 10, 60)} < 8 THEN openedat + ${minutes(some('s', 90, 61))} END`,
      resolvedAt: `CASE WHEN ${isDone} THEN openedat + ${minutes(some('s', 5_000, 62))} END`,
      satisfaction: `CASE WHEN ${isDone} AND s % 3 = 0 THEN 1 + ${some('s', 5, 63)} END`,
    },
    `(SELECT s, ${opened} AS openedat FROM generate_series(0, ${count - 1}) AS s) AS dated`,
  );
}

function snagRows({ insert, idOf, some, choose, day, contracts }: Made): string[] {
  const count = Math.min(contracts * 2, MOST);
  return [
    insert(
      'company',
      { id: idOf('contractor', 'k'), name: `'Contractor ' || k` },
      'generate_series(0, 8) AS k',
    ),
    insert(
      'keyturnSnag',
      {
        id: idOf('snag', 's'),
        name: `'Snag ' || s`,
        unitId: idOf('unit', `s % ${contracts}`),
        handoverId: idOf('handover', `s % ${Math.max(1, Math.round(contracts / 2))}`),
        contractorId: `CASE WHEN s % 5 = 0 THEN NULL ELSE ${idOf('contractor', some('s', 9, 71))} END`,
        category: choose('s', ['PLUMBING', 'SURFACES', 'SURFACES', 'DOORS_WINDOWS', 'ELECTRICAL'], 72),
        severity: choose('s', ['MINOR', 'MINOR', 'MAJOR', 'BLOCKING'], 73),
        state: choose(
          's',
          ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'FIXED', 'VERIFIED', 'REJECTED', 'REOPENED'],
          74,
        ),
        foundAt: `((${day} - ${some('s', 60, 75)})::timestamp + make_interval(mins => ${some('s', 1_440, 76)})) AT TIME ZONE 'UTC'`,
      },
      `generate_series(0, ${count - 1}) AS s`,
    ),
  ];
}

function inspectionRows({ insert, idOf, some, choose, contracts }: Made): string[] {
  const count = Math.max(1, Math.round(contracts / 2));
  return [
    insert(
      'keyturnInspection',
      {
        id: idOf('inspection', 'i'),
        name: `'Inspection ' || i`,
        handoverId: idOf('handover', `i % ${count}`),
        unitId: idOf('unit', `i % ${count}`),
        number: `CASE WHEN i < ${count} THEN 1 ELSE 2 END`,
        state: choose('i', ['SIGNED', 'SIGNED', 'SIGNED', 'OPEN'], 77),
        defects: some('i', 4, 78),
        isPassed: `${some('i', 3, 79)} > 0`,
      },
      `generate_series(0, ${count + Math.round(count / 3) - 1}) AS i`,
    ),
  ];
}

function titleRows({ insert, idOf, some, choose, day, contracts }: Made): string {
  const state = choose(
    'c',
    ['COLLECTING', 'TAX_PAID', 'SUBMITTED', 'ACCEPTED', 'ISSUED', 'DELIVERED', 'BLOCKED'],
    80,
  );
  const fileBy = `(${day} + ${some('c', 120, 81)} - 40)`;
  return insert(
    'keyturnTitleCase',
    {
      id: idOf('title', 'c'),
      name: `'Title ' || c`,
      contractId: idOf('contract', 'c'),
      unitId: idOf('unit', 'c'),
      state,
      blockReason: `CASE WHEN ${state} = 'BLOCKED' THEN ${choose('c', ['UNPAID', 'BUILDING_MORTGAGE', 'MISSING_DOCUMENT'], 82)} END`,
      fileBy: `CASE WHEN c % 13 = 0 THEN NULL ELSE ${fileBy} END`,
      certificateBy: `${fileBy} + 60 - ${some('c', 90, 83)}`,
      submittedOn: `CASE WHEN ${state} IN ('SUBMITTED', 'ACCEPTED', 'ISSUED', 'DELIVERED') OR c % 7 = 0 THEN ${day} - ${some('c', 90, 84)} END`,
    },
    `generate_series(0, ${Math.max(1, Math.round(contracts / 3)) - 1}) AS c`,
  );
}
