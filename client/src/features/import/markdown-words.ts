import { type Block, type Run, safeLink } from '@withy/shared/plan'
import { lexer, type Token, type Tokens } from 'marked'
import { type Found, NOTHING_LEFT } from './brought.ts'

type Marks = Omit<Run, 'text'>

/** Markdown, read as a tree and never as HTML: tags in it stay the signs that somebody typed (SPEC EXPORT-61). */
export function markdownWords(words: string): Found {
  const left = { ...NOTHING_LEFT }

  const blocksOf = (tokens: readonly Token[]): Block[] => tokens.flatMap((token) => blockOf(token as Tokens.Generic))

  /** `Generic` is what marked says of any token, also of the kinds it has names for. */
  function blockOf(token: Tokens.Generic): Block[] {
    switch (token.type) {
      case 'space':
      case 'def':
        return []
      case 'hr':
        left.rules += 1
        return []
      case 'heading':
        return [{ type: 'heading', level: levelOf(token.depth), runs: runsOf(token.tokens ?? [], {}) }]
      case 'list':
        return [
          {
            type: token.ordered ? 'numbers' : 'bullets',
            items: (token as Tokens.List).items.map((item) => {
              const inner = blocksOf(item.tokens.filter(({ type }) => type !== 'checkbox'))
              return item.task ? ticked(inner, item.checked === true) : inner
            }),
          },
        ]
      case 'blockquote':
        left.quotes += 1
        return blocksOf(token.tokens ?? [])
      case 'table': {
        left.tables += 1
        const { header, rows } = token as Tokens.Table
        return [header, ...rows].map((row) => ({
          type: 'paragraph',
          runs: row.flatMap((cell, at) => [...(at > 0 ? [{ text: '; ' }] : []), ...runsOf(cell.tokens, {})]),
        }))
      }
      default:
        return [{ type: 'paragraph', runs: token.tokens ? runsOf(token.tokens, {}) : runsOf([token], {}) }]
    }
  }

  const runsOf = (tokens: readonly Token[], marks: Marks): Run[] =>
    tokens.flatMap((token) => lineOf(token as Tokens.Generic, marks))

  function lineOf(token: Tokens.Generic, marks: Marks): Run[] {
    const inner = (more: Marks): Run[] =>
      token.tokens
        ? runsOf(token.tokens, { ...marks, ...more })
        : [{ text: plain(String(token.text)), ...marks, ...more }]
    switch (token.type) {
      case 'br':
        return [{ text: '\n' }]
      case 'strong':
        return inner({ bold: true })
      case 'em':
        return inner({ italic: true })
      case 'link': {
        const link = safeLink(token.href)
        if (!link) left.links += 1
        return inner(link ? { link } : {})
      }
      case 'image':
        left.pictures += 1
        // Its words were written to be read.
        return inner({})
      case 'html':
        return [{ text: /^<br\s*\/?>$/i.test(token.raw.trim()) ? '\n' : String(token.raw), ...marks }]
      case 'code':
      case 'codespan':
        return [{ text: String(token.text), ...marks }]
      default:
        return inner({})
    }
  }

  return { blocks: blocksOf(lexer(words)), left }
}

const levelOf = (depth: unknown): 1 | 2 | 3 => (depth === 1 || depth === 2 ? depth : 3)

/** A thing to tick keeps its tick as a sign, in its first line. */
function ticked(blocks: readonly Block[], isDone: boolean): Block[] {
  const [first, ...rest] = blocks
  const sign = { text: isDone ? '☑ ' : '☐ ' }
  if (first?.type === 'paragraph') return [{ ...first, runs: [sign, ...first.runs] }, ...rest]
  return [{ type: 'paragraph', runs: [sign] }, ...blocks]
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' }

/** Signs that Markdown has people write by name. */
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => SIGNS[name] ?? '')
