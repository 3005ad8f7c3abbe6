/** Lays a handover protocol out: who, what, in which state, with which keys, what is left, and where to sign. */
import type { Block, DocumentSpec, Fact } from '../shared/blocks.ts';
import type { Language } from '../shared/language.ts';
import { amountWithCurrency, dateInTable, dateInText } from '../shared/text-format.ts';
import type { HandoverProtocol } from './protocol.ts';
import { PROTOCOL_WORDS } from './protocol-words.ts';

const GAP: Block = { kind: 'space', points: 16 };
const LINE = '______________________________';

export function protocolDocument(protocol: HandoverProtocol, language: Language): DocumentSpec {
  const words = PROTOCOL_WORDS[language];
  return {
    language,
    title: words.title,
    reference: protocol.reference,
    date: protocol.date,
    letterhead: protocol.sender,
    blocks: [
      { kind: 'title', text: words.title, subtitle: subtitleOf(protocol, language) },
      { kind: 'space', points: 14 },
      {
        kind: 'sides',
        left: [{ kind: 'facts', facts: partyFacts(protocol, language) }],
        right: [{ kind: 'facts', facts: unitFacts(protocol, language) }],
      },
      GAP,
      { kind: 'sides', left: areaBlocks(protocol, language), right: meterBlocks(protocol, language) },
      GAP,
      ...keyBlocks(protocol, language),
      GAP,
      ...inspectionBlocks(protocol, language),
      ...snagBlocks(protocol, language),
      ...deferralBlocks(protocol, language),
      ...remarkBlocks(protocol, language),
      signatureBlocks(protocol, language),
    ],
  };
}

function subtitleOf({ state, handedOverOn }: HandoverProtocol, language: Language): string {
  const words = PROTOCOL_WORDS[language];
  if (state === 'DEEMED_DELIVERED') return words.deemed;
  if (state !== 'KEYS_HANDED' || handedOverOn === null) return words.draft;
  return words.handedOver(dateInText(handedOverOn, language));
}

const filled = (facts: readonly Fact[]): Fact[] => facts.filter(({ value }) => value !== '');

function partyFacts(protocol: HandoverProtocol, language: Language): Fact[] {
  const { facts: words } = PROTOCOL_WORDS[language];
  return filled([
    { label: words.seller, value: protocol.seller },
    { label: words.buyers, value: protocol.buyers.join('\n') },
    { label: words.proxy, value: protocol.cameAs === 'PROXY' ? protocol.proxy : '' },
    { label: words.identity, value: protocol.identityCheckedBy },
    { label: words.contract, value: protocol.contract },
  ]);
}

function unitFacts(protocol: HandoverProtocol, language: Language): Fact[] {
  const { facts: words } = PROTOCOL_WORDS[language];
  return filled([
    { label: words.project, value: protocol.project },
    { label: words.building, value: protocol.building },
    { label: words.unit, value: protocol.unit },
    { label: words.certificate, value: protocol.completionCertificate },
    { label: words.date, value: dateInText(protocol.date, language) },
  ]);
}

function areaBlocks({ areas }: HandoverProtocol, language: Language): Block[] {
  const { areas: words, squareMetres } = PROTOCOL_WORDS[language];
  const shown = (area: number | null) => (area === null ? '' : squareMetres(String(area)));
  const facts = filled([
    { label: words.contract, value: shown(areas.contract) },
    { label: words.measured, value: shown(areas.measured) },
    { label: words.inner, value: shown(areas.inner) },
    { label: words.shared, value: shown(areas.shared) },
  ]);
  return [
    { kind: 'heading', text: words.heading, level: 2 },
    facts.length === 0 ? { kind: 'text', text: words.none, style: 'body' } : { kind: 'facts', facts },
  ];
}

function meterBlocks({ meterReadings }: HandoverProtocol, language: Language): Block[] {
  const { meters: words } = PROTOCOL_WORDS[language];
  return [
    { kind: 'heading', text: words.heading, level: 2 },
    { kind: 'text', text: meterReadings || words.none, style: 'body' },
  ];
}

