/** One thing to look at: three large buttons, and for a defect what it is and how bad. */
import type { SnagSeverity } from '#domain/handover/after-sale-states.ts';
import { CHECK_RESULTS, type CheckAnswer, type CheckItem } from '#domain/handover/inspections.ts';
import { CHECK_RESULT_NAMES, SEVERITY_NAMES } from '#widgets/handover/names.ts';
import { choicesOf, nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { ChoiceField, LongTextField } from '#widgets/shared/parts/fields.tsx';
import { flag } from '#widgets/shared/parts/flag.ts';

type CheckCardProps = {
  item: CheckItem;
  isOver: boolean;
  words: Words;
  onGive: (answer: CheckAnswer, isToSave: boolean) => void;
};

export function CheckCard({ item, isOver, words, onGive }: CheckCardProps) {
  const { t } = words;
  const { id, name, result, note, severity } = item;
  const answer = { itemId: id, result: result ?? 'DEFECT', note, severity } as const;
  return (
    <li className="kt-check-card" data-result={result ?? 'NONE'}>
      <p className="kt-strong">{name}</p>
      <fieldset className="kt-check-results" aria-label={name}>
        {CHECK_RESULTS.map((one) => (
          <button
            key={one}
            type="button"
            className="kt-check-result"
            data-result={one}
            aria-pressed={flag(result === one)}
            disabled={isOver}
            onClick={() => onGive({ ...answer, result: one, note: one === 'DEFECT' ? note : '' }, true)}
          >
            {nameIn(CHECK_RESULT_NAMES, one, t)}
          </button>
        ))}
      </fieldset>
      {result === 'DEFECT' && !isOver && (
        <>
          <LongTextField
            label={t('What is wrong')}
            value={note}
            onChange={(text) => onGive({ ...answer, note: text }, false)}
          />
          <ChoiceField
            label={t('Severity')}
            value={severity}
            choices={choicesOf(SEVERITY_NAMES, t)}
            onChange={(value) => onGive({ ...answer, severity: value as SnagSeverity }, true)}
          />
        </>
      )}
      {result === 'DEFECT' && isOver && note !== '' && <p className="kt-soft">{note}</p>}
    </li>
  );
}
