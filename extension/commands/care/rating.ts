/**
 * What a customer says of a ticket that is done, over a signed link and without an account (A096): one answer a
 * ticket, which may be put right for some days. A link holds until the ticket is opened again, for then there is
 * something else to be asked about.
 *
 * Changes: what `rate-ticket` changes. Guard: the link, which is for one ticket and its so many reopenings; the
 * command's own. After a crash: as with it; the page sends the same request again.
 */
import * as z from 'zod/mini';
import { plainText } from '#domain/care/index.ts';
import { addDays, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Loaded } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import { openLink, replacedLink, signLink } from '../handover/signed-link.ts';
import { type Answered, carryOut } from '../system/carry-out.ts';
import { parseInput } from '../system/input.ts';
import { lastHour, tooMany } from '../system/public-limit.ts';
import { derivedId } from '../system/request-ids.ts';
import { MOST_STARS, rateTicket } from './answer-ticket.ts';

export const RATING_LINK = 'rating';
export const RATING_PATH = '/keyturn/rating';
/** So long a link holds. */
const LINK_DAYS = 30;
/** So long an answer may be put right. */
export const CORRECTION_DAYS = 7;
/** Answers an hour, whatever they say. */
export const MOST_ANSWERS = 5;
export const MOST_NOTE = 1_000;
export const MOST_BYTES = 8_192;
const DAY_MS = 86_400_000;

/** Who answers over a link, as the journal names them. */
const BY_LINK = { memberId: null, name: 'Customer by link' };

const schema = z.strictObject({
  requestId: z.string().check(z.regex(/^[0-9a-f-]{16,64}$/, 'must be an id')),
  satisfaction: z
    .int('must be a whole number')
    .check(z.gte(1, 'must be from 1 to 5'), z.lte(MOST_STARS, 'must be from 1 to 5')),
  note: z._default(z.string().check(z.maxLength(MOST_NOTE, `must have at most ${MOST_NOTE} characters`)), ''),
});

type Ticket = Loaded<'serviceTicket', { project: true }>;
type Door = { store: Store; clock: Clock; secrets: readonly string[] };

export type Rating = {
  number: string;
  subject: string;
  project: string;
  /** What the customer was told. */
  feedback: string;
  /** The answer that is kept, of this time that the ticket was done. */
  given: { stars: number; note: string } | null;
  /** The last day on which it may be put right; null while nothing is said. */
  until: PlainDate | null;
  mayAnswer: boolean;
};

/** Done, and not opened again since. */
export function isRatable({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'RESOLVED' || state === 'CLOSED';
}

export type Links = { secrets: readonly string[]; urlOf(path: string): string };

export function ratingLink(
  ticket: Pick<Ticket, 'id' | 'reopened'>,
  links: Links | undefined,
  now: Date,
): Decision<{ url: string; expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
  const claim = { kind: RATING_LINK, recordId: ticket.id, version: ticket.reopened ?? 0, expiresAt };
  const signed = signLink(claim, links?.secrets ?? []);
  if (isRefused(signed)) return signed;
  const path = `${RATING_PATH}/${signed.plan.token}`;
  return { plan: { url: links?.urlOf(path) ?? path, expiresAt } };
}

export async function readRating(door: Door, token: string): Promise<Decision<Rating>> {
  const opened = await openRating(door, token);
  if (isRefused(opened)) return opened;
  const { ticket, until, today } = opened.plan;
  const { satisfaction, satisfactionNote } = ticket;
  return {
    plan: {
      number: ticket.number,
      subject: ticket.name,
      project: ticket.project?.name ?? '',
      feedback: ticket.feedback,
      given: until === null || satisfaction === null ? null : { stars: satisfaction, note: satisfactionNote },
      until,
      mayAnswer: until === null || today <= until,
    },
  };
}

/** `rawBody` is what was sent, as it was sent. */
export async function takeRating(door: Door, token: string, rawBody: string): Promise<Decision<Answered>> {
  const read = readAnswer(rawBody);
  if (isRefused(read)) return read;
  const opened = await openRating(door, token);
  if (isRefused(opened)) return opened;
  const { ticket, answers, until, today } = opened.plan;
  const { requestId, satisfaction, note } = read.plan;
  const ownId = derivedId('rating', ticket.id, requestId);
  const { store, clock } = door;
  // Sent again, the answer of the first time is told.
  if (!answers.some(({ requestKey }) => requestKey === ownId)) {
    if (until !== null && today > until)
      return refuse({ code: 'RATING_GIVEN', ticket: ticket.number, until });
    const since = lastHour(clock.now());
    const lately = answers.filter(({ startedAt }) => (startedAt ?? '') > since);
    const refused = tooMany(ticket.number, lately.length, MOST_ANSWERS);
    if (refused !== null) return refused;
  }
  const context = { store, clock, actor: BY_LINK, rights: new Set(['serve'] as const) };
  const input = { requestId: ownId, serviceTicketId: ticket.id, satisfaction, note };
  return carryOut(rateTicket, context, input);
}

function readAnswer(rawBody: string): Decision<z.infer<typeof schema>> {
  const wrong = (problem: string) => refuse({ code: 'INVALID_INPUT', field: 'request', problem });
  if (Buffer.byteLength(rawBody) > MOST_BYTES) return wrong(`must have at most ${MOST_BYTES} bytes`);
  let body: unknown;
  try {
    body = JSON.parse(rawBody);
  } catch {
    return wrong('must be JSON');
  }
  const parsed = parseInput<z.infer<typeof schema>>(schema, body);
  return isRefused(parsed) ? parsed : { plan: { ...parsed.plan, note: plainText(parsed.plan.note) } };
}

/** The ticket of a link, with what was said since it was done, by whom ever it was kept. */
async function openRating({ store, clock, secrets }: Door, token: string) {
  const now = clock.now();
  const link = openLink(RATING_LINK, token, secrets, now);
  if (isRefused(link)) return link;
  const { recordId: id } = link.plan;
  const { tickets, entries } = await store.read({
    tickets: { object: 'serviceTicket', filter: { id }, with: { project: true } },
    entries: { object: 'auditEntry', filter: { command: rateTicket.name, subjectId: id } },
  });
  const [ticket] = tickets;
  if (ticket === undefined) return refuse({ code: 'LINK_NOT_VALID' });
  if (!isRatable(ticket)) return refuse({ code: 'RATING_NOT_ASKED', ticket: ticket.number });
  const replaced = replacedLink(link.plan, ticket.reopened);
  if (replaced !== null) return refuse(replaced);
  const doneAt = Date.parse(ticket.resolvedAt ?? '') || 0;
  const answers = entries.filter(
    ({ outcome, startedAt }) => outcome !== 'REFUSED' && Date.parse(startedAt ?? '') >= doneAt,
  );
  const zone = ticket.project?.timeZone || 'UTC';
  const [first] = answers.map(({ startedAt }) => startedAt ?? '').sort();
  const until = first === undefined ? null : addDays(dateIn(new Date(first), zone), CORRECTION_DAYS);
  return { plan: { ticket, answers, until, today: dateIn(now, zone) } };
}
