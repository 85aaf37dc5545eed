import type { Passages, PassagesOfBox, PassagesOfItem, PlanFacts, Writer } from '@withy/shared/api'
import {
  boxKey,
  EASY_TITLE,
  easyKey,
  type Line,
  type Run,
  SHAPES,
  type ShapeId,
  sectionsOf,
  TEMPLATES,
} from '@withy/shared/plan'
import type { ReactNode } from 'react'
import { cellWordsIn } from '../../plan-view/item-view.tsx'
import { namesIn } from '../../plan-view/names.ts'
import { useLanguage, useText, useWords } from '../../text/use-text.ts'
import { Theirs, useSpoken } from '../../ui/theirs.tsx'
import type { Tell } from './line-view.tsx'
import { withPictureWords } from './picture-words.ts'
import { spansOf } from './spans.ts'
import { useWriters } from './writers.ts'
import './history.css'

type PassagesViewProps = {
  readonly passages: Passages
  readonly writers: readonly Writer[]
  readonly facts: Pick<PlanFacts, 'people' | 'former' | 'kind'>
}

type Section = { readonly id: string; readonly title: ReactNode; readonly boxes: readonly Box[] }
type Box = { readonly key: string; readonly title: string; readonly content: PassagesOfBox }

/** The plan with who wrote each passage, in words after it. */
export function PassagesView({ passages, writers, facts }: PassagesViewProps) {
  const t = useText()
  const words = useWords()
  const { told } = useWriters(facts)
  const tell: Tell = (by) => told(writers, by)
  const boxOf = (key: string, title: string): Box[] => {
    const content = passages.boxes[key]
    return content ? [{ key, title, content }] : []
  }
  const titles = new Map(passages.titles.map((one) => [one.section, one]))
  const titleOf = (id: string, ours: string): ReactNode => {
    const given = titles.get(id)
    return given ? <Signed tell={tell} by={given.by} words={given.title || ours} /> : ours
  }
  const ours = sectionsOf(TEMPLATES[facts.kind]).map(
    ({ id, title, boxes }): Section => ({
      id,
      title: titleOf(id, words(title)),
      boxes: [
        ...boxes.flatMap((box) => boxOf(boxKey(id, box.id), words(box.title))),
        ...boxOf(easyKey(id), words(EASY_TITLE)),
      ],
    }),
  )
  const own = passages.titles.flatMap(({ section: id }): Section[] =>
    id.startsWith('own:')
      ? [
          {
            id,
            title: titleOf(id, t('history.own-section')),
            boxes: [
              ...boxOf(`${id}.text`, ''),
              ...boxOf(`${id}.actions`, ''),
              ...boxOf(easyKey(id), words(EASY_TITLE)),
            ],
          },
        ]
      : [],
  )
  const shown = [...ours, ...own].filter(({ id, boxes }) => boxes.length > 0 || titles.has(id))
  if (shown.length === 0) return <p className="changes-none">{t('history.wrote-none')}</p>
  return shown.map(({ id, title, boxes }) => (
    <div key={id} className="changes-section">
      <h2 dir="auto">{title}</h2>
      {boxes.map(({ key, title: name, content }) => (
        <div key={key} className="changes-box">
          {name && boxes.length > 1 ? <h3>{name}</h3> : null}
          {content.type === 'text' ? (
            <Lines lines={content.lines} tell={tell} />
          ) : (
            <ul className="list changes">
              {content.items.map((one) => (
                <ItemPassages
                  key={one.item.id}
                  one={one}
                  shape={content.shape}
                  known={{ people: namesIn(facts), actions: new Map(Object.entries(passages.actions)) }}
                  tell={tell}
                />
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  ))
}

/** Words that one change made, with who did it. */
function Signed({ words, by, tell }: { readonly words: string; readonly by: readonly number[]; readonly tell: Tell }) {
  const t = useText()
  const who = tell(by)
  return (
    <>
      {words} {who.who === 'none' ? null : <span className="wrote-by">{t('changed.by', who)}</span>}
    </>
  )
}

const Spans = ({ runs, tell }: { readonly runs: readonly Run[]; readonly tell: Tell }) =>
  spansOf(runs).map(({ text, by }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: passages of one text, which nothing moves
    <span key={i} className="passage">
      <Signed words={text.trimEnd()} by={[by]} tell={tell} />{' '}
    </span>
  ))

function Lines({ lines, tell }: { readonly lines: readonly Line[]; readonly tell: Tell }) {
  const said = useSpoken()
  return (
    <div className="passages">
      {lines.map(({ runs, look, lang, dir }, i) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, which nothing moves
          key={i}
          className={`change-words passage-${look.is}`}
          {...said({ ...(lang && { lang }), ...(dir && { dir }) })}
        >
          {look.is === 'bullet' || look.is === 'number' ? '• ' : ''}
          <Spans runs={runs} tell={tell} />
        </p>
      ))}
    </div>
  )
}

type ItemPassagesProps = {
  readonly one: PassagesOfItem
  readonly shape: ShapeId
  readonly known: Parameters<typeof cellWordsIn>[3]
  readonly tell: Tell
}

function ItemPassages({ one, shape: id, known, tell }: ItemPassagesProps) {
  const t = useText()
  const lang = useLanguage()
  const { by, words, set } = one
  const item = withPictureWords(one.item, id, lang, t)
  const shape = SHAPES[id]
  const put = tell(by)
  /** Whoever put it in is named above: once is enough. */
  const isTheirs = (others: readonly number[]) => by.length === 1 && others.every((one) => one === by[0])
  const filled = shape.fields.filter((field) => cellWordsIn(field, item.cells[field.id], lang, known) !== '')
  return (
    <li className="change">
      <p className="change-did">{put.who === 'none' ? shape.name[lang] : t('history.put-in', put)}</p>
      <dl className="change-cells">
        {filled.map((field) => (
          <div key={field.id}>
            <dt>{field.label[lang]}</dt>
            <Theirs as="dd" ours={!(field.id in words)} className="change-words">
              {words[field.id] && !isTheirs(spansOf(words[field.id] ?? []).map((span) => span.by)) ? (
                <Spans runs={words[field.id] ?? []} tell={tell} />
              ) : (
                <Signed
                  words={cellWordsIn(field, item.cells[field.id], lang, known)}
                  by={isTheirs(set[field.id] ?? []) ? [] : (set[field.id] ?? [])}
                  tell={tell}
                />
              )}
            </Theirs>
          </div>
        ))}
      </dl>
    </li>
  )
}
