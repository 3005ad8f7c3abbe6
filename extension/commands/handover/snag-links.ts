/**
 * Links to snags for people without an account: a contractor sees and moves the snags of the own company, and a
 * phone adds photos to the snags of one inspection. A link that opens one of them opens nothing else, and nothing at
 * all once the links of that company or inspection were taken back; a contractor moves so many an hour.
 *
 * Changes: what `move-snag` and the photos change, named after who did it. Guard: theirs. After a crash: theirs.
 */
import * as z from 'zod/mini';
import { CONTRACTOR_ACTIONS, CONTRACTOR_STATES, MOST_PHOTOS, snagClock } from '#domain/handover/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Files } from '#port/files.ts';
import type { Loaded } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import { type Answered, carryOut } from '../system/carry-out.ts';
import { recordId, text } from '../system/input.ts';
import { carriedOutBy, tooMany } from '../system/public-limit.ts';
import type { Asked, Question } from '../system/question.ts';
import { moveSnag } from './move-snag.ts';
import { openLink, signLink } from './signed-link.ts';
import { addPhoto, type PhotoAdded, photoShape, photosOf } from './snag-photos.ts';
import {
  ownersOf,
  SNAG_LINK_KINDS,
  takenBackOf,
  takenBackRefusal,
  versionAt,
} from './take-back-snag-links.ts';

export const SNAG_PAGE = '/keyturn/public/snags';

const KINDS = SNAG_LINK_KINDS;
const DAYS = { contractor: 60, inspection: 2 } as const;
const DAY_MS = 86_400_000;
const MOST_SNAGS = 200;
/** Moves of one contractor in an hour. */
export const MOST_MOVES = 120;

const linkSchema = z.object({
  kind: z.enum(KINDS, `must be one of ${KINDS.join(', ')}`),
  recordId,
});

export const askSnagLink: Question<z.infer<typeof linkSchema>, { url: string; until: string }> = {
  name: 'snag-link',
  room: 'handover',
  rights: ['handOver', 'serve'],
  schema: linkSchema,

  async answer({ store, clock, links }: Asked, { kind, recordId: id }) {
    const { companies, inspections, takenBack } = await store.read({
      ...ownersOf(kind, id),
      takenBack: takenBackOf(id),
    });
    if (companies.length + inspections.length === 0) return refuse({ code: 'NOT_FOUND', what: kind, id });
    const expiresAt = new Date(clock.now().getTime() + DAYS[kind] * DAY_MS);
    const version = versionAt(clock.now(), takenBack);
    const signed = signLink(
      { kind: `snags-${kind}`, recordId: id, version, expiresAt },
      links?.secrets ?? [],
    );
    if (isRefused(signed)) return signed;
    const url = `${links?.urlOf(SNAG_PAGE) ?? ''}?t=${signed.plan.token}`;
    return { plan: { url, until: expiresAt.toISOString() } };
  },
};

export type Door = { store: Store; files: Files; clock: Clock; secrets: readonly string[] };
export type LinkedSnag = Loaded<'snag', { unit: { building: true } }>;
export type ShownSnag = LinkedSnag & { isOverdue: boolean; mayMove: boolean; mayAddPhoto: boolean };
export type Opened = {
  kind: (typeof KINDS)[number];
  id: string;
  /** The company, or the unit that is inspected. */
  name: string;
  snags: ShownSnag[];
};

/** Whom the link is for and what they may see, in one read. */
export async function openSnags(door: Door, token: string): Promise<Decision<Opened>> {
  const link = linkOf(door, token);
  if (isRefused(link)) return link;
  const { kind, id } = link.plan;
  const { companies, inspections, snags, takenBack } = await door.store.read({
    ...ownersOf(kind, id),
    takenBack: takenBackOf(id),
    snags: {
      object: 'snag',
      filter: kind === 'contractor' ? { contractorId: id } : { inspectionId: id },
      with: { unit: { building: true } },
    },
  });
  const gone = takenBackRefusal(link.plan.version, takenBack);
  if (gone !== null) return refuse(gone);
  const name = companies[0]?.name ?? inspections[0]?.unit?.name;
  if (name === undefined) return refuse({ code: 'LINK_NOT_VALID' });
  // Decided on as sealed: a contractor that a hand has put into a snag sees nothing of it.
  const theirs = snags.filter((snag) => isTheirs(link.plan, snag));
  const shown = kind === 'contractor' ? theirs.filter(isAtWork) : theirs;
  const sorted = shown.sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1));
  return {
    plan: { kind, id, name, snags: sorted.slice(0, MOST_SNAGS).map(shownTo(kind, door.clock.now())) },
  };
}

const shownTo =
  (kind: Opened['kind'], now: Date) =>
  (snag: LinkedSnag): ShownSnag => {
    const mayMove = kind === 'contractor' && CONTRACTOR_STATES.includes(snag.state);
    const taken = (kind === 'contractor' ? snag.photosAfter : snag.photosBefore) ?? 0;
    const mayAddPhoto = taken < MOST_PHOTOS && (kind === 'inspection' || mayMove);
    return { ...snag, isOverdue: snagClock(snag, now).isOverdue, mayMove, mayAddPhoto };
  };

