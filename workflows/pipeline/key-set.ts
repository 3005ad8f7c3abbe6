/** The stages of a key set (C4). */
import type { KeyState } from '#domain/handover/after-sale-states.ts';
import type { Machine, Stages } from './machine.ts';

export const KEY_SET_STAGES: Stages<KeyState> = {
  IN_STORE: { label: 'In store', color: 'gray' },
  HANDED_OVER: { label: 'Handed over', color: 'green' },
  LOST: { label: 'Lost', color: 'red' },
};

export const KEY_SET: Machine<KeyState> = {
  object: 'keySet',
  title: 'Key set',
  about: 'Who has the keys of a unit.',
  first: 'IN_STORE',
  stages: KEY_SET_STAGES,
  begins: [
    {
      in: 'IN_STORE',
      commands: ['count-keys'],
      guard: 'Unit, kind and number are a unique key: no set is counted twice (C4).',
      rights: ['handOver'],
    },
  ],
  transitions: [
    {
      from: ['IN_STORE'],
      to: 'HANDED_OVER',
      commands: ['move-keys'],
      guard: 'Somebody signs for it; to the buyer only once the handover is done (C4).',
      rights: ['handOver'],
    },
    {
      from: ['HANDED_OVER', 'LOST'],
      to: 'IN_STORE',
      commands: ['move-keys'],
      guard: 'It came back, or was found (C4).',
      rights: ['handOver'],
    },
    {
      from: ['IN_STORE', 'HANDED_OVER'],
      to: 'LOST',
      commands: ['move-keys'],
      guard: 'Who had it last stays on record (C4).',
      rights: ['handOver'],
    },
  ],
};
