/** Finds a buyer among the people of the workspace; or takes a name that is only shown as the holder. */
import { useEffect, useState } from 'react';
import { asFailure } from '#widgets/shared/api/failure.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { TextField } from '#widgets/shared/parts/fields.tsx';
import type { Person } from './read-people.ts';

export type Buyer = { id: string | null; name: string };

type BuyerFieldProps = {
  buyer: Buyer | null;
  onChange: (buyer: Buyer | null) => void;
  search: (typed: string) => Promise<Person[]>;
  words: Words;
  wrong?: string | null;
  /** How the person is called; without it the buyer. */
  label?: string;
};

const PAUSE_MS = 250;

export function BuyerField({ buyer, onChange, search, words, wrong, label }: BuyerFieldProps) {
  const { t } = words;
  const title = label ?? t('Buyer');
  const [typed, setTyped] = useState('');
  const { people, problem, isSearching } = usePeople(typed, search, words);
  if (buyer !== null) return <PickedBuyer buyer={buyer} onChange={onChange} words={words} label={title} />;
  const name = typed.trim();
  return (
    <div className="kt-field">
      <TextField
        label={title}
        value={typed}
        onChange={setTyped}
        placeholder={t('Search by name or e-mail')}
        wrong={wrong ?? problem}
      />
      {name !== '' && (
        // biome-ignore lint/a11y/useSemanticElements: results, not fields
        <div className="kt-choices" role="group" aria-label={t('People found')}>
          {people.map((person) => (
            <button key={person.id} type="button" className="kt-choice" onClick={() => onChange(person)}>
              <span>{person.name}</span>
              {person.detail !== null && <span className="kt-hint">{person.detail}</span>}
            </button>
          ))}
          <button type="button" className="kt-choice" onClick={() => onChange({ id: null, name })}>
            <span>{t('Use “{name}” as it is', { name })}</span>
            <span className="kt-hint">
              {isSearching
                ? t('Searching…')
                : people.length === 0
                  ? t('Nobody found. The name is shown on the unit; link a person later.')
                  : t('Without linking a person')}
            </span>
          </button>
        </div>
      )}
    </div>
  );
}

function PickedBuyer({
  buyer,
  onChange,
  words: { t },
  label,
}: Pick<BuyerFieldProps, 'onChange' | 'words'> & { buyer: Buyer; label: string }) {
  return (
    <div className="kt-field">
      <span className="kt-label">{label}</span>
      <div className="kt-picked">
        <span>{buyer.name}</span>
        <Button look="plain" size="small" onPress={() => onChange(null)}>
          {t('Change')}
        </Button>
      </div>
      {buyer.id === null && <span className="kt-hint">{t('Shown as the holder; no person is linked.')}</span>}
    </div>
  );
}

function usePeople(typed: string, search: BuyerFieldProps['search'], words: Words) {
  const [found, setFound] = useState<{ for: string; people: Person[]; problem: string | null } | null>(null);
  useEffect(() => {
    if (typed.trim() === '') return;
    let isWanted = true;
    const timer = setTimeout(() => {
      search(typed).then(
        (people) => isWanted && setFound({ for: typed, people, problem: null }),
        (error: unknown) =>
          isWanted &&
          setFound({ for: typed, people: [], problem: failureTold(asFailure(error), words).title }),
      );
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed, search, words]);
  const isCurrent = found !== null && found.for === typed;
  return {
    people: found?.people ?? [],
    problem: isCurrent ? (found?.problem ?? null) : null,
    isSearching: !isCurrent,
  };
}
