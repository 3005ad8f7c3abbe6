/** What an area settlement came to. */
import type { OutcomeProps } from '#widgets/shared/command-form/command-form.tsx';
import { someAmount } from '#widgets/shared/command-form/record-texts.ts';
import { amountOfDecimal } from '#widgets/shared/format/amount.ts';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';

export function SettledArea({
  result,
  words: { t, locale },
}: Pick<OutcomeProps<unknown>, 'result' | 'words'>) {
  const money = (decimal: unknown) =>
    someAmount(amountOfDecimal(String(decimal), String(result.currency)), locale);
  const borne = Number(result.developerBearsArea);
  return (
    <>
      <div className="kt-panel">
        <Facts
          facts={[
            [t('Difference'), `${String(result.ratioPercent)} %`],
            [t('Buyer pays'), money(result.buyerPays)],
            [t('Buyer gets back'), money(result.buyerRefund)],
            [t('Borne by the developer (m²)'), borne > 0 ? String(borne) : null],
          ]}
        />
      </div>
      {result.buyerMayRescind === true && (
        <Notice tone="bad">
          {t('The difference is beyond the tolerance: the buyer may rescind. Ask before you post it.')}
        </Notice>
      )}
    </>
  );
}
