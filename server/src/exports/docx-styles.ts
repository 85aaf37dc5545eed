import type { Language } from '@withy/shared/plan'
import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx'
import type { Pages } from './pages.ts'

/** Half points for words. The rest is in proportion, and less so in large letters: headings stay on a line. */
const LETTERS = { normal: 22, large: 36, largest: 48, easy: 36 } as const
const INK = '1C2526'
const QUIET = '424E54'
const LEAF = '1B5343'

const AS_WORD_HAS_IT = { en: 'en-GB', cy: 'cy-GB' } as const satisfies Record<Language, string>

/** The look of a copy in Word, as styles that whoever gets it can change in one place. */
export function docxStyles({ lang, size }: Pages): IStylesOptions {
  const letters = LETTERS[size]
  const font = 'Arial'
  const heading = (times: number, before: number) => ({
    run: { font, size: Math.round(letters * times), bold: true, color: INK },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  const line = { style: BorderStyle.SINGLE, size: 8, space: 6, color: LEAF }
  const base = { basedOn: 'Normal', quickFormat: true }
  return {
    default: {
      document: {
        run: { font, size: letters, color: INK, language: { value: AS_WORD_HAS_IT[lang] } },
        // Said, since LibreOffice takes a line for 15 points where it is not, and cuts large letters off.
        paragraph: { spacing: { after: 120, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: heading(1.9, 0),
      heading1: heading(1.6, 480),
      heading2: heading(1.35, 360),
      heading3: heading(1.1, 240),
      heading4: heading(1, 240),
      heading5: heading(1, 200),
      heading6: heading(1, 200),
    },
    paragraphStyles: [
      {
        ...base,
        id: 'ItemName',
        name: 'Item name',
        run: { bold: true },
        paragraph: { keepNext: true, spacing: { before: 80, after: 40 } },
      },
      { ...base, id: 'Fact', name: 'Fact', paragraph: { spacing: { after: 40 } } },
      // A question stays with what answers it.
      { ...base, id: 'Quiet', name: 'Quiet', run: { color: QUIET }, paragraph: { keepNext: true } },
      { ...base, id: 'TableHead', name: 'Table head', run: { bold: true }, paragraph: { keepNext: true } },
      { ...base, id: 'Around', name: 'Head and foot of pages', run: { size: Math.min(letters, 32), bold: true } },
      {
        ...base,
        id: 'Note',
        name: 'Note',
        paragraph: {
          border: { top: line, bottom: line, left: line, right: line },
          spacing: { before: 120, after: 120 },
          indent: { start: 120, end: 120 },
        },
      },
    ],
    characterStyles: [{ id: 'Label', name: 'Label', run: { color: QUIET } }],
  }
}
