/** Buyers with their shares, a block each; the first one stands first in the papers. */
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { TextField } from '#widgets/shared/parts/fields.tsx';
import { BuyerField } from './buyer-field.tsx';
import type { PartyDraft } from './parties.ts';
import { searchPeople } from './read-people.ts';

type PartyRowsProps = {
  parties: PartyDraft[];
  wrong: string | undefined;
  words: Words;
  onChange: (parties: PartyDraft[]) => void;
};

export function PartyRows({ parties, wrong, words, onChange }: PartyRowsProps) {
  const { t } = words;
  const change = (key: number, to: Partial<PartyDraft>) =>
    onChange(parties.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const nextKey = parties.reduce((most, { key }) => Math.max(most, key), 0) + 1;
  return (
    <>
      {parties.map(({ key, who, share }, index) => (
        <div key={key} className="kt-party">
          <BuyerField
            buyer={who}
            onChange={(buyer) => change(key, { who: buyer })}
            search={searchPeople}
            words={words}
            label={index === 0 ? t('First buyer') : t('Buyer {number}', { number: index + 1 })}
          />
          <TextField
            label={t('Share (%)')}
            value={share}
            onChange={(value) => change(key, { share: value })}
          />
          {parties.length > 1 && (
            <Button
              look="plain"
              size="small"
              onPress={() => onChange(parties.filter((one) => one.key !== key))}
            >
              {t('Remove')}
            </Button>
          )}
        </div>
      ))}
      {wrong && (
        <span className="kt-wrong" role="alert">
          {wrong}
        </span>
      )}
      <div className="kt-form-actions">
        <Button size="small" onPress={() => onChange([...parties, { key: nextKey, who: null, share: '' }])}>
          {t('Add a buyer')}
        </Button>
      </div>
    </>
  );
}
