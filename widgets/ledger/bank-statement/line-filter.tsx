/** How many lines there are of each state; a press shows those alone. */
import type { BankLineState } from '#domain/ledger/collection-states.ts';
import { BANK_LINE_STATES } from '#widgets/ledger/names.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { flag } from '#widgets/shared/parts/flag.ts';
import { type BankLine, countOf, SHOWN_STATES } from './bank-lines.ts';

type LineFilterProps = {
  lines: readonly BankLine[];
  shown: BankLineState | null;
  words: Words;
  onShow: (state: BankLineState | null) => void;
};

export function LineFilter({ lines, shown, words: { t }, onShow }: LineFilterProps) {
  const known = SHOWN_STATES.filter((state) => countOf(lines, state) > 0);
  return (
    <fieldset className="kt-chips">
      <legend className="kt-hidden">{t('Lines shown')}</legend>
      <Chip isOn={shown === null} onPress={() => onShow(null)}>
        {t('All {count}', { count: lines.length })}
      </Chip>
      {known.map((state) => (
        <Chip key={state} isOn={shown === state} onPress={() => onShow(shown === state ? null : state)}>
          {`${nameIn(BANK_LINE_STATES, state, t)} ${countOf(lines, state)}`}
        </Chip>
      ))}
    </fieldset>
  );
}

type ChipProps = { isOn: boolean; onPress: () => void; children: string };

function Chip({ isOn, onPress, children }: ChipProps) {
  return (
    <button type="button" className="kt-button" data-size="small" aria-pressed={flag(isOn)} onClick={onPress}>
      {children}
    </button>
  );
}
