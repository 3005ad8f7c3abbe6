/** What the frame of the page says itself; names of pages, commands and tabs come from the extension's own words. */
import type { Language, Settings } from './settings.ts';

const WORDS = {
  en: {
    actAs: 'Act as',
    language: 'Language',
    colours: 'Colours',
    light: 'Light',
    dark: 'Dark',
    boards: 'Boards',
    records: 'Records',
    commands: 'Commands',
    close: 'Close',
    native: 'Charts that Twenty draws itself, and that are not drawn here:',
    honesty: 'embedded workspace on this machine: a stand-in for trying Keyturn, not a CRM',
  },
  'zh-CN': {
    actAs: '身份',
    language: '语言',
    colours: '配色',
    light: '浅色',
    dark: '深色',
    boards: '看板',
    records: '记录',
    commands: '命令',
    close: '关闭',
    native: '由 Twenty 自行绘制、此处不绘制的图表：',
    honesty: '本机内置工作区：仅供试用 Keyturn，并非完整 CRM',
  },
};

export type PageWords = (typeof WORDS)[Language];

export function wordsFor(language: Language): PageWords {
  return WORDS[language];
}

export function nameIn(settings: Settings, language: Language): (text: string) => string {
  return (text) => settings.words[language]?.[text] ?? text;
}
