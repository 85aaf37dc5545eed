import { type EditionItem, type EditionOrigin, inLanguage, valueInWords } from '@withy/shared/plan'
import { useLanguage, useText, useWords } from '../text/use-text.ts'
import { Words } from './explain.tsx'
import { dateInWords } from './item-view.tsx'

/** An item of a list as it read: its first words large, each fact with its label, and where it came from. */
export function EditionItemView({ item }: { readonly item: EditionItem }) {
  const t = useText()
  const words = useWords()
  const lang = useLanguage()
  return (
    <>
      <p className="edition-item-name" dir="auto">
        {item.name ? <Words words={valueInWords(item.name, lang)} /> : t('plan.no-words-yet')}
      </p>
      {item.facts.length > 0 ? (
        <dl className="edition-facts">
          {item.facts.map(({ field, label, value }) => (
            <div key={field}>
              <dt>{words(label)}</dt>
              <dd dir="auto" lang={value.is === 'words' ? value.lang : undefined}>
                <Words words={valueInWords(value, lang)} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {item.other?.map((other, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plain words without identity or state
        <p key={at} className="edition-lines" dir="auto">
          <Words words={other} />
        </p>
      ))}
      {item.origin ? <Origin origin={item.origin} /> : null}
    </>
  )
}

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
        <blockquote key={at} className="edition-said" dir="auto">
          <p>{words}</p>
          <p className="edition-origin">{by}</p>
        </blockquote>
      ))}
    </>
  )
}