function keyBlocks({ keys }: HandoverProtocol, language: Language): Block[] {
  const { keys: words, kinds } = PROTOCOL_WORDS[language];
  const pieces = keys.reduce((sum, one) => sum + one.pieces, 0);
  return [
    { kind: 'heading', text: words.heading, level: 2 },
    {
      kind: 'table',
      columns: [
        { title: words.kind },
        { title: words.set, grows: true },
        { title: words.pieces, align: 'right' },
        { title: words.handedTo },
        { title: words.signedOn },
      ],
      rows: keys.map((one) => ({
        cells: [
          kinds[one.kind],
          one.name,
          String(one.pieces),
          one.handedTo,
          one.signedOn === null ? '' : dateInTable(one.signedOn, language),
        ],
      })),
      ...(keys.length === 0 ? {} : { totals: [{ cells: [words.total, '', String(pieces), '', ''] }] }),
      empty: words.none,
    },
  ];
}

function inspectionBlocks({ inspection }: HandoverProtocol, language: Language): Block[] {
  const { inspection: words } = PROTOCOL_WORDS[language];
  const heading: Block = { kind: 'heading', text: words.heading, level: 2 };
  if (inspection === null) return [heading, { kind: 'text', text: words.none, style: 'body' }, GAP];
  const { number, checked, defects, signedBy, signedOn, isPassed } = inspection;
  const sentences = [
    words.result(number, checked, defects),
    ...(signedOn === null ? [] : [words.signed(signedBy, dateInText(signedOn, language))]),
    isPassed ? words.passed : words.failed,
  ];
  const text = sentences.join(language === 'en' ? ' ' : '');
  return [{ kind: 'together', blocks: [heading, { kind: 'text', text, style: 'body' }] }, GAP];
}

function snagBlocks({ snags }: HandoverProtocol, language: Language): Block[] {
  const { snags: words, severities, states } = PROTOCOL_WORDS[language];
  return [
    { kind: 'heading', text: words.heading, level: 2 },
    {
      kind: 'table',
      columns: [
        { title: words.room },
        { title: words.what, grows: true },
        { title: words.severity },
        { title: words.state },
        { title: words.dueOn },
      ],
      rows: snags.map(({ room, what, note, severity, state, dueOn }) => ({
        cells: [
          room,
          note === '' ? what : `${what}\n${note}`,
          severities[severity],
          states[state],
          dueOn === null ? '' : dateInTable(dueOn, language),
        ],
      })),
      empty: words.none,
    },
    ...(snags.length === 0
      ? []
      : ([
          { kind: 'space', points: 4 },
          { kind: 'text', text: words.note, style: 'note' },
        ] as const)),
    GAP,
  ];
}

function deferralBlocks({ deferral }: HandoverProtocol, language: Language): Block[] {
  if (deferral === null) return [];
  const { deferral: words } = PROTOCOL_WORDS[language];
  const until = deferral.until === null ? '–' : dateInText(deferral.until, language);
  const text = words.text(amountWithCurrency(deferral.amount, language), until, deferral.approvedBy || '–');
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', text: words.heading, level: 2 },
        { kind: 'text', text, style: 'body' },
      ],
    },
    GAP,
  ];
}

function remarkBlocks({ remark }: HandoverProtocol, language: Language): Block[] {
  if (remark === '') return [];
  return [{ kind: 'text', text: PROTOCOL_WORDS[language].remark(remark), style: 'body' }, GAP];
}

function signatureBlocks({ receivedBy, buyers, seller }: HandoverProtocol, language: Language): Block {
  const { signatures: words, declaration } = PROTOCOL_WORDS[language];
  const side = (title: string, name: string): Block[] => [
    { kind: 'text', text: title, style: 'strong' },
    { kind: 'text', text: name, style: 'body' },
    { kind: 'space', points: 26 },
    { kind: 'text', text: LINE, style: 'note' },
    { kind: 'text', text: words.date, style: 'note' },
  ];
  return {
    kind: 'together',
    blocks: [
      { kind: 'heading', text: words.heading, level: 2 },
      { kind: 'text', text: declaration, style: 'body' },
      { kind: 'space', points: 14 },
      {
        kind: 'sides',
        left: side(words.seller, seller),
        right: side(words.buyer, receivedBy || buyers.join(', ')),
      },
    ],
  };
}
