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
          parseHTML: (element) => element.getAttribute('lang'),
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
