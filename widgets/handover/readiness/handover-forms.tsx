/** The forms of an appointment, which open within the record. */
import type { HomeReadiness as Home, SlotOfDay, SlotsAnswer } from '#domain/handover/answers.ts';
import { readHome } from '#widgets/handover/readiness/home.ts';
import { askQuestion } from '#widgets/shared/api/ask-question.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { daysFromToday } from '#widgets/shared/format/moment.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { CopyText } from '#widgets/shared/parts/copy-text.tsx';

/** Weeks that are looked through for free times. */
const MOST_WEEKS = 4;
const MOST_TIMES = 80;

type Bookable = { home: Home; slots: SlotOfDay[] };

const idOf = ({ handoverId }: Home) => handoverId ?? '';

async function readBookable(recordId: string): Promise<Bookable | null> {
  const home = await readHome(recordId);
  if (home === null) return null;
  const slots: SlotOfDay[] = [];
  let from: string | null | undefined;
  for (let week = 0; week < MOST_WEEKS && from !== null && slots.length < MOST_TIMES; week += 1) {
    const input = from === undefined ? { recordId } : { recordId, from };
    const answer: SlotsAnswer | null = await askQuestion<SlotsAnswer>('handover/handover-slots', input);
    slots.push(...(answer?.slots ?? []).filter(({ free, isOver }) => free > 0 && !isOver));
    from = answer?.next ?? null;
  }
  return { home, slots: slots.slice(0, MOST_TIMES) };
}

export const BOOK = fieldForm<'handover/book-handover', Bookable, 'slotAt' | 'proxyName'>({
  command: 'handover/book-handover',
  load: readBookable,
  facts: () => [],
  blocked: ({ slots }, { t }) =>
    slots.length > 0 ? null : t('No time of this batch is free. Open another batch for those who are left.'),
  start: ({ home, slots }) => ({
    slotAt: slots[0]?.startsAt ?? '',
    proxyName: home.appointment?.proxyName ?? '',
  }),
  fields: {
    slotAt: {
      kind: 'CHOICE',
      label: msg('Time'),
      choices: ({ slots }, t) =>
        slots.map(({ startsAt, day, time, free }) => [
          startsAt,
          `${day} ${time} · ${t('{count} free', { count: free })}`,
        ]),
    },
    proxyName: {
      kind: 'TEXT',
      label: msg('Proxy'),
      isOptional: true,
      hint: msg('Who comes in the buyer’s place.'),
    },
  },
  input: ({ slotAt, proxyName }, { home }) => ({ handoverId: idOf(home), slotAt, proxyName }),
  submit: ({ t }) => t('Book'),
  busy: ({ t }) => t('Booking…'),
  done: ({ t }) => t('The appointment is booked.'),
});

export const ARRIVE = fieldForm<'handover/arrive-handover', Home, 'cameAs' | 'proxyName' | 'identityChecked'>(
  {
    command: 'handover/arrive-handover',
    load: readHome,
    facts: () => [],
    start: ({ appointment }) => ({
      cameAs: appointment?.proxyName ? 'PROXY' : 'BUYER',
      proxyName: appointment?.proxyName ?? '',
      identityChecked: '',
    }),
    fields: {
      cameAs: {
        kind: 'CHOICE',
        label: msg('Who came'),
        isShort: true,
        choices: (_home, t) => [
          ['BUYER', t('Buyer')],
          ['PROXY', t('Proxy')],
        ],
      },
      proxyName: {
        kind: 'TEXT',
        label: msg('Proxy'),
        isShort: true,
        isShown: ({ cameAs }) => cameAs === 'PROXY',
        missing: msg('Name the proxy.'),
      },
      identityChecked: {
        kind: 'CHECK',
        label: msg('I have seen the identity document, and of a proxy the power of attorney'),
        isOptional: true,
      },
    },
    input: ({ cameAs, proxyName, identityChecked }, home) => ({
      handoverId: idOf(home),
      cameAs: cameAs === 'PROXY' ? 'PROXY' : 'BUYER',
      proxyName,
      identityChecked: identityChecked === 'true',
    }),
    submit: ({ t }) => t('Record arrival'),
    busy: ({ t }) => t('Saving…'),
    done: ({ t }) => t('The arrival is recorded.'),
  },
);

