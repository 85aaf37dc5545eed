import type { BoxContent, Language, Plan, Section, Template } from '@withy/shared/plan'
import { actionWords, boxKey, hasText, itemInSection, sectionsOf } from '@withy/shared/plan'

/** A section ready to be drawn: catalogue and own sections look the same from here on. */
export type ReadSection = {
  readonly id: string
  /** The group's own title where it gave one. */
  readonly title: string
  readonly isRetitled: boolean
  /** Absent for own sections. */
  readonly question?: string
  readonly boxes: readonly ReadBox[]
}

export type ReadBox = {
  readonly key: string
  readonly title: string
  readonly question?: string
  readonly content: BoxContent
  /** First words of every action of the plan by id, for cells that name some. */
  readonly actions: ReadonlyMap<string, string>
}

/** The section with this id (`own:<id>` for an own section) in a plan, in one language; null if there is none (any more). */
export function readSection(plan: Plan, template: Template, id: string, lang: Language): ReadSection | null {
  const section = sectionsOf(template).find((each) => each.id === id)
  return section ? fromCatalogue(plan, section, lang) : fromOwn(plan, id)
}

function fromCatalogue(plan: Plan, section: Section, lang: Language): ReadSection {
  const actions = actionWords(plan)
  return {
    id: section.id,
    title: plan.titles[section.id] ?? section.title[lang],
    isRetitled: plan.titles[section.id] !== undefined,
    question: section.question[lang],
    boxes: section.boxes.flatMap((box) => {
      const key = boxKey(section.id, box.id)
      const found = plan.boxes[key]
      const content = found && inSection(found, section)
      return content ? [{ key, title: box.title[lang], question: box.question[lang], content, actions }] : []
    }),
  }
}

const inSection = (content: BoxContent, { features }: Section): BoxContent =>
  content.type === 'text' ? content : { ...content, items: content.items.map((item) => itemInSection(item, features)) }

function fromOwn(plan: Plan, id: string): ReadSection | null {
  const own = plan.own.find((each) => `own:${each.id}` === id)
  if (!own) return null
  const actions = actionWords(plan)
  return {
    id,
    title: own.title,
    isRetitled: own.title !== '',
    boxes: [
      { key: `${id}.text`, title: '', content: { type: 'text', text: own.text }, actions },
      {
        key: `${id}.actions`,
        title: '',
        content: { type: 'list', shape: 'action', items: own.actions, removed: own.removedActions },
        actions,
      },
    ],
  }
}

/** Whether nothing is written in a box. */
export const isEmptyBox = (content: BoxContent): boolean =>
  content.type === 'text' ? !hasText(content.text) : content.items.length === 0
