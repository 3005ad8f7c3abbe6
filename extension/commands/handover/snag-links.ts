/**
 * Links to snags for people without an account: a contractor sees and moves the snags of the own company, and a
 * phone adds photos to the snags of one inspection. A link that opens one of them opens nothing else.
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
import type { Asked, Question } from '../system/question.ts';
import { moveSnag } from './move-snag.ts';
import { openLink, signLink } from './signed-link.ts';
import { addPhoto, type PhotoAdded, photoShape, photosOf } from './snag-photos.ts';

export const SNAG_PAGE = '/keyturn/public/snags';

const KINDS = ['contractor', 'inspection'] as const;
const DAYS = { contractor: 60, inspection: 2 } as const;
const DAY_MS = 86_400_000;
const MOST_SNAGS = 200;

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
    const { companies, inspections } = await store.read({
      companies: { object: 'company', filter: { id: { in: kind === 'contractor' ? [id] : [] } } },
      inspections: { object: 'inspection', filter: { id: { in: kind === 'inspection' ? [id] : [] } } },
    });
    if (companies.length + inspections.length === 0) return refuse({ code: 'NOT_FOUND', what: kind, id });
    const expiresAt = new Date(clock.now().getTime() + DAYS[kind] * DAY_MS);
    const signed = signLink(
      { kind: `snags-${kind}`, recordId: id, version: 0, expiresAt },
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
  const { companies, inspections, snags } = await door.store.read({
    companies: { object: 'company', filter: { id: { in: kind === 'contractor' ? [id] : [] } } },
    inspections: {
      object: 'inspection',
      filter: { id: { in: kind === 'inspection' ? [id] : [] } },
      with: { unit: true },
    },
    snags: {
      object: 'snag',
      filter: kind === 'contractor' ? { contractorId: id } : { inspectionId: id },
      with: { unit: { building: true } },
    },
  });
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

type Link = { kind: (typeof KINDS)[number]; id: string };

function isTheirs({ kind, id }: Link, snag: { contractorId: string | null; inspectionId: string | null }) {
  return (kind === 'contractor' ? snag.contractorId : snag.inspectionId) === id;
}

function linkOf({ secrets, clock }: Door, token: string): Decision<Link> {
  const found = KINDS.map((kind) => ({
    kind,
    opened: openLink(`snags-${kind}`, token, secrets, clock.now()),
  }));
  const good = found.find(({ opened }) => !isRefused(opened));
  if (good !== undefined && !isRefused(good.opened))
    return { plan: { kind: good.kind, id: good.opened.plan.recordId } };
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
  const { kind, id: contractorId } = opened.plan;
  if (kind !== 'contractor') return refuse({ code: 'LINK_NOT_VALID' });
  const { companies } = await door.store.read({
    companies: { object: 'company', filter: { id: contractorId } },
  });
  const actor = { memberId: null, name: `Contractor: ${companies[0]?.name ?? '–'}` };
  const context = { store: door.store, clock: door.clock, actor, rights: new Set(['handOver'] as const) };
  // Ids of their own: what somebody outside thinks up never meets the request of anybody else.
  const input = { requestId: `link:${contractorId}:${requestId}`, ...move, asContractorId: contractorId };
  return carryOut(moveSnag, context, input);
}

/** Contractors show what they have mended, inspectors what they have found. */
export async function photoByLink(
  door: Door,
  { token, ...photo }: z.infer<typeof photoByLinkSchema>,
): Promise<Decision<PhotoAdded>> {
  const opened = linkOf(door, token);
  if (isRefused(opened)) return opened;
  const side = opened.plan.kind === 'contractor' ? 'AFTER' : 'BEFORE';
  return addPhoto(door, { ...photo, side }, (snag) => isTheirs(opened.plan, snag));
}

export async function photosByLink(
  door: Door,
  { token, snagId }: z.infer<typeof photosByLinkSchema>,
): Promise<Decision<{ photos: { side: string; url: string }[] }>> {
  const opened = linkOf(door, token);
  if (isRefused(opened)) return opened;
  const { snags } = await door.store.read({ snags: { object: 'snag', filter: { id: snagId } } });
  const [snag] = snags;
  if (snag === undefined || !isTheirs(opened.plan, snag))
    return refuse({ code: 'NOT_FOUND', what: 'snag', id: snagId });
  const photos = await photosOf(door.files, snagId);
  return { plan: { photos: photos.map(({ side, url }) => ({ side, url })) } };
}
