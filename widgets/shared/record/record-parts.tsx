/** Pieces that the widgets of records are put together from. */
import type { ReactNode } from 'react';
import { openSidePanelPage, SidePanelPages } from 'twenty-sdk/front-component';
import { openRows, type Rows } from '#widgets/shared/figures/rows.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { quietly } from '#widgets/shared/parts/quietly.ts';

type SectionProps = { title: string; aside?: ReactNode; children: ReactNode };

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className="kt-record-section" aria-label={title}>
      <div className="kt-record-head">
        <h3 className="kt-record-title">{title}</h3>
        {aside !== undefined && <span className="kt-soft kt-number">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

export type Sum = {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  tone?: 'bad' | 'good' | undefined;
};

/** Amounts side by side, each with its name above and what explains it below. */
export function Sums({ sums }: { sums: readonly Sum[] }) {
  return (
    <dl className="kt-sums">
      {sums.map(({ label, value, note, tone = 'plain' }) => (
        <div key={label} className="kt-sum" data-tone={tone}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note !== undefined && note !== null && note !== '' && <dd className="kt-sum-note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** ENDED: the road stops here, as with a contract that was cancelled. */
export type StepState = 'DONE' | 'NOW' | 'AHEAD' | 'ENDED';

export type Step = { key: string; label: string; note?: string | null; state: StepState };

const STEP_ICONS: Record<StepState, string> = {
  DONE: 'M2.5 6.4 5 9l4.8-6',
  NOW: 'M6 3.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z',
  AHEAD: '',
  ENDED: 'M3 3l6 6M9 3 3 9',
};

/** How far the record has come, told by icon and words as well as by colour. */
export function StepStrip({
  steps,
  label,
  words: { t },
}: {
  steps: readonly Step[];
  label: string;
  words: Words;
}) {
  const told: Record<StepState, string> = {
    DONE: t('done'),
    NOW: t('now'),
    AHEAD: t('still to come'),
    ENDED: t('ended here'),
  };
  return (
    <ol className="kt-steps" aria-label={label}>
      {steps.map(({ key, label: name, note, state }) => (
        <li
          key={key}
          className="kt-step"
          data-step={state}
          aria-current={state === 'NOW' ? 'step' : undefined}
        >
          <span className="kt-step-mark" aria-hidden={true}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden={true}>
              {STEP_ICONS[state] !== '' && <path d={STEP_ICONS[state]} />}
            </svg>
          </span>
          <span className="kt-step-name">
            {name} <span className="kt-hidden">({told[state]})</span>
          </span>
          {note && <span className="kt-step-note kt-number">{note}</span>}
        </li>
      ))}
    </ol>
  );
}

export type Share = {
  key: string;
  label: string;
  text: string;
  percent: number;
  fill: 'PAID' | 'LATE' | 'DUE' | 'REST';
};

/** One whole in its parts, with a legend that has the amounts. */
export function ShareBar({ shares, label }: { shares: readonly Share[]; label: string }) {
  return (
    <section className="kt-shares" aria-label={label}>
      <div className="kt-shares-bar" aria-hidden={true}>
        {shares
          .filter(({ percent }) => percent > 0)
          .map(({ key, percent, fill }) => (
            <span key={key} data-fill={fill} style={{ width: `${percent}%` }} />
          ))}
      </div>
      <ul className="kt-shares-key">
        {shares.map(({ key, label: name, text, fill }) => (
          <li key={key}>
            <span className="kt-shares-mark" data-fill={fill} aria-hidden={true} />
            {name} <span className="kt-number kt-strong">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type RecordLinkProps = { object: string; id: string; children: ReactNode };

/** Opens a record in Twenty's side panel. `object` is its name in the API, `keyturnContract`. */
export function RecordLink({ object, id, children }: RecordLinkProps) {
  const open = () =>
    quietly(() =>
      openSidePanelPage({ page: SidePanelPages.ViewRecord, recordId: id, objectNameSingular: object }),
    );
  return (
    <button type="button" className="kt-record-link" onClick={() => void open()}>
      {children}
    </button>
  );
}

type MoreProps = { shown: number; total: number | null; rows: Rows; words: Words };

/** What a list does not draw is said, and is one press away in Twenty's own list. */
export function More({ shown, total, rows, words: { t } }: MoreProps) {
  if (total === null || total <= shown) return null;
  return (
    <button type="button" className="kt-record-link" onClick={() => openRows(rows)}>
      {t('and {count} more', { count: total - shown })}
    </button>
  );
}

/** What the reader has no right to, in one plain sentence. */
export function NotForYou({ words: { t } }: { words: Words }) {
  return <p className="kt-hint">{t('Your role may not see this part.')}</p>;
}
