import {
  type EditionItem,
  type EditionOrigin,
  type EditionValue,
  inLanguage,
  photoOf,
  valueInWords,
} from '@withy/shared/plan'
import { type ComponentType, createContext, lazy, Suspense, useContext } from 'react'
import { openTexts } from '../text/language.ts'
import { useLanguage, useText, useWords } from '../text/use-text.ts'
import { reach } from '../ui/reach.ts'
import { Theirs } from '../ui/theirs.tsx'
import { Words } from './explain.tsx'
import { dateInWords } from './item-view.tsx'

/** Fetched for who reads easy words. Where it cannot be had, what a picture shows stands in words. */
const PictureView = lazy(() =>
  reach(() => import('./picture-view.tsx')).then(
    ({ PictureView }) => ({ default: PictureView }),
    (): { default: ComponentType<{ readonly id: string; readonly alt: string }> } => ({ default: () => null }),
  ),
)

const PhotoView = lazy(() =>
  reach(() => Promise.all([import('./photo-view.tsx'), openTexts('easy')])).then(
    ([{ PhotoView }]) => ({ default: PhotoView }),
    (): { default: ComponentType<{ readonly planId: string; readonly photo: string }> } => ({ default: () => null }),
  ),
)

/** Of which plan it is: its photos are had from there. */
export const PlanOfEdition = createContext('')

/** An item of a list as it read, a row of easy words beside its picture (SPEC A11Y-270). */
export function EditionItemView({ item }: { readonly item: EditionItem }) {
  const planId = useContext(PlanOfEdition)
  const picture = item.facts.map(({ value }) => value.is === 'labels' && value.picture).find(Boolean)
  if (!picture) return <ItemWords item={item} />
  const photo = photoOf(picture)
  return (
    <div className="edition-easy">
      <Suspense fallback={<span className="edition-picture-comes" />}>
        {photo ? <PhotoView planId={planId} photo={photo} /> : <PictureView id={picture} alt="" />}
      </Suspense>
      <div className="edition-easy-words">
        <ItemWords item={item} />
      </div>
    </div>
  )
}

/** Its first words large, each fact with its label, and where it came from. */
function ItemWords({ item }: { readonly item: EditionItem }) {
  const t = useText()
  const words = useWords()
  const lang = useLanguage()
  return (
    <>
      <Theirs as="p" in={item.name && langOf(item.name)} ours={!item.name} className="edition-item-name">
        {item.name ? <Words words={valueInWords(item.name, lang)} /> : t('plan.no-words-yet')}
      </Theirs>
      {item.facts.length > 0 ? (
        <dl className="edition-facts">
          {item.facts.map(({ field, label, value }) => (
            <div key={field} data-picture={value.is === 'labels' && value.picture ? '' : undefined}>
              <dt>{words(label)}</dt>
              <Theirs as="dd" in={langOf(value)} ours={!isTheirs(value)}>
                <Words ours={!isTheirs(value)} words={valueInWords(value, lang)} />
              </Theirs>
            </div>
          ))}
        </dl>
      ) : null}
      {item.other?.map((other, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plain words without identity or state
        <Theirs as="p" key={at} className="edition-lines">
          <Words words={other} />
        </Theirs>
      ))}
      {item.origin ? <Origin origin={item.origin} /> : null}
    </>
  )
}

const langOf = (value: EditionValue): string | undefined => (value.is === 'words' ? value.lang : undefined)

/** Whether it is words that people wrote, and no label or name. */
const isTheirs = ({ is }: EditionValue): boolean => is === 'words' || is === 'actions'

function Origin({ origin }: { readonly origin: EditionOrigin }) {
  const t = useText()
  const lang = useLanguage()
  if (origin.from !== 'workshop') {
    const title = inLanguage(origin.title, lang)
    const from = origin.from === 'idea' ? t('plan.from-idea', { idea: title }) : t('plan.from-plan', { title })
    return <p className="edition-origin">{from}</p>
  }
  const names = origin.by.join(', ')
  return (
    <>
      <p className="edition-origin">{t('plan.from-workshop', { names, day: dateInWords(origin.on, lang) })}</p>
      {origin.said.map(({ by, words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plain words without identity or state
        <Theirs as="blockquote" key={at} className="edition-said">
          <p>{words}</p>
          <p className="edition-origin">{by}</p>
        </Theirs>
      ))}
    </>
  )
}
