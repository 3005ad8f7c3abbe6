/** A development (项目): currency, time zone and the rules that its sales follow. */
import { defineObject } from 'twenty-sdk/define';
import type { DepositKind } from '#domain/deal/deal-states.ts';
import type { Weekend } from '#domain/ledger/business-days.ts';
import type { SettlementRegime } from '#domain/ledger/settlement-states.ts';
import { ledgerTerms } from '#kit/ledger-choices.ts';
import { date, decimal, flag, hasMany, money, object, select, text, whole } from '#kit/object.ts';

const WEEKENDS: Record<Weekend, { label: string; color: string }> = {
  SATURDAY_SUNDAY: { label: 'Saturday and Sunday', color: 'blue' },
  FRIDAY_SATURDAY: { label: 'Friday and Saturday', color: 'sky' },
  SUNDAY: { label: 'Sunday', color: 'purple' },
  NONE: { label: 'No day', color: 'gray' },
};

const REGIMES: Record<SettlementRegime, { label: string; color: string }> = {
  NONE: { label: 'Everything goes back', color: 'gray' },
  CHINA: { label: 'China: deposit rule', color: 'red' },
  INDIA: { label: 'India: ten percent before the agreement', color: 'orange' },
  DUBAI: { label: 'Dubai: retention by completion', color: 'green' },
};

const DEPOSIT_KINDS: Record<DepositKind, { label: string; color: string }> = {
  DINGJIN: { label: 'Deposit in law', color: 'orange' },
  PREPAYMENT: { label: 'Prepayment', color: 'blue' },
};

export default defineObject(
  object('project', {
    label: 'Project',
    plural: 'Projects',
    icon: 'IconBuildingCommunity',
    description: 'A development whose homes are sold: its currency, time zone, permit and deposit rule.',
    fields: {
      name: text('Name'),
      code: text('Code'),
      city: text('City'),
      district: text('District'),
      currencyCode: text('Currency', {
        description: 'ISO 4217 code, e.g. EUR. Every amount of the project is in it.',
      }),
      timeZone: text('Time zone', { description: 'IANA name, e.g. Asia/Taipei. Days begin and end by it.' }),
      holdHours: whole('Reservation hours', {
        description: 'How long a reservation holds its unit unless it says otherwise.',
      }),
      depositAsked: money('Deposit asked'),
      depositKind: select('Deposits are', DEPOSIT_KINDS, {
        initially: 'DINGJIN',
        description: 'Only a deposit in law may be forfeited; a prepayment goes back (D7).',
      }),
      smallDepositAsked: money('Small deposit asked'),
      smallDepositHours: whole('Small deposit hours', {
        description: 'How long a small deposit holds a unit. Empty: 72.',
      }),
      mostExtensions: whole('Extensions of a reservation', {
        description: 'How often a reservation may be extended. Empty: 2.',
      }),
      extensionHours: whole('Hours of an extension', { description: 'Empty: 24.' }),
      holdsPerSalesperson: whole('Holds per salesperson', {
        description: 'How many units a salesperson may hold at a time. Empty: 3.',
      }),
      unitHoldHours: whole('Hours of a hold', { description: 'How long a hold may last. Empty: 4.' }),
      swapFee: money('Fee for another unit'),
      buyerChangeFee: money('Fee for other buyers'),
      permitRequired: flag('Pre-sale permit required', {
        description: 'When set, no unit is released without a valid permit (D6).',
      }),
      permitNumber: text('Pre-sale permit'),
      permitExpiresOn: date('Permit expires on'),
      ...ledgerTerms,
      weekend: select('Days off', WEEKENDS, { initially: 'SATURDAY_SUNDAY' }),
      settlementRegime: select('Rules of cancellation', REGIMES, {
        initially: 'NONE',
        description: 'What may be kept of a cancelled contract (D7). Ask a lawyer before you set it.',
      }),
      completionPercent: decimal('Certified completion (%)', 4),
      areaTolerancePercent: decimal('Area tolerance (%)', 4, { description: 'Empty: three percent (D5).' }),
      areaShortfallMultiplier: decimal('Refund beyond the tolerance (times)', 4, {
        description: 'Empty: double (D5).',
      }),
      deemedDeliveryDays: whole('Days until deemed delivery', {
        description: 'After the last day of a batch. Empty: nobody is deemed to have taken a home.',
      }),
      titleFileDays: whole('Days to file for title', { description: 'From the handover. Empty: 60 (D9).' }),
      titleCertificateDays: whole('Days to the certificate', {
        description: 'From the handover, as the contracts promise. Empty: 365.',
      }),
      serviceFrom: text('Service begins at', {
        description: 'As 09:00. Clocks in working hours run from then. Empty: 09:00.',
      }),
      serviceTo: text('Service ends at', { description: 'As 18:00. Empty: 18:00.' }),
      seasonStartsOn: text('Heating season begins', { description: 'Month and day as 11-15. Empty: 11-15.' }),
      seasonEndsOn: text('Heating season ends', { description: 'Month and day as 03-15. Empty: 03-15.' }),
      letterhead: text('Letterhead', {
        description: 'Company and address, as letters and statements show it.',
      }),
      bankDetails: text('Bank details', {
        description: 'Where buyers pay to; shown on letters and statements.',
      }),
      buildings: hasMany('Buildings', 'building.project'),
      unitTypes: hasMany('Unit types', 'unitType.project'),
      units: hasMany('Units', 'unit.project'),
      dunningSteps: hasMany('Dunning steps', 'dunningStep.project'),
      commissionPlans: hasMany('Commission plans', 'commissionPlan.project'),
      releaseBatches: hasMany('Release batches', 'releaseBatch.project'),
      priceSchemes: hasMany('Price schemes', 'priceScheme.project'),
      discountRules: hasMany('Discount rules', 'discountRule.project'),
      salesFigures: hasMany('Daily figures', 'salesFigure.project'),
      calendarDays: hasMany('Calendar days', 'calendarDay.project'),
      handoverBatches: hasMany('Handover batches', 'handoverBatch.project'),
      inspectionTemplates: hasMany('Inspection templates', 'inspectionTemplate.project'),
      engineeringChanges: hasMany('Engineering changes', 'engineeringChange.project'),
      warrantyTerms: hasMany('Warranty terms', 'warrantyTerm.project'),
      serviceTickets: hasMany('Service tickets', 'serviceTicket.project'),
    },
  }),
);
