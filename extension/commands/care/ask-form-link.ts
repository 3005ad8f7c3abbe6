/** Question: the address of a project's public form, to be linked or framed on the company's own site. Reads only. */
import * as z from 'zod/mini';
import { isRefused, refuse } from '#domain/shared/refusal.ts';
import { signLink } from '../handover/signed-link.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { FORM_LINK } from './web-request.ts';

const schema = z.object({ projectId: recordId });
/** The page on the site is made anew once a year at least. */
const DAYS = 400;
const DAY_MS = 86_400_000;

type Answer = { url: string; expiresAt: string };

export const askFormLink: Question<z.infer<typeof schema>, Answer> = {
  name: 'ask-service-form-link',
  room: 'care',
  rights: ['serve', 'administer'],
  schema,

  async answer({ store, clock, links }, { projectId }) {
    const { projects } = await store.read({ projects: { object: 'project', filter: { id: projectId } } });
    if (projects.length === 0) return refuse({ code: 'NOT_FOUND', what: 'project', id: projectId });
    const expiresAt = new Date(clock.now().getTime() + DAYS * DAY_MS);
    const claim = { kind: FORM_LINK, recordId: projectId, version: 0, expiresAt };
    const signed = signLink(claim, links?.secrets ?? []);
    if (isRefused(signed)) return signed;
    const url = links?.urlOf(`/keyturn/service/${signed.plan.token}`) ?? '';
    return { plan: { url, expiresAt: expiresAt.toISOString() } };
  },
};
