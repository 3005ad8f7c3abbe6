/** A ticket of the desk: what, whose, how much of the clock is left, and what is done with it right here. */
import { KINDS, PRIORITIES, TICKET_STATES } from '#widgets/care/care-names.ts';
import { GIVE_FEEDBACK, moveForm } from '#widgets/care/ticket/ticket-forms.tsx';
import { LoadedForm } from '#widgets/shared/command-form/command-form.tsx';
import type { FormPlace } from '#widgets/shared/command-form/use-command-form.ts';
import { dateTimeText, timeLeftText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { personName } from '#widgets/shared/people/person-name.ts';
import { RecordLink } from '#widgets/shared/record/record-parts.tsx';
import { type DeskRow, mayAnswer, mayResolve, type Press, pressOf } from './desk-rows.ts';

export type OpenForm = { id: string; form: 'ANSWER' | 'RESOLVE' };

export type LineProps = {
  row: DeskRow;
  memberId: string;
  now: number;
  words: Words;
  isBusy: boolean;
  open: OpenForm | null;
  place: FormPlace;
  onOpen: (open: OpenForm | null) => void;
  onPress: (press: Press) => void;
};

const RESOLVE = moveForm('RESOLVED');

export function DeskLine(props: LineProps) {
  const { row, open, place, words } = props;
  const { id, name } = row.ticket;
  const form = open?.id === id ? open.form : null;
  return (
    <li className="kt-desk-line" data-late={row.isLate ? 'LATE' : 'NOT'}>
      <div className="kt-desk-row">
        <What row={row} words={words} />
        <Clock row={row} now={props.now} words={words} />
        <Buttons {...props} form={form} />
      </div>
      {form !== null && (
        <section className="kt-record-form" aria-label={name ?? ''}>
          {form === 'ANSWER' ? (
            <LoadedForm spec={GIVE_FEEDBACK} recordId={id} place={place} />
          ) : (
            <LoadedForm spec={RESOLVE} recordId={id} place={place} />
          )}
        </section>
      )}
    </li>
  );
}

function What({ row: { ticket }, words: { t } }: Pick<LineProps, 'row' | 'words'>) {
  const { kind, state, priority, escalation, assignee, customer, unit, contactName } = ticket;
  const who = [
    (customer === null ? null : personName(customer.name)) ?? contactName,
    unit?.name,
    assignee === null ? t('unassigned') : personName(assignee.name),
  ].filter((part) => part);
  return (
    <span className="kt-desk-what">
      <RecordLink object="keyturnServiceTicket" id={ticket.id}>
        {[ticket.number, ticket.name].filter(Boolean).join(' · ')}
      </RecordLink>
      <span className="kt-desk-chips">
        <span className="kt-chip">{nameIn(KINDS, kind, t) ?? '–'}</span>
        <span className="kt-chip">{nameIn(TICKET_STATES, state, t) ?? '–'}</span>
        {(priority === 'URGENT' || priority === 'HIGH') && (
          <span className="kt-chip" data-tone="bad">
            {nameIn(PRIORITIES, priority, t)}
          </span>
        )}
        {(escalation ?? 0) > 0 && (
          <span className="kt-chip" data-tone="bad">
            {t('Escalated ×{count}', { count: escalation ?? 0 })}
          </span>
        )}
      </span>
      <span className="kt-soft">{who.join(' · ')}</span>
    </span>
  );
}

/** Late or how long there is left, in words as well as by colour. */
function Clock({ row, now, words: { t, locale } }: Pick<LineProps, 'row' | 'now' | 'words'>) {
  const { due, isLate, isPaused, ticket } = row;
  const moment = (at: string | null) => (at === null ? '–' : dateTimeText(at, locale));
  if (isPaused)
    return (
      <span className="kt-desk-clock kt-number">
        {t('The clock stands')}
        <span className="kt-soft">{t('since {time}', { time: moment(ticket.pausedAt) })}</span>
      </span>
    );
  if (due === null) return <span className="kt-desk-clock kt-soft">{t('Nothing is promised')}</span>;
  const until = due.what === 'ANSWER' ? t('answer by {time}', { time: moment(due.by) }) : null;
  return (
    <span className="kt-desk-clock kt-number">
      {isLate ? t('late') : t('{time} left', { time: timeLeftText(due.by, now, t) ?? '–' })}
      <span className="kt-soft">{until ?? t('resolve by {time}', { time: moment(due.by) })}</span>
    </span>
  );
}

function Buttons(props: LineProps & { form: OpenForm['form'] | null }) {
  const { row, memberId, words, isBusy, form, onOpen, onPress } = props;
  const { t } = words;
  const { ticket } = row;
  const press = pressOf(ticket, memberId);
  const toggle = (which: OpenForm['form']) => onOpen(form === which ? null : { id: ticket.id, form: which });
  const named = (label: string) => `${label}: ${ticket.name ?? ticket.number ?? ''}`;
  return (
    <span className="kt-desk-buttons">
      {press !== null && <PressButton {...{ press, words, isBusy, onPress, named }} />}
      {mayAnswer(ticket) && (
        <Button size="small" label={named(t('Answer'))} onPress={() => toggle('ANSWER')}>
          {t('Answer')}
        </Button>
      )}
      {mayResolve(ticket) && (
        <Button size="small" label={named(t('Resolve'))} onPress={() => toggle('RESOLVE')}>
          {t('Resolve')}
        </Button>
      )}
    </span>
  );
}

type PressProps = Pick<LineProps, 'words' | 'isBusy' | 'onPress'> & {
  press: Press;
  named: (label: string) => string;
};

function PressButton({ press, words: { t }, isBusy, onPress, named }: PressProps) {
  const { label } = press;
  return (
    <Button size="small" isDisabled={isBusy} label={named(t(label))} onPress={() => onPress(press)}>
      {t(label)}
    </Button>
  );
}
