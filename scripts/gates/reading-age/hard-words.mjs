import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from '../tree.mjs'

/** Care words that we do say, each with the text of ours that tells what it means. */
const TOLD = {
  facilitator: 'common.role-facilitator-does',
  'best-interests': 'agreement.acting-best-interests-about',
  'power-of-attorney': 'agreement.acting-attorney-about',
  'personal-budget': 'TEMPLATES.support.parts.what-will-happen.sections.money.hint',
  'direct-payment': 'TEMPLATES.support.parts.what-will-happen.sections.money.hint',
  'support-plan': 'KIND.support',
  'easy-read': 'forms.easy-about',
}
/** What people call themselves, and those who stand beside them: another word would be ours and not theirs. */
const THEIR_OWN = new Set(['advocate', 'advocacy', 'carer', 'unpaid-carer', 'interpreter', 'learning-disability'])
/** Ideas and features are told in the sentence below their names. */
const NAMES = /^(IDEAS|FEATURES)\.[\w-]+\.title$/

/**
 * Words of our own list of care words in English texts that do not tell what they mean.
 * @param texts as `textsRead` gives them
 * @returns {string[]} one line for each
 */
export function hardWordsIn(root, texts) {
  const ids = new Set(texts.map(({ where }) => where))
  const untold = Object.entries(TOLD).filter(([, where]) => !ids.has(where))
  const hard = careWords(root).filter(({ id }) => !(id in TOLD) && !THEIR_OWN.has(id))
  const find = findAny(hard.flatMap(({ forms }) => forms))
  return [
    ...(hard.length === 0 ? ['no care word was read'] : []),
    ...untold.map(([id, where]) => `${where} is to tell what “${id}” means, and is not there`),
    ...texts
      .filter(({ where }) => !NAMES.test(where))
      .flatMap(({ where, en }) => {
        const found = find.exec(en.join('\n'))
        return found ? [`${where} has the care word “${found[0]}”`] : []
      }),
  ]
}

/** Every word of the list with all its forms. */
function careWords(root) {
  const folder = join(root, 'client/src/features/glossary/care-words/en')
  return filesUnder(folder, ['.'], /\.json$/).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8'))).map(([id, { word, also = [] }]) => ({
      id,
      forms: [word, ...also],
    })),
  )
}

/** Finds whole words, in any case, but initials as they stand. */
function findAny(forms) {
  const isInitials = (form) => /^[\p{Lu}\p{N}]{2,}s?$/u.test(form)
  const some = forms.map((form) => (isInitials(form) ? form : inAnyCase(form)))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${some.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

const inAnyCase = (form) =>
  form
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
