import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { type PartyDraft, partiesOf, partiesProblem } from '#widgets/shared/people/parties.ts';
import { partyDrafts } from '#widgets/shared/people/read-parties.ts';

const ada = { id: 'p1', name: 'Ada Lovelace' };
const firm = { id: 'c1', name: 'Analytical Engines', isCompany: true };

const drafts = (...given: [who: PartyDraft['who'], share: string][]): PartyDraft[] =>
  given.map(([who, share], key) => ({ key, who, share }));

describe('who buys together', () => {
  it('is sent as people and companies with exact shares', () => {
    const parties = drafts([ada, '66.6667'], [firm, '33.3333 %']);
    expect(partiesProblem(parties, ENGLISH)).toBeNull();
    expect(partiesOf(parties)).toEqual([
      { buyerId: 'p1', sharePercent: '66.6667' },
      { companyId: 'c1', sharePercent: '33.3333' },
    ]);
  });

  it.each([
    ['nobody at all', drafts(), 'Choose a person and a share for each buyer.'],
    ['a name without a record', drafts([{ id: null, name: 'Walk-in' }, '100']), 'Choose a person'],
    ['a share that is none', drafts([ada, 'half']), 'Choose a person'],
    ['the same person twice', drafts([ada, '50'], [ada, '50']), 'Somebody is named twice.'],
    ['shares that are not all of it', drafts([ada, '60'], [firm, '39.9999']), '99.9999 %'],
  ])('says what is wrong: %s', (_what, parties, told) => {
    expect(partiesProblem(parties, ENGLISH)).toContain(told);
  });

  it('is the buyer alone where nobody else is on record', () => {
    const deal = { buyer: { id: 'p1', name: { firstName: 'Ada', lastName: 'Lovelace' } }, company: null };
    expect(partyDrafts([], deal)).toEqual([{ key: 0, who: { ...ada, isCompany: false }, share: '100' }]);
    const [unnamed] = partyDrafts([], { buyer: null, company: null });
    expect(unnamed?.who).toBeNull();
  });
});
