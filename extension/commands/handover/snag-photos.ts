/**
 * Photos of a snag, before and after, in its Files tab; their numbers stand on the snag.
 *
 * Changes: the files of the snag and how many it has. Guard: a photo first takes a place, by an update that holds
 * only while their number is the one that was read; so no more than ten are kept of a side. The same photo again
 * is the one that is there. After a crash: a place may be taken by a photo that never came, so that one less fits;
 * it is not counted anew, because others may be on their way.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import {
  MOST_PHOTO_BYTES,
  MOST_PHOTOS,
  PHOTO_SIDES,
  type PhotoSide,
  photoName,
  photoSideOf,
  photoTypeOf,
} from '#domain/handover/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { AttachedFile, Files } from '#port/files.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { recordId, requiredText } from '../system/input.ts';
import type { Question } from '../system/question.ts';

const MOST_TRIES = 12;
const MOST_LETTERS = Math.ceil(MOST_PHOTO_BYTES / 3) * 4;

export const photoShape = {
  snagId: recordId,
  side: z.enum(PHOTO_SIDES, `must be one of ${PHOTO_SIDES.join(', ')}`),
  name: requiredText,
  /** The file's bytes in Base64. */
  data: z.string(),
};

const schema = z.object(photoShape);

type Snag = RecordOf<'snag'>;
export type Photo = { snagId: string; side: PhotoSide; name: string; data: string };
export type PhotoAdded = { fileName: string; url: string; photosBefore: number; photosAfter: number };

export const addSnagPhoto: Question<Photo, PhotoAdded> = {
  name: 'add-snag-photo',
  room: 'handover',
  rights: ['handOver', 'serve'],
  schema,
  answer: (asked, photo) => addPhoto(asked, photo),
};

/** @param isTheirs whether who sends it may add to this snag; if not, it is as if it were not there. */
export async function addPhoto(
  { store, files }: { store: Store; files: Files },
  photo: Photo,
  isTheirs: (snag: Snag) => boolean = () => true,
): Promise<Decision<PhotoAdded>> {
  const taken = bytesOf(photo);
  if ('refused' in taken) return taken;
  const { bytes, fileName } = taken.plan;
  const snag = await snagOf(store, photo.snagId);
  if (snag === null || !isTheirs(snag)) return refuse({ code: 'NOT_FOUND', what: 'snag', id: photo.snagId });
  const known = (await files.attached('snag', snag.id)).find(({ name }) => name === fileName);
  if (known !== undefined) return { plan: toldOf(snag, known) };
  const placed = await takePlace(store, photo, isTheirs);
  if ('refused' in placed) return placed;
  try {
    const file = await files.attach('snag', snag.id, fileName, bytes);
    return { plan: toldOf(placed.plan, file) };
  } catch (error) {
    await changeCount(store, placed.plan, photo.side, -1);
    throw error;
  }
}

/** The photos of a snag by their side. */
export async function photosOf(files: Files, snagId: string) {
  return (await files.attached('snag', snagId)).flatMap(({ name, url }) => {
    const side = photoSideOf(name);
    return side === null ? [] : [{ side, name, url }];
  });
}

function bytesOf({ name, data, side }: Photo): Decision<{ bytes: Uint8Array; fileName: string }> {
  const wrong = (problem: string) =>
    refuse({ code: 'PHOTO_NOT_ACCEPTED', file: name.slice(0, 100), problem });
  if (data.length > MOST_LETTERS) return wrong('is larger than 5 MB');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return wrong('cannot be read');
  const bytes = new Uint8Array(Buffer.from(data, 'base64'));
  if (bytes.length > MOST_PHOTO_BYTES) return wrong('is larger than 5 MB');
  const type = photoTypeOf(bytes);
  if (type === null) return wrong('is neither JPEG nor PNG nor WebP');
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { plan: { bytes, fileName: photoName(side, hash, type) } };
}

const countOf = (snag: Snag, side: PhotoSide) =>
  (side === 'BEFORE' ? snag.photosBefore : snag.photosAfter) ?? 0;

const fieldOf = (side: PhotoSide) => (side === 'BEFORE' ? 'photosBefore' : 'photosAfter');

async function takePlace(
  store: Store,
  { snagId, side, name }: Photo,
  isTheirs: (snag: Snag) => boolean,
): Promise<Decision<Snag>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const snag = await snagOf(store, snagId);
    if (snag === null || !isTheirs(snag)) return refuse({ code: 'NOT_FOUND', what: 'snag', id: snagId });
    if (countOf(snag, side) >= MOST_PHOTOS)
      return refuse({
        code: 'PHOTO_NOT_ACCEPTED',
        file: name.slice(0, 100),
        problem: 'is the eleventh of its side',
      });
    if (await changeCount(store, snag, side, 1))
      return { plan: { ...snag, [fieldOf(side)]: countOf(snag, side) + 1 } };
  }
  return refuse({ code: 'BUSY', what: name.slice(0, 100) });
}

/** Holds only while the snag is the one that was read: nobody's move is written over. */
async function changeCount(store: Store, snag: Snag, side: PhotoSide, by: number): Promise<boolean> {
  const { id, state, contractorId, reopened, photosBefore, photosAfter } = snag;
  const changed = await store.changeWhere(
    'snag',
    { id, state, contractorId, reopened, photosBefore, photosAfter },
    { ...sealedFields('snag', snag), [fieldOf(side)]: Math.max(0, countOf(snag, side) + by) },
  );
  return changed.length > 0;
}

async function snagOf(store: Store, id: string): Promise<Snag | null> {
  const { snags } = await store.read({ snags: { object: 'snag', filter: { id } } });
  return snags[0] ?? null;
}

function toldOf(snag: Snag, { name, url }: AttachedFile): PhotoAdded {
  return {
    fileName: name,
    url,
    photosBefore: snag.photosBefore ?? 0,
    photosAfter: snag.photosAfter ?? 0,
  };
}
