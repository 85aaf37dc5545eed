import { LIMIT, type Taking } from '@withy/shared/api'
import { sameWord } from '@withy/shared/plan'
import { refuse } from '../http/refused.ts'
import type { GlossaryStore } from '../storage/glossary.ts'
import type { State } from './state.ts'

/**
 * What the plan explains already, where somebody asks for a word or explains one.
 * @returns what a word means; null where the plan does not say
 * @throws Refusing, where the plan has no room for one more
 */
export async function knownWords(
  store: Pick<GlossaryStore, 'glossaryOf'>,
  plan: string,
  { asked }: Pick<State, 'asked'>,
  said: Taking,
): Promise<(word: string) => string | null> {
  if (said.do !== 'ask-meaning' && said.do !== 'explain') return () => null
  const glossary = await store.glossaryOf(plan)
  const find = (word: string) => glossary.find((each) => sameWord(each.word) === sameWord(word))
  const word = said.do === 'explain' && asked.get(said.id)?.word
  if (word && !find(word) && glossary.length >= LIMIT.wordsPerGlossary) throw refuse('glossary-full')
  return (word) => {
    const found = find(word)
    return found && !found.isOut ? found.meaning : null
  }
}
