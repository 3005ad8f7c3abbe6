/** Every row of Keyturn that was touched since a moment, so that two runs of the same work can be compared. */
import type { Workspace } from '#scripts/workspace/index.ts';

/** Ids, names of their own and moments differ from run to run; everything else has to be equal. */
const OF_THE_RUN =
  /^(id|createdAt|updatedAt|deletedAt|position|searchVector|seal|requestKey|bodyHash|input|answer|actorId|before|after|claimKey|slotKey|explanation|payloadHash)$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+Z|\d{4}-\d\d-\d\d \d\d:\d\d UTC/g;
/** Units, contracts and the like are numbered through by the fixture: "K 12", "K-12". */
const NUMBERED =
  /\bK[ -]\d+\b|\bT-[0-9A-F]{4}-[0-9A-F]{4}\b|\bPAY-[0-9A-F]{8}\b|\bQ-[0-9A-F]{4}-[0-9A-F]{4}\b/g;

export async function rowsTouchedSince(workspace: Workspace, since: Date): Promise<string[]> {
  const tables = await workspace.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_name like 'keyturn%' order by 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const touched = await workspace.sql<Record<string, unknown>>(
      `select * from "${name}" where "updatedAt" > $1`,
      [since.toISOString()],
    );
    // What an entry says of a run that was cut off is told from where it went on.
    const told = name === 'keyturnAuditEntry' ? touched.map((row) => ({ ...row, name: '' })) : touched;
    rows.push(...told.map((row) => `${name} ${shown(row)}`));
  }
  return rows.sort();
}

function shown(row: Record<string, unknown>): string {
  const entries = Object.entries(row)
    .filter(
      ([name, value]) =>
        !OF_THE_RUN.test(name) && !/(Id|Source|Context)$/.test(name) && value !== null && value !== '',
    )
    .map(([name, value]) => {
      const isMoment =
        value instanceof Date &&
        !(value.getUTCHours() === 0 && value.getUTCMinutes() === 0 && value.getUTCSeconds() === 0);
      const text = isMoment
        ? 'moment'
        : value instanceof Date
          ? value.toISOString().slice(0, 10)
          : typeof value === 'object'
            ? JSON.stringify(value)
            : String(value);
      return `${name}=${text.replace(UUID, '#').replace(MOMENT, 'moment').replace(NUMBERED, 'K')}`;
    });
  return entries.sort().join(' ');
}
