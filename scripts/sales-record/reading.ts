/** The outcome of reading one cell: its value, or a sentence that says what is wrong and expected. */
export type Reading<T> = { isRead: true; value: T } | { isRead: false; message: string };

export const read = <T>(value: T): Reading<T> => ({ isRead: true, value });

export const unreadable = <T>(message: string): Reading<T> => ({ isRead: false, message });

/** Full-width digits, letters and signs made plain, and all white space taken out. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
