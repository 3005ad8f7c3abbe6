/** What handover and service need of an admin: checklist, warranty, levels, and the secret of links. Pure. */

import type { SetupState } from '#domain/system/setup-answer.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Check, check, open, type Way } from './checks.ts';

export function afterSaleChecks({ counts, variables }: SetupState): Check[] {
  const secret = variables.find(({ name }) => name === 'KEYTURN_LINK_SECRET');
  return [
    made('templates', counts.inspectionTemplates, 'keyturnInspectionTemplates', {
      label: msg('Inspection templates'),
      missing: msg('Homes are handed over without an inspection until there is a checklist.'),
      ways: [{ label: msg('Make the usual checklist'), command: 'handover/set-up-inspection-template' }],
    }),
    made('warranty', counts.warrantyTerms, 'keyturnWarrantyTerms', {
      label: msg('Warranty terms'),
      missing: msg('Nobody can tell whether a repair is in warranty until there are terms.'),
      ways: [
        { label: msg('Make the usual terms of China'), command: 'care/set-up-warranty', rules: 'CHINA' },
        { label: msg('Make the usual terms of Dubai'), command: 'care/set-up-warranty', rules: 'DUBAI' },
      ],
    }),
    made('levels', counts.serviceLevels, 'keyturnServiceLevels', {
      label: msg('Service levels'),
      missing: msg('Tickets promise no time until there are levels.'),
      ways: [{ label: msg('Make the usual levels'), command: 'care/set-up-service-levels' }],
    }),
    check({
      key: 'links',
      label: msg('Links without an account'),
      state: secret?.isSet === true ? 'DONE' : 'LATER',
      told:
        secret?.isSet === true
          ? msg('The secret is set: buyers and contractors can be sent links.')
          : msg('To send links to buyers and contractors, set the application variable {name}.'),
      values: { name: 'KEYTURN_LINK_SECRET' },
      ways: [{ label: msg('Open applications'), settings: 'applications' }],
    }),
  ];
}

/** What a button makes and people edit afterwards; selling goes on without it. */
function made(
  key: string,
  count: number,
  objects: string,
  { label, missing, ways }: { label: string; missing: string; ways: Way[] },
): Check {
  return check({
    key,
    label,
    state: count === 0 ? 'LATER' : 'DONE',
    told: count === 0 ? missing : msg('{count} entered.'),
    values: { count },
    ways: count === 0 ? [...ways, ...open(objects)] : open(objects),
  });
}
