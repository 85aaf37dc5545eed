import type { Suggestion, TalkThread } from '@withy/shared/protocol'
import type { SuggestionStore } from '../storage/suggestions.ts'
import type { TalkStore } from '../storage/talk.ts'
import { threadSeen } from './visible.ts'

/** All that is said about a plan as everybody of it sees it: for copies, and for what is kept beside an agreed version. */
export const createTalkSeen =
  (store: Pick<TalkStore, 'talkOf'> & Pick<SuggestionStore, 'suggestionsOf'>) =>
  async (plan: string): Promise<{ readonly threads: TalkThread[]; readonly suggestions: Suggestion[] }> => {
    const [{ threads }, suggestions] = await Promise.all([store.talkOf(plan), store.suggestionsOf(plan)])
    return { threads: threads.map(threadSeen), suggestions }
  }
