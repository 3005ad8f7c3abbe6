/**
 * A request from the public web form (A032, A095). Nobody is signed in: the key in the form's address says for which
 * project it is and is signed; what is sent is small, of a strict form, and text only. So many a sender and a project
 * an hour become tickets; the same text of the same sender within a day is the same ticket.
 *
 * Changes: a ticket, by `open-ticket`; of a duplicate only how often it was sent. Guard: the fold key is unique, the
 * request is made of it. After a crash: sent again it is the same request, which goes on.
 */
import * as z from 'zod/mini';
import { oneLine, plainText, sameText, subjectOf, type TicketKind } from '#domain/care/index.ts';
import { addDays, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { sha256 } from '#domain/shared/sha-256.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Clock, Store } from '#port/store.ts';
import { openLink } from '../handover/signed-link.ts';
import { carryOut } from '../system/carry-out.ts';
import { parseInput } from '../system/input.ts';
import { lastHour, tooMany } from '../system/public-limit.ts';
import { derivedId } from '../system/request-ids.ts';
import { openTicket } from './open-ticket.ts';
import { asItIs, type TicketRecord } from './ticket-of.ts';

export const FORM_LINK = 'service-form';
export const MOST_BYTES = 16_384;
export const MOST_OF_SENDER = 5;
export const MOST_OF_PROJECT = 60;
const DAY_MS = 24 * 3_600_000;
/** From here on it is only answered. */
const MOST_DUPLICATES = 99;
const ATTEMPTS = 4;

const KINDS = ['ENQUIRY', 'REPAIR', 'COMPLAINT', 'SUGGESTION'] as const satisfies TicketKind[];

const written = (most: number) => z.string().check(z.maxLength(most, `must have at most ${most} characters`));

const schema = z.strictObject({
  kind: z.enum(KINDS, `must be one of ${KINDS.join(', ')}`),
  name: written(80),
  phone: z._default(written(40), ''),
  email: z._default(written(120), ''),
  /** Building and number of the home, as the customer writes it. */
  home: z._default(written(80), ''),
  text: written(2_000),
  /** Not shown: who fills it in is no person. */
  website: z._default(written(200), ''),
});

export type WebForm = { store: Store; clock: Clock; secrets: readonly string[] };
/** `address` is what the server tells of the sender's, empty where it tells none. */
export type Sent = { key: string; rawBody: string; address: string };
export type Taken = { number: string; isKnown: boolean };

type Form = { kind: TicketKind; name: string; phone: string; email: string; home: string; text: string };

const WEB_FORM = { memberId: null, name: 'Web form' };

/** The project that a form is of. */
export async function formProject(
  { store, clock, secrets }: WebForm,
  key: string,
): Promise<Decision<RecordOf<'project'>>> {
  const opened = openLink(FORM_LINK, key, secrets, clock.now());
  if (isRefused(opened)) return opened;
  const { projects } = await store.read({
    projects: { object: 'project', filter: { id: opened.plan.recordId } },
  });
  const [project] = projects;
  return project === undefined ? refuse({ code: 'LINK_NOT_VALID' }) : { plan: project };
}

export async function takeWebRequest(
  web: WebForm,
  { key, rawBody, address }: Sent,
): Promise<Decision<Taken>> {
  const form = readForm(rawBody);
  if (isRefused(form)) return form;
  const project = await formProject(web, key);
  if (isRefused(project)) return project;
  // Whoever fills in what is not shown is told that all is well.
  if (form.plan === null) return { plan: { number: '', isKnown: true } };
  const now = web.clock.now();
  const sender = senderOf(form.plan);
  const today = dateIn(now, 'UTC');
  const foldKeys = [today, addDays(today, -1)].map((day) =>
    foldKeyOf(project.plan.id, form.plan, sender, day),
  );
  const sourceKey = sha256(['sender', web.secrets[0], address || sender].join('\n')).slice(0, 40);
  const { known, recent } = await lookUp(web.store, project.plan.id, foldKeys, now);
  const same = known.find(({ openedAt }) => now.getTime() - Date.parse(openedAt ?? '') < DAY_MS);
  if (same !== undefined) return fold(web.store, same);
  const full = isFull(project.plan, recent, sourceKey);
  if (full !== null) return full;
  return open(web, project.plan.id, form.plan, { foldKey: foldKeys[0] ?? '', sourceKey });
}

/** Null for what no person has sent. */
function readForm(rawBody: string): Decision<Form | null> {
  const wrong = (field: string, problem: string) => refuse({ code: 'INVALID_INPUT', field, problem });
  if (rawBody.length > MOST_BYTES) return wrong('request', `must have at most ${MOST_BYTES} bytes`);
  let body: unknown;
  try {
    body = JSON.parse(rawBody);
  } catch {
    return wrong('request', 'must be JSON');
  }
  const parsed = parseInput<z.infer<typeof schema>>(schema, body);
  if (isRefused(parsed)) return parsed;
  const { kind, website, text, ...lines } = parsed.plan;
  const [name, phone, email, home] = [lines.name, lines.phone, lines.email, lines.home].map(oneLine) as [
    string,
    string,
    string,
    string,
  ];
  const form = { kind, name, phone, email, home, text: plainText(text) };
  if (form.name === '') return wrong('name', 'must not be empty');
  if (form.text === '') return wrong('text', 'must not be empty');
  if (form.phone !== '' && digits(form.phone).length < 6) return wrong('phone', 'must be a phone number');
  if (form.email !== '' && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(form.email))
    return wrong('email', 'must be an email address');
  if (form.phone === '' && form.email === '') return wrong('phone', 'must be given, or an email address');
  return { plan: website === '' ? form : null };
}

const digits = (phone: string) => phone.normalize('NFKC').replace(/\D/g, '');

function senderOf({ phone, email }: Form): string {
  return digits(phone) || email.toLowerCase();
}

function foldKeyOf(projectId: string, form: Form | null, sender: string, day: PlainDate): string {
  return sha256(['same', projectId, sender, day, sameText(form?.text ?? '')].join('\n')).slice(0, 40);
}

async function lookUp(store: Store, projectId: string, foldKeys: readonly string[], now: Date) {
  const { known } = await store.read({
    known: { object: 'serviceTicket', filter: { foldKey: { in: foldKeys } } },
  });
  const { recent } = await store.read({
    recent: {
      object: 'serviceTicket',
      filter: {
        projectId,
        channel: 'WEB',
        openedAt: { gt: lastHour(now) },
      },
      limit: MOST_OF_PROJECT,
    },
  });
  return { known, recent };
}

function isFull(project: RecordOf<'project'>, recent: readonly TicketRecord[], sourceKey: string) {
  const ofSender = recent.filter((ticket) => ticket.sourceKey === sourceKey).length;
  return (
    tooMany('this sender', ofSender, MOST_OF_SENDER) ?? tooMany(project.name, recent.length, MOST_OF_PROJECT)
  );
}

async function open(
  { store, clock }: WebForm,
  projectId: string,
  form: Form,
  keys: { foldKey: string; sourceKey: string },
): Promise<Decision<Taken>> {
  const context = { store, clock, actor: WEB_FORM, rights: new Set(['serve' as const]) };
  const opened = await carryOut(openTicket, context, {
    requestId: derivedId('web request', keys.foldKey),
    kind: form.kind,
    subject: subjectOf(form.text),
    description: form.home === '' ? form.text : `${form.home}\n\n${form.text}`,
    priority: 'NORMAL',
    channel: 'WEB',
    projectId,
    contactName: form.name,
    contactPhone: form.phone,
    contactEmail: form.email,
    ...keys,
  });
  if (!isRefused(opened)) return { plan: { number: String(opened.plan.result.number), isKnown: false } };
  // Its twin was faster, with other words around the same: then it is that one sent again.
  const { code } = opened.refused;
  if (code !== 'REQUEST_ID_REUSED' && code !== 'BUSY') return opened;
  const { twins } = await store.read({
    twins: { object: 'serviceTicket', filter: { foldKey: keys.foldKey } },
  });
  const [twin] = twins;
  return twin === undefined ? refuse({ code: 'BUSY', what: 'The form' }) : fold(store, twin);
}

/** Counts that it was sent again; how often exactly is worth no more than a few attempts. */
async function fold(store: Store, first: TicketRecord): Promise<Decision<Taken>> {
  let ticket = first;
  const taken = { plan: { number: ticket.number, isKnown: true } };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((ticket.duplicates ?? 0) >= MOST_DUPLICATES) return taken;
    const to = { ...sealedFields('serviceTicket', ticket), duplicates: (ticket.duplicates ?? 0) + 1 };
    if ((await store.changeWhere('serviceTicket', asItIs(ticket), to)).length > 0) return taken;
    const { again } = await store.read({ again: { object: 'serviceTicket', filter: { id: ticket.id } } });
    const [now] = again;
    if (now === undefined) return taken;
    ticket = now;
  }
  return taken;
}