export const DEFER = fieldForm<'system/ask-approval', Home, 'amount' | 'until' | 'reason'>({
  command: 'system/ask-approval',
  load: readHome,
  facts: () => [],
  explains: (_home, { t }) =>
    t('Once somebody else approves it, so much may still be owed when the keys are given.'),
  start: (home) => ({ amount: owedOf(home), until: daysFromToday(30), reason: '' }),
  fields: {
    amount: { kind: 'AMOUNT', label: msg('Amount') },
    until: { kind: 'DATE', label: msg('Deferred until') },
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why, for whoever reads it later.') },
  },
  input: ({ amount, until, reason }, home) => ({
    command: 'defer-handover-dues',
    input: { contractId: home.contractId, amount, until, reason },
    reason,
  }),
  ...APPROVAL_TEXTS,
});

/** "1200.00 EUR" is the first fact of what is due. */
function owedOf({ items }: Home): string {
  const [owed = ''] = items.find(({ code }) => code === 'DUES')?.facts ?? [];
  return /^\d+(\.\d+)? [A-Z]{3}$/.test(owed) ? (owed.split(' ')[0] ?? '') : '';
}

const said =
  (text: string) =>
  (_subject: unknown, { t }: Words): string =>
    t(text);

type Plain = 'handover/unbook-handover' | 'handover/miss-handover' | 'handover/deem-delivered';

function plainForm<N extends Plain>(
  command: N,
  { explains, submit, done }: Record<'explains' | 'submit' | 'done', string>,
): CommandFormSpec<N, Home, object> {
  return {
    command,
    load: readHome,
    facts: () => [],
    explains: said(explains),
    start: () => ({}),
    read: (_draft, home) => ({ input: { handoverId: idOf(home) } as never, wrong: {} }),
    submit: (words) => said(submit)(null, words),
    busy: ({ t }) => t('Saving…'),
    done: (words) => said(done)(null, words),
    isDangerous: true,
  };
}

export const UNBOOK = plainForm('handover/unbook-handover', {
  explains: msg('The place is free for others; the buyer stays invited.'),
  submit: msg('Give up appointment'),
  done: msg('The appointment is given up.'),
});

export const MISS = plainForm('handover/miss-handover', {
  explains: msg('Nobody came. It is counted, and the buyer may book again.'),
  submit: msg('Record no-show'),
  done: msg('The no-show is recorded.'),
});

export const DEEM = plainForm('handover/deem-delivered', {
  explains: msg(
    'The home counts as delivered from the day that the rule names. What waited for the keys falls due; the keys stay in store.',
  ),
  submit: msg('Deem delivered'),
  done: msg('The home counts as delivered.'),
});

export const RENEW: CommandFormSpec<'handover/renew-handover-link', Home, object> = {
  command: 'handover/renew-handover-link',
  load: readHome,
  facts: () => [],
  explains: said(msg('Every link that was sent before is worthless then. Send the buyer a new one.')),
  start: () => ({}),
  read: (_draft, home) => ({
    input: { handoverId: idOf(home), version: home.appointment?.linkVersion ?? 0 },
    wrong: {},
  }),
  submit: ({ t }) => t('Take links back'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('Links that were sent before do not hold any more.'),
  isDangerous: true,
};

type Link = { url: string; english: string; chinese: string };

/** A question, so that it may be asked again and again. */
export const LINK: CommandFormSpec<'handover/handover-link', Home, object> = {
  command: 'handover/handover-link',
  load: readHome,
  facts: () => [],
  explains: (_home, { t }) =>
    t('Whoever has the link can book and change this one appointment until the day before it.'),
  start: () => ({}),
  read: (_draft, home) => ({ input: { handoverId: idOf(home) }, wrong: {} }),
  submit: ({ t }) => t('Make link'),
  busy: ({ t }) => t('Signing…'),
  done: ({ t }) => t('Send it to the buyer only.'),
  isQuestion: true,
  Outcome: ({ result, words }) => {
    const { url, english, chinese } = result as Link;
    const { t } = words;
    return (
      <>
        <CopyText label={t('Link')} text={url} words={words} />
        <CopyText label={t('Message in English')} text={english} words={words} />
        <CopyText label={t('Message in Chinese')} text={chinese} words={words} />
      </>
    );
  },
};
