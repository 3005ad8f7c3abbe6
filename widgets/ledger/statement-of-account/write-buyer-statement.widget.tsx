/** Writes one statement of account of everything that the selected buyer has. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { LANGUAGES } from '#widgets/ledger/names.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import type { Language } from '#widgets/shared/api/ledger-commands.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { FileLink } from '#widgets/shared/parts/file-link.tsx';
import { type PersonName, personName } from '#widgets/shared/people/person-name.ts';

type Buyer = { id: string; name: PersonName; contracts: string[] };

type Answer = {
  people: Connection<{ id: string; name: PersonName }>;
  keyturnContracts: Connection<{ name: string | null }>;
};

async function readBuyer(id: string): Promise<Buyer | null> {
  const contracts = listField({
    root: 'keyturnContracts',
    fields: 'name',
    filter: `{ buyerId: { eq: ${literal(id)} }, state: { neq: DRAFT } }`,
    orderBy: '[{ name: AscNullsLast }]',
  });
  const data = await query<Answer>(
    `query { ${byId('people', 'id name { firstName lastName }', id)} ${contracts} }`,
  );
  const person = first(data.people);
  return person && { ...person, contracts: nodes(data.keyturnContracts).map(({ name }) => name ?? '–') };
}

const SPEC = fieldForm({
  command: 'documents/write-statement',
  load: readBuyer,
  facts: ({ name, contracts }, { t }) => [
    [t('Buyer'), personName(name)],
    [t('Contracts'), contracts.join(', ')],
  ],
  blocked: ({ contracts }, { t }) =>
    contracts.length === 0 ? t('This person is the first buyer of no contract.') : null,
  start: () => ({ language: 'en', asOf: today() }),
  fields: {
    language: { kind: 'CHOICE', label: msg('Language'), isShort: true, choices: () => LANGUAGES },
    asOf: { kind: 'DATE', label: msg('As of') },
  },
  input: ({ language, asOf }, { id }) => ({ personId: id, language: language as Language, asOf }),
  isQuestion: true,
  Outcome: ({ result, words: { t } }) => (
    <FileLink result={result} where={t('It also lies in the Files tab of the person.')} />
  ),
  submit: ({ t }) => t('Write statement'),
  busy: ({ t }) => t('Writing…'),
  done: ({ t }) => t('The statement is written.'),
});

function WriteBuyerStatement() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.writeBuyerStatement'),
  name: 'write-buyer-statement',
  description: 'Writes one statement of account of all contracts of a buyer as PDF into their Files tab.',
  component: WriteBuyerStatement,
});
