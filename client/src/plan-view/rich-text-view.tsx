import { type Block, type RichText, type Run, safeLink } from '@withy/shared/plan'
import { Fragment, type ReactNode, useContext } from 'react'
import { type Spoken, useSpoken } from '../ui/theirs.tsx'
import { type DrawWords, ExplainContext, type StandsAt } from './explain.tsx'
import { HeadingAt, outlineOf } from './outline.tsx'
import './plan-view.css'

/**
 * Draws people's own words, read-only.
 * `under`: the level of the heading these words stand under (1-5); their own headings follow it without a gap.
 */
export function RichTextView({ text, under }: { text: RichText; under: number }) {
  const levels = outlineOf(text, under)
  const draw = useContext(ExplainContext)?.()
  const said = useSpoken()
  return (
    <>
      {text.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity of their own; this view keeps no state
        <BlockView key={i} block={block} language={said(block)} level={levels[i] ?? 6} draw={draw} />
      ))}
    </>
  )
}

type BlockViewProps = {
  block: Block
  language: Spoken
  level: number
  draw: DrawWords | undefined
  /** The language of what it stands in. */
  lang?: string | undefined
}

function BlockView({ block, language, level, draw, lang }: BlockViewProps) {
  const spoken = language.lang ?? lang
  if (block.type === 'heading') {
    return (
      <HeadingAt level={level} {...language}>
        <Runs runs={block.runs} draw={draw} lang={spoken} />
      </HeadingAt>
    )
  }
  if (block.type === 'paragraph') {
    return (
      <p {...language}>
        <Runs runs={block.runs} draw={draw} lang={spoken} />
      </p>
    )
  }
  const List = block.type === 'numbers' ? 'ol' : 'ul'
  return (
    <List lang={language.lang} dir={language.dir === 'auto' ? undefined : language.dir}>
      {block.items.map((blocks, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={i}>
          {blocks.map((inner, j) => (
            // A heading inside a list item would break the page's outline: it is drawn as a strong line.
            <BlockView
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={j}
              block={inner.type === 'heading' ? strongLine(inner) : inner}
              language={{ ...(inner.lang && { lang: inner.lang }), dir: inner.dir ?? 'auto' }}
              level={level}
              draw={draw}
              lang={spoken}
            />
          ))}
        </li>
      ))}
    </List>
  )
}

const strongLine = (block: Extract<Block, { type: 'heading' }>): Block => ({
  type: 'paragraph',
  runs: block.runs.map((run) => ({ ...run, bold: true })),
})

const Runs = ({ runs, draw, lang }: Pick<BlockViewProps, 'draw' | 'lang'> & { runs: readonly Run[] }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  runs.map((run, i) => <Fragment key={i}>{marked(run, draw, { lang, alone: runs.length === 1 })}</Fragment>)

const linesOf = (text: string): ReactNode =>
  text.split('\n').map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Fragment key={i}>
      {i > 0 && <br />}
      {line}
    </Fragment>
  ))

function marked(run: Run, draw: DrawWords | undefined, at: StandsAt): ReactNode {
  // A link is one thing to press: no second one stands inside it.
  let node: ReactNode = draw && !safeLink(run.link) ? draw(run, linesOf, at) : linesOf(run.text)
  if (run.italic) node = <em>{node}</em>
  if (run.bold) node = <strong>{node}</strong>
  // Filtered when a document is read; a plan can also come over the API, so the last door checks again.
  if (safeLink(run.link)) {
    node = (
      <a href={run.link} rel="noopener noreferrer nofollow">
        {node}
      </a>
    )
  }
  return node
}
