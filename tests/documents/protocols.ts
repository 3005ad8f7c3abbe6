/** Handover protocols as the tests of documents print them: one with all there is, one with nothing. */
import type { HandoverProtocol } from '#documents/handover/protocol.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';

const on = plainDate('2026-06-18');

export function fullProtocol(changes: Partial<HandoverProtocol> = {}): HandoverProtocol {
  return {
    reference: 'HV-2024-0117',
    date: on,
    sender: { name: 'Harbour Homes Ltd.', lines: ['1 Quay Road, Dubai'] },
    state: 'KEYS_HANDED',
    handedOverOn: on,
    seller: 'Harbour Homes Ltd.',
    buyers: ['Mei-ling Lin', 'Ada Lovelace'],
    cameAs: 'PROXY',
    proxy: 'Bo Chen',
    identityCheckedBy: 'Olga Petrova',
    contract: 'HV-2024-0117',
    project: 'Harbour View',
    building: 'Tower A',
    unit: 'A 12-03',
    completionCertificate: 'CC-2026-88',
    areas: { contract: 98.85, measured: 99.1, inner: 76.2, shared: 22.9 },
    meterReadings: 'Water 3.2 m³\nElectricity 118 kWh',
    keys: [
      { kind: 'DOOR_KEYS', name: 'A 12-03 · Door keys 1', pieces: 3, handedTo: 'Bo Chen', signedOn: on },
      { kind: 'DOOR_KEYS', name: 'A 12-03 · Door keys 2', pieces: 3, handedTo: 'Bo Chen', signedOn: on },
      {
        kind: 'ACCESS_CARDS',
        name: 'A 12-03 · Access cards 1',
        pieces: 2,
        handedTo: 'Bo Chen',
        signedOn: on,
      },
      { kind: 'MANUALS', name: 'A 12-03 · Manuals 1', pieces: 1, handedTo: 'Bo Chen', signedOn: on },
    ],
    inspection: { number: 2, signedOn: on, signedBy: 'Bo Chen', checked: 40, defects: 3, isPassed: true },
    snags: [
      {
        room: 'Kitchen',
        what: 'Tiles are firm and evenly jointed',
        note: 'Two hollow tiles left of the sink',
        severity: 'MINOR',
        state: 'ASSIGNED',
        dueOn: plainDate('2026-07-18'),
      },
      {
        room: 'Balcony',
        what: 'Floor drains; no water stands',
        note: '',
        severity: 'MAJOR',
        state: 'OPEN',
        dueOn: plainDate('2026-07-02'),
      },
    ],
    deferral: {
      amount: parseMoney('25000.00', 'AED'),
      until: plainDate('2026-09-30'),
      approvedBy: 'Karl Adler',
    },
    receivedBy: 'Bo Chen',
    remark: 'The parking remote follows by courier.',
    ...changes,
  };
}

export function bareProtocol(): HandoverProtocol {
  return fullProtocol({
    state: 'ACCEPTED',
    handedOverOn: null,
    cameAs: null,
    proxy: '',
    identityCheckedBy: '',
    completionCertificate: '',
    areas: { contract: null, measured: null, inner: null, shared: null },
    meterReadings: '',
    keys: [],
    inspection: null,
    snags: [],
    deferral: null,
    receivedBy: '',
    remark: '',
  });
}
