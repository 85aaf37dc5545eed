import { sectionsOf } from '@withy/shared/plan'
import { useDesk } from '../../live/desk.tsx'
import { usePlanTitles } from '../../live/whole-plan.ts'
import { useText, useWords } from '../../text/use-text.ts'
import type { Where } from '../../ui/page.tsx'

/**
 * Where in the plan the reader is and what comes next: the section after, and after the last one agreeing (SPEC A11Y-80, A11Y-81).
 * @param place the section being read; null: above the first
 */
export function useWhereInPlan(place: string | null): Where {
  const t = useText()
  const words = useWords()
  const { id: plan, template } = useDesk()
  const { titles, own } = usePlanTitles()
  const all = [
    ...sectionsOf(template).map(({ id, title }) => ({ id, title: titles[id] ?? words(title) })),
    ...own.map(({ id, title }) => ({ id: `own:${id}`, title: title || t('plan.own-section') })),
  ]
  const at = all.findIndex(({ id }) => id === place)
  const name = (i: number) => t('plan.where-section', { n: i + 1, all: all.length, section: all[i]?.title ?? '' })
  const after = all[at + 1]
  return {
    here: at < 0 ? t('plan.where-top') : name(at),
    next: after
      ? { words: name(at + 1), href: `#${after.id}` }
      : { words: t('plan.agree'), href: `/plans/${plan}/agree` },
  }
}
