import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('project', {
    Project: ['name', 'code', 'city', 'district'],
    'Selling rules': ['currencyCode', 'timeZone', 'holdHours', 'depositAsked', 'depositKind', 'weekend'],
    'Deposits and holds': [
      'smallDepositAsked',
      'smallDepositHours',
      'mostExtensions',
      'extensionHours',
      'holdsPerSalesperson',
      'unitHoldHours',
      'swapFee',
      'buyerChangeFee',
    ],
    'Terms of new contracts': [
      'allocationOrder',
      'lateFeeRate',
      'lateFeeGraceDays',
      'lateFeeGraceFrom',
      'lateFeeBandDays',
      'lateFeeBandRate',
      'lateFeeBandMode',
      'lateFeeCapPercent',
    ],
    Settlement: ['settlementRegime', 'completionPercent', 'areaTolerancePercent', 'areaShortfallMultiplier'],
    Letters: ['letterhead', 'bankDetails'],
    'Pre-sale permit': ['permitRequired', 'permitNumber', 'permitExpiresOn'],
  }),
);
