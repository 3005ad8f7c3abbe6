/** A price scheme (价格方案): one version of all prices of a project; one of them is active (H2.2). */
import { defineObject } from 'twenty-sdk/define';
import { belongsTo, date, dateTime, hasMany, json, money, object, select, text, whole } from '#kit/object.ts';
import { PRICE_SCHEME_STAGES } from '#workflows/pipeline/price-scheme.ts';

export default defineObject(
  object('priceScheme', {
    label: 'Price scheme',
    plural: 'Price schemes',
    icon: 'IconTags',
    description: 'One version of the prices of a project. Exactly one is active.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.priceSchemes'),
      version: whole('Version'),
      state: select('State', PRICE_SCHEME_STAGES, { initially: 'DRAFT' }),
      effectiveFrom: date('Effective from'),
      source: text('Source', { description: 'The file that it was read from.' }),
      fileHash: text('Fingerprint of the file'),
      rows: whole('Rows'),
      newPrices: whole('New prices'),
      changedPrices: whole('Changed prices'),
      samePrices: whole('Same prices'),
      blockedPrices: whole('Blocked', { description: 'Units with a live deal: reported and not touched.' }),
      amountBefore: money('Amount before'),
      amountAfter: money('Amount after'),
      averageBefore: money('Average per m² before'),
      averageAfter: money('Average per m² after'),
      approvedBy: text('Approved by'),
      activatedAt: dateTime('Activated at'),
      retiredAt: dateTime('Retired at'),
      undoneAt: dateTime('Undone at'),
      activeKey: text('Active for', {
        description: 'The id of the project while this scheme is the active one.',
      }),
      schemeKey: text('Project and version'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      priceSchemeItems: hasMany('Prices', 'priceSchemeItem.priceScheme'),
    },
  }),
);
