import { LIMIT } from '@withy/shared/api'
import { anchorWords, type Span, sentenceSpans } from '@withy/shared/plan'
import type { Quoted, TalkPlace } from '@withy/shared/protocol'
import type * as Y from 'yjs'
import { spanMarked } from './page-letters.ts'
import type { TalkPlaceProps } from './talk-place.ts'
import { foundWords, type TalkText, textsAt, wordsIn } from './talk-texts.ts'

const ROOM = { quote: LIMIT.quote, around: LIMIT.quoteAround }

/** Makes and keeps places of a box or item of an open plan. */
export function placesHere(doc: Y.Doc, epoch: string, at: TalkPlaceProps) {
  const whole: TalkPlace = { box: at.box, item: at.item, field: null, words: null }
  const placeIn = ({ field, root }: TalkText, span: Span): TalkPlace | null => {
    const anchored = anchorWords(root, span, ROOM)
    const words: Quoted | null = anchored && { ...anchored, epoch }
    return words && { ...whole, field, words }
  }
  return {
    whole,
    /** The words that are marked on the page. null: none of this place. */
    marked(range: Range | null): TalkPlace | null {
      for (const text of range ? textsAt(doc, at) : []) {
        const span = text.drawn && range && spanMarked(text.drawn, range, wordsIn(text))
        if (span) return placeIn(text, span)
      }
      return null
    },
    /** Its sentences as they read now, for who cannot mark words. */
    sentences: (): readonly string[] =>
      textsAt(doc, at).flatMap(({ root }) => sentenceSpans(root).map(({ words }) => words)),
    sentence(words: string): TalkPlace | null {
      for (const text of textsAt(doc, at)) {
        const span = sentenceSpans(text.root).find((sentence) => sentence.words === words)
        if (span) return placeIn(text, span)
      }
      return null
    },
    /** The same words in a plan that was put back meanwhile: where they are found they are bound anew, else it is about all of it. */
    ofToday(place: TalkPlace | null): TalkPlace {
      if (!place?.words || place.words.epoch === epoch) return place ?? whole
      const found = foundWords(doc, epoch, place)
      const text = textsAt(doc, at).find(({ field }) => field === place.field)
      return (found && found.is !== 'gone' && text && placeIn(text, found.span)) || whole
    },
  }
}
export type PlacesHere = ReturnType<typeof placesHere>
