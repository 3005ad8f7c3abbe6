/**
 * The letters that a workspace starts with, as data: an administrator makes them its own in Twenty.
 * They state facts and ask for payment; what a law allows or a contract threatens is for the company
 * and its lawyers to add.
 */
import type { DunningLevel } from '#domain/ledger/collection-states.ts';
import type { Wording } from '../shared/language.ts';
import type { DemandLetterTemplate } from './demand-letter.ts';
import { CHINESE_TEMPLATES } from './demand-letter-templates-zh.ts';

const ENGLISH_TEMPLATES: Record<DunningLevel, DemandLetterTemplate> = {
  REMINDER: {
    title: 'Payment reminder',
    body: `Dear {{buyer}},

This is a friendly reminder concerning your purchase of {{unit}} in {{project}} under contract {{contract}}. By our records of {{date}} the following is open:

{{installments}}

Please pay {{total}} by {{payBy}} to the account below, naming the contract number. If you have paid in the last few days, please disregard this letter.

{{bankAccounts}}

Please contact us if anything about your account is unclear. We are glad to help.

Yours sincerely,`,
  },
  FIRST: {
    title: 'First demand for payment',
    body: `Dear {{buyer}},

We refer to contract {{contract}} for {{unit}} in {{project}}. As of {{date}} the payments below are overdue, the oldest by {{daysLate}} days:

{{installments}}

We ask you to pay {{total}} ({{totalInWords}}) by {{payBy}}, naming the contract number. Late fees go on accruing under the contract until the day of payment.

{{bankAccounts}}

If you cannot pay by that date, please contact us before it to agree on how to proceed. If your payment has crossed with this letter, please send us its proof.

Yours sincerely,`,
  },
  SECOND: {
    title: 'Second demand for payment',
    body: `Dear {{buyer}},

Despite our earlier demand the payments below under contract {{contract}} for {{unit}} in {{project}} have not reached us. As of {{date}} the oldest is {{daysLate}} days overdue:

{{installments}}

We demand payment of {{total}} ({{totalInWords}}) in full by {{payBy}}. This sum consists of {{principal}} of installments and {{lateFees}} of late fees; the fees go on accruing until the day of payment.

{{bankAccounts}}

Should the sum not be received by that date, we will send you a formal demand and take the further steps that the contract provides for.

Yours sincerely,`,
  },
  FORMAL: {
    title: 'Formal demand for payment',
    body: `Dear {{buyer}},

Under contract {{contract}} you purchased {{unit}} in {{project}}. You have not made the payments below, which are up to {{daysLate}} days overdue as of {{date}}, although we have asked for them repeatedly:

{{installments}}

We hereby formally demand that you pay {{total}} ({{totalInWords}}), being {{principal}} of installments and {{lateFees}} of late fees accrued so far, by {{payBy}} at the latest.

{{bankAccounts}}

If the full sum is not received by that date, we will assert our rights under the contract and the law without further notice. All rights of {{company}} are reserved.

Yours faithfully,`,
  },
  LAWYER: {
    title: 'Lawyer’s letter: demand for payment',
    body: `Dear {{buyer}},

We act for the seller of {{unit}} in {{project}} under contract {{contract}}, and write on our client’s instructions.

According to our client’s records you have failed to make the payments below, which are up to {{daysLate}} days overdue as of {{date}}:

{{installments}}

On behalf of our client we demand payment of {{total}} ({{totalInWords}}) by {{payBy}} to the following account:

{{bankAccounts}}

Failing payment in full by that date, our client will, without further notice, pursue its claims including late fees, costs and any further rights under the contract and the law. We advise you to treat this matter as urgent and to seek advice of your own. This letter is without prejudice to any right of our client, all of which are reserved.

Yours faithfully,`,
  },
  TERMINATION: {
    title: 'Final notice before termination',
    body: `Dear {{buyer}},

The payments below under contract {{contract}} for {{unit}} in {{project}} remain unpaid despite our demands. As of {{date}} they are up to {{daysLate}} days overdue:

{{installments}}

We give you a last opportunity to pay {{total}} ({{totalInWords}}) by {{payBy}}:

{{bankAccounts}}

If the full sum is not received by that date, we will decide on the termination of the contract under its terms and the law, and claim what is then due to us. All rights of {{company}} are reserved.

Yours faithfully,`,
  },
};

export const DEMAND_LETTER_TEMPLATES: Wording<Readonly<Record<DunningLevel, DemandLetterTemplate>>> = {
  en: ENGLISH_TEMPLATES,
  'zh-CN': CHINESE_TEMPLATES,
};