const isAtWork = ({ state }: LinkedSnag) => state === 'FIXED' || CONTRACTOR_STATES.includes(state);

type Link = { kind: (typeof KINDS)[number]; id: string; version: number };

function isTheirs(
  { kind, id }: Omit<Link, 'version'>,
  snag: { contractorId: string | null; inspectionId: string | null },
) {
  return (kind === 'contractor' ? snag.contractorId : snag.inspectionId) === id;
}

function linkOf({ secrets, clock }: Door, token: string): Decision<Link> {
  const found = KINDS.map((kind) => ({
    kind,
    opened: openLink(`snags-${kind}`, token, secrets, clock.now()),
  }));
  const good = found.find(({ opened }) => !isRefused(opened));
  if (good !== undefined && !isRefused(good.opened))
    return {
      plan: { kind: good.kind, id: good.opened.plan.recordId, version: good.opened.plan.version },
    };
  const refusals = found.flatMap(({ opened }) => (isRefused(opened) ? [opened.refused] : []));
  const told = refusals.find(({ code }) => code !== 'LINK_NOT_VALID') ?? refusals[0];
  return refuse(told ?? { code: 'LINK_NOT_VALID' });
}

const id = z.string().check(z.regex(/^[A-Za-z0-9-]{8,40}$/, 'must be 8 to 40 letters, digits or hyphens'));

export const moveByLinkSchema = z.object({
  token: z.string(),
  requestId: id,
  snagId: recordId,
  action: z.enum(CONTRACTOR_ACTIONS, `must be one of ${CONTRACTOR_ACTIONS.join(', ')}`),
  note: z.optional(text),
});
export const photoByLinkSchema = z.object({ token: z.string(), ...photoShape });
export const photosByLinkSchema = z.object({ token: z.string(), snagId: recordId });

export async function moveByLink(
  door: Door,
  { token, requestId, ...move }: z.infer<typeof moveByLinkSchema>,
): Promise<Decision<Answered>> {
  const opened = linkOf(door, token);
  if (isRefused(opened)) return opened;
  const { kind, id: contractorId, version } = opened.plan;
  if (kind !== 'contractor') return refuse({ code: 'LINK_NOT_VALID' });
  const { companies, takenBack } = await door.store.read({
    companies: { object: 'company', filter: { id: contractorId } },
    takenBack: takenBackOf(contractorId),
  });
  const gone = takenBackRefusal(version, takenBack);
  if (gone !== null) return refuse(gone);
  const actor = { memberId: null, name: `Contractor: ${companies[0]?.name ?? '–'}` };
  const { recent } = await door.store.read({
    recent: carriedOutBy(actor.name, door.clock.now(), MOST_MOVES),
  });
  // Ids of their own: what somebody outside thinks up never meets the request of anybody else.
  const ownId = `link:${contractorId}:${requestId}`;
  // Sent again it is answered, however many there were.
  const isKnown = recent.some(({ requestKey }) => requestKey === ownId);
  const full = isKnown ? null : tooMany(actor.name, recent.length, MOST_MOVES);
  if (full !== null) return full;
  const context = { store: door.store, clock: door.clock, actor, rights: new Set(['handOver'] as const) };
  const input = { requestId: ownId, ...move, asContractorId: contractorId };
  return carryOut(moveSnag, context, input);
}

/** Contractors show what they have mended, inspectors what they have found. */
export async function photoByLink(
  door: Door,
  { token, ...photo }: z.infer<typeof photoByLinkSchema>,
): Promise<Decision<PhotoAdded>> {
  const opened = linkOf(door, token);
  if (isRefused(opened)) return opened;
  const { takenBack } = await door.store.read({ takenBack: takenBackOf(opened.plan.id) });
  const gone = takenBackRefusal(opened.plan.version, takenBack);
  if (gone !== null) return refuse(gone);
  const side = opened.plan.kind === 'contractor' ? 'AFTER' : 'BEFORE';
  return addPhoto(door, { ...photo, side }, (snag) => isTheirs(opened.plan, snag));
}

export async function photosByLink(
  door: Door,
  { token, snagId }: z.infer<typeof photosByLinkSchema>,
): Promise<Decision<{ photos: { side: string; url: string }[] }>> {
  const opened = linkOf(door, token);
  if (isRefused(opened)) return opened;
  const { snags, takenBack } = await door.store.read({
    snags: { object: 'snag', filter: { id: snagId } },
    takenBack: takenBackOf(opened.plan.id),
  });
  const gone = takenBackRefusal(opened.plan.version, takenBack);
  if (gone !== null) return refuse(gone);
  const [snag] = snags;
  if (snag === undefined || !isTheirs(opened.plan, snag))
    return refuse({ code: 'NOT_FOUND', what: 'snag', id: snagId });
  const photos = await photosOf(door.files, snagId);
  return { plan: { photos: photos.map(({ side, url }) => ({ side, url })) } };
}
