import { filled, MISSING_WORDS, type Missing } from '@withy/shared/api'
import { completeness, type Plan, TEMPLATES } from '@withy/shared/plan'
import { Link } from 'wouter'
import { useText, useWords } from '../../text/use-text.ts'

type MissingListProps = {
  readonly id: string
  readonly plan: Plan
  readonly missing: readonly { readonly what: Missing; readonly count: number }[]
}

/** What is still missing, with the way there. It stops nobody. */
export function MissingList({ id, plan, missing }: MissingListProps) {
  const t = useText()
  const say = useWords()
  if (missing.length === 0) return null
  const place = (what: Missing): string =>
    `/plans/${id}${what === 'ideas-unanswered' ? '/workshops' : placeIn(plan, what)}`
  return (
    <section className="stack agree-missing" aria-labelledby="agree-missing">
      <h2 id="agree-missing">{t('agreement.missing')}</h2>
      <p>{t('agreement.missing-about')}</p>
      <ul className="list">
        {missing.map(({ what, count }) => (
          <li key={what}>
            <Link href={place(what)} className="link-alone">
              {say(filled(MISSING_WORDS[what], { count }))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The first section where something is missing. */
function placeIn(plan: Plan, what: Missing): string {
  const { parts } = TEMPLATES[plan.kind]
  const folded = parts.filter((part) => part.folded).flatMap(({ sections }) => sections.map(({ id }) => id))
  const { sections, lacking } = completeness(plan)
  const empty = [...sections].find(([id, { is }]) => is === 'empty' && !folded.includes(id))?.[0]
  const reviewed = parts
    .flatMap((part) => part.sections)
    .find(({ boxes }) => boxes.some((box) => box.type === 'list' && box.shape === 'review'))?.id
  const first = { 'sections-empty': empty, 'fields-empty': lacking[0]?.section, 'no-review-date': reviewed }
  const section = what in first ? first[what as keyof typeof first] : undefined
  return section ? `#${section}` : ''
}
