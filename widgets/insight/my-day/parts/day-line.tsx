/** One thing that waits: what, whose, until when, and the button of its next step. */
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import type { DayRow, Step } from '../day-rows.ts';
import { dueText } from '../due-text.ts';

export type LineProps = {
  row: DayRow;
  isTeam: boolean;
  now: number;
  words: Words;
  onStep: (step: Step) => void;
};

export function DayLine(props: LineProps) {
  return (
    <li className="kt-day-line">
      <LineBody {...props} />
    </li>
  );
}

/** The same line, lifted out: what ends first of everything. */
export function NextRow(props: LineProps) {
  const { t } = props.words;
  return (
    <section className="kt-day-next" data-urgency={props.row.urgency} aria-labelledby="kt-day-next">
      <h2 id="kt-day-next" className="kt-day-title">
        {t('First of all')}
      </h2>
      <div className="kt-day-line">
        <LineBody {...props} />
      </div>
    </section>
  );
}

function LineBody({ row, isTeam, now, words, onStep }: LineProps) {
  const due = dueText(row, now, words);
  const details = [row.detail, isTeam ? row.owner : null].filter((part) => part);
  return (
    <>
      <span className="kt-day-what">
        <span className="kt-day-name">{row.name}</span>
        {details.length > 0 && <span className="kt-soft">{details.join(' · ')}</span>}
      </span>
      {due !== null && (
        <span className="kt-day-due kt-number" data-urgency={row.urgency}>
          {due}
        </span>
      )}
      <Button size="small" label={`${row.step.label}: ${row.name}`} onPress={() => onStep(row.step)}>
        {row.step.label}
      </Button>
    </>
  );
}
