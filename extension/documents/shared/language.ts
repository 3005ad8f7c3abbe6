/** The languages that documents are written in. */
export type Language = 'en' | 'zh-CN';

/** One wording in every language, so that a missing translation does not compile. */
export type Wording<T> = Readonly<Record<Language, T>>;
