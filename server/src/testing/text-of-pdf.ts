import { execFileSync } from 'node:child_process'

/** The words of each page of a PDF of ours, in the order in which they are written into it, without the line at its head and at its foot. Throws where Poppler is not there. */
export const pagesOfPdf = (path: string): string[] =>
  execFileSync('pdftotext', ['-raw', path, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .split('\f')
    .map((page) => page.trimEnd().split('\n').slice(1, -1).join('\n'))

export const textOfPdf = (path: string): string => pagesOfPdf(path).join('\n')

/**
 * What Poppler gives in an order of its own, and by signs of its own: letters that run from right to left or are made of several
 * marks, and scripts of which it knows little.
 */
export const isTurned = (words: string): boolean => /[^\p{Script=Latin}\p{Script=Common}]|\p{M}/u.test(words)
