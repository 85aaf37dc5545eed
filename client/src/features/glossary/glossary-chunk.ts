export { ExplainedWords } from './explained-words.tsx'
export { GlossaryList } from './glossary-list.tsx'
