import type { Run } from '@withy/shared/plan'
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  type ICommentsOptions,
  InsertedTextRun,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { NativeTalk } from './native-talk.ts'
import type { Node } from './nodes.ts'
import type { ChangedBy, Tag } from './tracked.ts'

/** The comments of a copy, for Word: answers below what they answer, settled ones marked as that. */
export const commentsOf = ({ comments }: NativeTalk): ICommentsOptions => ({
  children: comments.map(({ id, parent, author, at, words, isSettled }) => ({
    ...{ id, author, initials: [...author][0] ?? '', date: new Date(at) },
    ...(parent !== null && { parentId: parent }),
    ...(parent === null && { resolved: isSettled }),
    children: words.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })),
  })),
})

type Edges = { readonly starts: number[]; readonly ends: number[] }

/** Puts what was said into the paragraphs it is about: where comments begin and end, what is offered to go or come. */
export class DocxTalk {
  readonly #tags: NativeTalk['tags']
  /** Where comments begin and end, by run. */
  readonly #edges = new Map<Run, Edges>()
  /** Line ends that are offered, by the paragraph that they end. */
  readonly #ends = new Map<Node, ChangedBy>()
  #changes = 0

  constructor(native: NativeTalk | undefined, nodes: readonly Node[]) {
    this.#tags = native?.tags ?? []
    if (native) this.#look(nodes)
  }

  /** A run of a line, with what is said about it around it. `draw`: draws it as what it is. */
  around(run: Run, draw: (as: (options: IRunOptions) => ParagraphChild) => ParagraphChild[]): ParagraphChild[] {
    const { starts, ends } = this.#edges.get(run) ?? { starts: [], ends: [] }
    return [
      ...starts.map((id) => new CommentRangeStart(id)),
      ...draw((options) => this.#run(options, this.#tagOf(run)?.change)),
      ...ends.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
    ]
  }

  /** What the end of a paragraph carries. */
  endOf(node: Node): IParagraphOptions {
    const change = this.#ends.get(node)
    return change ? { run: change.is === 'ins' ? { insertion: this.#by(change) } : { deletion: this.#by(change) } } : {}
  }

  #run(options: IRunOptions, change: ChangedBy | undefined): ParagraphChild {
    if (!change) return new TextRun(options)
    const by = this.#by(change)
    return change.is === 'ins' ? new InsertedTextRun({ ...options, ...by }) : new DeletedTextRun({ ...options, ...by })
  }

  /** Numbers of changes are the file's own. */
  #by = ({ author, date }: ChangedBy) => ({ id: ++this.#changes, author, date })

  #tagOf = ({ by }: Run): Tag | undefined => (by === undefined ? undefined : this.#tags[by])

  #look(nodes: readonly Node[]): void {
    const lines = nodes.flatMap(linesOf)
    const first = new Set<number>()
    const last = new Map<number, Run>()
    for (const [n, { node, runs }] of lines.entries()) {
      for (const run of runs)
        for (const id of this.#tagOf(run)?.comments ?? []) {
          if (!first.has(id)) this.#edgesOf(run).starts.push(id)
          first.add(id)
          last.set(id, run)
        }
      const next = lines[n + 1]?.runs[0]
      const breaks = next && this.#tagOf(next)?.breaks
      if (breaks) this.#ends.set(node, breaks)
    }
    for (const [id, run] of last) this.#edgesOf(run).ends.push(id)
  }

  #edgesOf(run: Run): Edges {
    const edges = this.#edges.get(run) ?? { starts: [], ends: [] }
    this.#edges.set(run, edges)
    return edges
  }
}

/** The lines of a node, as they are drawn one after the other. */
function linesOf(node: Node): { readonly node: Node; readonly runs: readonly Run[] }[] {
  if (node.is === 'heading' || node.is === 'paragraph') return [{ node, runs: node.runs }]
  if (node.is === 'facts') return node.facts.map(({ runs }) => ({ node, runs }))
  if (node.is === 'bullets' || node.is === 'numbers') return node.items.flatMap((item) => item.flatMap(linesOf))
  return node.is === 'note' ? node.inside.flatMap(linesOf) : []
}
