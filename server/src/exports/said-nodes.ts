import { inLanguage } from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import type { SaidInCopy } from './exported.ts'
import { heading, type Node, ours, paragraph, words } from './nodes.ts'
import type { Laying } from './plan-nodes.ts'
import { OURS } from './words.ts'

/** Who said what another typed, as a list at the end of a copy: section after section (SPEC SYNC-169). */
export function saidNodes(all: readonly SaidInCopy[], id: string, how: Laying): Node[] {
  const { lang } = how
  const titleOf = ({ section }: SaidInCopy): string =>
    seen(section ? inLanguage(section, lang) : '') || OURS.unplaced[lang]
  return [
    heading(1, OURS.saidAndTyped[lang], id),
    paragraph(OURS.saidAbout[lang]),
    ...[...Map.groupBy(all, titleOf)].flatMap(([title, groups]) => [
      heading(2, title),
      ...groups.flatMap((group) => groupNodes(group, how)),
    ]),
  ]
}

function groupNodes({ said, typed, isDenied, words: all }: SaidInCopy, { lang, theirs }: Laying): Node[] {
  const line = (about: { readonly en: string; readonly cy: string }, name: string) =>
    `${about[lang]} ${visibleText(name) || OURS.someone[lang]}.`
  const who = isDenied
    ? [line(OURS.notSaidBy, said), line(OURS.typedAlone, typed)]
    : [line(OURS.saidBy, said), line(OURS.typedBy, typed)]
  return [
    ours(who.join(' ')),
    {
      is: 'bullets',
      items: all.map((one) => [
        seen(one)
          ? { is: 'paragraph' as const, ...words(visibleText(one)), ...theirs }
          : paragraph(OURS.chosenHere[lang]),
      ]),
    },
  ]
}
