import type { Language, Words } from '../catalogue.ts'
import type { BlockLanguage } from '../plan.ts'

/** A language people can say words are in: its tag (BCP 47), which way it runs, its own name and ours for it. */
export type SpokenLanguage = Required<BlockLanguage> & { readonly own: string; readonly name: Words }

const ltr = (lang: string, own: string, en: string, cy: string) => ({
  lang,
  dir: 'ltr' as const,
  own,
  name: { en, cy },
})
const rtl = (lang: string, own: string, en: string, cy: string) => ({
  lang,
  dir: 'rtl' as const,
  own,
  name: { en, cy },
})

/** English and Welsh first; then some that are spoken most at home in Wales and England besides. */
export const SPOKEN_LANGUAGES: readonly SpokenLanguage[] = [
  ltr('en', 'English', 'English', 'Saesneg'),
  ltr('cy', 'Cymraeg', 'Welsh', 'Cymraeg'),
  rtl('ar', 'العربية', 'Arabic', 'Arabeg'),
  ltr('bn', 'বাংলা', 'Bengali', 'Bengaleg'),
  ltr('zh', '中文', 'Chinese', 'Tsieinëeg'),
  ltr('fr', 'Français', 'French', 'Ffrangeg'),
  ltr('gu', 'ગુજરાતી', 'Gujarati', 'Gwjarati'),
  rtl('fa', 'فارسی', 'Persian', 'Perseg'),
  ltr('pl', 'Polski', 'Polish', 'Pwyleg'),
  ltr('pt', 'Português', 'Portuguese', 'Portiwgaleg'),
  ltr('pa', 'ਪੰਜਾਬੀ', 'Punjabi', 'Pwnjabeg'),
  ltr('ro', 'Română', 'Romanian', 'Rwmaneg'),
  ltr('so', 'Soomaali', 'Somali', 'Somaleg'),
  ltr('es', 'Español', 'Spanish', 'Sbaeneg'),
  ltr('uk', 'Українська', 'Ukrainian', 'Wcreineg'),
  rtl('ur', 'اردو', 'Urdu', 'Wrdw'),
]

/** The language of a tag as we call it; as the browser does, or the tag itself, where a file said one that is none of these. */
export function nameOfLanguage(tag: string, shown: Language): string {
  if (tag === OTHER_LANGUAGE.lang) return OTHER_NAME[shown]
  return SPOKEN_LANGUAGES.find(({ lang }) => lang === tag)?.name[shown] ?? nameByBrowser(tag, shown)
}

function nameByBrowser(tag: string, shown: Language): string {
  try {
    return new Intl.DisplayNames(shown, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag // One that browsers cannot take apart.
  }
}

/** What a line says that is in a language, its direction too: a plan says it of all its words that say nothing themselves. */
export function spokenIn(tag: string): BlockLanguage {
  const known = SPOKEN_LANGUAGES.find(({ lang }) => lang === tag)
  return known ? { lang: known.lang, dir: known.dir } : { lang: tag }
}

/** A language that is none of these: no voice reads it as one of them, and its words run as their first letter does. */
export const OTHER_LANGUAGE = { lang: 'und' } as const satisfies BlockLanguage
const OTHER_NAME: Words = { en: 'Another language', cy: 'Iaith arall' }
