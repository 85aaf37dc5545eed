import { Extension } from '@tiptap/core'
import { isLanguageTag } from '@withy/shared/plan'

/**
 * Keeps the language and direction of a block, as stored, and draws only what is one: anything else in there has no
 * effect. Without a direction each block follows its own words (drawn so, never stored).
 */
export const BlockLanguage = Extension.create({
  name: 'blockLanguage',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'bulletList', 'orderedList'],
      attributes: {
        lang: {
          default: null,
          // Pasted pages hold anything here, and what is too long would fence the plan (SPEC SYNC-111).
          parseHTML: (element) => {
            const lang = element.getAttribute('lang')
            return isLanguageTag(lang) ? lang : null
          },
          renderHTML: ({ lang }) => (isLanguageTag(lang) ? { lang } : {}),
        },
        dir: {
          default: null,
          parseHTML: (element) => {
            const dir = element.getAttribute('dir')
            return dir === 'ltr' || dir === 'rtl' ? dir : null
          },
          renderHTML: ({ dir }) => ({ dir: dir === 'ltr' || dir === 'rtl' ? dir : 'auto' }),
        },
      },
    },
  ],
})
