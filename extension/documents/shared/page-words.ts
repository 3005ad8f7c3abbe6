/** The words that every document has, whatever it is about. */
import type { Wording } from './language.ts';

type PageWords = {
  page: (page: number, of: number) => string;
  /** Said below a document in which a character could not be printed. */
  missing: (characters: string) => string;
};

export const PAGE_WORDS: Wording<PageWords> = {
  en: {
    page: (page, of) => `Page ${page} of ${of}`,
    missing: (characters) => `□ stands for a character that this document's fonts lack: ${characters}.`,
  },
  'zh-CN': {
    page: (page, of) => `第 ${page} 页，共 ${of} 页`,
    missing: (characters) => `“□”代表本文件字体中没有的字符：${characters}。`,
  },
};
