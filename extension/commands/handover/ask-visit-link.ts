/** Question: the link by which a buyer books the handover, and what to write to them. Reads only. */
import * as z from 'zod/mini';
import { addDays, later } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { instantAt } from '#domain/shared/wall-time.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { type Appointment, loadAppointment, zoneOf } from './appointment-of.ts';
import { signLink } from './signed-link.ts';
import { VISIT_LINK, VISIT_PATH } from './visit.ts';

const schema = z.object({ handoverId: recordId });

type Answer = { url: string; expiresAt: string; english: string; chinese: string };

export const handoverLink: Question<z.infer<typeof schema>, Answer> = {
  name: 'handover-link',
  room: 'handover',
  rights: ['handOver', 'sell'],
  schema,

  async answer({ store, links }, { handoverId }): Promise<Decision<Answer>> {
    const loaded = await loadAppointment(store, handoverId);
    if (isRefused(loaded)) return loaded;
    const { handover } = loaded.plan;
    const expiresAt = endOf(handover);
    if (expiresAt === null)
      return refuse({ code: 'NOT_FOUND', what: 'handover batch', id: handover.batchId ?? '' });
    const claim = { kind: VISIT_LINK, recordId: handover.id, version: handover.linkVersion ?? 0, expiresAt };
    const signed = signLink(claim, links?.secrets ?? []);
    if (isRefused(signed)) return signed;
    const path = `${VISIT_PATH}/${signed.plan.token}`;
    const url = links?.urlOf(path) ?? path;
    return { plan: { url, expiresAt: expiresAt.toISOString(), ...textsOf(handover, url) } };
  },
};

/** The end of the last day on which anything may still be done. */
function endOf(handover: Appointment): Date | null {
  const { batch } = handover;
  if (batch === null || batch.closesOn === null) return null;
  const last = later(batch.closesOn, batch.deemedOn ?? batch.closesOn);
  return instantAt(addDays(last, 1), 0, zoneOf(handover)) ?? new Date(`${addDays(last, 1)}T00:00:00Z`);
}

function textsOf({ contract, batch }: Appointment, url: string) {
  const buyer = contract?.buyer?.name || contract?.company?.name || '';
  const home = contract?.unit?.name ?? '';
  const project = contract?.unit?.project?.name ?? '';
  const [from, to, by] = [batch?.opensOn ?? '', batch?.closesOn ?? '', batch?.deemedOn ?? null];
  const english = [
    `Dear ${buyer || 'buyer'},`,
    `your home ${home} (${project}) is ready to be handed over from ${from} to ${to}. Please choose a time that suits you: ${url}`,
    ...(by === null ? [] : [`If nobody takes the home over by ${by}, it counts as delivered on that day.`]),
  ];
  const chinese = [
    `${buyer ? `尊敬的${buyer}` : '尊敬的业主'}：`,
    `您购买的 ${project} ${home} 可于 ${from} 至 ${to} 办理交付。请选择方便的时间：${url}`,
    ...(by === null ? [] : [`如 ${by} 前未办理收房，房屋自该日起视为交付。`]),
  ];
  return { english: english.join('\n'), chinese: chinese.join('\n') };
}
