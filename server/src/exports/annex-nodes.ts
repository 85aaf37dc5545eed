import { ANNEX_WORDS, annexAsOf, annexRead, type TalkAnnex } from '@withy/shared/api'
import { seen, visibleText } from '../http/visible-text.ts'
import type { NativeTalk } from './native-talk.ts'
import { heading, type Node, paragraph, words } from './nodes.ts'
import type { Laying } from './plan-nodes.ts'

/** What was said about the plan, as the last part of a copy, or the `rest` of it that stands nowhere else; it says that nobody agrees to it (SPEC TALK-85). */
export function annexNodes(annex: TalkAnnex, id: string, { lang, theirs }: Laying, rest?: NativeTalk['rest']): Node[] {
  const parts = annexRead(rest ?? annex, lang)
  return [
    heading(1, ANNEX_WORDS.title[lang], id),
    {
      is: 'note',
      inside: [
        paragraph(ANNEX_WORDS.noPart[lang]),
        ...(rest ? [paragraph(ANNEX_WORDS.beside[lang])] : []),
        paragraph(annexAsOf(annex, lang)),
      ],
    },
    ...(parts.length === 0 && !rest ? [paragraph(ANNEX_WORDS.nothing[lang])] : []),
    ...parts.flatMap(({ title, sections }) => [
      heading(2, title),
      ...sections.flatMap(({ title, cards }): Node[] => [
        heading(3, seen(title)),
        {
          is: 'bullets',
          as: 'cards',
          items: cards.map(({ name, facts }) => [
            paragraph(seen(name), 'name'),
            {
              is: 'facts',
              facts: facts.map((fact) => ({
                label: seen(fact.label),
                ...words(visibleText(fact.words)),
                ...(fact.isTheirs && theirs),
              })),
            },
          ]),
        },
      ]),
    ]),
  ]
}
