/** The appointment of a home and the list of what is missing before its keys, with who mends it and what to do. */
import type { HomeReadiness } from '#domain/handover/answers.ts';
import { HERE_STATES } from '#domain/handover/handover-states.ts';
import type { ReadinessItem } from '#domain/handover/readiness.ts';
import { KEY_KIND_LABELS } from '#widgets/handover/names.ts';
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { formOf, type RecordAction, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import { RecordLink, Section } from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import { ARRIVE, BOOK, DEEM, DEFER, LINK, MISS, RENEW, UNBOOK } from './handover-forms.tsx';
import { HANDOVER_STATES, ITEM_WORDS, WHO } from './home.ts';

const MARKS: Record<ReadinessItem['state'], string> = {
  MET: 'M2.5 6.4 5 9l4.8-6',
  MISSING: 'M6 2.6v4.2M6 9.2v.1',
  NOT_NEEDED: 'M3 6h6',
};

export function ReadinessView({ subject: home, words, reload }: RecordViewProps<HomeReadiness>) {
  const { t } = words;
  const missing = home.items.filter(({ state }) => state === 'MISSING');
  return (
    <>
      <Lead home={home} words={words} />
      {home.isDelivered ? (
        <Notice tone="good">{deliveredText(home, words)}</Notice>
      ) : missing.length === 0 ? (
        <Notice tone="good">{t('Everything is there: the keys can be handed over.')}</Notice>
      ) : (
        <Notice tone="bad">
          {missing.length === 1
            ? t('One thing is missing before the keys can be handed over.')
            : t('{count} things are missing before the keys can be handed over.', { count: missing.length })}
        </Notice>
      )}
      <RecordActions words={words} onDone={reload} actions={actionsOf(home, words)} />
      {home.state !== 'KEYS_HANDED' && (
        <Section title={t('Before the keys')}>
          <ul className="kt-ready">
            {home.items.map((item) => (
              <OneItem key={item.code} item={item} words={words} />
            ))}
          </ul>
        </Section>
      )}
      {home.appointment?.deferral && (
        <p className="kt-hint">
          {t('Deferred, as approved: {terms}', { terms: deferralText(home.appointment.deferral, words) })}
        </p>
      )}
    </>
  );
}

function Lead({ home, words }: { home: HomeReadiness; words: Words }) {
  const { t, locale } = words;
  const { unit, buyer, state, appointment, contractId, contract } = home;
  const tone = home.isDelivered ? 'good' : state === 'NO_SHOW' ? 'bad' : state === null ? 'plain' : 'now';
  return (
    <>
      <div className="kt-record-lead">
        <span className="kt-record-name">{unit || '–'}</span>
        <span className="kt-chip" data-tone={tone}>
          {nameIn(HANDOVER_STATES, state, t) ?? t('Not invited yet')}
        </span>
        <RecordLink object="keyturnContract" id={contractId}>
          {contract}
        </RecordLink>
        <span className="kt-soft">{buyer}</span>
      </div>
      {appointment !== null && (
        <p className="kt-hint">
          {[
            appointment.slot &&
              t('Appointment: {time}', {
                time: `${dateText(appointment.slot.slice(0, 10), locale)} ${appointment.slot.slice(11)}`,
              }),
            appointment.batch,
            appointment.proxyName && t('Proxy: {name}', { name: appointment.proxyName }),
            appointment.noShows > 0 && t('No-shows: {count}', { count: appointment.noShows }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </>
  );
}

function deliveredText({ state, appointment }: HomeReadiness, { t, locale }: Words): string {
  const { handedOverOn, deemedOn } = appointment ?? { handedOverOn: null, deemedOn: null };
  return state === 'KEYS_HANDED'
    ? t('The keys were handed over on {date}.', { date: dateText(handedOverOn ?? '', locale) })
    : t('The home counts as delivered since {date}; the keys are kept for the buyer.', {
        date: dateText(deemedOn ?? '', locale),
      });
}

/** "1200.00 EUR · 2026-03-01 · Director" in the reader's way. */
function deferralText(terms: string, words: Words): string {
  return terms
    .split(' · ')
    .map((part) => factText(part, words))
    .join(' · ');
}

/** Amounts, days and kinds of keys ("DOOR_KEYS 3") in the reader's way; names and numbers as they are. */
function factText(fact: string, { t, locale }: Words): string {
  const [kind = '', pieces = ''] = fact.split(' ');
  if (kind in KEY_KIND_LABELS) return `${nameIn(KEY_KIND_LABELS, kind, t)} ${pieces}`;
  const [, amount, currency] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(fact) ?? [];
  const money = amount === undefined || currency === undefined ? null : amountOfDecimal(amount, currency);
  if (money !== null) return amountText(money, locale);
  return /^\d{4}-\d\d-\d\d$/.test(fact) ? dateText(fact, locale) : fact;
}

function OneItem({ item: { code, state, facts, right }, words }: { item: ReadinessItem; words: Words }) {
  const { t } = words;
  const { title, todo: text } = ITEM_WORDS[code] ?? { title: code, todo: '' };
  const told = { MET: t('there'), MISSING: t('missing'), NOT_NEEDED: t('not needed here') }[state];
  return (
    <li data-item={state}>
      <span className="kt-ready-mark" aria-hidden={true}>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden={true}>
          <path d={MARKS[state]} />
        </svg>
      </span>
      <span className="kt-ready-title">
        {t(title)} <span className="kt-hidden">({told})</span>
      </span>
      {state === 'MISSING' ? (
        <span className="kt-chip" data-tone="plain">
          {nameIn(WHO, right, t)}
        </span>
      ) : (
        <span className="kt-soft" aria-hidden={true}>
          {told}
        </span>
      )}
      {state === 'MISSING' && <span className="kt-ready-todo">{t(text)}</span>}
      {facts.length > 0 && (
        <span className="kt-ready-about kt-number">
          {facts.map((fact) => factText(fact, words)).join(' · ')}
        </span>
      )}
    </li>
  );
}

function actionsOf(home: HomeReadiness, { t }: Words): RecordAction[] {
  const { handoverId, state, appointment } = home;
  if (handoverId === null || state === null || appointment === null || state === 'KEYS_HANDED') return [];
  const isOpen = appointment.batchState === 'OPEN';
  const mayCome = state === 'NOTIFIED' || state === 'BOOKED' || state === 'NO_SHOW';
  const isOwed = home.items.some(({ code, state: item }) => code === 'DUES' && item === 'MISSING');
  const isMissed = state === 'BOOKED' && appointment.isSlotOver;
  const all: (RecordAction | false)[] = [
    mayCome &&
      isOpen && {
        key: 'book',
        label: state === 'BOOKED' ? t('Move appointment') : t('Book appointment'),
        isNext: state !== 'BOOKED',
        form: formOf(BOOK, handoverId),
      },
    (mayCome || HERE_STATES.includes(state)) && {
      key: 'arrive',
      label: mayCome ? t('Record arrival') : t('Check identity'),
      isNext: state === 'BOOKED' && !isMissed,
      form: formOf(ARRIVE, handoverId),
    },
    isMissed && { key: 'miss', label: t('Record no-show'), isNext: true, form: formOf(MISS, handoverId) },
    isOwed && { key: 'defer', label: t('Ask for deferral'), form: formOf(DEFER, handoverId) },
    mayCome && isOpen && { key: 'link', label: t('Link for the buyer'), form: formOf(LINK, handoverId) },
    mayCome && isOpen && { key: 'renew', label: t('Take links back'), form: formOf(RENEW, handoverId) },
    state === 'BOOKED' && {
      key: 'unbook',
      label: t('Give up appointment'),
      form: formOf(UNBOOK, handoverId),
    },
    (state === 'NOTIFIED' || state === 'NO_SHOW') && {
      key: 'deem',
      label: t('Deem delivered'),
      isDangerous: true,
      form: formOf(DEEM, handoverId),
    },
  ];
  return all.filter((one): one is RecordAction => one !== false);
}
