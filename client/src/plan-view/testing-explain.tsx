import type { Explain } from './explain.tsx'

/** Marks the whole of each text in which words would be explained. */
export const markAll: Explain = () => (words, plain) => <mark>{plain(words.text)}</mark>

/** The texts it marked, as they stand on the page. */
export const marked = (): string[] => Array.from(document.querySelectorAll('mark'), ({ textContent }) => textContent)
