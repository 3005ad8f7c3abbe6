/**
 * Changes: the version of an appointment's link, so that every link made before is worthless. Guard: only while
 * the version is the one that was decided on. After a crash: nothing is half done; the same request again raises it once
 * more, which does no harm.
 */
import * as z from 'zod/mini';
import { refuse } from '#domain/shared/refusal.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { type AppointmentSnapshot, loadAppointment } from './appointment-of.ts';

const schema = z.object({ requestId, handoverId: recordId });

type Input = z.infer<typeof schema>;

export const renewHandoverLink: Command<
  Input,
  AppointmentSnapshot,
  { version: number },
  { handoverId: string; linkVersion: number }
> = {
  name: 'renew-handover-link',
  room: 'handover',
  title: 'Take links back',
  right: 'handOver',
  schema,
  subject: ({ handoverId }) => ({ kind: 'handover', id: handoverId }),
  load: ({ store }, { handoverId }) => loadAppointment(store, handoverId),

  decide: (_run, _input, { handover }) => ({ plan: { version: (handover.linkVersion ?? 0) + 1 } }),

  async apply(run, _input, { handover }, { version }) {
    const { id, name, linkVersion } = handover;
    const to = { ...sealedFields('handover', handover), linkVersion: version };
    const changed = await run.store.changeWhere('handover', { id, linkVersion }, to);
    if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
    const answer = { handoverId: id, linkVersion: version };
    return { plan: { answer, message: `${name}: links made before do not hold any more.`, after: answer } };
  },
};
