/** People by their phone numbers, which are no field of a record that commands read. */
export type PhoneEntry = { id: string; name: string; numbers: string[] };

export interface PhoneBook {
  /** Everybody of whom some number ends like this, at most so many; one request. */
  endingWith(digits: string, most: number): Promise<PhoneEntry[]>;
}
