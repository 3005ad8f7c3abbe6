/** Who buys, with which share; the first buyer first. */
import { type BuyerRecord, buyerName } from '#widgets/shared/command-form/record-texts.ts';
import { numberText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { NotForYou, RecordLink, Section } from './record-parts.tsx';

export type BuyerRow = BuyerRecord & {
  id: string;
  name: string | null;
  sharePercent: number | null;
  isFirst: boolean | null;
};

type BuyerLinesProps = {
  /** Null for who may not see them. */
  parties: readonly BuyerRow[] | null;
  /** Who buys alone where no shares are on record. */
  alone: BuyerRecord;
  words: Words;
};

export function BuyerLines({ parties: known, alone, words }: BuyerLinesProps) {
  const { t, locale } = words;
  const parties = known?.length === 0 ? soleBuyer(alone) : known;
  const sorted = [...(parties ?? [])].sort((a, b) => Number(b.isFirst ?? false) - Number(a.isFirst ?? false));
  return (
    <Section title={t('Buyers')}>
      {parties === null && <NotForYou words={words} />}
      {parties?.length === 0 && <p className="kt-hint">{t('Nobody is on record.')}</p>}
      <ul className="kt-lines">
        {sorted.map((party) => {
          const { buyer, company } = party;
          const name = buyerName(party) ?? party.name ?? '–';
          const who = buyer ?? company;
          return (
            <li key={party.id}>
              {who === null ? (
                <span>{name}</span>
              ) : (
                <RecordLink object={buyer === null ? 'company' : 'person'} id={who.id}>
                  {name}
                </RecordLink>
              )}
              <span className="kt-number">
                {party.sharePercent === null ? '–' : `${numberText(party.sharePercent, locale, 4)} %`}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** As commands take it: a deal without rows of its own has one party, its buyer, with all of it. */
function soleBuyer({ buyer, company }: BuyerRecord): BuyerRow[] {
  const id = buyer?.id ?? company?.id;
  if (id === undefined) return [];
  return [{ id, name: null, sharePercent: 100, isFirst: true, buyer, company }];
}
