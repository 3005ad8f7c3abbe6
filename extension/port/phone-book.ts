/** People by their phone numbers, which are no field of a record that commands read, with all that hangs on them. */
import type { ObjectName, RecordOf } from './records.ts';

export type PhoneEntry = { id: string; name: string; numbers: string[] };

type StatesOf<O extends ObjectName> = RecordOf<O> extends { state: infer S } ? readonly S[] : never;

/** In which states a record counts as open. */
export type OpenStates = {
  contract: StatesOf<'contract'>;
  reservation: StatesOf<'reservation'>;
  serviceTicket: StatesOf<'serviceTicket'>;
};

/** What is open of everybody found. A number that ends alike may be another one: records say whose they are. */
export type Callers = {
  people: PhoneEntry[];
  contracts: RecordOf<'contract'>[];
  /** Of these contracts, whatever their state. */
  installments: RecordOf<'installment'>[];
  /** Contracts with more installments than come along. */
  cutShort: string[];
  reservations: RecordOf<'reservation'>[];
  tickets: RecordOf<'serviceTicket'>[];
};

export interface PhoneBook {
  /** Everybody of whom some number ends like this, at most so many, with what is open; one request. */
  endingWith(digits: string, open: OpenStates, most: number): Promise<Callers>;
}
