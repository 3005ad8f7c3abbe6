/**
 * Changes: the version of an appointment's link, so that every link made before is worthless. Guard: only while
 * the version is the one that was decided on; who asks names it, so that asked twice it is raised once.
 * After a crash: nothing is half done; the same request again answers.
 */
import * as z from 'zod/mini';
import { refuse } from '#domain/shared/refusal.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { type AppointmentSnapshot, loadAppointment } from './appointment-of.ts';

const schema = z.object({
  requestId,
  handoverId: recordId,
  /** Of the links that are to be worthless. */
  version: z.int('must be a whole number').check(z.gte(0, 'must not be below zero')),
});

type Input = z.infer<typeof schema>;

export const renewHandoverLink: Command<
  Input,
  AppointmentSnapshot,
  { isDone: boolean },
  { handoverId: string; linkVersion: number }
> = {
  name: 'renew-handover-link',
  room: 'handover',
  title: 'Take links back',
  right: 'handOver',
  schema,
  subject: ({ handoverId }) => ({ kind: 'handover', id: handoverId }),
  load: ({ store }, { handoverId }) => loadAppointment(store, handoverId),

  decide(_run, { version }, { handover }) {
    const current = handover.linkVersion ?? 0;
    return version > current
      ? refuse({ code: 'INVALID_INPUT', field: 'version', problem: `must be at most ${current}` })
      : { plan: { isDone: version < current } };
  },

  async apply(run, { version }, { handover }, { isDone }) {
    const { id, name, linkVersion } = handover;
    const to = { ...sealedFields('handover', handover), linkVersion: version + 1 };
    const changed = isDone ? [id] : await run.store.changeWhere('handover', { id, linkVersion }, to);
    if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
    const answer = { handoverId: id, linkVersion: Math.max(version + 1, linkVersion ?? 0) };
    return { plan: { answer, message: `${name}: links made before do not hold any more.`, after: answer } };
  },
};
