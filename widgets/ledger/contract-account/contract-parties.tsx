/** Who buys with which share, and what was changed after signing. */
import { CHANGE_KINDS } from '#widgets/ledger/contract-change/change-kinds.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { BuyerLines } from '#widgets/shared/record/buyer-lines.tsx';
import { More, NotForYou, RecordLink, Section } from '#widgets/shared/record/record-parts.tsx';
import type { ContractSubject } from './contract-records.ts';

const MOST_CHANGES = 5;

export function PartiesAndChanges({ subject, words }: { subject: ContractSubject; words: Words }) {
  return (
    <div className="kt-record-pair">
      <BuyerLines parties={subject.parties} alone={subject.contract} words={words} />
      <Changes subject={subject} words={words} />
    </div>
  );
}

function Changes({ subject, words }: { subject: ContractSubject; words: Words }) {
  const { t, locale } = words;
  const { changes, contract, totals } = subject;
  const shown = (changes ?? []).slice(0, MOST_CHANGES);
  return (
    <Section title={t('Changes')}>
      {changes === null && <NotForYou words={words} />}
      {changes?.length === 0 && <p className="kt-hint">{t('Nothing was changed since signing.')}</p>}
      <ul className="kt-lines">
        {shown.map(({ id, name, kind, effectiveOn, executedAt, before, after }) => (
          <li key={id}>
            <span>
              <RecordLink object="keyturnContractChange" id={id}>
                {nameIn(CHANGE_KINDS, kind, t) ?? name ?? '–'}
              </RecordLink>
              {(before || after) && (
                <span className="kt-soft"> {[before, after].filter(Boolean).join(' → ')}</span>
              )}
            </span>
            <span className="kt-soft kt-number">
              {executedAt === null ? t('under way') : effectiveOn && dateText(effectiveOn, locale)}
            </span>
          </li>
        ))}
      </ul>
      <More
        shown={shown.length}
        total={changes === null ? null : totals.changes}
        rows={{
          objects: 'keyturnContractChanges',
          filters: [{ field: 'contract', is: 'RELATED_TO', recordId: contract.id }],
        }}
        words={words}
      />
    </Section>
  );
}
